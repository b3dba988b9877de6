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
from collections.abc import Iterable, Iterator
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
    NameToken,
    Person,
    PublicNaming,
    Record,
)
from cases.models.record import kind_of
from cases.register import register
from cases.text.name_tokens import tokens_of_name
from cases.workflow import notes
from cases.workflow.door import Outcome, drop_earlier_versions, mark
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.masked_text import Change, Masked, Masker
from cases.workflow.naming import is_named, records_tied_to
from cases.workflow.reader import Json
from cases.workflow.review_log import log
from cases.workflow.uses import uses_of

MOST_LISTED = 200
"""In so many records that have nothing to do with the person a surname alone is looked at one by one. One that is
written more often is the name of many, and is only counted."""

_MODELS: dict[str, type[Record]] = {"case": Case, "campaign": Campaign}


class Found(NamedTuple):
    """A public record whose present document has something to mask, or to decide. `record` is None where the desk has
    none, as for what was loaded into the register alone."""

    reference: str
    record: Record | None
    masked: Masked


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
        names = sorted(set(person.names.values_list("text", flat=True)))
        if naming.hidden_at and set(names) <= set(naming.masked_names):
            continue
        naming.hidden_at, naming.hidden_by = naming.hidden_at or timezone.now(), naming.hidden_by or by
        naming.masked_names = names
        outcome.add(_mask_everywhere(naming, by=by))
        naming.save()
    return outcome


def preview(person: Person) -> list[Found]:
    """What hiding a person would mask, and what it would list to be decided; changes nothing."""
    return _found(PublicNaming.objects.filter(person=person).first() or PublicNaming(person=person))


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
    outcome, masker = Outcome(), _masker(person)
    for reference, document in _documents(person):
        record = _MODELS[document["type"]].objects.filter(reference=reference).first()
        if record and masker.prints_whole(document) and notes.PRINTS_HIDDEN_NAME not in record.review_wanted:
            mark(lock(record), by=by, reason=notes.PRINTS_HIDDEN_NAME)
            outcome.marked.append(record)
    return outcome


def _mask_everywhere(naming: PublicNaming, *, by: User | None) -> Outcome:
    outcome = Outcome()
    found = _found(naming)
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
    _drop_earlier_texts(naming, by=by)
    _note(naming, found, by=by)
    return outcome


def _found(naming: PublicNaming) -> list[Found]:
    """Every public record that has something of the person's names."""
    person = naming.person
    masker = _masker(person)
    tied = records_tied_to(person)
    kept = _kept(naming)
    printed_before = _print_in_earlier_versions(masker)
    found = []
    for reference, document in _documents(person):
        record = _MODELS[document["type"]].objects.filter(reference=reference).first()
        key = (kind_of(record), record.pk) if record else ("", 0)
        own = isinstance(record, Case) and record.person_id == person.pk
        masked = masker.masked(
            document,
            tied=key in tied or reference in printed_before,
            own=own,
            kept=kept.get(key, ()),
        )
        if isinstance(record, Case) and ("person", person.pk) in uses_of(record):
            _leave_out_on_account(record, person, masked)
        if masked.changes or masked.doubtful:
            found.append(Found(reference, record, masked))
    return found


def _masker(person: Person) -> Masker:
    return Masker(person.names.values_list("text", flat=True), is_given_name=is_name_of_somebody)


def is_name_of_somebody(word: str) -> bool:
    """Whether a word stands in a public name."""
    return NameToken.objects.filter(token__in=tokens_of_name(word)).exists()


def _leave_out_on_account(record: Case, person: Person, masked: Masked) -> None:
    """Where it is said on whose account something was done, nothing stays of a person who is hidden."""
    told = masked.document["targeted_because_of"]
    if told and record.targeted_because_of_id == person.pk:
        masked.document["targeted_because_of"] = ""
        masked.changes.append(Change(("targeted_because_of",), told, ""))


def _kept(naming: PublicNaming) -> dict[tuple[str, int], set[str]]:
    """Texts that somebody has decided to leave as they are, by record."""
    kept: dict[tuple[str, int], set[str]] = defaultdict(set)
    if naming.pk:
        for mask in naming.masks.filter(state__in=[MaskState.LIFTED, MaskState.LEFT]).select_related(
            "case", "campaign"
        ):
            kept[kind_of(mask.record), mask.record.pk].add(mask.before)
    return kept


def _documents(person: Person) -> Iterator[tuple[str, dict]]:
    for text in LedgerText.objects.filter(type__in=_MODELS).latest().iterator(chunk_size=500):
        yield text.reference, text.document


def _print_in_earlier_versions(masker: Masker) -> set[str]:
    """References of records of which an earlier version prints the whole name."""
    texts = LedgerText.objects.filter(type__in=_MODELS)
    newest = dict(texts.order_by("reference", "version").values_list("reference", "version"))
    return {
        text.reference
        for text in texts.iterator(chunk_size=500)
        if text.version < newest[text.reference] and masker.prints_whole(text.document)
    }


def _drop_earlier_texts(naming: PublicNaming, *, by: User | None) -> None:
    for reference in sorted(_print_in_earlier_versions(_masker(naming.person))):
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
    elsewhere = [row for row in rows if row.state == MaskState.WAITING]
    naming.surname_elsewhere = len({(row.case_id, row.campaign_id) for row in elsewhere})
    if naming.surname_elsewhere > MOST_LISTED:
        rows = [row for row in rows if row.state == MaskState.STANDING]
    NameMask.objects.bulk_create(rows)
