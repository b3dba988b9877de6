"""What lines of a list ask of the records on file: who is meant, which court, which prison; asked once for many lines.

One `OnFile` serves the lines that are judged and entered together: names are read once, a look-up is remembered by what
was typed, and what several lines name anew is one new record. It is of the moment it was made: make another for the
next page.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

from django.db.models import Model, Q

from cases.models import Agency, Organisation, Person, Place
from cases.text.institutions import is_place_of_detention
from cases.workflow.entering.cells import NEW, model_of
from cases.workflow.entering.persons import (
    NamesOnFile,
    is_same_as_one_of,
    names_kept_in_circles,
    persons_like,
)
from cases.workflow.gazetteer import is_a_town
from cases.workflow.near_records import near_records

MOST = 12
"""Records that are offered for what was typed."""

Found = tuple[Model | None, list[Model]]


class OnFile:
    def __init__(self) -> None:
        self._found: dict[tuple, Found] = {}
        self._new: dict[tuple, Model] = {}
        self._persons: dict[str, list[Person]] = {}
        self._kept: dict[str, bool] = {}

    @property
    def made(self) -> list[Model]:
        """What lines named anew."""
        return list(self._new.values())

    @cached_property
    def _names(self) -> NamesOnFile:
        return NamesOnFile()

    @cached_property
    def _names_kept(self) -> list[str]:
        return names_kept_in_circles()

    def persons(self, name: str) -> list[Person]:
        """Who may be meant, the likest first."""
        if name not in self._persons:
            self._persons[name] = [each.person for each in persons_like([name], among=self._names)]
        return self._persons[name]

    def is_kept(self, name: str) -> bool:
        """Whether an administrator is to say: see `persons.is_kept_in_a_circle`."""
        if name not in self._kept:
            self._kept[name] = is_same_as_one_of(name, self._names_kept)
        return self._kept[name]

    def named(self, model: type[Model], typed: str, country: str, *, kind: str = "") -> Found:
        """The record of this very name, or None; and then those that are near, with the likest first.

        `kind`: of an agency, the only one that fits.
        """
        key = (model, typed.casefold(), country, kind)
        if key not in self._found:
            self._found[key] = _named(model, typed, country, kind)
        return self._found[key]

    def meant(self, cell: str, typed: str, country: str, *, answer: Any = None, kind: str = "") -> Found:
        """What a cell names – as it was answered, the record of this very name, or else a new one – and the records
        on file it may mean, which ask for an answer. `kind`: of a new organisation."""
        model = cast(type[Model], model_of(cell))
        if isinstance(answer, model):
            return answer, []
        own = cell.rpartition("-")[2]
        is_court = own.endswith("court")
        same, near = self.named(model, typed, country, kind="judiciary" if is_court else "")
        if same is not None:
            return same, []
        if is_court:
            made = self.new(model, typed, f"court {country}", lambda: new_agency(typed, country, "judiciary"))
        elif model is Organisation:
            made = self.new(
                model, typed, f"{own} {country}", lambda: new_organisation(typed, country, kind or "unknown")
            )
        elif model is Agency:
            made = self.new(model, typed, f"{own} {country}", lambda: new_agency(typed, country))
        else:
            what = "locality" if cell == "place" else "facility"
            if cell == "place" and near and is_a_town(typed, country):
                # A prison that is called after a town is not where somebody was taken.
                near = [each for each in near if not is_place_of_detention(each.facility or each.name)]
            made = self.new(model, typed, f"{what} {country}", lambda: new_place(typed, country, what))
        return made, [] if answer == NEW else near

    def new(self, model: type[Model], typed: str, own: str, make: Callable[[], Any]) -> Any:
        """The one new record that all lines mean by this text, made by the first of them."""
        key = (model, typed.casefold(), own)
        if key not in self._new:
            self._new[key] = make()
        return self._new[key]


def _named(model: type[Model], typed: str, country: str, kind: str) -> Found:
    fitting = model._default_manager.all()
    fitting = fitting.filter(kind=kind) if kind else fitting
    own = fitting.filter(country=country)
    very = Q(name__iexact=typed) | Q(spellings__contains=[typed])
    same = own.filter(very).first()
    if same is None and model is not Place:
        same = fitting.filter(very, country="").first()
    if same is not None:
        return same, []
    near = [each.record for each in near_records(model, typed, country)]
    if kind:
        near = [each for each in near if each.kind in (kind, "unknown")]
    inside = Q(name__icontains=typed)
    if model is Place:
        inside |= Q(locality__iexact=typed)
    near += own.filter(inside)[:MOST]
    return None, list(dict.fromkeys(near))[:MOST]


def new_place(typed: str, country: str, own: str) -> Place:
    return Place(name=typed, country=country, **{own: typed})


def new_agency(typed: str, country: str, kind: str = "unknown") -> Agency:
    return Agency(name=typed, country=country, kind=kind)


def new_organisation(typed: str, country: str, kind: str) -> Organisation:
    return Organisation(name=typed, country=country, kind=kind)
