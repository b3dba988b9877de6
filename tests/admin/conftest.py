"""Staff of each group, each in a browser of their own."""

import pytest
from django.test import Client

from tests.factories import UserFactory


@pytest.fixture
def browser(db):
    """`browser("entry")` gives a client signed in as that member of staff."""

    def sign_in(name):
        client = Client()
        client.force_login(UserFactory(username=name))
        return client

    return sign_in
