"""The private record, one file per concept, each with its QuerySet.

Nothing public reads these tables: `cases.workflow.document` copies what may be seen into the register.
The tables of the register and the inbox are imported here so that Django finds them: imports the walls ignore.
"""

from cases.inbox.correction import Correction
from cases.models.account_event import AccountEvent, What
from cases.models.agency import Agency, Attribution, OfficialPosition
from cases.models.anonymisation import Anonymisation, FormerText
from cases.models.answered_ask import AnsweredAsk
from cases.models.campaign import Assessment, Campaign, Intervention
from cases.models.case import Case, CaseCampaign, CaseOverlap, Violation
from cases.models.charge import Charge, LegalProvision
from cases.models.circle import Circle, CircleAction, CircleLog, CircleRecord
from cases.models.clean_up import CleanUp
from cases.models.deleted_record import DeletedRecord
from cases.models.desk_draft import DeskDraft
from cases.models.desk_session import DeskSession
from cases.models.event import Event
from cases.models.hiding import Ending, Hideable, Hiding
from cases.models.lawyer import Lawyer
from cases.models.list_import import ExternalId, ImportedCase, ImportedRow, ListImport, ListMapping
from cases.models.name_mask import MaskState, NameMask, PublicNaming
from cases.models.official import Official, Participation
from cases.models.organisation import Affiliation, Organisation
from cases.models.person import Person, PersonName, PersonRelation
from cases.models.place import Place
from cases.models.proceeding import Proceeding, Sentence
from cases.models.publishable import State
from cases.models.record import Record, Shared
from cases.models.relation import Relation
from cases.models.review import Action, PublishedUse, Review
from cases.models.source import Citation, Source
from cases.models.status_change import StatusChange
from cases.models.translation import Translated, Translation
from cases.register.facet_block import FacetBlock
from cases.register.further_case import FurtherCase
from cases.register.ledger import LedgerEntry, LedgerText, Tombstone
from cases.register.ledger_words import LedgerWords
from cases.register.merged_reference import MergedReference
from cases.register.name_index import NameToken
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.published_name import PublishedName
from cases.register.shown_until import ShownUntil
from cases.register.state import RegisterState

__all__ = [
    "AccountEvent",
    "Action",
    "Affiliation",
    "Agency",
    "Anonymisation",
    "AnsweredAsk",
    "Assessment",
    "Attribution",
    "Campaign",
    "Case",
    "CaseCampaign",
    "CaseOverlap",
    "Charge",
    "Circle",
    "CircleAction",
    "CircleLog",
    "CircleRecord",
    "Citation",
    "CleanUp",
    "Correction",
    "DeletedRecord",
    "DeskDraft",
    "DeskSession",
    "Ending",
    "Event",
    "ExternalId",
    "FacetBlock",
    "FormerText",
    "FurtherCase",
    "Hideable",
    "Hiding",
    "ImportedCase",
    "ImportedRow",
    "Intervention",
    "Lawyer",
    "LedgerEntry",
    "LedgerText",
    "LedgerWords",
    "LegalProvision",
    "ListImport",
    "ListMapping",
    "MaskState",
    "MergedReference",
    "NameMask",
    "NameToken",
    "Official",
    "OfficialPosition",
    "Organisation",
    "Participation",
    "Person",
    "PersonName",
    "PersonRelation",
    "Place",
    "Proceeding",
    "PublicNaming",
    "PublishedCampaign",
    "PublishedCase",
    "PublishedCells",
    "PublishedName",
    "PublishedUse",
    "Record",
    "RegisterState",
    "Relation",
    "Review",
    "Sentence",
    "Shared",
    "ShownUntil",
    "Source",
    "State",
    "StatusChange",
    "Tombstone",
    "Translated",
    "Translation",
    "Violation",
    "What",
]
