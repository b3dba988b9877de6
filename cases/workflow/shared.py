"""Changes of records that many cases share: persons, sources, places, agencies, provisions, campaigns.

Nothing published goes stale: whatever public documents used the record is marked for review, and narrowing
an identity, a consent or a source acts on all of them at once (``door.py``).
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cases.models import Action, Agency, Case, LegalProvision, Person, Place, Source, State
from cases.models.classification import RANK
from cases.text.references import new_reference
from cases.vocabularies.people import CONSENT_STRICTNESS

from .door import Outcome, dependents, mark, narrow
from .records import lock, log

# Where each kind of shared record can stand in a case.
LINKS = {
    Person: ("person", "targeted_because_of"),
    Source: (
        "citations__source",
        "attributions__source",
        "official_positions__source",
        "assessments__document",
        "custody_override_source",
        "proceedings__stage_override_source",
    ),
    Place: ("place", "violations__place", "events__place"),
    Agency: ("attributions__agency", "events__agency"),
    LegalProvision: ("charges__provision",),
}


def before_change(record):
    """What a shared record holds now, to hand to ``record_changed`` after it was saved."""
    if record.pk is None:
        return None
    stored = type(record)._base_manager.get(pk=record.pk)
    values = {field.attname: getattr(stored, field.attname) for field in record._meta.concrete_fields}
    if isinstance(record, Person):
        values["public_names"] = set(stored.names.filter(is_public=True).values_list("text", flat=True))
        values["names"] = list(
            stored.names.order_by("pk").values_list("text", "language", "script", "kind", "is_primary")
        )
    return values


@transaction.atomic
def record_changed(record, *, by, before):
    """Act on the change of a shared record, saved with everything that belongs to it. Returns an Outcome."""
    outcome = Outcome()
    after = before_change(record)
    if before is None or before == after:
        return outcome
    reason = f"{record._meta.verbose_name.capitalize()} “{record}” changed."
    narrowed = _is_narrower(record, before, after)
    cases = _cases_with(record)
    if isinstance(record, Person):
        for case in cases:
            log(case, Action.EDITED, by=by, reason=reason)
        if narrowed and RANK[after["identity"]] > RANK[before["identity"]]:
            record.reference = new_reference(record.reference[0])
            record.save(update_fields=["reference"])
    _unsettle_submitted(cases)
    for public in _public_records(record, cases):
        if narrowed:
            narrow(public, by=by, outcome=outcome, reason=reason)
        else:
            mark(lock(public), by=by, reason=reason)
            outcome.marked.append(public)
    return outcome


def _cases_with(record):
    """Every case that refers to the record now, whatever its state, in the order of their keys."""
    found = Q()
    for link in LINKS.get(type(record), ()):
        found |= Q(**{link: record})
    return list(Case.objects.filter(found).order_by("pk").distinct()) if found else []


def _public_records(record, cases):
    public = {case.pk: case for case in cases if case.is_public}
    others = []
    for each in dependents(record):
        if each._meta.model_name == "case":
            public[each.pk] = each
        else:
            others.append(each)
    return [*(public[key] for key in sorted(public)), *others]


def _unsettle_submitted(cases):
    """What is under review must be looked at again: its edit version moves on."""
    for case in cases:
        if case.state == State.SUBMITTED:
            current = lock(case)
            current.edit_version += 1
            current.save(update_fields=["edit_version"])


def _is_narrower(record, before, after):
    if isinstance(record, Source):
        return before["is_public"] and not after["is_public"]
    if not isinstance(record, Person):
        return False
    return (
        RANK[after["identity"]] > RANK[before["identity"]]
        or _strictness(after) > _strictness(before)
        or bool(before["public_names"] - after["public_names"])
        or bool(set(before["published_groups"]) - set(after["published_groups"]))
    )


def _strictness(values):
    ends = values["consent_expires_date"]
    if ends is not None and ends < timezone.localdate():
        return len(CONSENT_STRICTNESS)
    return CONSENT_STRICTNESS.index(values["consent"])
