"""Charts as pictures: whole, harmless, in the reader's language, the same as the page's numbers."""

import struct
from dataclasses import astuple
from xml.etree import ElementTree

import pytest
from django.conf import settings as site

from cases.public.charts import png as pictures
from cases.public.charts.catalogue import CHARTS
from cases.public.charts.drawing import DARK, LIGHT
from tests.register.documents import attribution, event

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>"&\x0b</text>'


@pytest.fixture
def svg(client):
    def svg(path: str) -> ElementTree.Element:
        response = client.get(path)
        assert response.status_code == 200, response.content.decode()
        assert response.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    return svg


def texts(drawing: ElementTree.Element) -> list[str]:
    return [text.text for text in drawing.iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("language", ["", "/az", "/ru"])
def test_every_chart_is_well_formed_with_and_without_cases(svg, publish, chart, language):
    path = f"{language}/statistics/{chart}.svg"
    empty = svg(path)
    publish(events=[event("arrest", "2024-05-06")])
    publish(events=[event("arrest", "2024")])

    drawing = svg(path)

    assert empty.tag == drawing.tag == f"{SVG}svg"
    for element in drawing.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "rect", "text", "line", "polygon"}
        assert not {"style", "class", "href", "onload"} & set(element.attrib)
        for name in ("x", "y", "width", "height"):
            assert float(element.get(name, "0")) >= 0


def test_names_are_text_and_nothing_else(svg, publish):
    publish(attributions=[attribution(to=NASTY)])

    shown = texts(svg("/statistics/agencies.svg"))

    assert '<script>"&\ufffd</text>' in shown


def test_a_picture_says_what_it_shows_of_which_cases_by_which_rule_where_and_when(svg, publish, settings):
    publish(roles=["lawyer"], events=[event("arrest", "2024-05-06")])

    shown = " ".join(texts(svg("/statistics/arrests.svg?role=lawyer")))

    assert "Arrests per month" in shown
    assert "lawyer" in shown
    assert "Cases with a first arrest or detention in a proceeding" in shown
    assert settings.SITE_NAME in shown
    assert f"Data: {settings.DATA_LICENCE}." in shown
    assert f"{settings.SITE_URL}/statistics/?role=lawyer#arrests" in shown.replace(" ", "")


def test_the_dark_picture_differs_in_colours_alone(client, publish):
    publish()
    light = client.get("/statistics/roles.svg").content.decode()
    dark = client.get("/statistics/roles.dark.svg").content.decode()

    assert light != dark
    assert texts(ElementTree.fromstring(light)) == texts(ElementTree.fromstring(dark))


@pytest.mark.parametrize("chart", CHARTS)
def test_a_png_is_three_times_as_wide_and_high_as_its_drawing(client, svg, publish, chart):
    publish(events=[event("arrest", "2024-05-06")])
    drawing = svg(f"/statistics/{chart}.svg")

    response = client.get(f"/statistics/{chart}.png")

    assert response.headers["Content-Type"] == "image/png"
    assert response.content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", response.content[16:24])
    assert (width, height) == (3 * int(drawing.get("width")), 3 * int(drawing.get("height")))


def test_letters_of_every_language_are_in_the_font():
    """A letter the font lacks leaves nothing or an empty box: each of these has a shape of its own."""
    shapes = set()
    for letter in "AəğЖӣЊգԱعک":
        shapes.add(
            pictures.png(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
                f'<text x="2" y="15">{letter}</text></svg>'
            )
        )

    empty = pictures.png('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"></svg>')
    assert len(shapes | {empty}) == 11


def test_who_comes_while_another_picture_takes_long_is_asked_to_come_again(client, publish, monkeypatch):
    publish()
    monkeypatch.setattr(pictures, "PATIENCE", 0.01)

    with pictures._one_at_a_time:
        response = client.get("/statistics/roles.png")

    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert client.get("/statistics/roles.png").status_code == 200


def test_pictures_that_did_not_change_are_not_sent_again(client, publish):
    publish()
    for form in ("svg", "dark.svg", "png", "csv"):
        first = client.get(f"/statistics/roles.{form}")

        again = client.get(f"/statistics/roles.{form}", headers={"If-None-Match": first.headers["ETag"]})

        assert (again.status_code, again.content) == (304, b"")


def test_pictures_have_the_colours_of_the_pages():
    tokens = (site.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    light, _media, dark = tokens.partition("prefers-color-scheme: dark")

    assert [colour for colour in astuple(LIGHT) if f"{colour};" not in light] == []
    assert [colour for colour in astuple(DARK) if f"{colour};" not in dark] == []


def test_a_picture_of_a_demonstration_says_so_wherever_it_goes(svg, settings):
    settings.DEMO = False
    assert "fictional" not in " ".join(texts(svg("/statistics/roles.svg")))

    settings.DEMO = True
    assert "fictional" in " ".join(texts(svg("/statistics/roles.svg")))
