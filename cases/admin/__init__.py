"""The desk's forms, one file per concept, on Django's admin.

May use everything of the desk, never the public side. Nothing is decided here: buttons call
`cases.workflow`, filters call QuerySets, what must always hold is a constraint of `cases.models`.
The site is `desk.py`; `record.py` holds what all forms share.
"""

from cases.admin.accounts.account_event import AccountEventAdmin
from cases.admin.accounts.staff import StaffAdmin, StaffGroupAdmin
from cases.admin.campaign import CampaignAdmin
from cases.admin.case import CaseAdmin
from cases.admin.circle import CircleAdmin
from cases.admin.correction import CorrectionAdmin
from cases.admin.deleted_record import DeletedRecordAdmin
from cases.admin.name_masks import NameMaskAdmin
from cases.admin.person import PersonAdmin
from cases.admin.reference_tables import (
    AgencyAdmin,
    LegalProvisionAdmin,
    OfficialAdmin,
    OrganisationAdmin,
    PlaceAdmin,
    RelationAdmin,
)
from cases.admin.source import SourceAdmin
from cases.admin.status_change import StatusChangeAdmin

__all__ = [
    "AccountEventAdmin",
    "AgencyAdmin",
    "CampaignAdmin",
    "CaseAdmin",
    "CircleAdmin",
    "CorrectionAdmin",
    "DeletedRecordAdmin",
    "LegalProvisionAdmin",
    "NameMaskAdmin",
    "OfficialAdmin",
    "OrganisationAdmin",
    "PersonAdmin",
    "PlaceAdmin",
    "RelationAdmin",
    "SourceAdmin",
    "StaffAdmin",
    "StaffGroupAdmin",
    "StatusChangeAdmin",
]
