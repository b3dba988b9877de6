"""Hiding at once as an editor meets it: by keyboard and without script, in narrow windows, in every language."""

import pytest
from django.conf import settings as configured

from cases.models import Hiding
from cases.models.record import kind_of
from cases.workflow.hiding import ask_to_show, hide
from tests.browser.test_accessibility import RULES, violations
from tests.browser.test_the_whole_path import log_in, told
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.browser


def address(record, step: str = "hide") -> str:
    return f"/admin/cases/{kind_of(record)}/{record.pk}/{step}/"


def tab_to(page, locator: str, words: str) -> None:
    for _press in range(200):
        page.keyboard.press("Tab")
        if page.locator(f"{locator}:focus", has_text=words).count():
            return
    raise AssertionError(f"no {locator} “{words}” can be reached by keyboard")


def press_enter(page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_case_is_hidden_asked_for_and_shown_again_by_keyboard_without_script(open_sheet):
    case = CaseFactory(published=True)
    entry, publisher = open_sheet(script=False), open_sheet(script=False)
    log_in(entry, "entry")
    entry.visit(address(case, "change"))

    tab_to(entry.page, "a", "Hide at once…")
    press_enter(entry.page)
    tab_to(entry.page, "button", "Hide at once")
    press_enter(entry.page)

    assert "Hidden. Its public addresses answer as if it had never existed." in told(entry.page)
    assert open_sheet(script=False).visit(f"/cases/{case.reference}/", status=404) == []

    tab_to(entry.page, "a", "What can be done now")
    press_enter(entry.page)
    entry.page.fill("input[name=reason]", "It was a mistake")
    tab_to(entry.page, "button", "Ask to show it again")
    press_enter(entry.page)
    log_in(publisher, "publisher")
    tab_to(publisher.page, f'a[href="{address(case)}"]', str(case))
    press_enter(publisher.page)
    tab_to(publisher.page, "button", "Agree and show it again")
    press_enter(publisher.page)

    assert "Shown again." in told(publisher.page)
    assert open_sheet(script=False).visit(f"/cases/{case.reference}/") == []


def pages(cases: list) -> dict[str, str]:
    to_hide, hidden, asked = cases
    kinds = [CampaignFactory(published=True), PersonFactory(), SourceFactory()]
    return {
        "form": address(to_hide, "change"),
        "hide-case": address(to_hide),
        **{f"hide-{kind_of(each)}": address(each) for each in kinds},
        **{f"form-{kind_of(each)}": address(each, "change") for each in kinds},
        "hidden": address(hidden),
        "hidden-form": address(hidden, "change"),
        "asked": address(asked),
        "front": "/admin/",
    }


@pytest.mark.parametrize("language", [code for code, _name in configured.LANGUAGES])
def test_the_pages_fit_and_break_no_rule(open_sheet, language):
    cases = [CaseFactory(published=True, title=title) for title in ("To hide", "Hidden", "Asked back")]
    hide(cases[1], by=UserFactory(username="entry"), reason="A threat by telephone")
    hide(cases[2], by=UserFactory(username="entry"), reason="A threat")
    ask_to_show(cases[2], by=UserFactory(username="reviewer"), reason="It was another person of that name")
    Hiding.objects.filter(case=cases[2]).update(is_beyond_limit=True)
    folder = configured.VAR / "screenshots"
    folder.mkdir(exist_ok=True)

    # Before anybody logs in: making staff sets their passwords, which ends their sessions.
    addresses, found = pages(cases), {}
    for width in (360, 1280):
        sheet = open_sheet(width=width)
        log_in(sheet, "publisher")
        name = f"{configured.LANGUAGE_COOKIE_NAME}"
        sheet.context.add_cookies([{"name": name, "value": language, "url": f"{sheet.site}/admin/"}])
        for page, path in addresses.items():
            faults = sheet.visit(path)
            assert sheet.page.url.endswith(path)
            if not page.startswith(("form", "front", "hidden-form")):
                faults += sheet.layout_faults() + violations(sheet.page, RULES)
            if faults:
                found[page, width] = faults
            sheet.page.screenshot(path=folder / f"hiding-{page}-{language}-{width}.png")

    assert found == {}
