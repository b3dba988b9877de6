"""The page of one named person: who they are by their published cases, and those cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.rows import case_rows, shown
from cases.public.records.person_file import person_file
from cases.public.views.references import canonical_reference
from cases.register.published_case import DEFAULT_SORT, PublishedCase
from cases.register.snapshot import Snapshot
from cases.wording.samples import marked


@require_safe
@with_snapshot
def person_detail(request: HttpRequest, snapshot: Snapshot, reference: str) -> HttpResponse:
    """404 unless at least one published case names the person under this reference."""
    canonical = canonical_reference(reference)
    named = PublishedCase.objects.shown().of_person(canonical).filter(identity="named")
    cases = list(shown(named.sorted_by(DEFAULT_SORT), "document"))
    if not cases:
        raise Http404
    path = reverse("public:person_detail", args=[canonical])
    if reference != canonical:
        return redirect(path, permanent=True)
    today = timezone.localdate()
    file = person_file(cases, today=today)
    return page(
        "public/person_detail.html",
        {
            "here": "person",
            "canonical": absolute(path),
            "reference": canonical,
            "heading": marked(file["name"], file["sample"]),
            "file": file,
            "rows": case_rows(cases, today=today),
        },
    )
