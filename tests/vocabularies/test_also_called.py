"""Other names lead to what there is, and to one country or region each."""

from cases.register.meanings import LABELLED
from cases.vocabularies.also_called import CODES_ALSO_CALLED, REGIONS_ALSO_CALLED, TITLES_ALSO_CALLED
from cases.vocabularies.provisions import PROVISIONS
from cases.vocabularies.regions import REGIONS, bare_names


def test_other_names_are_of_codes_regions_and_articles_there_are():
    lists = {codes.name: codes for codes in LABELLED.values()}

    assert [key for key in CODES_ALSO_CALLED if key[1] not in lists[key[0]]] == []
    assert [code for code in REGIONS_ALSO_CALLED if code not in REGIONS] == []
    assert TITLES_ALSO_CALLED.keys() <= {provision.title for provision in PROVISIONS}


def test_a_region_goes_by_its_bare_name_unless_another_is_called_so():
    assert "Absheron" in bare_names("AZ-ABS")
    assert "Moscow" in bare_names("RU-MOW")
    assert "Moscow" not in bare_names("RU-MOS")
