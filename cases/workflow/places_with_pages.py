"""Cases published before places had references come onto the pages of the buildings they name.

A document sealed then says what a building is called and not which one on file it is. So the case is published once
more, as it is public, with the references of the places it was made of: nothing of a draft comes out, and nobody's
review is asked for, since its words stay as they are. Below *named* a document names no building.
"""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.models.expressions import RawSQL
from django.db.models.fields import BooleanField

from cases.models import Action, Case, Place, PublishedCase
from cases.models.need_to_know import whole_record
from cases.workflow import notes
from cases.workflow.document import Document
from cases.workflow.door import make_public, public_document
from cases.workflow.locking import lock
from cases.workflow.permission import is_hidden
from cases.workflow.review_log import log
from cases.workflow.uses import Use, uses_of

_NAMES_A_BUILDING = """jsonb_path_exists(document, '$.** ? (@.facility != "" && @.reference == "")')"""
"""A place without a reference, wherever in a document it stands."""


@whole_record()
def lead_to_pages(report: Callable[[int], None] = lambda done: None) -> int:
    """Give the places of public cases the references that they have on file, as far as the case tells which they are;
    answers how many cases it was. Whoever calls again goes on where it was interrupted."""
    unled = PublishedCase.objects.filter(RawSQL(_NAMES_A_BUILDING, [], output_field=BooleanField()))
    done = 0
    for reference in list(unled.order_by("row_number").values_list("reference", flat=True)):
        done += _lead(reference)
        if done and not done % 1_000:
            report(done)
    return done


@transaction.atomic
def _lead(reference: str) -> bool:
    case = Case.objects.public().filter(reference=reference).first()
    if case is None or is_hidden(case):
        return False
    case = lock(case)
    content, used = public_document(case), _used(case)
    if content is None:
        return False
    on_file = Place.objects.in_bulk([key for kind, key in used if kind == "place"])
    led = 0
    for place in _places_in(content):
        references = {each.reference for each in on_file.values() if _is_told_by(place, each)}
        if len(references) == 1:
            place["reference"], led = references.pop(), led + 1
    if not led:
        return False
    version = make_public(case, document=Document(content, case, used))
    log(case, Action.LED, by=None, reason=notes.PLACE_HAS_A_PAGE, public_version=version)
    return True


def _used(case: Case) -> frozenset[Use]:
    return frozenset(key for key, use in uses_of(case).items() if not use.is_earlier)


def _places_in(content: dict) -> Iterator[dict]:
    """The places of a case's document that name a building and not which it is."""
    holders = (content, *(each for part in ("events", "violations", "stays") for each in content[part]))
    for place in (holder["place"] for holder in holders):
        if place and place["facility"] and not place["reference"]:
            yield place


def _is_told_by(place: dict, on_file: Place) -> bool:
    return (
        on_file.country == place["country"]
        and on_file.facility_name == place["facility"]
        and on_file.name in place["names"]
    )
