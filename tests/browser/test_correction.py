"""A correction sent by keyboard from a real browser, which says by itself where the form comes from."""

import pytest

from cases.inbox.correction import Correction
from tests.browser.records import publish_one_of_each

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_mistake_is_shown_first_and_then_it_is_sent(open_sheet, monkeypatch, script):
    monkeypatch.setattr("cases.public.corrections.form.SHORTEST_SECONDS", -1)
    path = publish_one_of_each()["correction"][0]
    sheet = open_sheet(script=script, width=360)
    assert sheet.visit(path) == []
    page = sheet.page

    page.locator("#id_record").fill("the teacher")
    page.keyboard.press("Tab")
    page.keyboard.type("It began in March.\nNot in April.")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("#problems:focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_record:focus")
    assert page.locator("#id_wrong").input_value() == "It began in March.\nNot in April."
    assert sheet.layout_faults() == []

    page.locator("#id_record").fill("")
    page.keyboard.press("Enter")
    page.wait_for_url("**/corrections/received/")
    assert Correction.objects.get().wrong.splitlines() == ["It began in March.", "Not in April."]
    assert sheet.context.cookies() == []
