"""The page of one campaign, with its published cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.counting import count_people
from cases.public.presentation.campaign_file import campaign_file
from cases.public.presentation.case_rows import case_rows, shown
from cases.public.presentation.citing import citation
from cases.public.site import absolute, page
from cases.public.views.withdrawn import canonical_reference, withdrawn
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import DEFAULT_SORT, PublishedCase

CASES_SHOWN = 20


@require_safe
def campaign_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """The current version; 410 where a withdrawal was announced; 404 for everything else."""
    canonical = canonical_reference(reference)
    campaign = PublishedCampaign.objects.filter(reference=canonical).first()
    if campaign is None:
        return withdrawn(canonical)
    path = reverse("public:campaign_detail", args=[canonical])
    if reference != canonical:
        return redirect(path, permanent=True)
    cases = PublishedCase.objects.campaign([canonical])
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
                shown(cases.sorted_by(DEFAULT_SORT))[:CASES_SHOWN], today=timezone.now().date()
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
