"""The private record, one file per concept, each with its QuerySet.

Nothing public reads these tables: ``cases.workflow.document`` copies what may be seen into the register.
The tables of the register and the inbox are imported here so that Django finds them: imports the walls ignore.
"""

from cases.inbox.correction import Correction
from cases.register.facet_block import FacetBlock
from cases.register.further_case import FurtherCase
from cases.register.ledger import LedgerEntry, LedgerText, Tombstone
from cases.register.merged_reference import MergedReference
from cases.register.name_index import NameToken
from cases.register.published_agency import PublishedAgency
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.state import RegisterState

from .agency import Agency, Attribution, OfficialPosition
from .campaign import Assessment, Campaign, Intervention
from .case import Case, CaseCampaign, CaseOverlap, Violation
from .charge import Charge, LegalProvision
from .event import Event
from .person import Person, PersonName, PersonRelation
from .place import Place
from .proceeding import Proceeding, Sentence
from .publishable import State
from .record import Record, Shared
from .relation import Relation
from .review import Action, PublishedUse, Review
from .source import Citation, Source
from .status_change import StatusChange

__all__ = [
    "Action",
    "Agency",
    "Assessment",
    "Attribution",
    "Campaign",
    "Case",
    "CaseCampaign",
    "CaseOverlap",
    "Charge",
    "Citation",
    "Correction",
    "Event",
    "FacetBlock",
    "FurtherCase",
    "Intervention",
    "LedgerEntry",
    "LedgerText",
    "LegalProvision",
    "MergedReference",
    "NameToken",
    "OfficialPosition",
    "Person",
    "PersonName",
    "PersonRelation",
    "Place",
    "Proceeding",
    "PublishedAgency",
    "PublishedCampaign",
    "PublishedCase",
    "PublishedCells",
    "PublishedUse",
    "Record",
    "RegisterState",
    "Relation",
    "Review",
    "Sentence",
    "Shared",
    "Source",
    "State",
    "StatusChange",
    "Tombstone",
    "Violation",
]
