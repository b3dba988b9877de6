"""The desk in the language a person chose: the choice itself, and what follows it."""

import re

import pytest
from django.test import Client

from cases.models import Case
from tests.factories import CaseFactory
from tests.translating import speak_russian

pytestmark = pytest.mark.django_db

CHOICE = "/admin/language/"


def language_of(response) -> str:
    return re.search(r'<html lang="([a-z]+)"', response.content.decode())[1]


def test_a_choice_is_kept_and_changes_the_desk_only(client):
    answer = client.post(
        CHOICE, {"language": "ru", "next": "/admin/login/?next=/admin/cases/case/%3Fwork%3Dmine"}
    )

    assert (answer.status_code, answer["Location"]) == (
        302,
        "/admin/login/?next=/admin/cases/case/%3Fwork%3Dmine",
    )
    assert answer.cookies["desk_language"]["path"] == "/admin/"
    assert language_of(client.get("/admin/login/", headers={"accept-language": "az"})) == "ru"
    assert language_of(client.get("/")) == "en"


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", ""]
)
def test_a_choice_leads_to_no_other_host(address, client):
    answer = client.post(
        CHOICE, {"language": "ru", "next": address}, headers={"referer": "https://evil.example/"}
    )

    assert answer["Location"] == "/"


def test_a_language_nobody_offers_changes_nothing(client):
    client.post(CHOICE, {"language": "de", "next": "/admin/login/"})

    assert language_of(client.get("/admin/login/", headers={"accept-language": "az"})) == "az"


def test_the_page_to_sign_in_on_offers_the_choice_with_its_token():
    client = Client(enforce_csrf_checks=True)
    page = client.get("/admin/login/?next=/admin/").content.decode()
    form = re.search(r'<form method="post"\s+action="/admin/language/".*?</form>', page, re.DOTALL)[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]

    without = client.post(CHOICE, {"language": "az", "next": "/admin/"})
    answer = client.post(CHOICE, {"language": "az", "next": "/admin/", "csrfmiddlewaretoken": token})

    assert 'name="next" value="/admin/login/?next=/admin/"' in form
    assert re.findall(r'value="(en|az|ru)"', form) == ["en", "az", "ru"]
    assert without.status_code == 403
    assert answer.cookies["desk_language"].value == "az"


def test_from_the_page_that_says_good_bye_one_comes_back_to_the_desk(browser):
    page = browser("entry").post("/admin/logout/").content.decode()

    assert 'name="next" value="/admin/"' in page


def test_codes_and_dates_are_read_in_the_language_of_the_desk(browser):
    client = browser("entry")
    client.cookies["desk_language"] = "ru"
    case = CaseFactory(start_date="2024-10")

    form = client.get(f"/admin/cases/case/{case.pk}/whole/").content.decode()
    echo = client.get("/admin/date-echo/", {"date": "2024-10", "words": ""}).json()

    assert ">Один человек</option>" in form
    assert '<output class="partial-date-echo">октябрь 2024 год' in form
    assert echo["text"].startswith("октябрь 2024 год")


def test_what_is_wrong_with_a_date_is_told_in_the_language_of_the_desk(browser, settings, tmp_path):
    speak_russian(
        settings,
        tmp_path,
        {"There is no day %(day)d in month %(month)d.": "В месяце %(month)d нет дня %(day)d."},
    )
    client = browser("entry")
    client.cookies["desk_language"] = "ru"

    echo = client.get("/admin/date-echo/", {"date": "2024-02-30"}).json()

    assert echo == {"text": "В месяце 2 нет дня 30.", "is_error": True}


def test_names_of_fields_and_refusals_are_translated(browser, settings, tmp_path):
    words = {
        "summary": "описание",
        "Choose whether the withdrawal is announced.": "Выберите, объявлять ли об отзыве.",
    }
    speak_russian(settings, tmp_path, words)
    case = CaseFactory(published=True)
    client = browser("publisher")
    client.cookies["desk_language"] = "ru"

    form = client.get(f"/admin/cases/case/{case.pk}/whole/").content.decode()
    refused = client.post(f"/admin/cases/case/{case.pk}/withdraw/", {"reason": "x"}).content.decode()

    assert re.search(r'for="id_summary"[^>]*>\s*Описание', form)
    assert words["Choose whether the withdrawal is announced."] in refused
    assert Case.objects.get().is_public
