"""One line of a file: which row or group of fields it is, and what became of it since its form was opened.

Versions are those of the history that the triggers write, of this row alone: two people in two lines never meet.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from cases.admin.conflict import Opened
from cases.admin.history import row_as_left, user_key
from cases.models import Case, Relation
from cases.models.history import history_of
from cases.models.need_to_know import known_history

ADD = "add"
"""What stands in the address of a new line in the place of its key."""


@dataclass
class Line:
    """`model` and `link` (its key to the case) are of a row; `fields` of a group of fields of the case itself.

    `kind` is that of a new event, where it is chosen; `saved` the key of what was saved, once it is; `changed`
    whether that changed anything.
    """

    part: str
    key: str
    model: type[Model]
    link: str = ""
    fields: tuple[str, ...] = ()
    kind: str = ""
    saved: str = ""
    changed: bool = False

    @property
    def is_new(self) -> bool:
        return self.key == ADD

    @property
    def is_row(self) -> bool:
        return bool(self.link)

    @property
    def row_key(self) -> int | None:
        return int(self.key) if self.is_row and not self.is_new else None

    def rows(self, rows: QuerySet) -> QuerySet:
        """Of the rows of an inline the one this line is; of a new one none."""
        return rows.none() if self.is_new else rows.filter(pk=self.row_key)

    def version(self, case: Case) -> str:
        """What the form carries: how far the history had come, and what the fields led to that have no history here."""
        newest = self._history(case).order_by("-pgh_id").values_list("pgh_id", flat=True).first()
        return f"{newest or 0}:{self._links(case)}"

    def _history(self, case: Case) -> QuerySet:
        events = history_of(self.model)
        return events.filter(id=self.row_key if self.is_row else case.pk)

    def _links(self, case: Case) -> str:
        """What the links to many lead to, in short."""
        if self.is_row:
            return ""
        many = [name for name in self.fields if Case._meta.get_field(name).many_to_many]
        led = [sorted(getattr(case, name).values_list("pk", flat=True)) for name in many]
        return sha256(repr(led).encode()).hexdigest()[:16] if many else ""

    def was_known(self, case: Case) -> bool:
        """Whether there was such a row in the case that whoever asks may have known of."""
        events = known_history(self.model, self._history(case))
        links = (self.link, "to_case") if self.model is Relation else (self.link,)
        return any(events.filter(**{link: case.pk}).exists() for link in links)

    def is_as_seen(self, case: Case, seen: str) -> bool:
        """Whether nobody changed this line since its form was opened; edits of other lines do not count."""
        if self.is_new or seen == self.version(case):
            return True
        if self.is_row:
            return False
        opened, _colon, links = seen.partition(":")
        before = self._as_left(case, opened)
        return before is not None and links == self._links(case) and self._says_the_same(before, case)

    def _says_the_same(self, one: Model, other: Model) -> bool:
        plain = [name for name in self.fields if not Case._meta.get_field(name).many_to_many]
        names = [Case._meta.get_field(name).attname for name in plain]
        return all(getattr(one, name) == getattr(other, name) for name in names)

    def _as_left(self, case: Case, mark: str) -> Any:
        if not (mark.isdecimal() and len(mark) < 19):
            return None
        event = self._history(case).filter(pgh_id__lte=int(mark)).order_by("-pgh_id").first()
        return None if event is None or event.pgh_label == "deleted" else row_as_left(self.model, event)

    def opened(self, case: Case, seen: str) -> Opened | None:
        """The case and the row as they were when the form was opened; None where that is not known."""
        row = self._as_left(case, seen.partition(":")[0])
        if row is None:
            return None
        if not self.is_row:
            return Opened(row, {})
        if isinstance(row, Relation) and row.to_case_id == case.pk:
            row.from_case_id, row.to_case_id = row.to_case_id, row.from_case_id
        return Opened(case, {self.model: {row.pk: row}})

    def last_changed(self, case: Case) -> tuple[str, datetime | None]:
        """Who changed this line last, and when."""
        events = list(self._history(case).select_related("pgh_context").order_by("-pgh_id")[:50])
        for event, before in zip(events, [*events[1:], None], strict=True):
            if self.is_row or before is None or not self._says_the_same(event, before):
                user = get_user_model().objects.filter(pk=user_key(event)).first()
                return str(user or _("Somebody")), event.pgh_created_at
        return _("Somebody"), None
