"""Records that many cases share: saving one says which public cases it touched."""

from typing import Any

from django.http import HttpRequest

from cases.admin.lists import staff
from cases.admin.record import RecordAdmin
from cases.admin.workflow_buttons import tell
from cases.models import Shared
from cases.workflow import shared
from cases.workflow.uses import users_of


class SharedAdmin(RecordAdmin):
    """Snapshots the stored record before the form is read into it, and reports what the change did."""

    def before_form(self, request: HttpRequest, record: Shared) -> None:
        request.desk_before = shared.before_change(record)

    def after_save(self, request: HttpRequest, record: Shared, *, is_new: bool) -> None:
        if not is_new:
            tell(request, shared.record_changed(record, by=staff(request), before=request.desk_before))

    def has_delete_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        """What a public document used stays on file, so that it can still be narrowed."""
        return super().has_delete_permission(request, obj) and (obj is None or not users_of(obj))
