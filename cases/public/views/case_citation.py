"""How to cite a case, as files for reference managers."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute
from cases.public.answering.snapshot import with_snapshot
from cases.public.records.citing import Citation
from cases.public.views.references import of_record
from cases.register.published_case import PublishedCase
from cases.register.snapshot import Snapshot
from cases.wording.titles import title_of


@require_safe
@with_snapshot
@of_record(PublishedCase, route="public:case_bibtex")
def case_bibtex(request: HttpRequest, snapshot: Snapshot, case: PublishedCase) -> HttpResponse:
    return _file(citation_of(case).bibtex, "application/x-bibtex", f"{case.reference}.bib")


@require_safe
@with_snapshot
@of_record(PublishedCase, route="public:case_ris")
def case_ris(request: HttpRequest, snapshot: Snapshot, case: PublishedCase) -> HttpResponse:
    return _file(citation_of(case).ris, "application/x-research-info-systems", f"{case.reference}.ris")


def citation_of(case: PublishedCase) -> Citation:
    """Of the current version, at the address that goes on showing it when there is a newer one."""
    return Citation(
        title=case.title,
        reference=case.reference,
        version=case.version,
        published_at=case.published_at,
        address=absolute(reverse("public:case_version", args=[case.reference, case.version])),
        sample=case.sample,
        called=title_of(case),
    )


def _file(text: str, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
