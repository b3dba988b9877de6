"""Texts that a program made from the facts of a case become texts of the case: an edit like any other."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Case, Translation
from cases.models.translation import LONGEST
from cases.workflow.door import Outcome
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.locking import lock

MADE = "facts"
"""The way of such a translation, a code."""


@transaction.atomic
def keep_texts(case: Case, texts: Mapping[tuple[str, str], str], *, by: User, edit_version: int) -> Outcome:
    """Write texts by (field, language) into a case: `title` and `summary`, in the language the case is written in or
    as a translation. What stood there is replaced. `edit_version`: of the case whose facts they were made from.
    """
    if not by.has_perm("cases.change_case"):
        raise Refused(_("You have no permission to change a case."))
    case = lock(case)
    if case.edit_version != edit_version:
        raise Refused(_("Somebody changed the case meanwhile; look at its texts again."))
    if not texts:
        raise Refused(_("Choose at least one text."))
    for (field, language), text in texts.items():
        if len(text) > LONGEST[field]:
            raise Refused(_("“%(text)s” is longer than such a text may be.") % {"text": text[:80] + "…"})
        if language == case.text_language:
            setattr(case, field, text)
        else:
            Translation.objects.update_or_create(
                case=case,
                event=None,
                field=field,
                language=language,
                defaults={"text": text, "way": MADE, "from_language": "", "translated_by": ""},
            )
    case.save(update_fields=["title", "summary"])
    return record_edit(case, by=by)
