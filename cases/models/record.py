"""What goes through the door, and what public documents share, for those who take any of them."""

from typing import TypeAlias

from django.db.models import Model

from cases.models.agency import Agency
from cases.models.campaign import Campaign
from cases.models.case import Case
from cases.models.charge import LegalProvision
from cases.models.official import Official
from cases.models.organisation import Organisation
from cases.models.person import Person
from cases.models.place import Place
from cases.models.source import Source

Record: TypeAlias = Case | Campaign
Shared: TypeAlias = Person | Source | Place | Agency | Organisation | Official | LegalProvision


def kind_of(row: Model) -> str:
    """What a row is, as its tables, permissions and addresses say it: `case`, `campaign`, `event` …"""
    return type(row).__name__.lower()
