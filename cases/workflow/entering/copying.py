"""A case copied for another person: what is said of the event, with the sources that say it, and nothing of the person.

`FACTS` is an allow-list: what is not named here is not copied. Texts are not, since they are about somebody; nor what
is private – notes, consent, risk, the circle, conditions, file numbers – nor lawyers, assessments, relations.
"""

from collections.abc import Collection
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext as _

from cases.models import Case, Citation, Person
from cases.workflow.editing import record_edit
from cases.workflow.entering.entry import Entry, Wrong
from cases.workflow.entering.saving import NotEntered, enter
from cases.workflow.errors import Refused
from cases.workflow.locking import one_at_a_time

OF_THE_CASE = (
    "kind",
    "text_language",
    "methods",
    "origin",
    "host",
    "location",
    "cooperating",
    "transit",
    "destination",
    "inferred_states",
    "inference_basis",
    "place",
    "start_date",
    "end_date",
    "part_of",
)
_PROCEEDING = ("number", "jurisdiction", "kind", "is_final", "in_absentia", "court")
FACTS: dict[str, tuple[str, ...]] = {
    "violations": ("kind", "date", "end_date", "place", "is_primary"),
    "proceedings": _PROCEEDING,
    "charges": (
        *("proceeding", "provision", "verbatim", "category", "modality", "status", "date"),
        "replaced_by",
    ),
    "sentences": (
        *("proceeding", "kind", "years", "months", "days", "amount", "currency", "words", "regime"),
        *("date", "expected_end_date", "supersedes", "total"),
    ),
    "events": (
        *("proceeding", "kind", "date", "order", "until", "held_since", "decision", "custody_stated"),
        *("taken_into_custody", "in_absentia", "place", "agency", "court"),
    ),
    "attributions": (
        *("violation", "agency", "attributed_to", "country", "attributed_by", "involvement", "level"),
        *("source", "method_seen"),
    ),
}
"""By part the fields that are copied, in the order the parts are made; rows lead only to parts before them, or to rows
of their own part."""
PARTS = tuple(FACTS)
_NEEDS = {"charges": "proceedings", "sentences": "proceedings"}
_CITED = ("source", "credibility", "pinpoint")


@transaction.atomic
def copy_for(case: Case, person: Person | Entry, parts: Collection[str], *, by: User) -> Case:
    """A new draft like `case` for another person, on file or an Entry of a new one, with the `parts` of it that are
    wanted. Every fact copied cites what was cited for it.

    Raises Refused, or NotEntered for what is wrong with the person.
    """
    if not (by.has_perm("cases.add_case") and by.has_perm("cases.add_person")):
        raise Refused(_("You have no permission to add a case."))
    if isinstance(person, Entry) and person.errors:
        raise NotEntered(person.errors)
    if case.person_id is None:
        raise Refused(_("Only a case of a person can be copied for another one."))
    if person == case.person:
        raise NotEntered([Wrong("", 0, "name", _("This is the person of the case itself."))])
    one_at_a_time()
    if isinstance(person, Entry):
        person = cast(Person, enter(person, by=by))
    made = Case(person=person, **{name: getattr(case, name) for name in OF_THE_CASE})
    if made.part_of_id and not Case.objects.filter(pk=made.part_of_id).exists():
        made.part_of = None  # not for them to know
    made.save()
    made.campaigns.set(case.campaigns.all())
    wanted = {*parts, *(_NEEDS[part] for part in parts if part in _NEEDS)}
    copies: dict[models.Model, models.Model] = {}
    for part in PARTS:
        if part in wanted:
            copies |= _copied(case, made, part, copies)
    _cite(case, made, copies)
    record_edit(made, by=by)
    return made


def _copied(
    case: Case, made: Case, part: str, copies: dict[models.Model, models.Model]
) -> dict[models.Model, models.Model]:
    rows = list(getattr(case, part).all())
    own: dict[models.Model, models.Model] = {}
    later: list[tuple[models.Model, str, models.Model]] = []
    for row in rows:
        copy = type(row)(case=made)
        for name in FACTS[part]:
            field: Any = row._meta.get_field(name)
            value = getattr(row, name)
            if isinstance(value, models.Model) and field.related_model is type(row):
                later.append((copy, name, value))
            elif isinstance(value, models.Model) and hasattr(value, "case_id"):
                setattr(copy, name, copies.get(value))
            else:
                setattr(copy, name, value)
        if _lacks_its_proceeding(copy):
            continue
        copy.save()
        own[row] = copy
    for copy, name, value in later:
        if copy.pk is not None and value in own:
            setattr(copy, name, own[value])
            copy.save(update_fields=[name])
    return own


def _lacks_its_proceeding(copy: models.Model) -> bool:
    """Whether it must be in a proceeding, and that one may not be known by whoever asks."""
    name = copy._meta.model_name
    return name in ("charge", "sentence") and getattr(copy, "proceeding_id", None) is None


def _cite(case: Case, made: Case, copies: dict[models.Model, models.Model]) -> None:
    targets = [name for name in Citation.TARGETS if any(row._meta.model_name == name for row in copies)]
    for citation in Citation.objects.filter(case=case).select_related("source", *targets).order_by("pk"):
        if citation.target not in targets:
            continue
        copy = copies.get(getattr(citation, citation.target))
        if copy is not None:
            given = {name: getattr(citation, name) for name in _CITED}
            Citation.objects.create(case=made, **{citation.target: copy}, **given)
