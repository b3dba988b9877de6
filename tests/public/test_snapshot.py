"""What is sent once is not sent twice, nothing old is taken for new, and no search keeps the others waiting."""

import pytest
from django.db import connection

from cases.register.published_case import PublishedCase
from cases.register.register import merge, put, withdraw
from cases.register.state import DERIVATION_VERSION, RegisterState
from tests.public.parts import states
from tests.register.documents import campaign_document, charge, proceeding

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(publish) -> list[str]:
    reference = publish("Rəna Quliyeva")
    campaign = campaign_document()
    put(campaign)
    return [
        "/",
        "/cases/",
        f"/cases/{reference}/",
        f"/campaigns/{campaign['reference']}/",
        "/statistics/",
        "/data/",
    ]


def test_a_page_that_did_not_change_is_not_sent_again(client, pages):
    for path in pages:
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "no-cache"
        assert first.headers["Vary"] == again.headers["Vary"] == "Accept-Encoding"


def test_knowing_the_page_costs_one_small_query(client, pages, django_assert_num_queries):
    for path in pages:
        tag = client.get(path).headers["ETag"]

        with django_assert_num_queries(1):
            client.get(path, headers={"If-None-Match": tag})


def test_whatever_is_published_or_withdrawn_every_page_is_new(client, pages, publish):
    tags = [client.get(path).headers["ETag"] for path in pages]
    other = publish("Somebody")
    published = [client.get(path).headers["ETag"] for path in pages]
    withdraw(other, announced=False)
    withdrawn = [client.get(path).headers["ETag"] for path in pages]

    assert len({*tags, *published, *withdrawn}) == 3 * len(pages)


def test_each_address_has_a_tag_of_its_own(client, publish):
    publish("Rəna Quliyeva")
    tags = {client.get(path).headers["ETag"] for path in ("/cases/", "/cases/?q=x", "/cases/?kind=person")}

    assert len(tags) == 3


def test_a_tag_of_yesterday_is_of_no_use_today(client, publish):
    from datetime import UTC, datetime
    from unittest.mock import patch

    publish("Rəna Quliyeva")
    tag = client.get("/cases/").headers["ETag"]

    with patch("django.utils.timezone.now", return_value=datetime(2031, 1, 1, tzinfo=UTC)):
        assert client.get("/cases/", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [("/cases/?nonsense=1", 400), ("/cases/C-0000-0000-0000/", 404), ("/cases/?q=&kind=person", 302)],
)
@pytest.mark.parametrize("tag", ["", "*", 'W/"abc"'])
def test_other_answers_have_no_tag_and_heed_none(client, path, status, tag):
    response = client.get(path, headers={"If-None-Match": tag, "If-Match": 'W/"abc"'})

    assert response.status_code == status
    assert "ETag" not in response.headers


def test_what_the_settings_print_is_in_the_tag(client, publish, settings):
    publish("Rəna Quliyeva")
    tag = client.get("/data/").headers["ETag"]
    settings.DATA_LICENCE = "CC0"

    assert client.get("/data/", headers={"If-None-Match": tag}).status_code == 200


def test_a_head_is_the_page_without_the_page(client, pages):
    for path in pages:
        whole, head = client.get(path), client.head(path)

        assert head.headers["Content-Length"] == str(len(whole.content))
        assert head.content == b""
        assert head.headers["ETag"] == whole.headers["ETag"]


def test_a_merged_reference_leads_to_the_case_it_went_into(client, publish):
    gone, kept = publish("Rəna Quliyeva"), publish("Rena Kuliyeva")
    merge(gone, into=kept)

    response = client.get(f"/cases/{gone}/")

    assert (response.status_code, response.headers["Location"]) == (301, f"/cases/{kept}/")
    assert response.headers["Cache-Control"] == "no-cache"
    assert f"/cases/{kept}/" in client.get(f"/cases/?q={gone}").content.decode()


def test_what_was_merged_into_a_case_goes_with_it(client, publish):
    gone, kept = publish("Rəna Quliyeva"), publish("Rena Kuliyeva")
    merge(gone, into=kept)

    withdraw(kept, announced=False)

    assert client.get(f"/cases/{gone}/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_search_that_takes_too_long_is_given_up_with_a_page_that_says_so(client, publish, settings):
    settings.READER_SECONDS = 1
    publish("Rəna Quliyeva", summary="A very long story")
    with connection.cursor() as cursor:
        # A table whose texts take a second each to look into.
        cursor.execute("CREATE SCHEMA slow")
        cursor.execute(
            "CREATE FUNCTION slow.strpos(text, text) RETURNS int LANGUAGE plpgsql AS "
            "'BEGIN PERFORM pg_sleep(20); RETURN 0; END'"
        )
        cursor.execute("SET search_path = slow, pg_catalog, public")
    try:
        response = client.get('/cases/?q="very long story"')
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA slow CASCADE")
            cursor.execute("RESET search_path")

    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "takes too long" in response.content.decode()
    assert "ETag" not in response.headers


def test_a_register_that_has_to_be_made_anew_is_not_shown_half(client, publish):
    publish("Rəna Quliyeva")
    RegisterState.objects.update(derivation_version=DERIVATION_VERSION - 1)

    response = client.get("/cases/")

    assert response.status_code == 503
    assert "being prepared" in response.content.decode()


def test_a_name_nobody_has_leads_to_the_nearest_that_somebody_has(client, publish):
    publish("Bəhruz Səmədov")

    page = client.get("/cases/", {"q": "Bohraz Sumudev"}).content.decode()

    assert "Did you mean" in page
    assert "Bəhruz Səmədov" in page


def test_a_name_that_is_not_public_any_more_is_not_suggested(client, publish):
    reference = publish("Bəhruz Səmədov", title="A researcher")
    document = PublishedCase.objects.get(reference=reference).document
    assert "Did you mean" in client.get("/cases/", {"q": "Bohraz Sumudev"}).content.decode()

    put(document | {"identity": "initials", "person": document["person"] | {"name": "B. S."}})

    assert "Did you mean" not in client.get("/cases/", {"q": "Bohraz Sumudev"}).content.decode()


def test_nothing_else_is_suggested_where_something_was_found(client, publish):
    publish("Detlef Tension", proceedings=[proceeding(charge(category="treason"))])

    assert "Did you mean" not in client.get("/cases/?q=treason").content.decode()


def test_says_in_which_text_the_words_were_found(client, publish):
    publish("Rəna Quliyeva", summary="She was held for a while in the old fortress of the city of Derbent.")

    page = client.get("/cases/?q=Derbend").content.decode()

    assert "Summary: … old fortress of the city of Derbent." in " ".join(page.split())


def test_says_by_which_label_a_case_was_found_that_its_row_does_not_show(client, publish):
    publish("Rəna Quliyeva", states=states(origin=["AZ"], host=["DE"]))

    page = " ".join(client.get("/cases/?q=Германия").content.decode().split())

    assert "Where the target lived: Germany" in page


def test_long_texts_and_queries_take_no_more_questions(client, publish, django_assert_max_num_queries):
    publish("Rəna Quliyeva", summary="of the court in baku " * 500)
    query = "of the court in baku " * 9

    with django_assert_max_num_queries(9):
        page = client.get("/cases/", {"q": query.strip()[:200]}).content.decode()

    assert "Summary: of the court in baku" in " ".join(page.split())


def test_says_nothing_of_words_the_row_shows(client, publish):
    publish("A visit to Derbent", summary="Derbent again.")

    assert "Summary:" not in client.get("/cases/?q=Derbend").content.decode()
