"""The page of one case."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.records.citing import with_cited_facts
from cases.public.records.neighbours import circles, neighbours
from cases.public.views.case_citation import citation_of
from cases.public.views.references import of_record
from cases.register.documents.rules import is_by_earlier_rules
from cases.register.published_case import PublishedCase
from cases.register.snapshot import Snapshot
from cases.register.titles import titles_of
from cases.wording.case_file import case_file
from cases.wording.paths import person_path
from cases.wording.relations import references_in, with_titles
from cases.wording.samples import marked


@require_safe
@with_snapshot
@of_record(PublishedCase, route="public:case_detail")
def case_detail(request: HttpRequest, snapshot: Snapshot, case: PublishedCase) -> HttpResponse:
    """The current version; the way to another it was merged into; 410 where a withdrawal was announced; else 404."""
    citation, today = citation_of(case), timezone.localdate()
    document = with_titles(case.document, titles_of(references_in(case.document)))
    file = with_cited_facts(case_file(document, today=today), citation)
    person = case.person_reference if case.identity == "named" else ""
    return page(
        "public/case_detail.html",
        {
            "here": "case",
            "canonical": absolute(reverse("public:case_detail", args=[case.reference])),
            "heading": marked(file["title"], case.sample),
            "title_language": file["title"].language,
            "case": case,
            "file": file,
            "person_path": person_path(person),
            "neighbours": circles(
                neighbours(case, document["campaigns"], snapshot), person=person, name=case.name, today=today
            ),
            "citation": citation,
            "is_by_earlier_rules": is_by_earlier_rules(document),
        },
    )
