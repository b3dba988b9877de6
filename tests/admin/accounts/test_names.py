"""Names of accounts, groups and circles deceive nobody who reads them."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cases.models import Circle
from tests.admin.forms import record_form
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("field", ["first_name", "last_name"])
def test_the_name_of_an_account_holds_no_hidden_characters(admin_client, field):
    account = UserFactory(username="entry")
    address = reverse("admin:auth_user_change", args=[account.pk])
    form = record_form(admin_client.get(address)).set(field, "Aydan\u202e")

    answer = admin_client.post(address, form.data())

    assert "U+202E" in answer.content.decode()
    account.refresh_from_db()
    assert "\u202e" not in getattr(account, field)


@pytest.mark.parametrize("model", [Group, Circle])
def test_nor_does_that_of_a_group_or_a_circle(admin_client, model):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    form = record_form(admin_client.get(address)).set("name", "Four\u202eruoF")

    answer = admin_client.post(address, form.data())

    assert "U+202E" in answer.content.decode()
    assert not model.objects.filter(name__contains="\u202e").exists()
