"""The page of one case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.looking import looking
from cases.public.presentation.case_file import case_file
from cases.public.presentation.citing import citation
from cases.public.site import absolute, page
from cases.public.views.references import canonical_reference, not_here
from cases.register.published_case import PublishedCase
from cases.register.reading import Look


@require_safe
@looking
def case_detail(request: HttpRequest, look: Look, reference: str) -> HttpResponse:
    """The current version; the way to another it was merged into; 410 where a withdrawal was announced; else 404."""
    canonical = canonical_reference(reference)
    case = PublishedCase.objects.filter(reference=canonical).first()
    if case is None:
        return not_here(canonical, "public:case_detail")
    path = reverse("public:case_detail", args=[canonical])
    if reference != canonical:
        return redirect(path, permanent=True)
    address = absolute(path)
    return page(
        "public/case_detail.html",
        {
            "here": "case",
            "canonical": address,
            "case": case,
            "file": case_file(case.document, today=timezone.now().date()),
            "citation": citation(
                title=case.title,
                reference=case.reference,
                version=case.version,
                published_at=case.published_at,
                address=address,
            ),
        },
    )
