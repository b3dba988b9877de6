"""An entry of a list typed by keyboard alone from the first cell to the last, with the keys between fields counted."""

import pytest
from django.conf import settings

from cases.models import Case
from tests.browser.test_accessibility import RULES, violations
from tests.browser.test_the_whole_path import log_in
from tests.factories import SourceFactory

pytestmark = pytest.mark.browser

ADDRESS = "/admin/cases/case/from-a-list/"
ENTRY = {
    "name": "Orxan Uydurmalı",
    "birth_date": "1985",
    "roles": "journalist",
    "articles": "234.4.3, 28-228.1, 204.3.1, 193-1.2, 213.2",
    "court": "An invented court",
    "verdict": "G",  # the first letter chooses it
    "verdict_on": "20.1.2025",
    "term": "8 il 6 ay",
    "arrested_on": "3.10.2024",
    "place": "Uydurma",
    "remand_until": "3.2.2025",
    "held_at": "14 saylı uydurma müəssisə",
    "later-0-kind": "Appeal f",
    "later-0-date": "10.2.2025",
    "summary": "An invented journalist was convicted.",
}
MOST_KEYS = 60
"""Keys between fields that an entry of five articles, a sentence and an appeal may take; a spreadsheet takes 12."""


def at(page):
    return page.evaluate("() => document.activeElement.name || ''")


@pytest.mark.parametrize("script", [True, False])
def test_an_entry_takes_few_keys_between_its_fields_and_one_save(open_sheet, script):
    source = SourceFactory(title="An invented list")
    sheet = open_sheet(width=1280, script=script)
    log_in(sheet, "entry")
    sheet.visit(ADDRESS)
    page = sheet.page
    if script:
        page.locator("#id_source + .select2 .select2-selection").focus()
        page.keyboard.type("invented li")
        page.locator(".select2-results__option--highlighted", has_text=source.title).wait_for()
        page.keyboard.press("Enter")
    else:
        choose = "pk => document.getElementById('id_source').append(new Option('', pk, true, true))"
        page.evaluate(choose, source.pk)  # as the entry before left it
    page.locator("#id_country").fill("AZ")
    page.locator("#id_as_of").fill("2025-06-01")
    keys = 0
    for name, typed in ENTRY.items():
        while at(page) != name:
            page.keyboard.press("Tab")
            keys += 1
            assert keys < 200, name
        page.keyboard.type(typed)
    page.keyboard.press("Tab")  # past the private notes
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()

    case = Case.objects.get()
    assert keys + 3 <= MOST_KEYS
    assert (case.charges.count(), case.sentences.get().words) == (5, "8 il 6 ay")
    assert set(case.events.values_list("kind", flat=True)) == {
        "arrest",
        "remand",
        "verdict_guilty",
        "appeal_filed",
        "confirmed_still_held",
    }
    assert page.locator("#id_country").input_value() == "AZ"
    assert page.locator("#id_name").input_value() == ""


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_form_fits_its_window_and_breaks_no_rule(open_sheet, language):
    found = {}
    for width in (360, 1280):
        sheet = open_sheet(width=width)
        log_in(sheet, "entry")
        at_desk = f"{sheet.site}/admin/"
        sheet.context.add_cookies(
            [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": at_desk}]
        )
        faults = sheet.visit(ADDRESS) + sheet.layout_faults() + violations(sheet.page, RULES)
        if faults:
            found[width] = faults

    assert found == {}
