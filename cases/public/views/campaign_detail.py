"""The page of one campaign, with its published cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.counting import count_people
from cases.public.looking import looking
from cases.public.presentation.campaign_file import campaign_file
from cases.public.presentation.case_rows import case_rows, shown_in_order
from cases.public.presentation.citing import citation
from cases.public.site import absolute, page
from cases.public.views.references import canonical_reference, not_here
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import DEFAULT_SORT
from cases.register.reading import Look
from cases.register.selection import Selection

CASES_SHOWN = 20


@require_safe
@looking
def campaign_detail(request: HttpRequest, look: Look, reference: str) -> HttpResponse:
    """The current version; the way to another it was merged into; 410 where a withdrawal was announced; else 404."""
    canonical = canonical_reference(reference)
    campaign = PublishedCampaign.objects.filter(reference=canonical).first()
    if campaign is None:
        return not_here(canonical, "public:campaign_detail")
    path = reverse("public:campaign_detail", args=[canonical])
    if reference != canonical:
        return redirect(path, permanent=True)
    cases = Selection.everything(look.bitmaps).any_of("campaign", [canonical])
    address = absolute(path)
    return page(
        "public/campaign_detail.html",
        {
            "here": "campaign",
            "canonical": address,
            "campaign": campaign,
            "file": campaign_file(campaign.document),
            "people": count_people(cases),
            "rows": case_rows(
                shown_in_order(cases.in_order(DEFAULT_SORT, 0, CASES_SHOWN)), today=timezone.now().date()
            ),
            "citation": citation(
                title=campaign.title,
                reference=campaign.reference,
                version=campaign.version,
                published_at=campaign.published_at,
                address=address,
            ),
        },
    )
