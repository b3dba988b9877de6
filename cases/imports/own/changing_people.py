"""Who a case is about and where it happened, changed as a line of our own CSV says."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from cases.imports.own.aligning import aligned
from cases.imports.own.changing import Editing
from cases.models import Person, PersonName, Place
from cases.models.need_to_know import as_asked
from cases.register.row import place_text
from cases.text.institutions import is_place_of_detention
from cases.text.partial_dates import PartialDate
from cases.vocabularies.places import COUNTRIES, NOT_STATED, REGIONS
from cases.workflow import document_parts
from cases.workflow.reader import Reader

OF_THE_PERSON = ("name", "other_names", "gender", "birth_year", "nationalities", "groups")
OF_THE_PLACE = ("place", "region", "latitude", "longitude")


def _another_person(editing: Editing) -> None:
    wanted = editing.values["person_reference"]
    with as_asked():
        person = Person.objects.filter(reference=wanted).first() if wanted else None
    if person is None:
        editing.refuse("person_reference", _("is not on file"))
    editing.keep(editing.case, "person_reference", person=person)


def _person(editing: Editing) -> None:
    column = editing.first_wanted(*OF_THE_PERSON)
    person = editing.case.person
    if person is None:
        editing.refuse(column, _("There is no person to say it of."))
    hidden = {"name", "other_names", "birth_year"} & editing.wanted
    if hidden and not editing.is_named:
        editing.refuse(hidden.pop(), _("Less of the person shows than is on file: change it at the desk"))
    with editing.shared(person, column):
        _names(editing, person)
        values: dict[str, Any] = {}
        for name in ("gender", "nationalities"):
            if name in editing.wanted:
                values[name] = editing.values[name]
        if "groups" in editing.wanted:
            groups = editing.values["groups"]
            more = [each for each in groups if each not in person.affected_groups]
            values |= {"published_groups": groups, "affected_groups": [*person.affected_groups, *more]}
        if "birth_year" in editing.wanted:
            year = editing.values["birth_year"]
            values["birth_date"] = PartialDate("" if year is None else f"{year:04}")
        editing.keep(person, column, **values)


def _names(editing: Editing, person: Person) -> None:
    if "name" in editing.wanted:
        shown = person.public_name
        if shown is None:
            shown = PersonName(person=person, is_primary=person.primary_name is None)
        editing.keep(shown, "name", text=editing.values["name"])
    if "other_names" in editing.wanted:
        shown = person.public_name
        rows = sorted(
            (each for each in person.names.all() if each.is_public and each != shown),
            key=lambda each: each.pk,
        )
        for at, to in aligned([each.text for each in rows], editing.values["other_names"]):
            if to is None:
                rows[at].delete()
            else:
                name = PersonName(person=person) if at is None else rows[at]
                editing.keep(name, "other_names", text=editing.values["other_names"][to])


def _roles(editing: Editing) -> None:
    case, wanted = editing.case, editing.values["roles"]
    if case.person is None:
        editing.keep(case, "roles", group_roles=wanted)
        return
    with editing.shared(case.person, "roles"):
        own = [each for each in wanted if each in case.person.roles or each not in case.group_roles]
        editing.keep(case.person, "roles", roles=own)
    if set(case.group_roles) - set(wanted):
        editing.keep(case, "roles", group_roles=[each for each in case.group_roles if each in wanted])


def _place(editing: Editing) -> None:
    column = editing.first_wanted(*OF_THE_PLACE)
    if not editing.is_named:
        editing.refuse(column, _("Less of the place shows than is on file: change it at the desk"))
    values = editing.values
    shown = _place_shown(editing)
    if shown and not editing.wanted & {"place", "region"}:
        with editing.shared(shown, column):
            _locate(editing, shown, column)
        return
    if not values["place"] and not values["region"]:
        editing.keep(editing.case, column, place=None)
        return
    editing.keep(editing.case, column, place=_found(editing) or _made(editing, shown, column))


def _locate(editing: Editing, place: Place, column: str) -> None:
    both = {name: editing.values[name] for name in ("latitude", "longitude")}
    precision = place.precision or ("" if both["latitude"] is None else "locality")
    editing.keep(place, column, **both, precision=precision)


def _place_shown(editing: Editing) -> Place | None:
    """The place the line tells of, which may be that of a violation."""
    by_rank = sorted(editing.rows("violations"), key=lambda each: not each.is_primary)
    return editing.case.place or next((each.place for each in by_rank if each.place), None)


def _found(editing: Editing) -> Place | None:
    """One on file that prints just so."""
    text = editing.values["place"]
    parts = {text, *text.split(", "), *(text.rpartition(", ")[::2])}
    reader = Reader("named")
    for place in Place.objects.filter(
        Q(name__in=parts) | Q(facility__in=parts) | Q(locality__in=parts)
    ).order_by("pk"):
        written = document_parts.place(reader.view(place))
        said = (
            place_text(written),
            written["region"] or written["region_name"],
            place.latitude,
            place.longitude,
        )
        if said == tuple(editing.values[name] for name in OF_THE_PLACE):
            return place
    return None


def _made(editing: Editing, shown: Place | None, column: str) -> Place:
    values = editing.values
    facility, _comma, locality = values["place"].rpartition(", ")
    if not facility:
        facility, locality = (locality, "") if is_place_of_detention(locality) else ("", locality)
    place = Place(
        name=facility or locality or values["region"],
        facility=facility,
        locality=locality,
        region=values["region"],
        country=_country(editing, shown),
    )
    _locate(editing, place, column)
    return place


def _country(editing: Editing, shown: Place | None) -> str:
    region = editing.values["region"]
    if region in REGIONS and region[:2] in COUNTRIES:
        return region[:2]
    stated = [each for name in ("location", "origin") for each in editing.values[name] if each != NOT_STATED]
    return shown.country if shown else next(iter(stated), "")


HANDLERS: dict[tuple[str, ...], Callable[[Editing], None]] = {
    ("person_reference",): _another_person,
    OF_THE_PERSON: _person,
    ("roles",): _roles,
    OF_THE_PLACE: _place,
}
