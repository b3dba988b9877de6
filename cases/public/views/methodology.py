"""How records are made and counted, and what every code on the public pages means."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.public.answering.entity_tags import tagged
from cases.public.answering.site import absolute, page
from cases.public.dictionary.code_lists import code_themes
from cases.wording.custody_examples import examples
from cases.wording.recency import RECENT_MONTHS


@require_safe
@tagged
def methodology(request: HttpRequest) -> HttpResponse:
    return page(
        "public/methodology.html",
        {
            "here": "methodology",
            "custody_examples": examples(),
            "canonical": absolute(reverse("public:methodology")),
            "themes": code_themes(),
            "months": RECENT_MONTHS,
        },
    )
