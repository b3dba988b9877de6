"""Circles: named staff to whom a person, a case or a source was given. What follows is `need_to_know.py`'s.

What a circle holds stands in a table of its own and not with the record, so that a record that is given back shows
nobody in its history where it was. `CircleLog` is written by `cases.workflow.circles` alone; no form changes it.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.need_to_know import GIVEN, KnownManager


class Circle(models.Model):
    name = models.CharField(
        pgettext_lazy("of a circle", "name"),
        max_length=200,
        help_text=_(
            "Those who keep the accounts see it as well: let it say nothing of what the circle holds."
        ),
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="circles", verbose_name=_("members")
    )
    asks_fresh_login = models.BooleanField(
        _("ask for a fresh login"),
        default=False,
        help_text=_(
            "Whoever opens a record of the circle proves who they are, if that is over five minutes ago."
        ),
    )

    class Meta:
        verbose_name = _("circle")
        verbose_name_plural = _("circles")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


def _link(model: str, link: type[models.ForeignKey], name: str) -> models.ForeignKey:
    return link(model, null=True, on_delete=models.CASCADE, related_name=name)


def _exactly_one(name: str) -> models.CheckConstraint:
    one_of = Q()
    for chosen in GIVEN:
        one_of |= Q(**{f"{each}__isnull": each != chosen for each in GIVEN})
    return models.CheckConstraint(name=name, condition=one_of)


class CircleRecord(models.Model):
    """That a circle holds a record; a record is held by one circle at most."""

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="records")
    case = _link("Case", models.OneToOneField, "in_circle")
    person = _link("Person", models.OneToOneField, "in_circle")
    source = _link("Source", models.OneToOneField, "in_circle")

    objects = KnownManager()

    class Meta:
        verbose_name = _("record of a circle")
        verbose_name_plural = _("records of circles")
        constraints = [_exactly_one("circle_record_is_one_record")]

    def __str__(self) -> str:
        return str(self.record)

    @property
    def record(self) -> Any:
        return next(getattr(self, name) for name in GIVEN if getattr(self, f"{name}_id"))


class CircleAction(models.TextChoices):
    # A page about the record was opened.
    READ = "read", pgettext_lazy("in a circle", "Read")
    GIVEN = "given", pgettext_lazy("in a circle", "Given to the circle")
    TAKEN = "taken", pgettext_lazy("in a circle", "Taken out of the circle")
    # Somebody became a member, or is none any more.
    NAMED = "named", pgettext_lazy("in a circle", "Named a member")
    REMOVED = "removed", pgettext_lazy("in a circle", "No member any more")


class CircleLog(models.Model):
    """Who did what in a circle; `by` is empty for what was done on the server. Kept for the circle to read."""

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="log")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=10, choices=CircleAction.choices)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    case = _link("Case", models.ForeignKey, "circle_log")
    person = _link("Person", models.ForeignKey, "circle_log")
    source = _link("Source", models.ForeignKey, "circle_log")

    objects = KnownManager()

    class Meta:
        verbose_name = _("entry of a circle's log")
        verbose_name_plural = _("entries of circles' logs")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="circle_log_of_a_member_or_of_records",
                condition=Q(action__in=["named", "removed"], member__isnull=False)
                | Q(action__in=["read", "given", "taken"], member__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.at:%Y-%m-%d %H:%M}"
