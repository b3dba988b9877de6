"""Hiding a person as an editor does in a browser: what would be masked, what was, and a second person who lifts it."""

import pytest

from tests.browser.test_the_whole_path import log_in, press
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory, take_to_public

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME = "Zarema Kayanova"


@pytest.fixture
def person(db):
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    return person


def told(sheet):
    return sheet.page.locator(".messagelist li").all_inner_texts()


def test_an_editor_sees_what_hiding_masks_before_and_after(open_sheet, person):
    CampaignFactory(title="Crackdown", summary=f"Among them {NAME}.", published=True)
    CaseFactory(title="A colleague held", summary="Зарему Каянову задержали. Каянова молчит.", published=True)
    case = CaseFactory(
        title="A third",
        source=SourceFactory(title=f"{NAME} sentenced", url="https://n.example/zarema-kayanova"),
    )
    take_to_public(case)
    CaseFactory(title="Another", summary="Kayanova spoke of the sea.", published=True)
    editor, second = open_sheet(), open_sheet()
    log_in(editor, "entry")

    assert editor.visit(f"/admin/cases/person/{person.pk}/change/") == []
    press(editor, editor.page.get_by_role("link", name="The name in public texts"))
    assert editor.page.get_by_role("heading", name="Would be masked").count() == 1
    assert editor.page.locator("del", has_text="Зарему Каянову").count() == 1
    editor.visit(f"/admin/cases/person/{person.pk}/change/")
    editor.page.locator("#id_identity").select_option("withheld")
    press(editor, editor.page.get_by_role("button", name="Save and continue editing").last)
    assert any("is hidden now" in each for each in told(editor))
    press(editor, editor.page.get_by_role("link", name="See which words"))

    assert editor.page.get_by_role("heading", name="Masked").count() == 1
    assert editor.page.get_by_role("button", name="put the name back").count() == 0
    log_in(second, "publisher")
    assert second.visit(f"/admin/cases/person/{person.pk}/name/") == []
    row = second.page.locator(".masked-texts > li", has_text="Crackdown")
    row.get_by_label("Why").fill("A namesake.")
    press(second, row.get_by_role("button", name="put the name back"))
    assert told(second) == ["Decided."]
    assert second.page.locator(".masked-texts > li", has_text="A namesake.").count() == 1
