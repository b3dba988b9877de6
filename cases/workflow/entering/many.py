"""Many lines judged and entered together: all of them, or none."""

from collections.abc import Callable, Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Case, Person
from cases.text.names import SAME, compare, token_keys
from cases.workflow.entering.cells import NEW
from cases.workflow.entering.entry import Entry, Wrong
from cases.workflow.entering.listed import ListedCase, Texts, enter_listed
from cases.workflow.entering.saving import NotEntered


def names_twice(lines: Sequence[ListedCase]) -> dict[int, int]:
    """Lines that may be about one person: the position of each, with that of the earlier line that says the same name,
    unless both are answered to be different people, or the line is said to be a person of its own (NEW)."""
    by_key: dict[str, list[int]] = {}
    twice: dict[int, int] = {}
    for position, line in enumerate(lines):
        name = _name_of(line)
        keys = {key for word in token_keys(name) for key in word}
        earlier = sorted({other for key in keys for other in by_key.get(key, ())})
        for other in earlier:
            if _may_be_one(line, lines[other], name):
                twice[position] = other
                break
        for key in keys:
            by_key.setdefault(key, []).append(position)
    return twice


def _name_of(line: ListedCase) -> str:
    return str(line.cells.get("name", "")).strip()


def _may_be_one(line: ListedCase, other: ListedCase, name: str) -> bool:
    one, two = line.person, other.person
    if isinstance(one, Person) and isinstance(two, Person):
        return one == two
    if isinstance(one, Person) or isinstance(two, Person) or line.answers.get("name") == NEW:
        return False
    match = compare(name, _name_of(other))
    return match is not None and match.tier == SAME


@transaction.atomic
def enter_many(
    lines: Sequence[ListedCase], *, by: User, texts: Callable[[Case], Texts] | None = None
) -> list[Case]:
    """Save every line, in order. What several of them name anew is made once, where they were judged with one OnFile.

    Raises NotEntered, and saves nothing, if one of them cannot be entered or may be about the person of another; `row`
    of each error is the number of the line, counted from 1, and `field` its cell.
    """
    wrong = [
        Wrong("", number, cell, message)
        for number, line in enumerate(lines, start=1)
        for cell, messages in _hindering(line).items()
        for message in messages
    ]
    told = _("This is the name of line %(number)d.")
    twice = names_twice(lines)
    wrong += [Wrong("", at + 1, "name", told % {"number": other + 1}) for at, other in twice.items()]
    if wrong:
        raise NotEntered(wrong)
    return [enter_listed(line, by=by, texts=texts) for line in lines]


def _hindering(line: ListedCase) -> dict[str, list[str]]:
    asked = {cell: [_("This may be on file already.")] for cell in line.questions}
    return {**asked, **line.errors}


def is_new(line: ListedCase) -> bool:
    """Whether a person is made for the line."""
    return isinstance(line.person, Entry)
