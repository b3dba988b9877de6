"""Peoples, languages and scripts, by the codes of ISO 639-3, BCP 47 and ISO 15924."""

from django.conf import settings

from cases.vocabularies.terms import PROPOSED, CldrTerm, CodeList, OfCode, Term

_ETHNICITIES = (
    ("aze", "Azerbaijani"),
    ("tly", "Talysh"),
    ("lez", "Lezgi"),
    ("ava", "Avar"),
    ("dar", "Dargin"),
    ("kum", "Kumyk"),
    ("lbe", "Lak"),
    ("tab", "Tabasaran"),
    ("agx", "Aghul"),
    ("rut", "Rutul"),
    ("tkr", "Tsakhur"),
    ("udi", "Udi"),
    ("che", "Chechen"),
    ("inh", "Ingush"),
    ("nog", "Nogai"),
    ("ttt", "Tat"),
    ("jdt", "Mountain Jewish"),
    ("kjj", "Khinalug"),
    ("kry", "Kryts"),
    ("bdk", "Budukh"),
    ("kur", "Kurdish"),
    ("hye", "Armenian"),
    ("kat", "Georgian"),
    ("rus", "Russian"),
    ("ukr", "Ukrainian"),
    ("ady", "Adyghe"),
    ("kbd", "Kabardian"),
    ("krc", "Karachay or Balkar"),
    ("oss", "Ossetian"),
    ("abk", "Abkhaz"),
    ("crh", "Crimean Tatar"),
    ("tat", "Tatar"),
    ("bak", "Bashkir"),
    ("kaz", "Kazakh"),
    ("kir", "Kyrgyz"),
    ("tgk", "Tajik"),
    ("tuk", "Turkmen"),
    ("uzb", "Uzbek"),
    ("uig", "Uyghur"),
    ("tur", "Turkish"),
)

ETHNICITIES = CodeList(
    "ethnicities",
    "Ethnicity",
    "ISO 639-3",
    [
        Term(code, name, OfCode("Belongs to the people whose language ISO 639-3 lists as %(code)s.", code))
        for code, name in _ETHNICITIES
    ],
)
"""Peoples named by the code of their language; which language a person speaks is another field."""

_LANGUAGES = (
    ("en", "English"),
    ("az", "Azerbaijani"),
    ("ru", "Russian"),
    ("tr", "Turkish"),
    ("fa", "Persian"),
    ("ar", "Arabic"),
    ("hy", "Armenian"),
    ("ka", "Georgian"),
    ("uk", "Ukrainian"),
    ("be", "Belarusian"),
    ("lez", "Lezgi"),
    ("tly", "Talysh"),
    ("av", "Avar"),
    ("dar", "Dargin"),
    ("kum", "Kumyk"),
    ("lbe", "Lak"),
    ("tab", "Tabasaran"),
    ("agx", "Aghul"),
    ("rut", "Rutul"),
    ("tkr", "Tsakhur"),
    ("udi", "Udi"),
    ("ce", "Chechen"),
    ("inh", "Ingush"),
    ("os", "Ossetian"),
    ("ab", "Abkhaz"),
    ("ku", "Kurdish"),
    ("crh", "Crimean Tatar"),
    ("tt", "Tatar"),
    ("ba", "Bashkir"),
    ("kk", "Kazakh"),
    ("ky", "Kyrgyz"),
    ("tg", "Tajik"),
    ("tk", "Turkmen"),
    ("uz", "Uzbek"),
    ("ug", "Uyghur"),
    ("he", "Hebrew"),
    ("el", "Greek"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("it", "Italian"),
    ("pl", "Polish"),
)


def _tagged(code: str) -> OfCode:
    return OfCode("Written or spoken in what BCP 47 tags as %(code)s.", code)


LANGUAGES = CodeList(
    "languages",
    "Languages",
    "BCP 47",
    [
        *(CldrTerm(code, name, _tagged(code), names="languages") for code, name in _LANGUAGES),
        Term("und", "Language not stated", _tagged("und")),
        Term("mul", "Several languages", _tagged("mul")),
    ],
)

TEXT_LANGUAGES = CodeList(
    "text_languages",
    "Languages of texts",
    "BCP 47",
    [LANGUAGES[code] for code, _name in settings.LANGUAGES],
)
"""Those of the site: what a record is written in, and translated into."""

# fmt: off
TRANSLATION_WAYS = CodeList("translation_ways", "Ways of translation", PROPOSED, [
    Term("person", "By a person", "Somebody translated it."),
    Term("machine_checked", "By a machine, checked", "A program translated it, and somebody read and mended it."),
    Term("machine", "By a machine, unchecked", "A program translated it; nobody compared the two."),
    Term("facts", "Made from the facts", "A program wrote it from the facts of the record, and somebody read it."),
])
# fmt: on

_SCRIPTS = (
    ("Latn", "Latin"),
    ("Cyrl", "Cyrillic"),
    ("Arab", "Arabic script"),
    ("Armn", "Armenian script"),
    ("Geor", "Georgian script"),
    ("Grek", "Greek script"),
    ("Hebr", "Hebrew script"),
    ("Hans", "Chinese, simplified"),
    ("Hant", "Chinese, traditional"),
    ("Deva", "Devanagari"),
    ("Zyyy", "Script not stated"),
)

SCRIPTS = CodeList(
    "scripts",
    "Scripts",
    "ISO 15924",
    [
        Term(code, name, OfCode("Written in the letters ISO 15924 lists as %(code)s.", code))
        for code, name in _SCRIPTS
    ],
)
