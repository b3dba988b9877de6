"""“This is so, because …”: keeps why something that contradicts other facts is so."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import AnsweredAsk, Case
from cases.workflow.asks import open_asks
from cases.workflow.editing import record_edit
from cases.workflow.entering.texts import unfit
from cases.workflow.errors import Refused
from cases.workflow.locking import lock


@transaction.atomic
def answer(case: Case, *, code: str, about: str, reason: str, by: User) -> None:
    """Keep why something that was asked is so. An edit like any other."""
    if not by.has_perm("cases.change_case"):
        raise Refused(_("You have no permission to change a case."))
    reason = reason.strip()
    if not reason:
        raise Refused(_("Say why this is so."))
    kept = AnsweredAsk(
        case=case, code=code, about=about, reason=reason, answered_by=by, answered_at=timezone.now()
    )
    for _field, told in unfit(kept, among=["reason"]):
        raise Refused(told)
    case = lock(case)
    if not any((ask.code, ask.about) == (code, about) for ask in open_asks(case) if ask.can_be_answered):
        raise Refused(_("This is not asked any more."))
    kept.save()
    record_edit(case, by=by)
