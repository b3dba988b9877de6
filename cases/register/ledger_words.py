"""An index of the words of every text in the ledger, so that hiding somebody need not read them all.

Who is asked about is a name, in any script and form (`cases/text/name_lexemes.py`). Readers' search has an index of its
own (`finding_aids.py`), over what it finds cases by; this one holds each word of each version, for the desk, and
goes with its text.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models, transaction
from django.db.models.expressions import RawSQL

from cases.register.bulk import copy_in
from cases.register.documents.prose import prose_of
from cases.register.documents.reading import UnreadableText
from cases.register.ledger import LedgerText
from cases.text import name_lexemes
from cases.text.sought_name import SoughtName

BATCH = 1_000
NO_WORDS = "'-'"
"""Of what says that a record was withdrawn or merged; no word has such a lexeme."""


class LedgerWordsQuerySet(models.QuerySet):
    def matching(self, question: str):
        return self.filter(RawSQL("vector @@ %s::tsquery", [question], output_field=models.BooleanField()))


class LedgerWords(models.Model):
    """The words of one text. A text of which there are too many for an index has no row, and is read itself."""

    entry = models.OneToOneField(LedgerText, primary_key=True, on_delete=models.CASCADE, related_name="words")
    vector = SearchVectorField()

    objects = LedgerWordsQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        indexes = [GinIndex(name="ledger_words_vector", fields=["vector"], fastupdate=False)]

    def __str__(self):
        return f"words of {self.entry_id}"


def words_of(document: dict) -> str | None:
    """The words of a document as its row of the index has them; None where they are too many."""
    words = name_lexemes.vector(prose_of(document))
    return NO_WORDS if words == "" else words


def is_of(words: LedgerWords, document: dict) -> bool:
    """Whether the index has for a text what it would be given for its document."""
    expected = words_of(document) if document["type"] in ("case", "campaign") else NO_WORDS
    return _positions(words.vector) == _positions(expected or "")


def _positions(vector: str) -> dict[str, set[str]]:
    """Where each lexeme stands; the database keeps a position once, however often it was given."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in vector.split():
        lexeme, _colon, positions = each.rpartition(":") if each[-1:].isdigit() else (each, "", "")
        found[lexeme].update(positions.split(","))
    return found


def keep_words(rows: Iterable[tuple[int, str | None]]) -> None:
    """Write the words of new texts, given by the number of their entry."""
    copy_in(LedgerWords, [{"entry": number, "vector": words} for number, words in rows if words])


def index_anew() -> Callable[[], None]:
    """For whoever fills an empty register: takes the index away, and answers what makes it again from all rows.

    That takes a tenth of what it takes to keep it row by row. Both want a transaction, the second one no check of keys
    that still waits.
    """
    index = LedgerWords._meta.indexes[0]
    with connection.schema_editor(atomic=False) as editor:
        editor.remove_index(LedgerWords, index)

    def make() -> None:
        with connection.schema_editor(atomic=False) as editor:
            editor.add_index(LedgerWords, index)

    return make


def may_print_whole(names: Iterable[SoughtName]):
    """Texts that may print one of these names whole: a queryset of LedgerText."""
    question = name_lexemes.whole(names)
    if not question:
        return LedgerText.objects.none()
    return LedgerText.objects.filter(_in(question) | models.Q(words__isnull=True))


def may_print_surname(names: Iterable[SoughtName]):
    """Texts that may print a surname of these names, also alone: a queryset of LedgerText."""
    question = name_lexemes.alone(names)
    if not question:
        return LedgerText.objects.none()
    return LedgerText.objects.filter(_in(question) | models.Q(words__isnull=True))


def _in(question: str) -> models.Q:
    return models.Q(pk__in=LedgerWords.objects.matching(question).values("pk"))


def index_texts(*, anew: bool = False) -> int:
    """Index the texts that are not yet, or all `anew`, in batches of a transaction each; answers how many."""
    texts = LedgerText.objects.order_by("pk")
    numbers = list((texts if anew else texts.filter(words__isnull=True)).values_list("pk", flat=True))
    for batch in _batches(numbers):
        with transaction.atomic():
            LedgerWords.objects.filter(pk__in=batch).delete()
            keep_words(
                (text.pk, _words(text))
                for text in LedgerText.objects.filter(pk__in=batch).select_for_update()
            )
    return len(numbers)


def _batches(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[at : at + BATCH] for at in range(0, len(numbers), BATCH))


def _words(text: LedgerText) -> str | None:
    if text.type not in ("case", "campaign"):
        return NO_WORDS
    try:
        return words_of(text.document)
    except UnreadableText:
        return NO_WORDS  # `check.py` names it
