"""Proceedings named by number: a case with one never has to say which, one with several always does."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from cases.models import Case, Event, Proceeding
from cases.text.custody.effects import effect_of
from cases.vocabularies.places import NOT_STATED


def numbered(numbers: Sequence[int | None]) -> list[int]:
    """The numbers of the proceedings of a case in order: those without one get the next that is free."""
    taken = {number for number in numbers if number}
    given = []
    for number in numbers:
        given.append(number or max(taken, default=0) + 1)
        taken.add(given[-1])
    return given


def wrong_number(number: int | None, *, known: Collection[int], several: bool) -> str:
    """What is wrong with the number a charge, sentence or event gives for its proceeding; "" if nothing is.

    `known`: the numbers there are. `several`: whether it must give one, since there is more than one proceeding.
    """
    listed = ", ".join(map(str, sorted(known)))
    if number and number not in known:
        if known:
            told = _("There is no proceeding %(number)d. The case has %(listed)s.")
        else:
            told = _("There is no proceeding %(number)d. Leave this empty and one is made.")
        return told % {"number": number, "listed": listed}
    if not number and several:
        return _("Which proceeding? The case has %(listed)s.") % {"listed": listed}
    return ""


def is_a_step(kind: str, decision: str = "") -> bool:
    """Whether an event of this kind moves a proceeding on, so that it must say which of several."""
    return bool(kind) and bool(effect_of(kind, decision).stage)


def jurisdiction_of(case: Case) -> str:
    """The country whose courts it must be when nobody said: the only location, else the only origin; else ""."""
    for states in (case.location, case.origin):
        if len(states) == 1 and states[0] != NOT_STATED:
            return states[0]
    return ""


def first_proceeding(case: Case) -> Proceeding:
    """A proceeding made on the spot, for a case whose charges or sentences need one and which has none."""
    return Proceeding.objects.create(case=case, number=1, kind="criminal", jurisdiction=jurisdiction_of(case))


def join_the_only_proceeding(case: Case) -> None:
    """Events of a case with exactly one proceeding belong to it, if they belong to none."""
    proceedings = list(case.proceedings.all())
    if len(proceedings) == 1:
        Event.objects.filter(case=case, proceeding=None).update(proceeding=proceedings[0])
