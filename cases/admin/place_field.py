"""Choosing a place: one on file, or a town of the gazetteer, which becomes one when the form is read."""

import re
from typing import Any, NamedTuple

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.admin.form_fields import ChosenRow
from cases.models import Event, Place
from cases.vocabularies.places import COUNTRIES, REGIONS
from cases.vocabularies.towns import Town, towns
from cases.wording.numbers import grouped
from cases.workflow.gazetteer import place_of, towns_like

_CHOSEN = re.compile(r"town:([0-9]{1,9})")


class Choice(NamedTuple):
    """What an autocomplete offers that is no row."""

    id: str
    text: str


class PlaceField(forms.ModelChoiceField):
    """Takes the key of a place, or `town:` with the key of a town."""

    def to_python(self, value: Any) -> Place | None:
        town = town_chosen(value)
        return place_of(town) if town else super().to_python(value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What a form shows that is shown again: the place that the town has become."""
        key = _key_of(data)
        town = towns().get(key) if key else None
        return str(place_of(town).pk) if town else super().bound_data(data, initial)


def place_field(site: AdminSite, **kwargs: Any) -> PlaceField:
    """A choice of place with the admin's autocomplete, for forms whose model has no such field itself."""
    link = Event._meta.get_field("place")
    return PlaceField(Place.objects.all(), required=False, widget=ChosenRow(link, site), **kwargs)


def town_chosen(value: Any) -> Town | None:
    """The town that was chosen; None for another choice. Raises ValidationError for a town nobody knows."""
    key = _key_of(value)
    if key is None:
        return None
    if town := towns().get(key):
        return town
    raise ValidationError(_("There is no such town."), code="invalid_choice")


def _key_of(value: Any) -> int | None:
    chosen = _CHOSEN.fullmatch(value) if isinstance(value, str) else None
    return int(chosen[1]) if chosen else None


def town_choices(term: str, *, but: set[tuple[str, str]]) -> list[Choice]:
    """Towns to choose, without those that are on file by (country, name)."""
    return [
        Choice(f"town:{town.key}", town_label(town))
        for town in towns_like(term)
        if (town.country, town.name) not in but
    ]


def town_label(town: Town) -> str:
    """Enough to tell two towns of one name apart: region, country, how many live there."""
    parts = [town.name, str(REGIONS.label(town.region)), str(COUNTRIES.label(town.country))]
    where = ", ".join(dict.fromkeys(part for part in parts if part))
    if not town.population:
        return _("%(town)s – not on file yet") % {"town": where}
    return _("%(town)s, population %(number)s – not on file yet") % {
        "town": where,
        "number": grouped(town.population),
    }
