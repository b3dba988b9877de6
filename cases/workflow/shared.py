"""Changes of records that many cases share: persons, sources, places, agencies, provisions.

Nothing published goes stale: whatever public documents used the record is marked for review, and what is taken away
from the record (`saying_less.py`), or hidden by an identity or a consent, goes from all of them at once
(`consequences.py`).
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cases.models import (
    Action,
    Agency,
    Campaign,
    Case,
    LegalProvision,
    Official,
    Organisation,
    Person,
    Place,
    Record,
    Shared,
    Source,
)
from cases.models.classification import RANK
from cases.models.need_to_know import whole_record
from cases.text.references import new_reference
from cases.workflow import notes
from cases.workflow.anonymising import anonymise_if_narrower
from cases.workflow.consequences import (
    Narrowing,
    drop_versions_that_used,
    must_show_less,
    narrow,
)
from cases.workflow.door import Outcome, mark
from cases.workflow.last_days import keep_last_days_of
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.masking import hide_names
from cases.workflow.permission import may_be_named
from cases.workflow.review_log import log
from cases.workflow.saying_less import has_less, taken_away
from cases.workflow.uses import users_of

# Where each kind of shared record can stand in a case, and in a campaign.
LINKS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Person: (("person", "targeted_because_of"), ()),
    Source: (
        (
            "citations__source",
            "attributions__source",
            "official_positions__source",
            "assessments__document",
            "participations__official__source",
            "custody_override_source",
            "proceedings__stage_override_source",
            "relations_from__source",
            "relations_to__source",
        ),
        ("citations__source", "official_positions__source", "relations_from__source", "relations_to__source"),
    ),
    Place: (("place", "violations__place", "events__place"), ("events__place",)),
    Agency: (
        ("attributions__agency", "events__agency", "events__court", "participations__official__agency"),
        ("events__agency", "events__court"),
    ),
    Organisation: (("affiliations__organisation",), ()),
    Official: (("participations__official",), ()),
    LegalProvision: (("charges__provision",), ()),
}


@whole_record()
def before_change(record: Shared) -> dict | None:
    """What a stored shared record holds, to hand to `record_changed` after it was saved; None if it is new.

    Waits for its turn at the desk, so that nothing is published in between.
    """
    if record.pk is None:
        return None
    one_at_a_time()
    return _held(record)


def _held(record: Shared) -> dict:
    stored = type(record)._base_manager.get(pk=record.pk)
    values = {field.attname: getattr(stored, field.attname) for field in record._meta.concrete_fields}
    if isinstance(stored, Person):
        columns = ("pk", "text", "language", "script", "kind", "is_primary", "is_public")
        values["names"] = {row[0]: row[1:] for row in stored.names.order_by("pk").values_list(*columns)}
    return values


@whole_record()
@transaction.atomic
def record_changed(record: Shared, *, by: User, before: dict | None) -> Outcome:
    """Act on the change of a shared record, saved with everything that belongs to it. Returns an Outcome."""
    one_at_a_time()
    outcome = Outcome()
    after = _held(record)
    if before is None or before == after:
        return outcome
    reason = notes.record_changed(record)
    person = record if isinstance(record, Person) else None
    if person and RANK[after["identity"]] > RANK[before["identity"]]:
        person.reference = new_reference(person.reference[0])
        person.save(update_fields=["reference"])
    using = _records_with(record)
    for each in using:
        log(each, Action.EDITED, by=by, reason=reason)
    less = has_less(type(record), before, after)
    gone = taken_away(type(record), before, after)
    public = _public_records(record, using)
    too_much = [each for each in public if less or (person and must_show_less(_fresh(each)))]
    outcome.add(narrow([Narrowing(each, reason, without=gone) for each in too_much], by=by))
    for each in (lock(each) for each in using if isinstance(each, Case)):
        if anonymise_if_narrower(each, by=by, reason=reason):
            outcome.anonymised.append(each)
    for each in (lock(each) for each in public if each not in too_much):
        # Not what was withdrawn meanwhile, because it names one of those.
        if each.is_public:
            mark(each, by=by, reason=reason)
            outcome.marked.append(each)
    hidden = person if person and not may_be_named(person, timezone.localdate()) else None
    if less or hidden:
        drop_versions_that_used(record, by=by)
    if hidden:
        outcome.add(hide_names([hidden], by=by))
    if person:
        keep_last_days_of(person)
    return outcome


def _fresh(record: Record) -> Record:
    """The record with its person as it is stored now."""
    return type(record).objects.get(pk=record.pk)


def _records_with(record: Shared) -> list[Record]:
    """Every case and campaign that refers to the record now, whatever its state."""
    in_cases, in_campaigns = LINKS.get(type(record), ((), ()))
    found: list[Record] = []
    if in_cases:
        found += Case.objects.filter(_any_of(in_cases, record)).order_by("pk").distinct()
    if in_campaigns:
        found += Campaign.objects.filter(_any_of(in_campaigns, record)).order_by("pk").distinct()
    return found


def _any_of(links: tuple[str, ...], record: Shared) -> Q:
    condition = Q()
    for link in links:
        condition |= Q(**{link: record})
    return condition


def _public_records(record: Shared, using: list[Record]) -> list[Record]:
    public = {(type(each), each.pk): each for each in using if each.is_public}
    return list((public | {(type(each), each.pk): each for each in users_of(record)}).values())
