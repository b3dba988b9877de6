"""The page of one campaign, with its published cases."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.counting import count_held, count_people, held_table
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.records.citing import Citation
from cases.public.views.references import of_record
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import DEFAULT_SORT
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.register.titles import titles_of
from cases.wording.campaign_file import campaign_file
from cases.wording.relations import references_in, with_titles
from cases.wording.samples import marked

CASES_SHOWN = 20


@require_safe
@with_snapshot
@of_record(PublishedCampaign, route="public:campaign_detail")
def campaign_detail(request: HttpRequest, snapshot: Snapshot, campaign: PublishedCampaign) -> HttpResponse:
    """The current version; the way to another it was merged into; 410 where a withdrawal was announced; else 404."""
    cases = Selection.everything(snapshot.bitmaps).any_of("campaign", [campaign.reference])
    today = timezone.localdate()
    address = absolute(reverse("public:campaign_detail", args=[campaign.reference]))
    document = with_titles(campaign.document, titles_of(references_in(campaign.document)))
    file = campaign_file(document)
    return page(
        "public/campaign_detail.html",
        {
            "here": "campaign",
            "canonical": address,
            "heading": marked(file["title"], campaign.sample),
            "title_language": file["title"].language,
            "campaign": campaign,
            "file": file,
            "people": count_people(cases),
            "held": held_table(count_held(cases, today=today)),
            "rows": case_rows(shown_in_order(cases.in_order(DEFAULT_SORT, 0, CASES_SHOWN)), today=today),
            "citation": Citation(
                title=campaign.title,
                reference=campaign.reference,
                version=campaign.version,
                published_at=campaign.published_at,
                address=address,
                sample=campaign.sample,
                called=file["title"],
            ),
        },
    )
