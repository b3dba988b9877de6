"""Shared records whose names are near to a typed one, in any script, in one country."""

import pytest

from cases.models import Agency, Place
from cases.workflow.near_records import near_records

pytestmark = pytest.mark.django_db


def names(model, typed, country="") -> list[str]:
    return [near.record.name for near in near_records(model, typed, country)]


def test_a_prison_is_found_by_any_of_its_names_and_the_same_comes_before_the_similar():
    Place.objects.create(name="Prison No. 14", facility="Prison No. 14", country="AZ")
    Place.objects.create(name="Penal colony No. 14", country="AZ")
    Place.objects.create(name="Kurdakhani", spellings=["1 saylı təcridxana"], country="AZ")
    Place.objects.create(name="Prison No. 4", country="AZ")

    assert names(Place, "14 saylı cəzaçəkmə müəssisəsi") == ["Prison No. 14", "Penal colony No. 14"]
    assert names(Place, "СИЗО-1") == ["Kurdakhani"]
    assert names(Place, ["Prison №4", ""]) == ["Prison No. 4"]
    assert names(Place, "") == []


def test_another_country_has_prisons_of_the_same_number():
    Place.objects.create(name="Prison No. 14", country="AZ")

    assert names(Place, "Prison 14", "AM") == []
    assert names(Place, "Prison 14", "AZ") == ["Prison No. 14"]


def test_an_agency_that_states_no_country_may_be_of_any():
    Agency.objects.create(name="State Security Service", country="AZ")
    Agency.objects.create(name="State Security Service")

    assert len(near_records(Agency, "Dövlət Təhlükəsizliyi Xidməti", "AZ")) == 2
    assert len(near_records(Agency, "Служба государственной безопасности", "GE")) == 1


def test_a_town_is_not_the_prison_named_after_it():
    Place.objects.create(
        name="Qobustan həbsxanası", locality="Qobustan", facility="Qobustan həbsxanası", country="AZ"
    )

    assert names(Place, "Qobustan") == []
    assert names(Place, "Gobustan prison") == ["Qobustan həbsxanası"]
