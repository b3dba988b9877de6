"""While the database is away, full, crowded or read-only, every address says 503, and when to come again."""

import errno
import json
import logging

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from cases.public.surfaces import PUBLIC_SURFACES
from cases.public.urls import urlpatterns
from cases.register.published_case import PublishedCase
from cases.workflow.document import document_of
from cases.workflow.publishing import digest_of
from tests.factories import PASSWORD, CaseFactory, UserFactory
from tests.public.test_correction import send
from tests.public.test_surfaces import ARGUMENTS
from tracker.languages import in_language
from tracker.passing_faults import is_passing, took_too_long

LANGUAGES = [code for code, _name in settings.LANGUAGES]
WITHOUT_DATABASE = {
    "about",
    "map_of_country",
    "map_of_region",
    "methodology",
    "privacy",
    "security",
    "correction",
    "correction_received",
    "robots",
    "security_txt",
    "favicon",
}
"""They read nothing of it, or can do without."""


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.fixture
def database_away(transactional_db):
    """From a call on nobody listens where the database should be, until what it returned is called."""
    host = connection.settings_dict["HOST"]

    def come_back():
        connection.close()
        connection.settings_dict["HOST"] = host

    def leave():
        connection.close()
        connection.settings_dict["HOST"] = "/nonexistent"
        return come_back

    yield leave
    come_back()


@pytest.fixture
def fails_with(transactional_db):
    """`fails_with("53100", "auth_user")`: the database refuses with this SQLSTATE what is written into the table."""
    tables = []

    def fail(state: str, *names: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION 'no room for a secret' USING ERRCODE = '{state}'; END $$"
            )
            for name in names:
                cursor.execute(
                    f"CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON {name} EXECUTE FUNCTION refuse()"
                )
                tables.append(name)

    yield fail
    with connection.cursor() as cursor:
        for name in tables:
            cursor.execute(f"DROP TRIGGER refuse ON {name}")
        cursor.execute("DROP FUNCTION IF EXISTS refuse()")


def addresses_of_the_desk(resolver: URLResolver, before: str):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses_of_the_desk(pattern, before + str(pattern.pattern))
        elif "(" not in str(pattern.pattern) and "<path:url>" not in str(pattern.pattern):
            address = before + str(pattern.pattern)
            for gap in pattern.pattern.converters:
                address = address.replace(next(part for part in address.split("/") if gap in part), "1")
            yield address


def is_later(response) -> bool:
    assert response.headers["Retry-After"].isdigit()
    assert response.headers["Cache-Control"] == "no-store"
    return response.status_code == 503


# -- which faults ------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("53100", True),
        ("53200", True),
        ("53300", True),
        ("57P01", True),
        ("57P03", True),
        ("08006", True),
        ("58030", True),
        ("25006", True),
        ("55P03", True),
        ("40P01", True),
        ("23505", False),
        ("42P01", False),
        ("22012", False),
        ("XX001", False),
    ],
)
def test_what_the_database_says_is_told_from_a_fault_of_the_program(state, expected):
    with pytest.raises(DatabaseError) as raised, connection.cursor() as cursor:
        cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$")

    assert is_passing(raised.value) is expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("the connection is lost"), True),
        (InterfaceError("connection already closed"), True),
        (OSError(errno.ENOSPC, "no room"), True),
        (OSError(errno.EMFILE, "too many files"), True),
        (OSError(errno.ENOENT, "no such file"), False),
        (ConnectionResetError(), False),
        (ValueError(), False),
        (None, False),
    ],
)
def test_what_broke_elsewhere_is_told_from_a_fault_of_the_program(error, expected):
    assert is_passing(error) is expected


def test_what_was_raised_in_dealing_with_a_fault_passes_with_it_and_what_came_after_does_not():
    def deal():
        try:
            raise OSError(errno.ENOSPC, "no room")
        except OSError:
            raise LookupError  # noqa: B904

    def after():
        try:
            raise OSError(errno.ENOSPC, "no room")
        except OSError:
            pass
        raise LookupError

    with pytest.raises(LookupError) as dealing:
        deal()
    with pytest.raises(LookupError) as later:
        after()

    assert (is_passing(dealing.value), is_passing(later.value)) == (True, False)
    assert took_too_long(psycopg.errors.QueryCanceled()) and not took_too_long(dealing.value)


# -- the database is away ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_address_says_later_and_none_breaks(visitor, database_away, language):
    database_away()
    answers = {}
    for pattern in urlpatterns:
        gaps = {gap: ARGUMENTS[gap] for gap in pattern.pattern.converters}
        path = in_language(reverse(f"public:{pattern.name}", kwargs=gaps), language)
        answers[pattern.name] = visitor.get(path, follow=True)

    asked = {name for name in answers if name not in WITHOUT_DATABASE}
    assert {name for name in asked if answers[name].status_code != 503} == set()
    assert all(is_later(answers[name]) for name in asked - {"health"})
    assert {answers[name].status_code for name in answers.keys() - asked} <= {200, 404}
    assert answers.keys() == PUBLIC_SURFACES.keys()


def test_every_address_of_the_desk_says_later_whether_it_is_read_or_sent_something(visitor, database_away):
    visitor.force_login(UserFactory(username="admin", is_superuser=True))
    sides = [side for side in get_resolver().url_patterns if str(side.pattern).startswith("admin/")]
    addresses = sorted(
        {address for side in sides for address in addresses_of_the_desk(side, f"/{side.pattern}")}
    )
    database_away()

    answers = {
        (method, address): getattr(visitor, method)(address)
        for address in addresses
        for method in ("get", "post")
    }

    assert len(addresses) > 50
    assert {asked: answer.status_code for asked, answer in answers.items() if answer.status_code != 503} == {}
    assert all(map(is_later, answers.values()))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The site cannot answer at the moment"),
        ("az", "Sayt hazırda cavab verə bilmir"),
        ("ru", "Сайт сейчас не может ответить"),
    ],
)
def test_a_page_says_it_in_its_language_in_the_sites_own_dress(visitor, database_away, language, words):
    database_away()

    response = visitor.get(in_language("/cases/", language))
    desk = visitor.get("/admin/login/", headers={"accept-language": language})
    later = visitor.get("/admin/", headers={"accept-language": language, "cookie": "sessionid=x"})

    assert is_later(response)
    assert f'<html lang="{language}"' in response.content.decode() and words in response.content.decode()
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert {desk.status_code, later.status_code} <= {200, 302, 503}


@pytest.mark.parametrize(
    ("path", "accept", "content_type"),
    [
        ("/cases/", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
        ("/cases/", "*/*", "text/html; charset=utf-8"),
        ("/cases/", "application/json", "application/json"),
        ("/cases.csv", "*/*", "text/plain; charset=utf-8"),
        ("/cases.csv", "text/html,*/*;q=0.8", "text/plain; charset=utf-8"),
        ("/cases.atom", "*/*", "text/plain; charset=utf-8"),
        ("/map/cases.svg", "image/*", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_and_a_program_are_told_in_plain_words(visitor, database_away, path, accept, content_type):
    database_away()

    response = visitor.get(path, headers={"accept": accept})

    assert is_later(response)
    assert response.headers["Content-Type"] == content_type
    if content_type == "application/json":
        assert json.loads(response.content)["error"] == "The site cannot answer at the moment"


def test_the_page_is_back_with_the_database(visitor, database_away):
    come_back = database_away()
    assert visitor.get("/cases/").status_code == 503

    come_back()

    assert visitor.get("/cases/").status_code == 200


def test_the_log_says_the_kind_of_fault_and_nothing_of_what_was_asked(visitor, database_away, caplog):
    database_away()
    with caplog.at_level(logging.INFO):
        visitor.get("/cases/?q=Samadov")

    assert "cannot answer now: OperationalError" in caplog.text
    assert "Samadov" not in caplog.text and "nonexistent" not in caplog.text


# -- the database takes nothing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["cases_desksession", "auth_user"])
@pytest.mark.parametrize("state", ["53100", "25006"])
def test_a_login_without_room_is_later_and_no_fault(visitor, fails_with, table, state):
    UserFactory(username="entry")
    fails_with(state, table)

    response = visitor.post("/admin/login/?next=/admin/", {"username": "entry", "password": PASSWORD})

    assert is_later(response)
    assert "may not have been kept" in response.content.decode()
    assert "secret" not in response.content.decode()


def test_a_session_that_cannot_be_kept_is_later_and_no_bad_request(visitor, fails_with):
    visitor.force_login(UserFactory(username="admin", is_superuser=True))
    fails_with("53100", "cases_desksession")

    assert is_later(visitor.get("/admin/cases/case/"))


@pytest.mark.parametrize("table", ["cases_registerstate", "cases_publishedcase", "cases_review"])
def test_a_publication_without_room_is_later_and_nothing_of_it_is_public(visitor, fails_with, table):
    case = CaseFactory(submitted=True)
    visitor.force_login(UserFactory(username="publisher"))
    seen = {"edit_version": case.edit_version, "digest": digest_of(document_of(case))}
    fails_with("53100", table)

    response = visitor.post(f"/admin/cases/case/{case.pk}/publish/", seen)

    assert is_later(response)
    assert not PublishedCase.objects.exists()
    case.refresh_from_db()
    assert case.state == "submitted"


def test_a_correction_that_cannot_be_kept_comes_back_with_what_was_typed(fails_with):
    fails_with("53100", "cases_correction")

    response = send(wrong="The date of the arrest is wrong.")

    assert response.status_code == 503
    assert "The date of the arrest is wrong." in response.content.decode()
