"""Cases tried together name each other at the same moment: what one says or stops saying, the other does.

Who may be named is for `permission.may_say_tried_together`; of what is hidden no page and no file says anything.
"""

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import Action, Case, Person
from cases.models.need_to_know import whole_record
from cases.register.row import co_defendants
from cases.vocabularies.actions import TRIED_WITH
from cases.workflow import notes
from cases.workflow.consequences import Narrowing, narrow
from cases.workflow.document import Document
from cases.workflow.door import Outcome, make_public, public_document
from cases.workflow.locking import lock
from cases.workflow.permission import may_say_tried_together
from cases.workflow.review_log import log
from cases.workflow.uses import users_of, uses_of


@whole_record()
def say_both(case: Case, *, by: User) -> Outcome:
    """Let public cases name the one that was just published as it names them, and those stop that it does not name.

    What they say beside that stays as it is public: their drafts may hold what nobody has reviewed.
    """
    content = public_document(case) or {}
    named = co_defendants(content)
    outcome = Outcome()
    for other in Case.objects.public().filter(reference__in=named).order_by("pk"):
        outcome.add(_say(lock(other), case, content, by=by))
    outcome.add(_parted([each for each in _naming(case) if each.reference not in named], by=by))
    return outcome


def _say(other: Case, case: Case, content: dict, *, by: User) -> Outcome:
    public = public_document(other)
    if public is None or case.reference in co_defendants(public):
        return Outcome()
    if not may_say_tried_together(other, case, timezone.localdate()):
        return Outcome()
    tie = {
        "kind": TRIED_WITH,
        "direction": "from",
        "text": "",
        "reference": case.reference,
        "title": content["title"],
    }
    used = {key for key, use in uses_of(other).items() if not use.is_earlier} | {("case", case.pk)}
    extended = public | {"relations": [*public["relations"], tie]}
    version = make_public(other, document=Document(extended, other, frozenset(used)))
    log(other, Action.TIED, by=by, reason=notes.CO_DEFENDANT_PUBLISHED, public_version=version)
    return Outcome(republished=[other])


@whole_record()
def part(record: Case | Person, *, by: User) -> Outcome:
    """Take a case, or those of a person, out of the public cases that name it as tried together with them, where they
    may do so no longer."""
    cases = [record] if isinstance(record, Case) else list(record.cases.order_by("pk"))
    outcome = Outcome()
    for case in cases:
        today = timezone.localdate()
        outcome.add(
            _parted([each for each in _naming(case) if not may_say_tried_together(each, case, today)], by=by)
        )
    return outcome


def _naming(case: Case) -> list[Case]:
    """The public cases whose document names this one as tried together with them."""
    users = (each for each in users_of(case) if isinstance(each, Case))
    return [
        each for each in users if case.reference in co_defendants(public_document(each) or {"relations": []})
    ]


def _parted(cases: list[Case], *, by: User) -> Outcome:
    return narrow([Narrowing(each, notes.TRIED_TOGETHER_NO_MORE, announced=False) for each in cases], by=by)
