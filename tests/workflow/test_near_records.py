"""Shared records whose names are near to a typed one, in any script, in one country."""

import pytest

from cases.models import Agency, Official, Organisation, Place
from cases.text.institutions import keys_of, same_institution
from cases.vocabularies.towns import towns
from cases.workflow.near_records import near_records
from tests.factories import SourceFactory

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


def test_organisations_and_officials_are_found_in_any_script():
    Organisation.objects.create(name="Azadlıq qəzeti", spellings=["Azadliq newspaper"], country="AZ")
    court = Agency.objects.create(name="Göydağ District Court", country="AZ", kind="judiciary")
    judge = {"office": "judge", "agency": court, "source": SourceFactory()}
    Official.objects.create(name="Tofiq Nümunəvi", **judge)
    Official.objects.create(name="Sevda Uydurmazadə", **judge)

    assert names(Organisation, "газета «Азадлыг»") == ["Azadlıq qəzeti"]
    assert names(Official, "Тофик Нумуневи") == ["Tofiq Nümunəvi"]
    assert names(Official, "Uydurmazade") == ["Sevda Uydurmazadə"]


def test_what_was_changed_or_taken_away_since_is_found_as_it_is_now():
    place = Place.objects.create(name="Prison No. 14", country="AZ")
    assert names(Place, "Prison 14") == ["Prison No. 14"]

    place.name = "Prison No. 15"
    place.save()
    assert (names(Place, "Prison 14"), names(Place, "Prison 15")) == ([], ["Prison No. 15"])
    place.spellings = ["Prison No. 14"]
    place.save()
    assert names(Place, "Prison 14") == ["Prison No. 15"]
    Place.objects.update(spellings=[], name="Kurdakhani")
    assert names(Place, "Prison 14") == []
    place.delete()
    assert names(Place, "Kurdakhani") == []


def test_thousands_on_file_take_as_many_queries_as_one(django_assert_num_queries):
    Place.objects.bulk_create(
        Place(
            name=f"{town.name} prison",
            locality=f"{town.name} {town.key}",
            country=town.country,
            spellings=town.names[:3],
        )
        for town in towns().values()
    )
    assert len(names(Place, "Lənkəran həbsxanası")) > 0

    with django_assert_num_queries(2):
        assert names(Place, "Тюрьма Гёйчай", "AZ")


def test_names_that_are_near_can_be_looked_up_by_each_other():
    """Of whatever agrees in more than a single letter."""
    pairs = [
        ("Prison No. 14", "14 saylı cəzaçəkmə müəssisəsi"),
        ("СИЗО-1", "1 saylı təcridxana"),
        ("Gobustan prison", "Гобустанская тюрьма"),
        ("Vladimir Central", "Владимирский централ"),
        ("State Security Service", "Служба государственной безопасности"),
        ("ФКУ ИК-6 УФСИН", "Penal colony No. 6"),
        ("Prison", "həbsxana"),
    ]
    for one, other in pairs:
        assert same_institution(one, other), (one, other)
        assert keys_of(one) & keys_of(other), (one, other)
