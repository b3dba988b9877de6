"""A first idea of how somebody's list is read, from its headers in three languages and from what stands below them."""

import re
from collections import Counter
from itertools import islice

from django.core.exceptions import ValidationError

from cases.imports.columns import BY_NAME, CODE, CODES, DATE
from cases.imports.mapping import LAST_FIRST, MONTH_FIRST, NOTHING, TITLE, TITLE_AZ, Mapping, Reading
from cases.imports.said import NO, YES
from cases.imports.spelling import OLDEST, seems_several
from cases.imports.tables import Table
from cases.models.fields import parsed
from cases.workflow.entering.codes import read_codes

LOOKED_AT = 200
"""Rows."""
MOSTLY = 0.6
"""Of the cells of a column, so many have to be of a kind."""
MOST_VALUES = 40
"""Different values of a column that can be a table of theirs and ours."""

WORDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "prisoner", "detainee", "defendant", "person", "ad", "adı", "ad soyad", "soyad ad",
             "ad və soyad", "ad, soyad, ata adı", "saa", "məhbus", "имя", "фио", "ф и о", "фамилия имя",
             "фамилия и имя",
             "фамилия имя отчество", "заключённый", "заключенный", "осужденный"),
    "other_names": ("alias", "aliases", "aka", "also known as", "nickname", "other names", "ləqəb", "təxəllüs",
                    "псевдоним", "прозвище", "другие имена"),
    "birth_date": ("birth", "born", "date of birth", "birth date", "dob", "year of birth", "birth year", "age",
                   "təvəllüd", "doğum", "doğum tarixi", "doğulduğu il", "yaş", "yaşı", "дата рождения",
                   "год рождения", "родился", "рождение", "возраст"),
    "gender": ("gender", "sex", "cins", "cinsi", "пол"),
    "roles": ("role", "roles", "occupation", "profession", "activity", "job", "peşə", "peşəsi", "fəaliyyət",
              "vəzifə", "профессия", "род занятий", "деятельность", "должность"),
    "articles": ("article", "articles", "charge", "charges", "criminal code", "maddə", "maddələr", "ittiham",
                 "статья", "статьи", "обвинение", "статья ук", "статьи ук"),
    "arrested_on": ("arrest", "arrested", "arrest date", "date of arrest", "detained", "detention date",
                    "date of detention", "həbs", "həbs tarixi", "həbs olunduğu tarix", "saxlanma tarixi",
                    "арест", "дата ареста", "задержан", "дата задержания", "арестован"),
    "remand_until": ("remand until", "remand", "pre-trial until", "həbs müddəti bitir", "арест до", "срок ареста до"),
    "court": ("court", "məhkəmə", "суд"),
    "verdict": ("verdict", "outcome", "hökm", "приговор", "решение суда"),
    "verdict_on": ("verdict date", "sentenced", "sentence date", "date of sentence", "date of verdict", "convicted on",
                   "hökm tarixi", "дата приговора", "дата вынесения приговора"),
    "term": ("term", "sentence", "sentence length", "years", "punishment", "müddət", "cəza", "cəza müddəti",
             "срок", "наказание", "срок наказания"),
    "is_final": ("final", "in force", "qüvvədə", "qüvvəyə minib", "вступил в силу"),
    "held_at": ("prison", "held at", "held in", "facility", "place of detention", "penitentiary", "detention facility",
                "həbsxana", "cəzaçəkmə müəssisəsi", "saxlanıldığı yer", "müəssisə", "тюрьма", "колония", "сизо",
                "место заключения", "место содержания"),
    "place": ("place of arrest", "where", "city", "location", "region", "həbs yeri", "şəhər", "yer", "место ареста",
              "место задержания", "город", "место"),
    "later_1_date": ("release", "release date", "released", "date of release", "azad olunma", "azad olunduğu tarix",
                     "освобожден", "освобождён", "дата освобождения"),
    "list_id": ("id", "no", "no.", "nr", "№", "n", "number", "#", "sıra", "sıra №", "номер", "п/п", "№ п/п"),
    "title": ("title", "başlıq", "заголовок"),
    "summary": ("summary", "description", "notes", "details", "comment", "qeyd", "qeydlər", "təsvir", "məlumat",
                "примечание", "описание", "подробности", "комментарий"),
    "country": ("country", "ölkə", "страна"),
    "as_of": ("as of", "updated", "last updated", "status date", "yenilənib", "по состоянию на"),
    "page": ("page", "səhifə", "страница", "стр"),
    "source_url": ("url", "link", "source url", "keçid", "ссылка"),
    "source_title": ("source", "mənbə", "источник"),
}  # fmt: skip
"""What columns are called in the lists of this field, in English, Azerbaijani and Russian."""

PERSONS_PLACE = ("birthplace", "place of birth", "doğulduğu yer", "doğum yeri", "место рождения", "born in")
"""Not where anything happened."""
AGES = ("age", "yaş", "yaşı", "возраст")
LAST_NAMES = ("surname", "last name", "family name", "soyad", "soyadı", "фамилия")
FIRST_NAMES = ("first name", "given name", "имя", "adı", "ad")

_SLASHED = re.compile(r"\b([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}\b")
_TURKIC = set("ƏĞİŞÇÖÜəğışçöü")


def proposed(table: Table) -> Mapping:
    """The Mapping that a list looks like it needs."""
    rows = list(islice((row.cells for row in table.rows()), LOOKED_AT))
    nothing = set(NOTHING)
    columns = [
        [
            cell
            for cell in (row[at] for row in rows if at < len(row))
            if cell and cell.casefold() not in nothing
        ]
        for at in range(len(table.header))
    ]
    readings = [Reading(name) for name in table.header]
    taken: set[str] = set()
    _names(readings, taken)
    for reading, cells in zip(readings, columns, strict=True):
        if not reading.field:
            field = _by_header(reading.column, taken, cells)
            reading.field = field
            taken.add(field)
    constants = {}
    if "later_1_date" in taken:
        constants["later_1_what"] = "release"
    for reading, cells in zip(readings, columns, strict=True):
        _look_at(reading, cells)
    return Mapping(readings, constants)


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[_\-/().:]+", " ", header.replace("İ", "i").casefold()).split())


def _names(readings: list[Reading], taken: set[str]) -> None:
    """First and last name in two columns are one name together; the order is that of the columns."""
    first = next((each for each in readings if _plain(each.column) in FIRST_NAMES), None)
    last = next((each for each in readings if _plain(each.column) in LAST_NAMES), None)
    if first and last:
        first.field = last.field = "name"
        taken.add("name")


def _by_header(header: str, taken: set[str], cells: list[str]) -> str:
    plain = _plain(header)
    if plain in PERSONS_PLACE:
        return ""
    if header in BY_NAME and header not in taken:
        return header
    scored: Counter[str] = Counter()
    for field, words in WORDS.items():
        if field in taken:
            continue
        for word in words:
            if plain == _plain(word):
                scored[field] += 100
            elif len(word) > 3 and re.search(rf"\b{re.escape(_plain(word))}\b", plain):
                scored[field] += len(word)
    for field in list(scored):
        if (
            BY_NAME[field].kind == DATE
            and cells
            and not _share(cells, _is_date)
            and not _share(cells, _is_age)
        ):
            scored[field] -= 50
    best = scored.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else ""


def _share(cells: list[str], fits) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= MOSTLY * len(cells)


def _is_date(cell: str) -> bool:
    try:
        return bool(parsed(" ".join(cell.split())).earliest)
    except ValidationError:
        return False


def _is_age(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < 4 and int(cell) <= OLDEST


def _look_at(reading: Reading, cells: list[str]) -> None:
    """How the cells of a column have to be read."""
    ours = reading.ours
    if ours is None or not cells:
        return
    if ours.name == "name":
        _look_at_names(reading, cells)
    elif ours.kind == DATE:
        reading.is_age = ours.name == "birth_date" and (
            _plain(reading.column) in AGES
            or (_share(cells, _is_age) and not _share(cells, lambda c: len(c) == 4))
        )
        pairs = [(int(one), int(other)) for cell in cells for one, other in _SLASHED.findall(cell)]
        if any(other > 12 for _one, other in pairs) and not any(one > 12 for one, _other in pairs):
            reading.dates = MONTH_FIRST
    elif ours.kind in (CODE, CODES) and ours.codes is not None:
        _look_at_codes(reading, cells)
    elif ours.name == "is_final":
        values = {cell.casefold() for cell in cells} - YES - NO
        reading.values = dict.fromkeys(sorted(values)[:MOST_VALUES], "")


def _look_at_names(reading: Reading, cells: list[str]) -> None:
    if _share(cells, lambda cell: cell.count(",") == 1):
        reading.order = LAST_FIRST
    letters = "".join(cells)
    if _share(
        cells, lambda cell: any(len(word) > 3 and word.isupper() for word in re.split(r"[\s,]+", cell))
    ):
        reading.capitals = TITLE_AZ if _TURKIC & set(letters) else TITLE
    if any(seems_several(cell) for cell in cells):
        marks = Counter(mark for cell in cells for mark in (";", "\n", " / ") if mark in cell)
        reading.several = marks.most_common(1)[0][0].replace("\n", "\\n") if marks else ""


def _look_at_codes(reading: Reading, cells: list[str]) -> None:
    """Values the code list does not know get a line of the table of theirs and ours, to be filled on screen."""
    ours = reading.ours
    assert ours is not None and ours.codes is not None
    unknown: Counter[str] = Counter()
    for cell in cells:
        parts = re.split(r"[,;\n]", cell) if ours.kind == CODES else [cell]
        for part in (part.strip() for part in parts):
            try:
                read_codes(part, ours.codes)
            except ValidationError:
                unknown[part.casefold()] += 1
    reading.values = {value: _guess(ours.name, value) for value, _count in unknown.most_common(MOST_VALUES)}


GUESSES = {
    "gender": {"m": "male", "f": "female", "k": "male", "q": "female", "м": "male", "ж": "female", "kişi": "male",
               "qadın": "female", "man": "male", "woman": "female", "муж": "male", "жен": "female",
               "муж.": "male", "жен.": "female"},
    "verdict": {"guilty": "verdict_guilty", "convicted": "verdict_guilty", "acquitted": "verdict_acquittal",
                "məhkum": "verdict_guilty", "məhkum edilib": "verdict_guilty", "bəraət": "verdict_acquittal",
                "осужден": "verdict_guilty", "осуждён": "verdict_guilty", "виновен": "verdict_guilty",
                "оправдан": "verdict_acquittal"},
}  # fmt: skip


def _guess(field: str, value: str) -> str:
    return GUESSES.get(field, {}).get(value, "")
