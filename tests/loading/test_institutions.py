"""Prisons, courts and agencies that come with the program: found under any name, each once, and private."""

import pytest
from django.core.management import call_command

from cases.loading.institutions import load_institutions
from cases.models import Agency, Place
from cases.text.institutions import DETENTION, POLICE, holds, same_institution
from cases.text.names import SAME
from cases.vocabularies.attributions import AGENCY_KINDS
from cases.vocabularies.institutions import AGENCY, PLACE, institutions
from cases.vocabularies.places import COUNTRIES, REGIONS
from cases.workflow.near_records import near_records

PLACES = [each for each in institutions() if each.table == PLACE]
AGENCIES = [each for each in institutions() if each.table == AGENCY]


def test_each_has_names_in_three_languages_and_codes_that_are_on_the_lists():
    assert len(PLACES) >= 60 and len(AGENCIES) >= 60
    for each in institutions():
        assert each.name and len(each.spellings) >= 2 - (each.name in each.spellings), each
        assert not each.country or each.country in COUNTRIES
        assert not each.region or each.region in REGIONS
        assert each.known in ("names", "existence")
    assert {each.kind for each in AGENCIES} <= set(AGENCY_KINDS.codes)


def test_every_place_is_one_where_people_are_held():
    for each in PLACES:
        assert holds([each.name, *each.spellings]) in (DETENTION, POLICE), each.name


@pytest.mark.parametrize("listed", [PLACES, AGENCIES], ids=["places", "agencies"])
def test_no_two_of_a_country_have_a_name_that_is_the_same(listed):
    for at, one in enumerate(listed):
        for other in (each for each in listed[at + 1 :] if each.country == one.country):
            for name in (one.name, *one.spellings):
                for another in (other.name, *other.spellings):
                    match = same_institution(name, another)
                    assert match is None or match.tier != SAME, (name, another)


@pytest.mark.django_db
class TestLoaded:
    def test_loading_again_adds_nothing_and_leaves_what_the_desk_changed(self):
        assert load_institutions() == len(institutions())
        Place.objects.filter(name="Prison No. 14").update(name="Prison 14, as we call it", spellings=[])
        Agency.objects.get(country="AZ", name="Supreme Court").delete()

        assert load_institutions() == 0

        assert not Place.objects.filter(country="AZ", name="Prison No. 14").exists()
        assert not Agency.objects.filter(country="AZ", name="Supreme Court").exists()

    def test_what_is_on_file_under_another_name_is_not_made_a_second_time(self):
        Place.objects.create(name="14 saylı CÇM", country="AZ")
        Agency.objects.create(name="ФСБ", country="RU")

        load_institutions()

        assert not Place.objects.filter(country="AZ", name="Prison No. 14").exists()
        assert not Agency.objects.filter(name="Federal Security Service").exists()

    @pytest.mark.parametrize(
        ("model", "country", "typed", "name"),
        [
            (Place, "AZ", "Prison No. 14", "Prison No. 14"),
            (Place, "AZ", "Prison №14", "Prison No. 14"),
            (Place, "AZ", "14 saylı cəzaçəkmə müəssisəsi", "Prison No. 14"),
            (Place, "AZ", "Тюрьма № 14", "Prison No. 14"),
            (Place, "AZ", "Kürdəxanı İstintaq Təcridxanası", "Baku Pre-trial Detention Facility"),
            (Place, "AZ", "Qobustan həbsxanası", "Gobustan Prison"),
            (Place, "RU", "Лефортово", "SIZO-2, Lefortovo"),
            (Place, "RU", "СИЗО-1 Махачкалы", "SIZO-1, Makhachkala"),
            (Place, "RU", "ИК-3 Харп", "IK-3, Kharp"),
            (Agency, "AZ", "DTX", "State Security Service"),
            (Agency, "AZ", "СГБ", "State Security Service"),
            (Agency, "AZ", "Bakı Ağır Cinayətlər Məhkəməsi", "Baku Court of Grave Crimes"),
            (Agency, "AZ", "Baku Serious Crimes Court", "Baku Court of Grave Crimes"),
            (Agency, "AZ", "Nəsimi rayon məhkəməsi", "Nasimi District Court, Baku"),
            (Agency, "RU", "ФСБ", "Federal Security Service"),
            (Agency, "RU", "Южный окружной военный суд", "Southern District Military Court"),
            (Agency, "RU", "2-й Западный окружной военный суд", "2nd Western District Military Court"),
        ],
    )
    def test_one_is_found_as_it_is_typed(self, model, country, typed, name):
        load_institutions()

        assert near_records(model, typed, country)[0].record.name == name

    def test_none_is_public(self, client):
        call_command("load_reference_data")

        for model, path in ((Agency, "agencies"), (Place, "places/facility")):
            for reference in model.objects.values_list("reference", flat=True)[:3]:
                assert client.get(f"/{path}/{reference}/").status_code == 404
        for path in ("/", "/cases/", "/statistics/", "/map/", "/sitemap.xml"):
            page = client.get(path).content.decode()
            assert "Gobustan" not in page and "Grave Crimes" not in page
