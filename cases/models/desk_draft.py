"""What somebody at the desk typed and has not saved: kept for its author alone, and for days, not for ever.

Written by `workflow/drafts.py` alone. It stands outside the history and outside the desk's lock: keeping a text waits
for nobody. The links say what the form is about, so that a draft goes where its record goes.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.models.campaign import Campaign
from cases.models.case import Case
from cases.models.hiding import KINDS, Hiding
from cases.models.need_to_know import KnownManager
from cases.models.person import Person
from cases.models.source import Source

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

KEPT_FOR = timedelta(days=14)
LONGEST_ADDRESS = 300
LONGEST_VERSION = 1000


class DeskDraftQuerySet(models.QuerySet["DeskDraft"]):
    def of(self, account: "User") -> Self:
        """What its author may read: nothing that was typed before its record was hidden."""
        hidden = Q()
        for kind in KINDS:
            meanwhile = Hiding._base_manager.filter(
                **{kind: OuterRef(kind)}, ended_at__isnull=True, hidden_at__gte=OuterRef("saved_at")
            )
            hidden |= Q(Exists(meanwhile))
        return self.filter(account=account).exclude(hidden).order_by("-saved_at", "-pk")

    def about_person(self, person: Person) -> Self:
        """What is about a person or a case of theirs, names them as whom it is about, or lists such a case."""
        chosen = Q()
        for name in ("person", "targeted_because_of", "answer:name"):
            chosen |= Q(data__contains={name: [str(person.pk)]})
        for key in Case._base_manager.filter(person=person).values_list("pk", flat=True):
            chosen |= Q(data__contains={"listed": [str(key)]})
        return self.filter(Q(person=person) | Q(case__person=person) | chosen)

    def too_old(self, now: "datetime") -> Self:
        return self.filter(saved_at__lt=now - KEPT_FOR)


def _about(model: type[models.Model]) -> models.ForeignKey:
    return models.ForeignKey(model, null=True, on_delete=models.CASCADE, related_name="+")


class DeskDraft(models.Model):
    """`sheet` is one page that was opened, so that two pages of one form do not overwrite each other; `data` are the
    posted fields, lists of texts by name; `seen_version` is that of the record the page showed."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sheet = models.UUIDField()
    address = models.CharField(max_length=LONGEST_ADDRESS)
    case = _about(Case)
    campaign = _about(Campaign)
    person = _about(Person)
    source = _about(Source)
    data = models.JSONField()
    seen_version = models.CharField(max_length=LONGEST_VERSION, blank=True, default="")
    saved_at = models.DateTimeField(db_index=True)

    objects = KnownManager.from_queryset(DeskDraftQuerySet)()

    class Meta:
        verbose_name = "draft"
        verbose_name_plural = "drafts"
        constraints = [
            models.UniqueConstraint(fields=["account", "sheet"], name="desk_draft_is_one_of_its_sheet")
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.saved_at:%Y-%m-%d %H:%M}"
