"""Numbered pages. A page that does not exist is an error, not the nearest one that does."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.query.bad_parameter import BadParameter
from cases.public.query.query import Query

PAGE_SIZE = 25
AROUND = 2


@dataclass(frozen=True)
class Page:
    number: int
    last: int
    size: int = 0
    """Rows of a page; those of the list where none is given."""

    @property
    def start(self) -> int:
        """Position of the first row of the page, from 0."""
        return (self.number - 1) * (self.size or PAGE_SIZE)

    @property
    def stop(self) -> int:
        return self.start + (self.size or PAGE_SIZE)

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


def numbered_links(numbered: Page, query: Query) -> list[dict]:
    """Links to the pages; an empty dict stands for a gap. The first page goes by the address without `page`."""
    plain = query.without("page")
    return [
        {"number": number, "query": (plain if number == 1 else plain.with_value("page", str(number))).suffix}
        if number
        else {}
        for number in numbered.numbers
    ]


def page_of(query: Query, rows: int, size: int = 0) -> Page:
    """The page a query asks for among so many rows, `size` of them on each; raises BadParameter."""
    given = query.value("page")
    last = max(1, -(-rows // (size or PAGE_SIZE)))
    if not given:
        return Page(1, last, size)
    if not (given.isascii() and given.isdigit() and given[0] != "0"):
        raise BadParameter("page", given, problem=_("A page is a number from 1 on."))
    if len(given) > 9 or int(given) > last:
        problem = ngettext("This search has %d page.", "This search has %d pages.", last) % last
        raise BadParameter("page", given, problem=problem)
    return Page(int(given), last, size)
