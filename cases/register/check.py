"""Verifies that chain, versions, rows and all that follows from the rows agree; names what does not.

It reads everything once, in one unchanging view of the database, and writes nothing there. What takes time – deriving
every row anew – is done on copies when that view is closed: a transaction that lasts as long as the check would keep
the database from clearing away whatever changed meanwhile. `repair.py` sets right what is derived.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from itertools import groupby

from django.db import connection, transaction
from django.db.models import Count, Exists, Max, OuterRef
from pyroaring import BitMap

from cases.register.documents.keys import MERGER, WITHDRAWAL
from cases.register.documents.reading import UnreadableText
from cases.register.facet_block import BLOCK_BITS, FacetBlock
from cases.register.further_case import FurtherCase
from cases.register.ledger import LedgerEntry, LedgerText, Tombstone, content_hash, entry_hash
from cases.register.ledger_words import is_of
from cases.register.marks import Mark, is_countable_person
from cases.register.merged_reference import MergedReference
from cases.register.name_index import NameToken
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import STORED_COLUMNS, PublishedCells, cells_of
from cases.register.published_name import PublishedName, named_in
from cases.register.register import columns_of, whole_second
from cases.register.replacing import marks_with_words
from cases.register.shown_until import ShownUntil
from cases.register.spooled import Spooled
from cases.register.state import DERIVATION_VERSION, GENESIS, RegisterState
from cases.text.name_tokens import dictionary_keys, is_word

NOTHING = BitMap()


def check() -> list[str]:
    """Every problem as a sentence; none if the register is sound.

    - the chain runs unbroken and unforked from its beginning to the head the state names;
    - every entry's hash is that of its parts, every text's hash the one its entry sealed;
    - the words of every text in the index are its own;
    - versions of a record follow one another without a gap, except for earlier ones that were forgotten;
    - every row equals the row made anew from its latest version, and none is missing or left over;
    - a last day belongs to something published;
    - cells, bitmaps, words of names, names of agencies and further cases are those of the rows.
    """
    if connection.in_atomic_block:
        return list(_problems(_Seen()))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        seen = _Seen()
    return list(_problems(seen))


class _Seen:
    """The register of one moment: what is quickly told, and copies of what takes longer to judge."""

    def __init__(self):
        self.state = RegisterState.objects.current()
        self.chain = list(_chain_problems(self.state))
        self.texts = Spooled(LedgerText.objects.select_related("entry", "words").order_by("entry").iterator())
        self.versions = list(_version_problems())
        self.latest = Spooled(LedgerText.objects.latest().iterator())
        self.rows = {
            model: Spooled(model.objects.order_by("reference").iterator())
            for model in (PublishedCampaign, PublishedCase)
        }
        self.derived = _Stored()
        self.others = [
            *_last_day_problems(),
            *_announcement_problems(Tombstone, WITHDRAWAL, "withdrawal", "withdrawn_at"),
            *_announcement_problems(MergedReference, MERGER, "merger", "merged_at"),
            *_state_problems(self.state),
        ]


def _problems(seen: _Seen) -> Iterator[str]:
    state = seen.state
    yield from seen.chain
    yield from _text_problems(seen.texts)
    yield from seen.versions
    if not state.is_derived_by_this_program:
        # Of what is derived by other rules, or not derived yet, there is nothing to compare.
        at = "" if state.derived_below is None else f", anew only below row {state.derived_below}"
        yield (
            f"state: what is derived was derived by version {state.derivation_version}{at}; "
            f"this program's is {DERIVATION_VERSION}"
        )
        return
    yield from _row_problems(seen, PublishedCampaign, "campaign")
    derived = _Derived(seen.derived.common_words)
    wrong_rows = list(_row_problems(seen, PublishedCase, "case", derived))
    # What follows from wrong rows is wrong as well, and says nothing new.
    yield from wrong_rows or derived.problems(seen.derived)
    yield from seen.others


def _state_problems(state: RegisterState) -> Iterator[str]:
    if PublishedCase.objects.filter(row_number__gte=state.next_row_number).exists():
        yield f"state: a row has a number that is still to be given ({state.next_row_number} or above)"
    for model, written in ((FacetBlock, "bitmaps"), (FurtherCase, "further cases")):
        highest = model.objects.aggregate(highest=Max("sequence"))["highest"] or 0
        if highest > state.sequence:
            yield (
                f"state: its sequence is {state.sequence}, and {written} were written at "
                f"{highest}; it went back, and workers take old bitmaps for those of today"
            )
    writes = LedgerEntry.objects.aggregate(writes=Count("at", distinct=True))["writes"]
    if writes > state.sequence:
        yield f"state: its sequence is {state.sequence}, and the ledger was written to {writes} times; it went back"
    if state.rebuilt_at > state.sequence:
        yield f"state: its sequence is {state.sequence}, and something went at {state.rebuilt_at}; it went back"


def _chain_problems(state: RegisterState) -> Iterator[str]:
    number, head = 0, GENESIS
    for entry in LedgerEntry.objects.order_by("number").iterator():
        if entry.number != number + 1:
            yield f"entry {number + 1}: missing before entry {entry.number}"
        if entry.previous != head:
            yield f"entry {entry.number}: does not follow from the entry before it"
        if entry.entry_hash != entry_hash(entry.previous, entry.number, entry.at, entry.content_hash):
            yield f"entry {entry.number}: its hash is not that of its parts"
        number, head = entry.number, entry.entry_hash
    if (state.head_number, state.head_hash) != (number, head):
        yield f"state: its head is entry {state.head_number}, the last entry is {number}"


def _text_problems(texts: Iterable[LedgerText]) -> Iterator[str]:
    for version in texts:
        sealed = version.entry.content_hash == content_hash(version.nonce, version.text)
        if not sealed:
            yield f"{version}: the text is not the one entry {version.entry_id} sealed"
        try:
            document = version.document
        except UnreadableText as reason:
            yield f"{version}: no document can be read from its text ({reason})"
            continue
        if (document.get("reference"), document.get("type")) != (version.reference, version.type):
            yield f"{version}: the text is about {document.get('type')} {document.get('reference')}"
        # What has no words yet is read itself, until `index_texts` has been there.
        if sealed and hasattr(version, "words") and not is_of(version.words, document):
            yield f"{version}: its words in the index are not those of its text"


def _version_problems() -> Iterator[str]:
    versions = LedgerText.objects.order_by("reference", "version").values_list("reference", "version")
    for reference, group in groupby(versions.iterator(), key=lambda pair: pair[0]):
        known = [version for _, version in group]
        missing = sorted(set(range(known[0], known[-1])) - set(known))
        if missing:
            yield f"{reference}: version {', '.join(map(str, missing))} is missing"


def _row_problems(seen: _Seen, model, type_: str, derived: "_Derived | None" = None) -> Iterator[str]:
    rows = iter(seen.rows[model])
    versions = (text for text in seen.latest if text.type == type_)
    published, latest = next(rows, None), next(versions, None)
    while published or latest:
        if latest is None or (published and published.reference < latest.reference):
            yield f"{published.reference}: the row has no version in the ledger"
            published = next(rows, None)
        elif published is None or latest.reference < published.reference:
            yield f"{latest.reference}: version {latest.version} has no row"
            latest = next(versions, None)
        else:
            yield from _column_problems(published, latest, derived)
            published, latest = next(rows, None), next(versions, None)


def _column_problems(published, latest: LedgerText, derived: "_Derived | None") -> Iterator[str]:
    try:
        expected = columns_of(latest.document, published=latest.entry.at)
    except (KeyError, TypeError, ValueError, AttributeError) as reason:
        yield f"{latest}: no row can be made from its text ({reason!r})"
        return
    expected |= {"version": latest.version, "published_at": whole_second(latest.entry.at)}
    for name, value in expected.items():
        if getattr(published, name) != value:
            yield f"{published.reference}: column {name} differs from version {latest.version}"
    if derived:
        derived.add(expected | {"row_number": published.row_number})


class _Derived:
    """What follows from all rows together, made in memory and compared with what is stored."""

    def __init__(self, common_words: Collection[str]):
        self.common_words = common_words
        self.marks: dict[Mark, BitMap] = defaultdict(BitMap)
        self.cells: dict[int, bytes] = {}
        self.words, self.names = Counter(), Counter()
        self.rows_of_person: dict[str, list[int]] = defaultdict(list)

    def add(self, columns: dict) -> None:
        number = columns["row_number"]
        for mark in marks_with_words(columns, self.common_words):
            self.marks[mark].add(number)
        self.cells[number] = _digest(cells_of(columns))
        self.words.update(columns["name_tokens"])
        self.names.update(named_in(columns["document"]))
        if is_countable_person(columns):
            self.rows_of_person[columns["person_reference"]].append(number)

    def problems(self, stored: "_Stored") -> Iterator[str]:
        for number, reference, digest in stored.cells:
            if self.cells.pop(number, None) != digest:
                yield f"{reference}: its cells are not those of the row"
        if self.cells:
            yield f"cells: {len(self.cells)} rows have none"
        yield from stored.wrong_blocks
        for parameter, value in sorted(self.marks.keys() | stored.marks.keys()):
            if self.marks.get((parameter, value), NOTHING) != stored.marks.get((parameter, value), NOTHING):
                yield f"bitmap {parameter} {value}: not that of the rows"
        words = {
            token: (uses, dictionary_keys(token)) for token, uses in self.words.items() if is_word(token)
        }
        if words != stored.words:
            yield "words of names: not those of the rows"
        if self.names != stored.names:
            yield "names of agencies, organisations and officials: not those of the rows"
        further = {
            number: min(numbers)
            for numbers in self.rows_of_person.values()
            for number in numbers
            if number != min(numbers)
        }
        if further != stored.further:
            yield "further cases of persons: not those of the rows"


class _Stored:
    """What follows from all rows together, as it is stored."""

    def __init__(self):
        self.common_words = FacetBlock.objects.common_words()
        cells = PublishedCells.objects.values("row_number", *STORED_COLUMNS).iterator()
        self.cells = Spooled((each.pop("row_number"), each["reference"], _digest(each)) for each in cells)
        self.marks: dict[Mark, BitMap] = defaultdict(BitMap)
        self.wrong_blocks = list(self._read_blocks())
        self.words = {word.token: (word.uses, word.keys) for word in NameToken.objects.iterator()}
        names = PublishedName.objects.values_list("reference", "name", "uses")
        self.names = Counter({(reference, name): uses for reference, name, uses in names})
        self.further = dict(FurtherCase.objects.values_list("row_number", "first_row"))

    def _read_blocks(self) -> Iterator[str]:
        blocks = FacetBlock.objects.values_list("parameter", "value", "block", "bits")
        for parameter, value, block, bits in blocks.iterator():
            rows = BitMap.deserialize(bytes(bits))
            if not rows or {rows.min() >> BLOCK_BITS, rows.max() >> BLOCK_BITS} != {block}:
                yield f"bitmap {parameter} {value}: block {block} holds nothing, or what is not its own"
            self.marks[parameter, value] |= rows


def _digest(cells: dict) -> bytes:
    """Short, since a million of them are held at once."""
    return blake2b(repr(list(cells.values())).encode(), digest_size=8).digest()


def _last_day_problems() -> Iterator[str]:
    left = ShownUntil.objects.order_by("reference")
    for model in (PublishedCase, PublishedCampaign):
        left = left.exclude(Exists(model.objects.filter(reference=OuterRef("reference"))))
    for reference in left.values_list("reference", flat=True):
        yield f"{reference}: has a last day, and is not published"


def _announcement_problems(model, type_: str, name: str, moment: str) -> Iterator[str]:
    """What readers are told of a record that went, and the entry of the ledger that says so."""
    texts = {text.reference: text.document for text in LedgerText.objects.latest() if text.type == type_}
    told = {each.pk: each for each in model.objects.all()}
    for reference in sorted(texts.keys() - told.keys()):
        yield f"{reference}: its {name} stands in the ledger, but readers are not told"
    for reference in sorted(told.keys() - texts.keys()):
        yield f"{reference}: readers are told of a {name} that is not in the ledger"
    for reference in sorted(told.keys() & texts.keys()):
        if getattr(told[reference], moment).isoformat(timespec="microseconds") != texts[reference].get("at"):
            yield f"{reference}: the {name} has another date than in the ledger"
