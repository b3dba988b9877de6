"""What several tests of the workflow do: change a shared record as the desk does, and read all that is public."""

from cases.models import LedgerText, PublishedCampaign, PublishedCase
from cases.workflow.shared import before_change, record_changed
from tests.factories import UserFactory


def change(record, *, by="entry", **values):
    """Remember, save, tell the door. Returns its Outcome."""
    before = before_change(record)
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    return record_changed(record, by=UserFactory(username=by), before=before)


def everything_public():
    """All text the register holds, rows and ledger."""
    rows = [
        str(list(row.values()))
        for row in (*PublishedCase.objects.values(), *PublishedCampaign.objects.values())
    ]
    return "\n".join([*rows, *LedgerText.objects.values_list("text", flat=True)])
