"""Records that many cases share: saving one says which public cases it touched."""

from cases.workflow import shared

from .record import RecordAdmin
from .workflow_buttons import tell


class SharedAdmin(RecordAdmin):
    """Snapshots the stored record before the form is read into it, and reports what the change did."""

    def before_form(self, request, record):
        request.desk_before = shared.before_change(record)

    def after_save(self, request, record, *, is_new):
        if not is_new:
            tell(request, shared.record_changed(record, by=request.user, before=request.desk_before))
