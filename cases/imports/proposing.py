"""A first idea of how somebody's list is read, from its headers in three languages and from what stands below them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from django.core.exceptions import ValidationError

from cases.imports.columns import BY_NAME, CODE, CODES, DATE, Column
from cases.imports.guessing import guess
from cases.imports.mapping import (
    AS_IS,
    FATHERS,
    LAST_FIRST,
    MONTH_FIRST,
    NOTHING,
    SURNAME,
    TITLE,
    TITLE_AZ,
    Mapping,
    Reading,
)
from cases.imports.names import named_in
from cases.imports.said import BETWEEN, NO, NO_DAY, YES
from cases.imports.spelling import is_age, says_age, seems_several
from cases.imports.tables import Table
from cases.models.fields import parsed
from cases.text.addresses import is_web_address
from cases.text.terms.errors import TermError
from cases.text.terms.reading import read_term
from cases.workflow.entering.codes import read_codes

LOOKED_AT = 200
"""Rows."""
MOSTLY = 0.6
"""Of the cells of a column, so many have to be of a kind."""
MOST_VALUES = 40
"""Different values of a column that can be a table of theirs and ours."""

WORDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "prisoner", "detainee", "defendant", "person", "ad", "adı", "ad soyad",
             "soyad ad", "ad və soyad", "ad, soyad, ata adı", "saa", "məhbus", "имя", "фио", "ф и о",
             "фамилия имя", "фамилия и имя", "фамилия имя отчество", "заключённый", "заключенный",
             "осужденный", "names", "victim", "victim name", "name of prisoner", "adı soyadı", "soyadı adı",
             "ad soyad ata adı", "имя и фамилия", "задержанный", "политзаключённый", "политзаключенный"),
    "other_names": ("alias", "aliases", "aka", "also known as", "nickname", "other names", "ləqəb", "təxəllüs",
                    "псевдоним", "прозвище", "другие имена"),
    "birth_date": ("birth", "born", "date of birth", "birth date", "dob", "year of birth", "birth year", "age",
                   "təvəllüd", "doğum", "doğum tarixi", "doğulduğu il", "yaş", "yaşı", "дата рождения",
                   "год рождения", "родился", "рождение", "возраст", "birthday", "birthdate", "doğum ili",
                   "təvəllüdü", "г р", "год рожд", "др"),
    "gender": ("gender", "sex", "cins", "cinsi", "пол"),
    "roles": ("role", "roles", "occupation", "profession", "activity", "job", "peşə", "peşəsi", "fəaliyyət",
              "vəzifə", "профессия", "род занятий", "деятельность", "должность", "işi", "məşğuliyyəti",
              "iş yeri və vəzifəsi", "занятие"),
    "articles": ("article", "articles", "charge", "charges", "criminal code", "maddə", "maddələr", "ittiham",
                 "статья", "статьи", "обвинение", "статья ук", "статьи ук", "legal articles", "accusation",
                 "accused of", "ittihamlar", "в чем обвиняется", "в чём обвиняется", "обвинения"),
    "arrested_on": ("arrest", "arrested", "arrest date", "date of arrest", "detained", "detention date",
                    "date of detention", "həbs", "həbs tarixi", "həbs olunduğu tarix", "saxlanma tarixi",
                    "арест", "дата ареста", "задержан", "дата задержания", "арестован", "arrested on",
                    "detained on", "tutulduğu tarix", "tutulma tarixi", "həbs edildiyi tarix",
                    "день задержания"),
    "remand_until": ("remand until", "remand", "pre-trial until", "həbs müddəti bitir", "арест до",
                     "срок ареста до"),
    "court": ("court", "məhkəmə", "суд"),
    "verdict": ("verdict", "outcome", "hökm", "приговор", "решение суда"),
    "verdict_on": ("verdict date", "sentenced", "sentence date", "date of sentence", "date of verdict",
                   "convicted on", "hökm tarixi", "дата приговора", "дата вынесения приговора",
                   "date convicted", "hökmün tarixi", "hökm günü", "hökmün çıxarıldığı tarix",
                   "день приговора", "sentencing date"),
    "term": ("term", "sentence", "sentence length", "years", "punishment", "müddət", "cəza", "cəza müddəti",
             "срок", "наказание", "срок наказания", "term of imprisonment", "cəzanın müddəti", "приговорён к",
             "приговорен к"),
    "is_final": ("final", "in force", "qüvvədə", "qüvvəyə minib", "вступил в силу"),
    "held_at": ("prison", "held at", "held in", "facility", "place of detention", "penitentiary",
                "detention facility", "həbsxana", "cəzaçəkmə müəssisəsi", "saxlanıldığı yer", "müəssisə",
                "тюрьма", "колония", "сизо", "место заключения", "место содержания", "saxlandığı yer",
                "saxlanma yeri", "saxlanılır", "cəza çəkdiyi yer", "где содержится", "где находится",
                "содержится", "место отбывания наказания", "currently held", "place of imprisonment",
                "detention centre", "detention center"),
    "place": ("place of arrest", "where", "city", "location", "region", "həbs yeri", "şəhər", "yer",
              "место ареста", "место задержания", "город", "место", "place", "tutulduğu yer", "где задержан",
              "регион", "город задержания"),
    "later_1_date": ("release", "release date", "released", "date of release", "azad olunma",
                     "azad olunduğu tarix", "освобожден", "освобождён", "дата освобождения"),
    "list_id": ("id", "no", "no.", "nr", "№", "n", "number", "#", "sıra", "sıra №", "номер", "п/п", "№ п/п",
                "case id", "case no", "case number", "record id", "ref", "s s", "sıra sayı", "sira",
                "порядковый номер", "ид"),
    "title": ("title", "başlıq", "заголовок"),
    "summary": ("summary", "description", "notes", "details", "comment", "qeyd", "qeydlər", "təsvir",
                "məlumat", "примечание", "описание", "подробности", "комментарий", "remarks", "background",
                "qısa məlumat", "суть дела", "комментарии", "примечания"),
    "country": ("country", "ölkə", "страна"),
    "as_of": ("as of", "updated", "last updated", "status date", "yenilənib", "по состоянию на"),
    "page": ("page", "səhifə", "страница", "стр"),
    "source_url": ("url", "link", "source url", "keçid", "ссылка", "links", "source link", "mənbənin ünvanı",
                   "адрес источника"),
    "source_title": ("source", "mənbə", "источник"),
}  # fmt: skip
"""What columns are called in the lists of this field, in English, Azerbaijani and Russian."""

PERSONS_PLACE = ("birthplace", "place of birth", "doğulduğu yer", "doğum yeri", "место рождения", "born in")
"""Not where anything happened."""
AGES = ("age", "yaş", "yaşı", "возраст")
LAST_NAMES = ("surname", "last name", "family name", "soyad", "soyadı", "фамилия")
FATHERS_NAMES = (
    "patronymic",
    "middle name",
    "father's name",
    "father’s name",
    "ata adı",
    "atasının adı",
    "отчество",
)
NAME_PARTS = frozenset({
    "name", "names", "first", "last", "full", "family", "given", "middle", "surname", "patronymic", "and",
    "ad", "adı", "soyad", "soyadı", "ata", "atasının", "və", "имя", "фамилия", "отчество", "и", "инициалы",
})  # fmt: skip
"""Words of which the header of a column of whole names can be made."""
SURNAMES = frozenset({"surname", "last", "family", "full", "soyad", "soyadı", "фамилия"})
"""One of them stands in the header of a whole name."""
NUMBERED = frozenset({"id", "no", "nr", "№", "number", "номер", "sıra"})
"""A word of the header of a column that numbers cases."""
_OF_PERSON = re.compile(
    r"passport|national|\bfin\b|\btax|phone|\btel|child|pages?\b|паспорт|\bинн\b|снилс|телефон|дет|vəsiqə|telefon|uşaq"
)
"""Other numbers than those of cases."""
_OF_LIFE = re.compile(
    r"residence|birth|work|address|жительств|проживан|рожден|прописк|работы|адрес|yaşa|doğul|doğum|iş yer|ünvan"
)
"""Where somebody lives, works or was born."""
WHOLE = frozenset({"place", "where", "victim", "names", "links", "background", "person", "sentenced"})
"""Words that mean a column only where they are its whole header."""
FIRST_NAMES = ("first name", "given name", "имя", "adı", "ad")

_SLASHED = re.compile(r"\b([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}\b")
_TURKIC = set("ƏĞİŞÇÖÜəğışçöü")


def proposed(table: Table) -> Mapping:
    """The Mapping that a list looks like it needs."""
    columns = _columns_of(table, set(NOTHING))
    readings = [Reading(name) for name in table.header]
    taken: set[str] = set()
    _names(readings, taken)
    for reading, cells in zip(readings, columns, strict=True):
        if not reading.field:
            field = _by_header(reading.column, taken, cells)
            reading.field = field
            taken.add(field)
    _verdict_or_term(readings, columns)
    constants = {}
    if "later_1_date" in taken:
        constants["later_1_what"] = "release"
    for reading, cells in zip(readings, columns, strict=True):
        _look_at(reading, cells)
    both = zip(readings, columns, strict=True)
    _as_one_name([(each, cells) for each, cells in both if each.field == "name"])
    return Mapping(readings, constants)


def with_new_values(readings: Iterable[Reading], table: Table, nothing: Iterable[str]) -> list[Reading]:
    """The same, with a line for each value of the table that they do not name. What they say stays as it is."""
    columns = dict(zip(table.header, _columns_of(table, {each.casefold() for each in nothing}), strict=True))
    return [
        replace(each, values={**each.values, **_new_values(each, columns.get(each.column, []))})
        for each in readings
    ]


def _columns_of(table: Table, nothing: set[str]) -> list[list[str]]:
    """What the cells of each column say, of the rows that are looked at."""
    rows = list(islice((row.cells for row in table.rows()), LOOKED_AT))
    return [
        [
            cell
            for cell in (row[at] for row in rows if at < len(row))
            if cell and cell.casefold() not in nothing
        ]
        for at in range(len(table.header))
    ]


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[_\-/().,;:]+", " ", header.replace("İ", "i").casefold()).split())


def _names(readings: list[Reading], taken: set[str]) -> None:
    """First and last name in two columns are one name together, and that of the father where it has a third."""
    first = next((each for each in readings if _is_first_name(each.column)), None)
    last = next((each for each in readings if _plain(each.column) in LAST_NAMES), None)
    if not first or not last:
        return
    first.field = last.field = "name"
    last.order = SURNAME
    fathers = next((each for each in readings if _plain(each.column) in FATHERS_NAMES), None)
    if fathers:
        fathers.field, fathers.order = "name", FATHERS
    taken.add("name")


def _is_first_name(header: str) -> bool:
    """Also with that of the father beside it, and not that alone."""
    if _plain(header) in FATHERS_NAMES:
        return False
    plain = re.sub(r"\b(?:ata|atasının) adı\b", "", _plain(header))
    words = {*plain.split()} - {"отчество", "patronymic", "middle", "и", "and", "və"}
    return plain.strip() in FIRST_NAMES or (bool(words) and words <= NAME_PARTS - SURNAMES)


def _by_header(header: str, taken: set[str], cells: list[str]) -> str:
    plain = _plain(header)
    if plain in PERSONS_PLACE:
        return ""
    if header in BY_NAME and header not in taken:
        return header
    words_of_it = set(plain.split())
    if (
        "name" not in taken
        and words_of_it <= NAME_PARTS
        and words_of_it & SURNAMES
        and words_of_it - SURNAMES
    ):
        return "name"
    scored: Counter[str] = Counter()
    for field, words in WORDS.items():
        if field in taken:
            continue
        for word in words:
            if plain == _plain(word):
                scored[field] += 100
            elif len(word) > 3 and word not in WHOLE and re.search(rf"\b{re.escape(_plain(word))}\b", plain):
                scored[field] += len(word)
    for field in list(scored):
        if (
            BY_NAME[field].kind == DATE
            and cells
            and not _share([cell for cell in cells if cell.casefold() not in NO_DAY], _is_date)
            and not _share(cells, is_age)
        ):
            scored[field] -= 50
    if _OF_LIFE.search(plain):
        del scored["place"], scored["held_at"]
    if not scored and "list_id" not in taken and words_of_it & NUMBERED and not _OF_PERSON.search(plain):
        return "list_id"
    best = scored.most_common(1)
    if not best or best[0][1] <= 0:
        return ""
    field = best[0][0]
    if field == "source_title" and "source_url" not in taken and _share(cells, is_web_address):
        return "source_url"
    return field


def _verdict_or_term(readings: list[Reading], columns: list[list[str]]) -> None:
    """“Приговор”, “Hökm” and “Sentence” are headers of what somebody was found and of what they got: the cells tell.
    Of two columns of terms the one whose header says no verdict is that of the term."""
    said = {each.field: each for each in readings}
    cells_of = {each.field: cells for each, cells in zip(readings, columns, strict=True)}
    verdict, term = said.get("verdict"), said.get("term")
    has_terms = _share(cells_of.get("verdict", []), _is_term)
    has_verdicts = _share(cells_of.get("term", []), _is_verdict)
    if verdict and has_terms:
        verdict.field = "" if term and not has_verdicts else "term"
    if term and has_verdicts:
        term.field = "" if verdict and not has_terms else "verdict"


def _is_term(cell: str) -> bool:
    try:
        read_term(cell)
    except TermError:
        return False
    return True


def _is_verdict(cell: str) -> bool:
    return _is_known(cell, BY_NAME["verdict"]) or bool(guess("verdict", cell.casefold()))


def _share(cells: list[str], fits) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= MOSTLY * len(cells)


def _is_date(cell: str) -> bool:
    try:
        return bool(parsed(" ".join(cell.split())).earliest)
    except ValidationError:
        return False


def _look_at(reading: Reading, cells: list[str]) -> None:
    """How the cells of a column have to be read."""
    ours = reading.ours
    if ours is None or not cells:
        return
    if ours.name == "name":
        _look_at_names(reading, cells)
    elif ours.kind == DATE:
        reading.is_age = ours.name == "birth_date" and (
            _plain(reading.column) in AGES or any(map(says_age, cells)) or _share(cells, is_age)
        )
        pairs = [(int(one), int(other)) for cell in cells for one, other in _SLASHED.findall(cell)]
        if any(other > 12 for _one, other in pairs) and not any(one > 12 for one, _other in pairs):
            reading.dates = MONTH_FIRST
    elif ours.kind in (CODE, CODES) and ours.codes is not None:
        _look_at_codes(reading, cells)
    reading.values = _new_values(reading, cells)


def _look_at_names(reading: Reading, cells: list[str]) -> None:
    names = [named_in(cell).name for cell in cells]
    if reading.order == AS_IS and _share(names, lambda name: name.count(",") == 1):
        reading.order = LAST_FIRST
    letters = "".join(cells)
    if any(len(word) > 3 and word.isupper() for cell in cells for word in re.split(r"[\s,]+", cell)):
        reading.capitals = TITLE_AZ if _TURKIC & set(letters) else TITLE
    if any(map(seems_several, names)):
        marks = Counter(mark for cell in cells for mark in (";", "\n", " / ") if mark in cell)
        reading.several = marks.most_common(1)[0][0].replace("\n", "\\n") if marks else ""


def _as_one_name(parts: list[tuple[Reading, list[str]]]) -> None:
    """Capitals in one column of a name become Words in all of it, in the letters of all of it."""
    if any(each.capitals for each, _cells in parts):
        letters = {letter for _each, cells in parts for letter in "".join(cells)}
        for each, _cells in parts:
            each.capitals = TITLE_AZ if _TURKIC & letters else TITLE


def _look_at_codes(reading: Reading, cells: list[str]) -> None:
    ours = reading.ours
    assert ours is not None and ours.codes is not None
    unknown = _unknown(cells, ours, "")
    if ours.kind == CODES and unknown:
        for mark in BETWEEN_VALUES:
            left = _unknown(cells, ours, mark)
            # A value of theirs that is worked out by its parts is better than a line to fill in.
            if sum(not guess(ours.name, each) for each in left) < sum(
                not guess(ours.name, each) for each in unknown
            ):
                reading.several, unknown = mark, left


def _new_values(reading: Reading, cells: list[str]) -> dict[str, str]:
    """Values the code list does not know get a line of the table of theirs and ours, to be filled on screen."""
    ours = reading.ours
    if ours is None:
        return {}
    cells = [cell for cell in cells if cell.casefold() not in reading.values]
    if ours.name == "is_final":
        values = {cell.casefold() for cell in cells} - YES - NO
        return dict.fromkeys(sorted(values)[:MOST_VALUES], "")
    if ours.codes is None:
        return {}
    unknown = _unknown(cells, ours, reading.several)
    new = [value for value, _count in unknown.most_common() if value not in reading.values]
    return {value: guess(ours.name, value) for value in new[:MOST_VALUES]}


BETWEEN_VALUES = ("/", " & ", "+", " and ", " və ", " и ")
"""Marks between several values, beside commas."""


def _unknown(cells: list[str], ours: Column, mark: str) -> Counter[str]:
    """How often there is which value that is not known, if `mark` stands between them as well."""
    unknown: Counter[str] = Counter()
    for cell in cells:
        typed = cell.replace(mark, ",") if mark else cell
        for part in BETWEEN.split(typed) if ours.kind == CODES else [cell]:
            if part.strip() and not _is_known(part.strip(), ours):
                unknown[part.strip().casefold()] += 1
    return unknown


def _is_known(value: str, ours: Column) -> bool:
    assert ours.codes is not None
    if ours.name.startswith("later_"):
        value = value.partition(":")[0]  # with its outcome: pardon:total
    try:
        return bool(read_codes(value, ours.codes))
    except ValidationError:
        return False
