"""Need to know: which rows somebody at the desk may know of. The one rule, asked by the manager of every private model.

A person, a case or a source can be given to a circle of named staff (`circle.py`). For whoever is not in it, the record
is not there, nor is what follows it: `FOLLOWS` says which rows follow which, `LINKS` which fields merely lead to one.
While the desk answers a request, `reading_as` says for whom; then `objects` of every model in `FOLLOWS` leaves out what
they may not know, and so does every list, count, choice and search made of it. Commands, the worker and the steps of
the workflow (`whole_record`) see everything: what is public must not depend on who happened to press the button.

Not here: what a join reaches. A query that follows `LINKS` or counts rows of another model says so itself, with
`hidden_rows`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models.history import history_of

GIVEN = ("case", "person", "source")
"""What can be given to a circle, by name of the model."""

FOLLOWS: dict[str, tuple[str, ...]] = {
    "person": (),
    "source": (),
    "case": ("person",),
    "personname": ("person",),
    "personrelation": ("person", "other"),
    "casecampaign": ("case",),
    "caseoverlap": ("from_case", "to_case"),
    "violation": ("case",),
    "proceeding": ("case",),
    "charge": ("case",),
    "sentence": ("case",),
    "event": ("case",),
    "attribution": ("case", "source"),
    "affiliation": ("case",),
    "official": ("source",),
    "participation": ("case", "official"),
    "lawyer": ("case",),
    "officialposition": ("case", "source"),
    "intervention": ("case",),
    "assessment": ("case", "document"),
    "translation": ("case", "event"),
    "citation": ("case", "source", "attribution", "assessment", "participation"),
    "relation": (
        "from_case",
        "to_case",
        "from_event",
        "to_event",
        "from_intervention",
        "to_intervention",
        "source",
    ),
    "review": ("case",),
    "publisheduse": ("case",),
    "statuschange": ("case",),
    "answeredask": ("case",),
    "hiding": GIVEN,
    "formertext": ("case",),
    "anonymisation": ("case",),
    "publicnaming": ("person",),
    "namemask": ("naming", "case"),
    "circlerecord": ("circle",),
    "circlelog": ("circle",),
    "deskdraft": GIVEN,
    "importedcase": ("case", "person"),
    "externalid": ("case",),
}
"""By model, the fields whose record a row follows: it is hidden with any of them."""

RESTS_ON_SOURCES = (
    "violation",
    "charge",
    "sentence",
    "event",
    "attribution",
    "intervention",
    "assessment",
    "affiliation",
    "participation",
    "lawyer",
)
"""Facts that are hidden, too, where every source cited for them is: known to a circle alone."""

LINKS = {
    "case": ("part_of", "targeted_because_of", "custody_override_source"),
    "source": ("derived_from",),
    "proceeding": ("stage_override_source",),
    "charge": ("proceeding", "replaced_by"),
    "sentence": ("proceeding", "supersedes", "total"),
    "event": ("proceeding",),
    "attribution": ("violation",),
    "officialposition": ("event", "attribution"),
    "intervention": ("response_to",),
    "participation": ("event",),
    "citation": ("violation", "charge", "sentence", "event", "intervention", "affiliation", "lawyer"),
    "circlerecord": GIVEN,
    "circlelog": GIVEN,
}
"""Fields that lead to a row that may be hidden while their own is not: shown empty, and kept when the form is saved."""


class _Asking:
    """Somebody for whom the desk answers; their circles are asked for once, when first needed."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def closed_circles(self) -> list[int]:
        """Keys of the circles they are not in and that hold anything."""
        circles = apps.get_model("cases", "Circle")._base_manager.filter(records__isnull=False)
        return list(circles.exclude(members=self.user.pk).values_list("pk", flat=True).distinct())


_asking: ContextVar[_Asking | None] = ContextVar("who the desk answers", default=None)
_set_aside: ContextVar[_Asking | None] = ContextVar("who asked for a step", default=None)


@contextmanager
def reading_as(user: Any) -> Iterator[None]:
    """Inside, queries leave out what `user` (or AnonymousUser) may not know of."""
    before = _asking.set(_Asking(user))
    try:
        yield
    finally:
        _asking.reset(before)


@contextmanager
def whole_record() -> Iterator[None]:
    """Inside, nothing is left out, whoever asked. Also a decorator, for steps of the workflow."""
    asking = _asking.get()
    aside, before = _set_aside.set(asking or _set_aside.get()), _asking.set(None)
    try:
        yield
    finally:
        _asking.reset(before)
        _set_aside.reset(aside)


@contextmanager
def as_asked() -> Iterator[None]:
    """Inside `whole_record`: again for whoever asked, as for the sentences of a refusal."""
    before = _asking.set(_asking.get() or _set_aside.get())
    try:
        yield
    finally:
        _asking.reset(before)


def knows_all() -> bool:
    """Whether nothing is left out, for whoever asks."""
    asking = _asking.get()
    return asking is None or not asking.closed_circles


class KnownManager(models.Manager):
    """The default manager of every model in `FOLLOWS`."""

    def get_queryset(self) -> QuerySet:
        return known(super().get_queryset())


def known(rows: QuerySet) -> QuerySet:
    """Of these rows those that whoever asks may know of."""
    condition = _hidden(rows.model)
    return rows.exclude(condition) if condition else rows


def known_history(model: type[models.Model], events: QuerySet) -> QuerySet:
    """The same of rows of the history of a model, which outlive what they tell of."""
    condition = _hidden(model, of_history=True)
    return events.exclude(condition) if condition else events


def hidden_rows(model: type[models.Model]) -> QuerySet | None:
    """The keys of the rows whoever asks may not know of, for queries that reach them by a join; None if there can be
    none."""
    condition = _hidden(model)
    return model._base_manager.filter(condition).values("pk") if condition else None


def is_known(model: type[models.Model], key: Any) -> bool:
    """Whether whoever asks may know of a row, be it on file or not."""
    condition = _hidden(model)
    return not (condition and model._base_manager.filter(condition, pk=key).exists())


def _hidden(model: type[models.Model], *, of_history: bool = False) -> Q | None:
    """Which rows of a model whoever asks may not know of; None if they may know of all."""
    asking, name = _asking.get(), model._meta.model_name
    if asking is None or name not in FOLLOWS or not asking.closed_circles:
        return None
    key = "id" if of_history else "pk"
    condition = Q()
    if name in GIVEN:
        condition |= Q(**{f"{key}__in": _given(name, asking)})
    for link in FOLLOWS[name]:
        condition |= Q(**{f"{link}__in": _hidden_behind(model, link, asking)})
        behind: Any = model._meta.get_field(link).related_model
        if of_history and behind._meta.model_name in RESTS_ON_SOURCES:
            # The fact may be gone, and what was known of it by the same source alone stays.
            gone = history_of(behind).filter(
                _rests_on_hidden(behind._meta.model_name, "id", asking, of_history=True)
            )
            condition |= Q(**{f"{link}__in": gone.values("id")})
    if name in RESTS_ON_SOURCES:
        condition |= _rests_on_hidden(name, key, asking, of_history=of_history)
    return condition


def _given(name: str, asking: _Asking) -> QuerySet:
    records = apps.get_model("cases", "CircleRecord")._base_manager
    return records.filter(circle__in=asking.closed_circles, **{f"{name}__isnull": False}).values(name)


def _hidden_behind(model: type[models.Model], link: str, asking: _Asking) -> Any:
    if link == "circle":
        return asking.closed_circles
    behind: Any = model._meta.get_field(link).related_model
    name = behind._meta.model_name
    return _given(name, asking) if not FOLLOWS[name] and name in GIVEN else hidden_rows(behind)


def _rests_on_hidden(name: str, key: str, asking: _Asking, *, of_history: bool) -> Q:
    """Cited from sources of closed circles and from no other."""
    citation: Any = apps.get_model("cases", "Citation")
    rows = citation._base_manager
    if of_history:
        rows = history_of(citation)
    cited = rows.filter(**{f"{name}_id": OuterRef(key)})
    closed = Q(source__in=_given("source", asking))
    return Q(Exists(cited.filter(closed))) & ~Q(Exists(cited.exclude(closed)))
