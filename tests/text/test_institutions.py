"""Names of prisons, courts and agencies: what they say, and which are of one."""

import pytest

from cases.text.institutions import holds, is_place_of_detention, read_institution, same_institution

SAME = [
    ("Prison No. 14", "Prison №14"),
    ("Prison No. 14", "14 saylı cəzaçəkmə müəssisəsi"),
    ("Penitentiary Facility No. 14", "14 nömrəli Cəzaçəkmə Müəssisəsi"),
    ("Prison-14", "Тюрьма № 14"),
    ("1 saylı həbsxana", "Prison 1"),
    ("ИК-2", "IK-2"),
    ("ИК-2 Покров", "Penal Colony No. 2 (Pokrov)"),
    ("СИЗО-1", "Remand centre No. 1"),
    ("Qobustan həbsxanası", "Gobustan prison"),
    ("Kürdəxanı", "Kurdakhani"),
    ("Sabail District Court", "Səbail Rayon Məhkəməsi"),
    ("Supreme Court", "Ali Məhkəmə"),
    ("State Security Service", "Dövlət Təhlükəsizliyi Xidməti"),
    ("Ministry of Internal Affairs", "Министерство внутренних дел"),
    ("Prosecutor General's Office", "Генеральная прокуратура"),
    ("14 saylı CÇM", "Prison No. 14"),
    ("Women's Prison No. 4", "4 saylı qadın həbsxanası"),
    ("Baku Pre-trial Detention Facility", "Bakı İstintaq Təcridxanası"),
    ("Baku Court on Grave Crimes", "Бакинский суд по тяжким преступлениям"),
    ("DTX istintaq təcridxanası", "Следственный изолятор СГБ"),
    ("Ministry of the Interior", "Daxili İşlər Nazirliyi"),
]
NEAR = [
    ("Prison No. 14", "Penal colony No. 14"),
    ("Prison No. 14", "Baku Prison No. 14"),
    ("Lefortovo", "СИЗО-2 Лефортово"),
    ("Gobustan prison", "Гобустанская тюрьма"),
    ("Kürdəxanı təcridxanası", "Кюрдаханский следственный изолятор"),
    ("Kürdəxanı təcridxanası", "Kurdakhani prison"),
    ("Sumqayıt Şəhər Məhkəməsi", "Сумгаитский городской суд"),
    ("Binəqədi rayon polis idarəsi", "Бинагадинское районное управление полиции"),
    ("State Security Service", "СГБ Азербайджана"),
    ("Ministry of Internal Affairs", "МВД"),
    ("ФКУ ИК-6 УФСИН России по Владимирской области", "IK-6, Vladimir region"),
]
OTHERS = [
    ("Prison No. 14", "Prison No. 4"),
    ("ИК-2 Покров", "ИК-2 Ливны"),
    ("SIZO-1", "Prison No. 1"),
    ("Гобустанская тюрьма", "Сумгаитская тюрьма"),
    ("Baku Prison", "Ganja SIZO"),
    ("Sabail District Court", "Nasimi District Court"),
    ("Sabail District Court", "Sabail District Police Office"),
    ("State Security Service", "State Border Service"),
    ("Ministry of Justice", "Daxili İşlər Nazirliyi"),
    ("Prison No. 14", "14"),
    ("Prison", "Gobustan prison"),
    ("", "Prison"),
]


def tier(one: str, other: str) -> str:
    match = same_institution(one, other)
    return match.tier if match else ""


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_institution(one, other):
    assert tier(one, other) == tier(other, one) == "same"


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_what_may_be_one_institution(one, other):
    assert tier(one, other) == tier(other, one) == "similar"


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_what_is_another(one, other):
    assert tier(one, other) == tier(other, one) == ""


@pytest.mark.parametrize(
    ("name", "whether"),
    [
        ("Prison No. 14", "detention"),
        ("СИЗО-2", "detention"),
        ("Sumqayıt şəhər polis idarəsi", "police"),
        ("ИВС г. Махачкалы", "police"),
        ("Narimanov ROVD", "police"),
        ("Yasamal RPİ", "police"),
        ("ЦИП Окрестина", "police"),
        ("MIA prison", "detention"),
        ("Penitensiar Xidmətin Müalicə Müəssisəsi", "detention"),
        ("Geri gönderme merkezi", "detention"),
        ("Səbail Rayon Məhkəməsi", "elsewhere"),
        ("Heydər Əliyev hava limanı", "elsewhere"),
        ("Kürdəxanı", ""),
    ],
)
def test_whether_people_are_held_there(name, whether):
    assert holds([name]) == holds(["Xəzər", name]) == whether
    assert is_place_of_detention(name) == (whether in ("detention", "police"))


def test_a_long_text_is_read_no_further_than_a_name_goes():
    assert read_institution("Prison No. 1 " + "x" * 10_000).numbers == {"1"}
