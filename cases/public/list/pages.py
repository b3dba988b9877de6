"""Numbered pages. A page that does not exist is an error, not the nearest one that does."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.query.bad_parameter import BadParameter
from cases.public.query.query import Query

PAGE_SIZE = 50
AROUND = 2


@dataclass(frozen=True)
class Page:
    number: int
    last: int

    @property
    def start(self) -> int:
        """Position of the first row of the page, from 0."""
        return (self.number - 1) * PAGE_SIZE

    @property
    def stop(self) -> int:
        return self.start + PAGE_SIZE

    @property
    def numbers(self) -> list[int | None]:
        """The pages to link: first, last, and those around this one; None stands for a gap."""
        near = range(max(1, self.number - AROUND), min(self.last, self.number + AROUND) + 1)
        numbers: list[int | None] = []
        for number in sorted({1, *near, self.last}):
            if numbers and number != numbers[-1] + 1:
                numbers.append(None)
            numbers.append(number)
        return numbers


def page_of(query: Query, rows: int) -> Page:
    """The page a query asks for among so many rows; raises BadParameter."""
    given = query.value("page")
    last = max(1, -(-rows // PAGE_SIZE))
    if not given:
        return Page(1, last)
    if not (given.isascii() and given.isdigit() and given[0] != "0"):
        raise BadParameter("page", given, problem=_("A page is a number from 1 on."))
    if len(given) > 9 or int(given) > last:
        problem = ngettext("This search has %d page.", "This search has %d pages.", last) % last
        raise BadParameter("page", given, problem=problem)
    return Page(int(given), last)
