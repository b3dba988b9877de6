"""The desk in a language with an empty catalogue, written from right to left: every form and list is there."""

import pytest
from django.test import Client
from django.urls import reverse

from cases.admin.desk import desk
from tests.factories import CampaignFactory, CaseFactory, UserFactory
from tests.pages import Page
from tests.persian import add_persian


@pytest.fixture
def open_in(db):
    """`open_in("fa", "/admin/")` is what somebody who may do everything is answered at the desk in this language."""
    client = Client()
    client.force_login(UserFactory(username="administrator-1", in_group="publisher", is_superuser=True))

    def open_in(language, address):
        client.cookies["desk_language"] = language
        return client.get(address)

    return open_in


@pytest.fixture
def addresses(db):
    """The pages of the desk that have no other: lists, forms, and what is done with a case."""
    published, submitted = CaseFactory(published=True), CaseFactory(submitted=True)
    records = [published, submitted, CampaignFactory(), published.person]
    of_models = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
        for model in desk._registry
        for page in ("changelist", "add")
    ]
    forms = [reverse(f"admin:cases_{each._meta.model_name}_change", args=[each.pk]) for each in records]
    return [
        *(reverse(f"admin:{page}") for page in ("index", "words", "password_change")),
        *of_models,
        *forms,
        forms[0].replace("/change/", "/history/"),
        forms[0].replace("/change/", "/withdraw/"),
        forms[1].replace("/change/", "/publish/"),
    ]


def test_every_page_of_the_desk_is_whole(addresses, open_in, settings, tmp_path):
    add_persian(settings, tmp_path)

    closed = []
    for address in addresses:
        said, answer = open_in("ru", address), open_in("fa", address)

        assert answer.status_code == said.status_code, address
        if answer.status_code == 403:
            closed.append(address)
            continue
        assert answer.status_code == 200, address
        page, other = Page(answer.content.decode()), Page(said.content.decode())
        assert page.root["lang"] == "fa" and page.root["dir"] == "rtl", address
        assert page.empty == other.empty, address  # such as a choice left open
        # The desk orders by name, which is another order in another language.
        assert page.places == other.places, address
        assert "\x04" not in answer.content.decode(), address
    assert all(address.endswith("/add/") for address in closed)


def test_the_choice_of_languages_names_it(open_in, settings, tmp_path):
    add_persian(settings, tmp_path)

    page = open_in("fa", "/admin/").content.decode()

    assert 'lang="fa"' in page
    assert page.count("فارسی") == 2
