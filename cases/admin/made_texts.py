"""“Make from the facts”: the page on which a title and a summary in each language are taken over into a case."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from cases.admin.lists import staff
from cases.models import Case, Translated
from cases.models.need_to_know import whole_record
from cases.vocabularies.languages import TEXT_LANGUAGES
from cases.wording.made_texts import made_texts
from cases.wording.texts import in_language
from cases.workflow.document import document_of
from cases.workflow.keeping_texts import keep_texts

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object


class MakesTexts(Base):
    """Mixin for the admin of cases."""

    def texts_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        case: Case = self._viewed(request, object_id)
        if not self.has_change_permission(request, case):
            raise PermissionDenied
        lines = _lines(case)
        if request.method == "POST":
            chosen = {each["key"]: each for each in lines if each["name"] in request.POST.getlist("text")}
            texts = {key: each["made"] for key, each in chosen.items()}
            version = request.POST.get("edit_version", "")
            seen = int(version) if version.isdecimal() and len(version) < 10 else 0
            if self._take(
                request,
                lambda: keep_texts(case, texts, by=staff(request), edit_version=seen),
                gettext("The texts stand in the case. Read them before you submit it."),
            ):
                return self._back(case)
        return self._page(
            request,
            case,
            "admin/made_texts.html",
            title=gettext("Texts made from the facts"),
            lines=lines,
        )


def made_texts_address(case: Case) -> str:
    return reverse("admin:cases_case_texts", args=[case.pk])


def _lines(case: Case) -> list[dict[str, Any]]:
    """One for each text and language: what stands there, and what the facts make."""
    with whole_record():
        document = document_of(case).content
    # Where a case has no title, its document has another in its place.
    own = document | {"title": case.title}
    made = made_texts(document, today=timezone.localdate())
    lines = []
    for field in (Translated.TITLE, Translated.SUMMARY):
        for language, texts in made.items():
            now = in_language(own, field, language, written_in=case.text_language)
            new = getattr(texts, field)
            lines.append(
                {
                    "key": (str(field), language),
                    "name": f"{field}:{language}",
                    "field": field.label,
                    "code": language,
                    "language": TEXT_LANGUAGES.label(language),
                    "now": now,
                    "made": new,
                    "is_same": now == new,
                    "is_chosen": not now,
                }
            )
    return lines
