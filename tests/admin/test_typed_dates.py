"""Dates at the desk: the same grammar in every field, exact days among them, and at once how each was understood."""

from datetime import date

import pytest

from cases.models import Case
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db
SAID = {"en": "5 December 2026", "az": "5 dekabr 2026", "ru": "5 декабря 2026 года"}
EXACT = ["publish_embargo_until", "consent_expires_date", "risk_review_date", "last_checked_date"]


def posted(client, case, **typed):
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address))
    for name, value in typed.items():
        form.set(name, value)
    return client.post(address, form.data())


@pytest.mark.parametrize("language", SAID)
def test_the_day_comes_first_whatever_the_language_of_the_desk(browser, language):
    case = CaseFactory()
    client = browser("entry")
    client.post("/admin/language/", {"language": language})

    echo = client.get("/admin/date-echo/", {"date": "05/12/2026", "kind": "plan", "exact": "1"}).json()
    answer = posted(client, case, publish_embargo_until="05/12/2026", risk_review_date="1 апр. 2024 г.")
    page = client.get(f"/admin/cases/case/{case.pk}/whole/").content.decode()

    case = Case.objects.get()
    assert answer.status_code == 302
    assert (case.publish_embargo_until, case.risk_review_date) == (date(2026, 12, 5), date(2024, 4, 1))
    assert echo == {"text": SAID[language], "is_error": False}
    assert f'<output class="partial-date-echo">{SAID[language]}</output>' in page
    assert 'value="2026-12-05"' in page


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize(
    "typed", ["2024", "May 2024", "3-5 May 2024", "around 3 May 2024", "3 May", "before 3 May 2024"]
)
def test_an_exact_day_is_refused_where_less_is_said(name, typed):
    field = Case._meta.get_field(name).formfield()

    with pytest.raises(Exception, match="One exact day is needed here") as refusal:
        field.clean(typed)

    assert typed in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("name", "typed", "complaint"),
    [
        ("last_checked_date", "05/12/2126", "lies in the future"),
        ("risk_review_date", "1402/07/15", "Is it of another calendar?"),
        ("publish_embargo_until", "05/12/2626", "lies too far in the future"),
        ("consent_expires_date", "31 April 2027", "There is no day 31 in month 4."),
        ("start_date_0", "2204", "lies in the future"),
        ("end_date_0", "1111", "Is it mistyped, or of another calendar?"),
    ],
)
def test_each_field_has_its_bounds_and_what_was_typed_stays(browser, name, typed, complaint):
    answer = posted(browser("entry"), CaseFactory(), **{name: typed})

    assert answer.status_code == 200
    assert complaint in " ".join(answer.context["adminform"].form.errors[name.removesuffix("_0")])
    assert record_form(answer)[name] == typed


@pytest.mark.parametrize(
    ("asked", "text", "is_error"),
    [
        ({"date": "2027", "kind": "plan"}, "2027", False),
        ({"date": "1860", "kind": "birth"}, "1860", False),
        ({"date": "1860", "kind": "fact"}, "The year 1860 is before 1900.", True),
        ({"date": "1860"}, "The year 1860 is before 1900.", True),
        ({"date": "2024", "kind": "plan", "exact": "1"}, "One exact day is needed here", True),
        ({"date": "", "kind": "plan", "exact": "1"}, "", False),
        ({"date": "summer 2014", "kind": "fact"}, "between June and August 2014 (“summer 2014”)", False),
    ],
)
def test_the_echo_knows_which_field_it_stands_under(browser, asked, text, is_error):
    echo = browser("entry").get("/admin/date-echo/", asked).json()

    assert echo["text"].startswith(text)
    assert echo["is_error"] == is_error


def test_the_echo_of_an_unknown_kind_of_field_is_refused(browser):
    assert browser("entry").get("/admin/date-echo/", {"date": "2024", "kind": "x"}).status_code == 400


def test_the_words_stay_where_the_kept_date_says_less(browser):
    case = CaseFactory()

    posted(browser("entry"), case, start_date_0="letom 2014", start_date_1="")
    refused = Case.objects.get().start_date
    posted(browser("entry"), case, start_date_0="летом 2014")

    start = Case.objects.get().start_date
    assert not refused
    assert (start.text, start.words) == ("2014-06/2014-08", "летом 2014")
