"""What goes through the door, for those who take either."""

from typing import TypeAlias

from cases.models.campaign import Campaign
from cases.models.case import Case

Record: TypeAlias = Case | Campaign
