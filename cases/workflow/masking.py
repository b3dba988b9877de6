"""Masking: somebody who was public by name is hidden, and their name goes from everybody else's public texts at once.

`hide_names` is called in the transaction that hides somebody, after their own records show less or are gone: identity
or consent narrowed, a withdrawal, a consent that has run out, an emergency. It finds out itself whether they were ever
public by name and whether they still are, so that calling it once too often changes nothing.

The *whole* name is masked in every public document of whatever record, and the texts of earlier versions that print it
go, as they do when a record is narrowed. A *surname alone* is masked in records tied to the person (`naming.py`) and in
those that print the whole name; elsewhere nothing changes, and a second person decides (`mask_decisions.py`). What of a
document is a name of theirs is in `masked_text.py`.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import (
    Action,
    Campaign,
    Case,
    LedgerText,
    MaskState,
    NameMask,
    Person,
    PublicNaming,
    Record,
)
from cases.models.need_to_know import whole_record
from cases.models.record import kind_of
from cases.register import register
from cases.register.ledger_words import may_print_surname, may_print_whole
from cases.text.name_words import name_words
from cases.text.sought_name import sought
from cases.workflow import notes
from cases.workflow.door import Outcome, drop_earlier_versions, mark
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.masked_text import Change, Masked, Masker
from cases.workflow.naming import (
    is_name_of_somebody,
    is_named,
    names_of,
    records_tied_to,
    told_on_account,
)
from cases.workflow.permission import is_hidden
from cases.workflow.reader import Json, Key
from cases.workflow.review_log import log

MOST_LISTED = 200
"""A surname alone that stands in more records than this is the name of many: there, it is counted and not listed."""

_MODELS: dict[str, type[Record]] = {"case": Case, "campaign": Campaign}


class Found(NamedTuple):
    """A public record whose present document has something to mask, or to decide. `record` is None where the desk has
    none, as for what was loaded into the register alone."""

    reference: str
    record: Record | None
    masked: Masked


@whole_record()
def hide_names(persons: Iterable[Person], *, by: User | None) -> Outcome:
    """Mask the names of those of `persons` who were public by name and are not any more. Returns an Outcome, with the
    records that were `masked`, and those `marked` for a look."""
    one_at_a_time()
    outcome = Outcome()
    for person in {person.pk: person for person in persons}.values():
        naming = PublicNaming.objects.select_for_update().filter(person=person).first()
        if naming is None:
            outcome.add(_mark_mentions(person, by=by))
            continue
        if is_named(person):
            continue
        names = names_of(person)
        if naming.hidden_at and set(names) <= set(naming.masked_names):
            continue
        naming.hidden_at, naming.hidden_by = naming.hidden_at or timezone.now(), naming.hidden_by or by
        naming.masked_names = names
        outcome.add(_mask_everywhere(naming, by=by))
        outcome.hidden.append(person)
        naming.save()
    return outcome


@whole_record()
def preview(person: Person) -> list[Found]:
    """What hiding a person would mask, and what it would list to be decided; changes nothing."""
    naming = PublicNaming.objects.filter(person=person).first() or PublicNaming(person=person)
    return _Search(naming).found()


@whole_record()
def remask(record: Record, content: dict) -> dict:
    """A new document of a record as far as masks of its public text go: what stands there unchanged is masked as it is
    in public, so that narrowing compares like with like."""
    masks = NameMask.objects.of(record).standing().order_by("pk").values_list("before", "after")
    return _replaced(content, list(masks)) if masks else content


def _replaced(value: Json, masks: list[tuple[str, str]]) -> Json:
    if isinstance(value, dict):
        return {key: _replaced(item, masks) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, masks) for item in value]
    for before, after in masks:
        value = after if value == before else value
    return value


def _mark_mentions(person: Person, *, by: User | None) -> Outcome:
    """Ask for a look at public texts that print the name of somebody hidden who never was public: nothing outside
    changes, or it would tell who was entered."""
    outcome = Outcome()
    for each in _Search(PublicNaming(person=person)).whole_names():
        if each.record and notes.PRINTS_HIDDEN_NAME not in each.record.review_wanted:
            mark(lock(each.record), by=by, reason=notes.PRINTS_HIDDEN_NAME)
            outcome.marked.append(each.record)
    return outcome


def _mask_everywhere(naming: PublicNaming, *, by: User | None) -> Outcome:
    outcome = Outcome()
    search = _Search(naming)
    found = search.found()
    changed = [each for each in found if each.masked.changes]
    puts = register.put_many(each.masked.document for each in changed)
    for each, put in zip(changed, puts, strict=True):
        if each.record is None:
            register.delete_earlier_texts(each.reference)
            continue
        record = lock(each.record)
        record.published_version, record.published_at = put.version, put.at
        record.save(update_fields=["published_version", "published_at"])
        drop_earlier_versions(record)
        log(record, Action.MASKED, by=by, reason=notes.NAME_MASKED, public_version=put.version)
        mark(record, by=by, reason=notes.NAME_MASKED)
        outcome.masked.append(record)
        outcome.marked.append(record)
    for reference in sorted(search.printed_before - {each.reference for each in changed}):
        _drop_earlier_texts(reference, by=by)
    naming.surname_elsewhere = search.surname_elsewhere
    _note(naming, found, by=by)
    return outcome


class _Search:
    """Looks through the register for a person's names: through its index of words, and then through what that gives."""

    def __init__(self, naming: PublicNaming):
        self._naming, self._person = naming, naming.person
        names = names_of(self._person)
        self._sought = [sought(name) for name in names if name_words(name)]
        self._masker = Masker(names, is_given_name=is_name_of_somebody)
        own = Case.objects.filter(person=self._person) if is_hidden(self._person) else Case.objects.none()
        # What is hidden together with the person is to be shown again as it was.
        self._put_aside = set(own.values_list("reference", flat=True))
        self._on_account = told_on_account(self._person)
        self.printed_before: set[str] = set()
        self.surname_elsewhere = 0

    def found(self) -> list[Found]:
        """Every public record that has something of the person's names. Notes in `printed_before` of which records an
        earlier version prints the whole name, and in `surname_elsewhere` how many others have the surname alone."""
        tied = records_tied_to(self._person)
        references = self._with_whole_name() | self._with_surname(tied) | self._on_account
        kept, found = _kept(self._naming), []
        for text in LedgerText.objects.latest_of(sorted(references)).values():
            if text.type not in _MODELS:
                continue
            each = self._judged(text, tied, kept)
            if each.masked.changes or each.masked.doubtful:
                found.append(each)
        elsewhere = [each for each in found if not each.masked.changes]
        self.surname_elsewhere = max(self.surname_elsewhere, len(elsewhere))
        return found

    def _with_whole_name(self) -> set[str]:
        """References of what may print the whole name now."""
        texts = list(
            may_print_whole(self._sought).filter(type__in=_MODELS).exclude(reference__in=self._put_aside)
        )
        newest = LedgerText.objects.latest_of({text.reference for text in texts})
        for text in texts:
            if text.version < newest[text.reference].version and self._masker.prints_whole(text.document):
                self.printed_before.add(text.reference)
        return set(newest)

    def _with_surname(self, tied: set[Key]) -> set[str]:
        """References of what may print the surname alone: all of the records tied to the person and, where they are not
        too many, all others."""
        printing = (
            may_print_surname(self._sought).filter(type__in=_MODELS).exclude(reference__in=self._put_aside)
        )
        printing = printing.order_by().distinct()
        everywhere = set(printing.values_list("reference", flat=True)[: MOST_LISTED + 1])
        if len(everywhere) <= MOST_LISTED:
            return everywhere
        self.surname_elsewhere = printing.values("reference").count()
        near = _references(tied) | self.printed_before
        return set(printing.filter(reference__in=near).values_list("reference", flat=True))

    def _judged(self, text: LedgerText, tied: set[Key], kept: dict[Key, set[str]]) -> Found:
        record = _MODELS[text.type].objects.filter(reference=text.reference).first()
        key = (kind_of(record), record.pk) if record else ("", 0)
        masked = self._masker.masked(
            text.document,
            tied=key in tied or text.reference in self.printed_before,
            own=isinstance(record, Case) and record.person_id == self._person.pk,
            kept=kept.get(key, ()),
        )
        if text.reference in self._on_account:
            _leave_out_on_account(masked)
        return Found(text.reference, record, masked)

    def whole_names(self) -> list[Found]:
        """Public records that print the whole name, by what masking it would change."""
        texts = LedgerText.objects.latest_of(self._with_whole_name()).values()
        found = [self._judged(text, set(), {}) for text in texts if text.type in _MODELS]
        return [each for each in found if each.masked.is_whole]


def _references(keys: set[Key]) -> set[str]:
    """References of public cases and campaigns."""
    return {
        reference
        for kind, model in _MODELS.items()
        for reference in model.objects.public()
        .filter(pk__in=[key for each, key in keys if each == kind])
        .values_list("reference", flat=True)
    }


def _leave_out_on_account(masked: Masked) -> None:
    """Where it is said on whose account something was done, nothing stays of a person who is hidden."""
    told = masked.document["targeted_because_of"]
    if told:
        masked.document["targeted_because_of"] = ""
        masked.changes.append(Change(("targeted_because_of",), told, ""))


def _kept(naming: PublicNaming) -> dict[Key, set[str]]:
    """Texts that somebody has decided to leave as they are, by record."""
    kept: dict[Key, set[str]] = defaultdict(set)
    if naming.pk:
        decided = naming.masks.filter(state__in=[MaskState.LIFTED, MaskState.LEFT])
        for mask in decided.select_related("case", "campaign"):
            kept[kind_of(mask.record), mask.record.pk].add(mask.before)
    return kept


def _drop_earlier_texts(reference: str, *, by: User | None) -> None:
    """Remove the texts of a record's versions before the present one."""
    record = next(
        (row for model in _MODELS.values() for row in model.objects.filter(reference=reference)), None
    )
    if record is None or not record.is_public:
        register.delete_earlier_texts(reference)
    elif drop_earlier_versions(lock(record)):
        reason, version = notes.EARLIER_TEXTS_PRINTED, record.published_version
        log(record, Action.NARROWED, by=by, reason=reason, public_version=version)


def _note(naming: PublicNaming, found: list[Found], *, by: User | None) -> None:
    """Keep what was masked, and what a second person has to decide."""
    now = timezone.now()
    known = set(naming.masks.waiting().values_list("case", "campaign", "before"))
    rows = []
    for each in found:
        if each.record is None:
            continue
        owner = {kind_of(each.record): each.record}
        for state, changes in (
            (MaskState.STANDING, each.masked.changes),
            (MaskState.WAITING, each.masked.doubtful),
        ):
            for change in changes:
                row = NameMask(
                    naming=naming,
                    **owner,
                    path=list(change.path),
                    before=change.before,
                    after=change.after,
                    state=state,
                    made_at=now,
                    made_by=by,
                )
                if state == MaskState.STANDING or (row.case_id, row.campaign_id, row.before) not in known:
                    rows.append(row)
    NameMask.objects.bulk_create(rows)
