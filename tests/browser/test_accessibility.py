"""Every public page as it is given to everybody: three languages, two widths, light and dark, and axe finds nothing.

axe is injected only after what the page itself did has been heard, since the content policy refuses it like any other
script that is not ours.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.records import publish_one_of_each
from tracker.languages import in_language

pytestmark = pytest.mark.browser

AXE = Axe()

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}


def violations(page, options) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [
        f"{each['id']}: {node['html'][:160]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for each in found
        for node in each["nodes"][:3]
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "width", "other"), [("en", 360, 1280), ("az", 1280, 360), ("ru", 360, 1280)]
)
def test_axe_finds_nothing(open_sheet, language, width, other):
    """Nothing is wider than the window at both widths; axe, which takes most of the time, looks at one of them."""
    pages = publish_one_of_each()
    sheet = open_sheet(width=width)

    faults = {}
    for name, (path, status) in pages.items():
        sheet.page.emulate_media(color_scheme="light")
        found = sheet.visit(in_language(path, language), status=status) + sheet.layout_faults()
        assert sheet.page.evaluate("() => document.documentElement.lang") == language
        found += violations(sheet.page, RULES)
        sheet.page.emulate_media(color_scheme="dark")
        found += [f"dark: {each}" for each in violations(sheet.page, CONTRAST)]
        sheet.page.set_viewport_size({"width": other, "height": 800})
        found += [f"{other} px: {each}" for each in sheet.layout_faults()]
        sheet.page.set_viewport_size({"width": width, "height": 800})
        if found:
            faults[name] = found

    assert faults == {}


def test_what_axe_would_say_is_heard(open_sheet):
    """The control: without it, silence above would prove nothing."""
    sheet = open_sheet()
    sheet.visit("/data/")
    sheet.page.evaluate(
        "() => { document.querySelector('h1').innerHTML = '<img src=\"/static/img/favicon.svg\">'; }"
    )

    assert any("image-alt" in each for each in violations(sheet.page, RULES))
