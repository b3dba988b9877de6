"""Peoples, languages and scripts, by the codes of ISO 639-3, BCP 47 and ISO 15924."""

from .terms import CodeList, OfCode, Term

_ETHNICITIES = (
    # code, English, Azerbaijani, Russian
    ("aze", "Azerbaijani", "Azərbaycanlı", "Азербайджанцы"),
    ("tly", "Talysh", "Talış", "Талыши"),
    ("lez", "Lezgi", "Ləzgi", "Лезгины"),
    ("ava", "Avar", "Avar", "Аварцы"),
    ("dar", "Dargin", "Dargin", "Даргинцы"),
    ("kum", "Kumyk", "Qumuq", "Кумыки"),
    ("lbe", "Lak", "Lak", "Лакцы"),
    ("tab", "Tabasaran", "Tabasaran", "Табасараны"),
    ("agx", "Aghul", "Aqul", "Агулы"),
    ("rut", "Rutul", "Rutul", "Рутульцы"),
    ("tkr", "Tsakhur", "Saxur", "Цахуры"),
    ("udi", "Udi", "Udin", "Удины"),
    ("che", "Chechen", "Çeçen", "Чеченцы"),
    ("inh", "Ingush", "İnquş", "Ингуши"),
    ("nog", "Nogai", "Noqay", "Ногайцы"),
    ("ttt", "Tat", "Tat", "Таты"),
    ("jdt", "Mountain Jewish", "Dağ yəhudisi", "Горские евреи"),
    ("kjj", "Khinalug", "Xınalıqlı", "Хиналугцы"),
    ("kry", "Kryts", "Qrızlı", "Крызы"),
    ("bdk", "Budukh", "Buduqlu", "Будухи"),
    ("kur", "Kurdish", "Kürd", "Курды"),
    ("hye", "Armenian", "Erməni", "Армяне"),
    ("kat", "Georgian", "Gürcü", "Грузины"),
    ("rus", "Russian", "Rus", "Русские"),
    ("ukr", "Ukrainian", "Ukraynalı", "Украинцы"),
    ("ady", "Adyghe", "Adıge", "Адыгейцы"),
    ("kbd", "Kabardian", "Kabarda", "Кабардинцы"),
    ("krc", "Karachay or Balkar", "Qaraçay və ya balkar", "Карачаевцы или балкарцы"),
    ("oss", "Ossetian", "Osetin", "Осетины"),
    ("abk", "Abkhaz", "Abxaz", "Абхазы"),
    ("crh", "Crimean Tatar", "Krım tatarı", "Крымские татары"),
    ("tat", "Tatar", "Tatar", "Татары"),
    ("bak", "Bashkir", "Başqırd", "Башкиры"),
    ("kaz", "Kazakh", "Qazax", "Казахи"),
    ("kir", "Kyrgyz", "Qırğız", "Киргизы"),
    ("tgk", "Tajik", "Tacik", "Таджики"),
    ("tuk", "Turkmen", "Türkmən", "Туркмены"),
    ("uzb", "Uzbek", "Özbək", "Узбеки"),
    ("uig", "Uyghur", "Uyğur", "Уйгуры"),
    ("tur", "Turkish", "Türk", "Турки"),
)

ETHNICITIES = CodeList(
    "ethnicities",
    "Ethnicity",
    "ISO 639-3",
    [
        Term(
            code,
            en,
            az,
            ru,
            OfCode("Belongs to the people whose language ISO 639-3 lists as %(code)s.", code),
        )
        for code, en, az, ru in _ETHNICITIES
    ],
)
"""Peoples named by the code of their language; which language a person speaks is another field."""

_LANGUAGES = (
    ("en", "English", "İngilis dili", "Английский"),
    ("az", "Azerbaijani", "Azərbaycan dili", "Азербайджанский"),
    ("ru", "Russian", "Rus dili", "Русский"),
    ("tr", "Turkish", "Türk dili", "Турецкий"),
    ("fa", "Persian", "Fars dili", "Персидский"),
    ("ar", "Arabic", "Ərəb dili", "Арабский"),
    ("hy", "Armenian", "Erməni dili", "Армянский"),
    ("ka", "Georgian", "Gürcü dili", "Грузинский"),
    ("uk", "Ukrainian", "Ukrayna dili", "Украинский"),
    ("be", "Belarusian", "Belarus dili", "Белорусский"),
    ("lez", "Lezgi", "Ləzgi dili", "Лезгинский"),
    ("tly", "Talysh", "Talış dili", "Талышский"),
    ("av", "Avar", "Avar dili", "Аварский"),
    ("dar", "Dargin", "Dargin dili", "Даргинский"),
    ("kum", "Kumyk", "Qumuq dili", "Кумыкский"),
    ("lbe", "Lak", "Lak dili", "Лакский"),
    ("tab", "Tabasaran", "Tabasaran dili", "Табасаранский"),
    ("agx", "Aghul", "Aqul dili", "Агульский"),
    ("rut", "Rutul", "Rutul dili", "Рутульский"),
    ("tkr", "Tsakhur", "Saxur dili", "Цахурский"),
    ("udi", "Udi", "Udin dili", "Удинский"),
    ("ce", "Chechen", "Çeçen dili", "Чеченский"),
    ("inh", "Ingush", "İnquş dili", "Ингушский"),
    ("os", "Ossetian", "Osetin dili", "Осетинский"),
    ("ab", "Abkhaz", "Abxaz dili", "Абхазский"),
    ("ku", "Kurdish", "Kürd dili", "Курдский"),
    ("crh", "Crimean Tatar", "Krım tatar dili", "Крымскотатарский"),
    ("tt", "Tatar", "Tatar dili", "Татарский"),
    ("ba", "Bashkir", "Başqırd dili", "Башкирский"),
    ("kk", "Kazakh", "Qazax dili", "Казахский"),
    ("ky", "Kyrgyz", "Qırğız dili", "Киргизский"),
    ("tg", "Tajik", "Tacik dili", "Таджикский"),
    ("tk", "Turkmen", "Türkmən dili", "Туркменский"),
    ("uz", "Uzbek", "Özbək dili", "Узбекский"),
    ("ug", "Uyghur", "Uyğur dili", "Уйгурский"),
    ("he", "Hebrew", "İvrit", "Иврит"),
    ("el", "Greek", "Yunan dili", "Греческий"),
    ("de", "German", "Alman dili", "Немецкий"),
    ("fr", "French", "Fransız dili", "Французский"),
    ("es", "Spanish", "İspan dili", "Испанский"),
    ("it", "Italian", "İtalyan dili", "Итальянский"),
    ("pl", "Polish", "Polyak dili", "Польский"),
    ("und", "Language not stated", "Dil bildirilməyib", "Язык не указан"),
    ("mul", "Several languages", "Bir neçə dil", "Несколько языков"),
)

LANGUAGES = CodeList(
    "languages",
    "Languages",
    "BCP 47",
    [
        Term(code, en, az, ru, OfCode("Written or spoken in what BCP 47 tags as %(code)s.", code))
        for code, en, az, ru in _LANGUAGES
    ],
)

_SCRIPTS = (
    ("Latn", "Latin", "Latın", "Латиница"),
    ("Cyrl", "Cyrillic", "Kiril", "Кириллица"),
    ("Arab", "Arabic script", "Ərəb", "Арабское письмо"),
    ("Armn", "Armenian script", "Erməni", "Армянское письмо"),
    ("Geor", "Georgian script", "Gürcü", "Грузинское письмо"),
    ("Grek", "Greek script", "Yunan", "Греческое письмо"),
    ("Hebr", "Hebrew script", "İvrit", "Еврейское письмо"),
    ("Hans", "Chinese, simplified", "Çin, sadələşdirilmiş", "Китайское упрощённое"),
    ("Hant", "Chinese, traditional", "Çin, ənənəvi", "Китайское традиционное"),
    ("Deva", "Devanagari", "Devanaqari", "Деванагари"),
    ("Zyyy", "Script not stated", "Əlifba bildirilməyib", "Письменность не указана"),
)

SCRIPTS = CodeList(
    "scripts",
    "Scripts",
    "ISO 15924",
    [
        Term(code, en, az, ru, OfCode("Written in the letters ISO 15924 lists as %(code)s.", code))
        for code, en, az, ru in _SCRIPTS
    ],
)
