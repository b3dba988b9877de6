"""The map of a search: what it counts, what it draws, how large it is."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from cases.public.map.classes import classes_of
from cases.public.map.drawing import map_of_cases
from cases.public.map.extents import CAUCASUS, NEAR, WORLD, Extent, closest
from cases.public.map.figures import PlaceFigures
from cases.public.map.names import names_on
from cases.public.map.shapes import centre_of, extent_of, paths
from cases.vocabularies.places import COUNTRIES, REGIONS
from cases.vocabularies.region_centres import REGION_CENTRES
from tests.public.parts import states
from tests.register.documents import place

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 15 * 1024


def in_region(region: str) -> dict:
    country = region[:2]
    return {"states": states(location=[country]), "place": place(country=country, region=region)}


def rows_of(client, query: str = "") -> dict[str, int]:
    """Name → cases, of every row of the table."""
    table = client.get(f"/map/{query}").context["table"]
    regions = [region for country in table["countries"] for region in country["regions"]]
    return {row["name"]: row["cases"] for row in (*table["countries"], *regions, *table["others"])}


def drawing(client, query: str = "") -> ElementTree.Element:
    response = client.get(f"/map/sheet.svg{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/svg+xml"
    return ElementTree.fromstring(response.content)


def test_countries_and_regions_are_counted_and_a_case_without_a_region_in_its_country_alone(client, publish):
    publish("A", **in_region("RU-DA"))
    publish("B", **in_region("RU-DA"))
    publish("C", states=states(location=["RU"]))
    publish("D", states=states(location=["RU", "AZ"]))

    assert rows_of(client) == {"Russia": 4, "Azerbaijan": 1, "Dagestan": 2}


def test_cases_that_state_no_place_are_said_apart(client, publish):
    publish("A", states=states(location=["not_stated"]))
    publish("B", states=states())
    publish("C", states=states(location=["GE"]))

    page = client.get("/map/").content.decode()

    assert "2 cases state no place." in page
    assert rows_of(client) == {"Georgia": 1}


def test_every_row_leads_to_exactly_the_cases_it_counts(client, publish, listed):
    publish("A", **in_region("RU-DA"))
    publish("B", **in_region("AZ-BA"))
    publish("C", states=states(location=["IR"]), place=place(country="IR", region_name="Ərdəbil & Co"))
    publish("D", **in_region("RU-DA"), roles=["lawyer"])
    table = client.get("/map/?role=lawyer&role=researcher").context["table"]
    rows = [*table["countries"], *(r for c in table["countries"] for r in c["regions"]), *table["others"]]

    assert len(rows) == 6
    for row in rows:
        assert "role=lawyer" in row["query"]
        assert len(listed(row["query"])) == row["cases"], row


def test_the_map_takes_the_parameters_of_the_list_and_refuses_others(client, publish):
    publish("A", **in_region("RU-DA"))
    publish("B", **in_region("AZ-BA"))

    assert rows_of(client, "?region=AZ-BA") == {"Azerbaijan": 1, "Baku": 1}
    for path in ("/map/", "/map/sheet.svg", "/map/sheet.dark.svg", "/map/cases.svg", "/map/cases.png"):
        assert client.get(f"{path}?charge=treason").status_code == 200
        for wrong in ("nonsense=1", "charge=tresson", "sort=name", "page=2", "region=AZ-GA"):
            assert client.get(f"{path}?{wrong}").status_code == 400, (path, wrong)


def test_the_drawing_fills_countries_and_draws_regions_without_style_or_script(client, publish):
    publish("A", **in_region("RU-DA"))
    publish("B", **in_region("AZ-BA"))
    publish("C", **in_region("AZ-BA"))

    svg = drawing(client)

    filled = [path for path in svg.iter(f"{SVG}path") if path.get("fill") == "#1f8391"]
    assert len(filled) == 2
    large, small = (float(circle.get("r")) for circle in svg.iter(f"{SVG}circle"))
    assert large**2 / small**2 == pytest.approx(2, rel=0.02)
    assert {element.tag for element in svg.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "g", "path", "circle", "text")
    }
    assert not [name for element in svg.iter() for name in element.attrib if name in ("style", "class")]


def test_countries_are_named_in_the_language_of_the_page_where_there_is_room(client, publish):
    publish("A", **in_region("RU-DA"))
    publish("B", **in_region("AZ-BA"))

    for prefix, name in (("", "Azerbaijan"), ("/az", "Azərbaycan"), ("/ru", "Азербайджан")):
        svg = ElementTree.fromstring(client.get(f"{prefix}/map/sheet.svg").content)
        assert name in [text.text for text in svg.iter(f"{SVG}text")], prefix


def test_the_sheet_has_the_colours_of_either_scheme_and_nothing_else_differs(client, publish):
    publish("A", **in_region("AZ-BA"))

    light, dark = (client.get(f"/map/sheet{scheme}.svg").content.decode() for scheme in ("", ".dark"))

    assert light != dark
    assert re.sub("#[0-9a-f]{6}", "", light) == re.sub("#[0-9a-f]{6}", "", dark)


def test_a_map_that_is_kept_says_what_it_shows_by_which_rule_of_which_day_and_whose_it_is(
    client, publish, settings
):
    settings.SITE_URL, settings.SITE_NAME = "https://tracker.example", "The Tracker"
    settings.DATA_LICENCE = "CC BY 4.0"
    publish("A", roles=["lawyer"], sample=True, **in_region("AZ-BA"))

    svg = ElementTree.fromstring(client.get("/map/cases.svg?role=lawyer").content)
    words = " ".join(text.text for text in svg.iter(f"{SVG}text"))

    assert "Map: Cases" in words and "lawyer" in words
    assert "A case that happened in several countries counts in each of them" in words
    assert "Cases by country:" in words and "Baku" in words
    assert "The Tracker, " in words and "Data: CC BY 4.0." in words
    assert "https://tracker.example/map/?role=lawyer" in words
    assert "fictional sample" in words


def test_the_picture_is_a_png_to_keep(client, publish):
    publish("A", **in_region("RU-DA"))

    response = client.get("/map/cases.png?location=RU")

    assert response.content.startswith(b"\x89PNG")
    assert "map.png" in response.headers["Content-Disposition"]


def test_an_empty_map_says_so(client, publish):
    publish("A", states=states())

    assert "None of these cases states a place." in client.get("/map/").content.decode()
    assert "No published case matches this search." in client.get("/map/?role=lawyer").content.decode()
    drawing(client, "?role=lawyer")


def test_no_finer_place_than_the_region_is_on_the_map(client, publish):
    where = place(
        country="RU",
        region="RU-DA",
        locality="Kara-Bulak",
        latitude=42.1234,
        longitude=47.5678,
        precision="exact",
    )
    publish("A", identity="withheld", states=states(location=["RU"]), place=where)

    svg = drawing(client)
    (circle,) = svg.iter(f"{SVG}circle")

    latitude, longitude = REGION_CENTRES["RU-DA"]
    x, y = CAUCASUS.on_sheet((longitude, latitude))
    assert (int(circle.get("cx")), int(circle.get("cy"))) == (round(x), round(y))
    assert "Kara-Bulak" not in client.get("/map/").content.decode()


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", **in_region(["RU-DA", "AZ-BA", "GE-TB"][number % 3]))
    client.get("/map/")

    with django_assert_max_num_queries(6):
        client.get("/map/?charge=treason")
    with django_assert_max_num_queries(3):
        client.get("/map/sheet.svg?charge=treason")


WHOLE_WORLD = PlaceFigures(5_000, 0, {code: 5_000 - at for at, code in enumerate(COUNTRIES.codes)}, {})
ALL_REGIONS = PlaceFigures(900, 0, {"AZ": 300, "RU": 300, "GE": 300}, dict.fromkeys(REGIONS.codes, 9))


@pytest.mark.parametrize("figures", [WHOLE_WORLD, ALL_REGIONS, PlaceFigures(9, 0, {"RU": 9}, {})])
def test_the_largest_drawings_are_light(figures):
    assert len(gzip.compress(map_of_cases(figures).encode(), 6)) <= MOST_BYTES


def test_the_map_shows_the_part_of_the_earth_that_holds_most_cases():
    baku, derbent, berlin, lima = (49.9, 40.4), (48.3, 42.1), (13.4, 52.5), (-77.0, -12.0)

    assert closest([(baku, 8), (derbent, 1), (berlin, 1)]) is CAUCASUS
    assert closest([(baku, 5), (berlin, 5)]) is NEAR
    assert closest([(baku, 5), (lima, 5)]) is WORLD
    assert closest([(lima, 5)], extent_of("PE")) is extent_of("PE")
    assert closest([]) is CAUCASUS


def test_cases_in_countries_that_are_not_drawn_are_said():
    figures = PlaceFigures(10, 0, {"AZ": 9, "PE": 1}, {})

    assert figures.extent is CAUCASUS
    assert figures.outside == 1


def test_a_country_too_small_to_be_drawn_is_a_square():
    figures = PlaceFigures(1, 0, {"MC": 1}, {})

    assert "MC" not in dict(paths(figures.extent))
    assert "h18v18h-18z" in map_of_cases(figures)


def test_outlines_are_cut_to_the_sheet():
    for extent in (CAUCASUS, NEAR, WORLD, extent_of("RU"), extent_of("FR")):
        for _code, path in paths(extent):
            for part in path.split("M")[1:]:
                x, y = map(int, part.partition("l")[0].split(","))
                assert -40 <= x <= 1040
                assert -40 <= y <= extent.height + 40


def test_a_country_is_shown_without_what_lies_overseas():
    france = extent_of("FR")

    assert centre_of("FR") in france
    assert (-53.0, 4.0) not in france
    assert extent_of("ZZ") is None


def test_islands_on_both_sides_of_the_180th_meridian_stay_together():
    fiji = extent_of("FJ")

    assert fiji.east - fiji.west < 20
    for country in ("FJ", "WS", "TO", "NZ", "RU", "US"):
        assert centre_of(country) in WORLD, country


def test_an_extent_suits_a_page():
    for country in ("CL", "RU", "AZ", "NO", "VA"):
        extent: Extent = extent_of(country)
        assert 450 <= extent.height <= 1_000, country


@pytest.mark.parametrize(
    ("counts", "classes"),
    [
        ({}, []),
        ({"AZ": 114}, ["114"]),
        ({"AZ": 3, "GE": 1}, ["1", "2–3"]),
        ({"AZ": 38, "GE": 14, "AM": 7, "TR": 2, "RU": 1}, ["1", "2–4", "5–9", "10–19", "20–38"]),
        ({"AZ": 38, "RU": 1}, ["1", "20–38"]),
        ({"AZ": 12_345, "RU": 3_000, "GE": 900}, ["1–999", "2,000–4,999", "10,000–12,345"]),
    ],
)
def test_classes_begin_at_round_numbers_and_leave_nobody_out(counts, classes):
    found = classes_of(counts)

    assert [each.words for each in found] == classes
    assert all(sum(each.holds(number) for each in found) == 1 for number in counts.values())


def test_every_region_of_our_list_has_a_middle_near_its_country():
    assert {*REGIONS.codes} <= {*REGION_CENTRES}
    for code, (latitude, longitude) in REGION_CENTRES.items():
        extent = extent_of(code[:2])
        assert (longitude, latitude) in extent, code


def test_a_country_whose_middle_lies_beside_the_sheet_is_named_within_what_is_seen_of_it():
    [_azerbaijan, russia] = names_on(CAUCASUS, {"AZ": 3, "RU": 2})

    assert russia["text"] == "Russia"
    assert 0 < russia["x"] < 1000 and 0 < russia["y"] < CAUCASUS.on_sheet((45, 42))[1]


def test_names_of_countries_do_not_lie_on_one_another():
    names = names_on(WORLD, dict.fromkeys(COUNTRIES.codes, 1))

    for at, one in enumerate(names):
        for other in names[:at]:
            assert abs(one["y"] - other["y"]) > 20 or abs(one["x"] - other["x"]) > 20, (one, other)
