"""How cases, events, campaigns and interventions relate. “Followed” is not “caused”."""

from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.constraints import ToldCheck
from cases.models.fields import CodeField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import actions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import _StrPromise

    from cases.models.campaign import Campaign, Intervention
    from cases.models.case import Case
    from cases.models.event import Event
    from cases.models.record import Record

    End: TypeAlias = Case | Event | Campaign | Intervention

ENDS = ("case", "event", "campaign", "intervention")


def _end(model: str, side: str, name: "str | _StrPromise") -> models.ForeignKey:
    return models.ForeignKey(
        model,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name=f"relations_{side}",
        verbose_name=name,
    )


_ONE_END = {
    "from": _("Choose exactly one record on the “from” side."),
    "to": _("Choose exactly one record on the “to” side."),
}


def _exactly_one(side: str) -> ToldCheck:
    one_of = Q()
    for chosen in ENDS:
        one_of |= Q(**{f"{side}_{name}__isnull": name != chosen for name in ENDS})
    return ToldCheck(
        name=f"relation_{side}_exactly_one",
        field=f"{side}_case",
        condition=one_of,
        violation_error_message=_ONE_END[side],
    )


@keep_history
class Relation(models.Model):
    """Reads from left to right: the *from* record precedes, follows, causes … the *to* record."""

    from_case = _end("Case", "from", _("from case"))
    from_event = _end("Event", "from", _("from event"))
    from_campaign = _end("Campaign", "from", _("from campaign"))
    from_intervention = _end("Intervention", "from", _("from intervention"))
    kind = CodeField(actions.RELATION_KINDS, verbose_name=_("kind"))
    to_case = _end("Case", "to", _("to case"))
    to_event = _end("Event", "to", _("to event"))
    to_campaign = _end("Campaign", "to", _("to campaign"))
    to_intervention = _end("Intervention", "to", _("to intervention"))
    source = models.ForeignKey(
        "Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="relations",
        verbose_name=_("source"),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["pk"]
        constraints = [
            _exactly_one("from"),
            _exactly_one("to"),
            ToldCheck(
                name="relation_of_one_trial_is_of_two_cases",
                field="to_case",
                condition=~Q(kind=actions.TRIED_WITH) | Q(from_case__isnull=False, to_case__isnull=False),
                violation_error_message=_("Two cases are tried together, and nothing else."),
            ),
            ToldCheck(
                name="relation_of_one_trial_is_not_to_itself",
                field="to_case",
                condition=~Q(kind=actions.TRIED_WITH) | ~Q(to_case=F("from_case")),
                violation_error_message=_("Choose another case than this one."),
            ),
        ]

    def __str__(self) -> str:
        # Of one that a form could not read, an end may be missing.
        start, finish = (next(self._named(side), "–") for side in ("from", "to"))
        return f"{start} {actions.RELATION_KINDS.label(self.kind)} {finish}"

    @property
    def start(self) -> "End":
        return next(self._named("from"))

    @property
    def finish(self) -> "End":
        return next(self._named("to"))

    @property
    def records(self) -> "list[Record]":
        """The cases and campaigns whose public documents it may stand in."""
        return list(dict.fromkeys(map(_owner_of, self.ends)))

    @property
    def ends(self) -> "tuple[End, End]":
        return (self.start, self.finish)

    def _named(self, side: str) -> "Iterator[End]":
        return (getattr(self, f"{side}_{name}") for name in ENDS if getattr(self, f"{side}_{name}_id"))


def _owner_of(end: "End") -> "Record":
    """The case or campaign that one end is, or belongs to."""
    owner: Any = end if hasattr(end, "published_version") else end.case or end.campaign
    return owner
