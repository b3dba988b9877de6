"""The form for corrections: what is kept, what is refused, and that nothing typed is ever lost."""

import re
import time
from urllib.parse import urlencode

import pytest
from django.core.signing import TimestampSigner, b62_encode
from django.db import connection
from django.test import Client

from cases.inbox.correction import Correction
from cases.inbox.limits import LONGEST_TEXT
from tests.factories import CaseFactory
from tests.register.documents import case_document

pytestmark = pytest.mark.django_db

FROM_HERE = {"sec-fetch-site": "same-origin"}
TEXT = "The trial began in March."
DAY = 24 * 3600


def given_out(seconds: int, *, salt: str = "form", value: str = "") -> str:
    """What a form carries that was given out so many seconds ago."""

    class Earlier(TimestampSigner):
        def timestamp(self):
            return b62_encode(int(time.time()) - seconds)

    return Earlier(salt=f"cases.public.corrections.{salt}").sign(value)


def send(headers=FROM_HERE, *, path="/corrections/", age=60, address="127.0.0.1", **fields):
    """Post the form as a browser would that has no cookie of ours; it was given out `age` seconds ago."""
    typed = {"record": "", "wrong": TEXT, "proposal": "", "contact": "", "subject": ""}
    body = typed | {"opened": given_out(age)} | fields
    return Client(enforce_csrf_checks=True).post(
        path,
        urlencode(body),
        content_type="application/x-www-form-urlencoded",
        headers=headers,
        REMOTE_ADDR=address,
    )


def sent_last() -> Correction:
    return Correction.objects.get()


def test_what_is_sent_is_kept_and_nothing_else(client):
    answer = send(
        {**FROM_HERE, "user-agent": "Mozilla", "cookie": "sessionid=1"},
        record="https://tracker.example.org/ru/cases/C-7K3F-9Q2M-T4XW/",
        proposal="April: https://news.example/1",
        contact="somebody@mail.example",
    )

    kept = sent_last()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/corrections/received/")
    assert not answer.cookies
    assert (kept.record, kept.wrong, kept.proposal, kept.contact, kept.language, kept.state) == (
        "C-7K3F-9Q2M-T4XW",
        TEXT,
        "April: https://news.example/1",
        "somebody@mail.example",
        "en",
        "new",
    )
    assert (kept.received_at.minute, kept.received_at.second, kept.received_at.microsecond) == (0, 0, 0)
    assert "What happens next" in client.get(answer.headers["Location"]).content.decode()


def test_the_language_of_the_page_is_kept_and_stays(client):
    answer = send(path="/ru/corrections/")

    assert answer.headers["Location"] == "/ru/corrections/received/"
    assert sent_last().language == "ru"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "http://testserver"},
        {"origin": "https://tracker.example.org"},
    ],
)
def test_a_form_sent_from_here_is_taken(headers, settings):
    settings.SITE_URL = "https://tracker.example.org"

    assert send(headers).status_code == 302
    assert Correction.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://elsewhere.example"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_sent_from_anywhere_else_is_refused_with_its_text(headers):
    answer = send(headers)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "did not say that this form was sent from our own page" in page
    assert TEXT in page
    assert Correction.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "message", "field"),
    [
        ({"wrong": " "}, "Say what is wrong", "id_wrong"),
        ({"wrong": "x" * (LONGEST_TEXT + 1)}, "at most 5000 characters", "id_wrong"),
        ({"record": "the teacher"}, "There is no reference in this", "id_record"),
        ({"contact": "x" * 301}, "at most 300 characters", "id_contact"),
        ({"proposal": "https://a.example " * 11}, "more than ten links", "id_proposal"),
    ],
)
def test_what_cannot_be_taken_is_named_and_kept_on_the_page(fields, message, field):
    answer = send(**({"proposal": "kept as typed"} | fields))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in page
    assert re.search(rf'id="{field}_error">[^<]*{message}', page)
    assert re.search(rf'aria-describedby="[^"]*{field}_error"', page)
    assert fields.get("proposal", "kept as typed").strip() in page
    assert "autofocus" in page
    assert Correction.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"subject": "Buy now"}, "as programs do"),
        ({"age": 1}, "came back at once"),
        ({"age": 3 * DAY}, "more than two days"),
        ({"opened": ""}, "more than two days"),
        ({"opened": "made:up:moment"}, "more than two days"),
    ],
)
def test_what_looks_like_a_program_is_asked_to_try_again(fields, message):
    answer = send(**fields)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page, page
    assert TEXT in page and "Buy now" not in page
    assert Correction.objects.count() == 0


def test_a_form_that_was_open_for_too_long_gets_a_new_moment():
    page = send(age=3 * DAY).content.decode()

    again = re.search(r'name="opened" value="([^"]+)"', page)[1]
    assert TimestampSigner(salt="cases.public.corrections.form").unsign(again, max_age=10) == ""


def test_the_same_is_not_taken_twice_and_nobody_is_told():
    first = send()

    answer = send(wrong=f"  {TEXT.replace(' ', '  ')} ")

    assert (answer.status_code, answer.headers["Location"]) == (first.status_code, first.headers["Location"])
    assert Correction.objects.count() == 1


def test_a_file_cannot_be_sent(client):
    assert client.post("/corrections/", {"wrong": TEXT}, headers=FROM_HERE).status_code == 400


def as_role(rights: str):
    """Go on as a database role with these rights on the inbox alone."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE inbox_test_reader; {rights}; SET LOCAL ROLE inbox_test_reader")


def test_a_role_that_may_insert_and_see_the_hours_is_enough_and_reads_nothing():
    as_role("GRANT INSERT, SELECT (received_at) ON cases_correction TO inbox_test_reader")

    assert send().status_code == 302

    for column in ("wrong", "contact", "note"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_column_privilege('cases_correction', %s, 'SELECT')", [column])
            assert cursor.fetchone() == (False,)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert sent_last().wrong == TEXT


def test_where_nothing_can_be_inserted_the_page_gives_the_address_and_keeps_what_was_typed(client, settings):
    settings.CONTACT_ADDRESS = "desk@tracker.example"
    as_role("SELECT 1")

    page = client.get("/corrections/").content.decode()
    answer = send()

    assert "<form" not in page and "desk@tracker.example" in page
    assert answer.status_code == 503
    assert TEXT in answer.content.decode() and "desk@tracker.example" in answer.content.decode()


def test_names_the_record_only_if_it_is_published(client, publish):
    public = publish("Rəna Quliyeva", title="A teacher detained")
    private = CaseFactory(title="Nobody knows").reference
    unknown = case_document()["reference"]

    pages = {each: client.get(f"/corrections/?record={each}") for each in (public, private, unknown)}

    assert "A teacher detained" in pages[public].content.decode()
    for each, answer in pages.items():
        assert answer.status_code == 200
        assert f'value="{each}"' in answer.content.decode()
    bare = [pages[each].content.decode().replace(each, "") for each in (private, unknown)]
    assert re.sub(r'name="opened" value="[^"]+"', "", bare[0]) == re.sub(
        r'name="opened" value="[^"]+"', "", bare[1]
    )


@pytest.mark.parametrize("query", ["record=nonsense", "case=1", "record=C-7K3F-9Q2M-T4XW&record=x"])
def test_an_address_that_cannot_be_meant_is_an_error(client, query):
    assert client.get(f"/corrections/?{query}").status_code == 400


def test_tells_the_browser_to_say_where_the_form_comes_from(client):
    answer = client.get("/corrections/")

    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies


def test_takes_few_queries(client, publish, django_assert_max_num_queries):
    reference = publish()

    with django_assert_max_num_queries(6):
        client.get(f"/corrections/?record={reference}")
    with django_assert_max_num_queries(6):
        send()
