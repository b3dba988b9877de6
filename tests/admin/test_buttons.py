"""Each button needs its permission, calls one step, and shows why a step was refused."""

import pytest

from cases.models import Case, Place
from cases.workflow.document import document_of
from cases.workflow.publishing import digest_of
from tests.admin.forms import form_to, forms_of, record_form
from tests.factories import CampaignFactory, CaseFactory, EventFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


def page_of(client, record, step="change"):
    return client.get(f"/admin/cases/{record._meta.model_name}/{record.pk}/{step}/")


def post(client, record, step, **data):
    """A button pressed on the record as it is now."""
    kind = record._meta.model_name
    address = f"/admin/cases/{kind}/{record.pk}/{step}/"
    seen = {"edit_version": record.edit_version}
    if step == "publish":
        seen["digest"] = digest_of(document_of(record))
    return client.post(address, {**seen, **data}, follow=True)


@pytest.mark.parametrize(
    ("step", "allowed"),
    [
        ("submit", {"entry", "reviewer", "publisher", "admin"}),
        ("return", {"reviewer", "publisher", "admin"}),
        ("publish", {"publisher", "admin"}),
        ("withdraw", {"publisher", "admin"}),
    ],
)
@pytest.mark.parametrize("who", ["entry", "reviewer", "publisher", "admin"])
@pytest.mark.parametrize("factory", [CaseFactory, CampaignFactory])
def test_a_step_is_for_those_who_may(factory, who, step, allowed, browser):
    record = factory()

    answer = post(browser(who), record, step, reason="because", how="silent")

    assert (answer.status_code == 403) == (who not in allowed)


@pytest.mark.parametrize("step", ["submit", "return", "confirm_held"])
def test_a_step_is_never_taken_by_a_link(step, browser):
    assert page_of(browser("publisher"), CaseFactory(submitted=True), step).status_code == 405


def test_who_is_not_signed_in_takes_no_step(client, db):
    case = CaseFactory(submitted=True)

    answer = client.post(f"/admin/cases/case/{case.pk}/publish/", {"edit_version": case.edit_version})

    assert answer.status_code == 302
    assert Case.objects.get().published_version is None


def test_return_gives_the_reason_to_the_editor(browser):
    case = CaseFactory(submitted=True)
    client = browser("reviewer")
    form = form_to(page_of(client, case), "return/").set("reason", "Which article of law?")

    client.post(f"/admin/cases/case/{case.pk}/return/", form.data(None))

    page = page_of(browser("entry"), case).content.decode()
    assert Case.objects.get().state == "draft"
    assert "Returned by reviewer: Which article of law?" in page


def test_who_edited_cannot_publish_and_is_told_why(browser):
    case = CaseFactory(submitted=True)
    client = browser("publisher")
    address = f"/admin/cases/case/{case.pk}/whole/"
    client.post(address, record_form(client.get(address)).set("title", "Mine").data("_submit"))
    case.refresh_from_db()

    answer = post(client, case, "publish")

    assert Case.objects.get().published_version is None
    assert "a colleague has to publish it" in answer.content.decode()


def test_superusers_get_no_shortcut(browser):
    client = browser("admin")
    user = CaseFactory(submitted=True).edited_by
    user.is_superuser = True
    user.save()
    client.force_login(user)

    answer = post(client, Case.objects.get(), "publish")

    assert "a colleague has to publish it" in answer.content.decode()


def test_publishing_needs_the_version_that_was_reviewed(browser):
    case = CaseFactory(submitted=True)
    client = browser("publisher")
    review = next(
        form for form in forms_of(page_of(client, case, "publish")) if "edit_version" in form.offered
    )
    Case.objects.update(edit_version=case.edit_version + 1)

    answer = client.post(f"/admin/cases/case/{case.pk}/publish/", review.data(None), follow=True)

    assert Case.objects.get().published_version is None
    assert "was changed after you opened it" in answer.content.decode()


def test_the_review_page_shows_what_changed_since_the_public_version(browser):
    case = CaseFactory(published=True, title="Old title")
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    client.post(address, record_form(client.get(address)).set("title", "New title").data("_submit"))

    page = page_of(browser("publisher"), case, "publish").content.decode()

    assert "<h3>Title</h3>" in page and "<del>Old title</del>" in page
    assert "<ins>New title</ins>" in page


def test_the_review_page_names_protected_persons_and_asks_for_a_confirmation(browser):
    PersonFactory(name="Leyla Gizli", identity="withheld")
    case = CaseFactory(submitted=True, summary="She was seen with Leyla Gizli.")
    client = browser("publisher")

    page = page_of(client, case, "publish")
    refused = post(client, case, "publish")
    post(client, case, "publish", confirmed_homonyms="1")

    assert "Leyla Gizli" in page.content.decode()
    assert "Confirm that it means somebody else" in refused.content.decode()
    assert Case.objects.get().published_version == 1


def test_what_is_missing_is_listed_at_once_with_links_to_the_fields(browser):
    case = CaseFactory(person=None, origin=[], location=[])

    page = page_of(browser("entry"), case).content.decode()

    assert 'href="#line-record-who"' in page
    assert 'href="#line-record-where"' in page


def test_the_strip_links_problems_to_rows_too(browser):
    case = CaseFactory()
    case.violations.all().delete()

    assert 'href="#violations-group"' in page_of(browser("entry"), case).content.decode()


@pytest.mark.parametrize("how", ["announced", "silent"])
def test_withdrawing_asks_first_and_needs_a_reason(how, browser):
    case = CaseFactory(published=True)
    client = browser("publisher")
    form = next(form for form in forms_of(page_of(client, case, "withdraw")) if "how" in form.offered)

    without = client.post(
        f"/admin/cases/case/{case.pk}/withdraw/", {**form.data(None), "how": how}, follow=True
    )
    still = Case.objects.get().published_version
    client.post(f"/admin/cases/case/{case.pk}/withdraw/", {"reason": "Safety.", "how": how})

    assert "Say why it is withdrawn." in without.content.decode()
    assert still == 1
    assert Case.objects.get().state == "withdrawn"
    assert Case.objects.get().reviews.first().is_announced == (how == "announced")


def test_withdrawing_needs_the_choice_between_announced_and_silent(browser):
    case = CaseFactory(published=True)

    answer = post(browser("publisher"), case, "withdraw", reason="Safety.")

    assert "Choose whether the withdrawal is announced." in answer.content.decode()
    assert Case.objects.get().published_version == 1


def test_confirmed_still_held_takes_a_date_and_a_source(browser):
    event = EventFactory(kind="detained")
    source = SourceFactory(title="Letter of a lawyer")
    client = browser("entry")
    form = form_to(page_of(client, event.case), "confirm_held/")
    form.set("confirm-date", "2025-03-01").set("confirm-source", source.pk)

    client.post(f"/admin/cases/case/{event.case.pk}/confirm_held/", form.data(None))

    confirmed = event.case.events.get(kind="confirmed_still_held")
    assert confirmed.date.text == "2025-03-01"
    assert confirmed.citations.get().source == source
    assert str(Case.objects.get().last_checked_date) == "2025-03-01"


def test_confirmed_still_held_may_say_where(browser):
    event = EventFactory(kind="detained")
    prison = Place.objects.create(name="Prison No. 14", country="AZ")
    client = browser("entry")
    form = form_to(page_of(client, event.case), "confirm_held/")
    form.set("confirm-date", "2025-03-01").set("confirm-source", SourceFactory().pk).set(
        "confirm-place", prison.pk
    )

    client.post(f"/admin/cases/case/{event.case.pk}/confirm_held/", form.data(None))

    assert event.case.events.get(kind="confirmed_still_held").place == prison
    assert "At Prison No. 14, as of 1 March 2025" in page_of(client, event.case).content.decode()


def test_confirmed_still_held_without_a_source_is_refused(browser):
    event = EventFactory(kind="detained")

    answer = browser("entry").post(
        f"/admin/cases/case/{event.case.pk}/confirm_held/", {"confirm-date": "2025-03-01"}, follow=True
    )

    assert event.case.events.count() == 1
    assert "This field is required." in answer.content.decode()


def test_nobody_deletes_what_was_ever_public(browser):
    client = browser("admin")
    user = CaseFactory(published=True).edited_by
    user.is_superuser = True
    user.save()
    client.force_login(user)
    case = Case.objects.get()

    while_public = page_of(client, case, "delete").status_code
    post(client, case, "withdraw", reason="Safety.", how="silent")
    withdrawn = page_of(client, case, "delete").status_code
    draft = page_of(client, CaseFactory(), "delete").status_code

    assert (while_public, withdrawn, draft) == (403, 403, 200)


def test_a_campaign_goes_through_the_same_door(browser):
    client = browser("entry")
    source = SourceFactory()
    form = record_form(client.get("/admin/cases/campaign/add/"))
    form.fill(title="Crackdown before COP29", summary="Arrests.", states="AZ")
    form.add("citations", source=source.pk)
    client.post("/admin/cases/campaign/add/", form.data("_submit"))
    campaign = source.citations.get().campaign

    answer = post(browser("publisher"), campaign, "publish")

    campaign.refresh_from_db()
    assert campaign.published_version == 1, answer.content.decode()


def test_an_edit_of_a_submitted_case_says_that_it_is_a_draft_again(browser):
    case = CaseFactory(submitted=True)
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    edited = client.post(
        address, record_form(client.get(address)).set("title", "New").data(), follow=True
    ).content.decode()
    again = client.post(
        address, record_form(client.get(address)).set("title", "Newer").data("_submit"), follow=True
    )

    assert "it is a draft again. Submit it when it is ready." in edited
    assert "draft again" not in again.content.decode()
    assert Case.objects.get().state == "submitted"


def test_save_and_submit_without_a_change_says_so(browser):
    case = CaseFactory(submitted=True)
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    page = client.post(
        address, record_form(client.get(address)).data("_submit"), follow=True
    ).content.decode()

    assert f"Nothing in “{case}” was changed." in page
    assert "It is submitted already." in page
    assert "was saved" not in page


def test_the_review_page_offers_no_publishing_where_it_would_be_refused(browser, settings):
    settings.SELF_PUBLISHING = False
    ready, unready = CaseFactory(submitted=True), CaseFactory(submitted=True)
    unready.violations.all().delete()
    client = browser("publisher")

    offered = page_of(client, ready, "publish").content.decode()
    incomplete = page_of(client, unready, "publish").content.decode()
    address = f"/admin/cases/case/{ready.pk}/whole/"
    client.post(address, record_form(client.get(address)).set("title", "Mine").data("_submit"))
    own = page_of(client, ready, "publish").content.decode()

    assert "Publish this text" in offered
    assert "Publish this text" not in incomplete and "It cannot be published yet" in incomplete
    assert "Publish this text" not in own and "a colleague has to publish it" in own


def test_a_first_publication_is_read_in_one_column_and_in_plain_words(browser):
    case = CaseFactory(submitted=True, start_date="2024-05")

    page = page_of(browser("publisher"), case, "publish").content.decode()

    assert "Public now" not in page and "<ins>" not in page
    assert "May 2024" in page and "2024-05" not in page
    assert "Url:" not in page and "Target:" not in page


def test_a_returned_case_says_why_at_the_front(browser):
    case = CaseFactory(submitted=True)
    post(browser("reviewer"), case, "return", reason="Which article of law?")

    assert "Returned: Which article of law?" in browser("entry").get("/admin/").content.decode()


@pytest.mark.parametrize(("how", "said"), [("announced", ", announced"), ("silent", ", silent")])
def test_a_withdrawal_is_remembered_as_announced_or_silent(how, said, browser):
    case = CaseFactory(published=True)
    client = browser("publisher")
    post(client, case, "withdraw", reason="Safety.", how=how)

    strip = page_of(client, case).content.decode()
    history = page_of(client, case, "history").content.decode()

    assert f"{said}</span>" in strip
    assert f"{said}</strong>" in history
