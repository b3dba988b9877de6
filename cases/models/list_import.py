"""A list that somebody brings in: the file, what was judged of its rows, and what was made of them.

Written by `cases.imports` alone. The file and what it says are erased after `KEPT`; which case came of which row stays.
"""

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.need_to_know import KnownManager

KEPT = timedelta(days=14)
"""How long a file and its rows stay after the last step."""


class Stage(models.TextChoices):
    # On the server; how to read it is not settled, or the file cannot be read.
    UPLOADED = "uploaded", pgettext_lazy("stage of an import", "uploaded")
    # Waits to be judged, or is being judged.
    CHECKING = "checking", pgettext_lazy("stage of an import", "being checked")
    # Judged: the preview is there.
    CHECKED = "checked", pgettext_lazy("stage of an import", "checked")
    # Confirmed: waits to be carried out, or is being carried out.
    CONFIRMED = "confirmed", pgettext_lazy("stage of an import", "being imported")
    DONE = "done", pgettext_lazy("stage of an import", "imported")
    # Waits for its cases to be removed.
    UNDOING = "undoing", pgettext_lazy("stage of an import", "being undone")
    UNDONE = "undone", pgettext_lazy("stage of an import", "undone")


WORKED_ON = (Stage.CHECKING, Stage.CONFIRMED, Stage.UNDOING)
IMPORTED = (Stage.DONE, Stage.UNDOING, Stage.UNDONE)


class Verdict(models.TextChoices):
    NEW = "new", pgettext_lazy("verdict on a row", "new")
    CHANGED = "changed", pgettext_lazy("verdict on a row", "changes")
    SAME = "same", pgettext_lazy("verdict on a row", "same")
    QUESTION = "question", pgettext_lazy("verdict on a row", "to choose")
    ERROR = "error", pgettext_lazy("verdict on a row", "error")


class ListImportQuerySet(models.QuerySet["ListImport"]):
    def open_to(self, user: User, *, is_administrator: bool) -> Self:
        """Those somebody may look at: their own; administrators all."""
        return self if is_administrator else self.filter(by=user)

    def to_work_on(self) -> Self:
        """Those that wait for somebody to work on them, the longest waiting first."""
        return self.filter(stage__in=WORKED_ON).order_by("asked_at", "pk")

    def forget(self) -> int:
        """Erase the files, what their rows said and what was chosen. What was not imported is gone with that. Returns
        how many."""
        keys = list(self.values_list("pk", flat=True))
        these = ListImport.objects.filter(pk__in=keys).defer("content")
        ImportedRow.objects.filter(list_import__in=keys).delete()
        these.exclude(stage__in=IMPORTED).delete()
        these.update(content=None, answers={})
        return len(keys)

    def that_print(self, names: Collection[str], cases: Collection[int]) -> Self:
        """Those whose file or preview holds one of these names as it stands, or that one of these cases came of or was
        compared with."""
        rows = ImportedRow.objects.annotate(said=Cast("told", models.TextField()))
        prints, holds = Q(told__case__in=cases), Q()
        for name in names:
            prints |= Q(name__contains=name) | Q(said__contains=json.dumps(name, ensure_ascii=False)[1:-1])
            holds |= Q(
                RawSQL("position(convert_to(%s, 'UTF8') IN content) > 0", [name], models.BooleanField())
            )
        found = {*rows.filter(prints).values_list("list_import", flat=True)}
        found |= {*ImportedCase.objects.filter(case__in=cases).values_list("list_import", flat=True)}
        if names:
            found |= {*ListImport.objects.filter(holds).values_list("pk", flat=True)}
        return self.filter(pk__in=found)

    def to_be_forgotten(self) -> Self:
        return self.exclude(content=None, rows=None).filter(asked_at__lt=timezone.now() - KEPT).distinct()


class ListImport(models.Model):
    """`content` is None where the file stays where it is, or is erased. `shared` and `mapping` say how it is read,
    `answers` what was chosen, by cell and by what it says; `counts` of rows by verdict. `done` of `total` rows are
    dealt with in this stage. `told`: why it stopped. `made`: keys of sources and places that came along, by kind.
    `language`: of whoever asked last, in which rows are told."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(default=timezone.now)
    beat_at = models.DateTimeField(null=True)
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    content = models.BinaryField(null=True)
    encoding = models.CharField(max_length=20, blank=True, default="")
    list_name = models.CharField(max_length=200, blank=True, default="")
    shared: models.JSONField = models.JSONField(default=dict)
    mapping: models.JSONField = models.JSONField(default=dict)
    answers: models.JSONField = models.JSONField(default=dict)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.UPLOADED)
    counts: models.JSONField = models.JSONField(default=dict)
    header: models.JSONField = models.JSONField(default=list)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    told: models.JSONField = models.JSONField(default=list)
    made: models.JSONField = models.JSONField(default=dict)
    language = models.CharField(max_length=10, blank=True, default="")
    submits = models.BooleanField(default=False)

    objects = ListImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["stage", "asked_at"], name="list_import_stage_asked")]
        constraints = [
            models.CheckConstraint(
                name="list_import_hash_is_sha256", condition=Q(file_hash__regex="^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def can_be_confirmed(self) -> bool:
        counts = self.counts
        return self.stage == Stage.CHECKED and not (counts.get("error") or counts.get("question"))

    @property
    def brings_corrections(self) -> bool:
        """Whether it is our own CSV, where nothing has to say how its columns are read."""
        return bool(self.header) and not self.mapping

    @property
    def short_hash(self) -> str:
        return self.file_hash[:12]


class ImportedRow(models.Model):
    """What was judged of a row, or of one person of it: `row` is its number in the file, `number` counts what was
    judged; `told` is what the preview says, `digest` is of what would be done."""

    list_import = models.ForeignKey(ListImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    name = models.TextField(blank=True, default="")
    told: models.JSONField = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["list_import", "number"], name="imported_row_stands_once"),
        ]
        indexes = [models.Index(fields=["list_import", "verdict", "number"], name="imported_row_by_verdict")]

    def __str__(self) -> str:
        return f"{self.row}: {self.get_verdict_display()}"


class ImportedCase(models.Model):
    """Which case a row made, or changed, of the person `part` of it; `person` where the row made them. `digest` is of
    all the row says, so that it is known again. `edit_version`: what the case was at afterwards."""

    list_import = models.ForeignKey(ListImport, on_delete=models.CASCADE, related_name="cases")
    number = models.PositiveIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    case = models.ForeignKey("Case", on_delete=models.CASCADE, related_name="imported_from")
    person = models.ForeignKey("Person", null=True, on_delete=models.SET_NULL, related_name="imported_from")
    is_new = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, db_index=True)
    edit_version = models.PositiveIntegerField()

    objects = KnownManager()

    class Meta:
        verbose_name = _("imported case")
        verbose_name_plural = _("imported cases")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["list_import", "number", "part"], name="imported_case_of_row_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.number}"


class ExternalId(models.Model):
    """What a case is called in somebody's list. When the case is erased, that it was stays."""

    list_name = models.CharField(max_length=200)
    value = models.CharField(max_length=200)
    case = models.ForeignKey("Case", null=True, on_delete=models.SET_NULL, related_name="external_ids")

    objects = KnownManager()

    class Meta:
        verbose_name = _("external id")
        verbose_name_plural = _("external ids")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["list_name", "value"], name="external_id_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.list_name}: {self.value}"


class ListMapping(models.Model):
    """How a list of somebody's is read, kept under a name for the next one."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    content: models.JSONField = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("mapping")
        verbose_name_plural = _("mappings")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
