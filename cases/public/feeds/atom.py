"""`/cases.atom`: the newest publications among the cases of a search, for feed readers and for programs that watch.

It takes the parameters of the list, apart from its order and its pages: a feed is always the newest first. A case that
was withdrawn is simply no longer in it.
"""

from datetime import datetime
from textwrap import shorten

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.errors import bad_parameter_text
from cases.public.answering.site import absolute
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.heading import heading
from cases.public.query.names import names_in
from cases.public.query.query import Query
from cases.register.ledger import LedgerText
from cases.register.published_case import PublishedCase
from cases.register.snapshot import Snapshot
from cases.text.xml_text import printable
from cases.wording.samples import marked
from tracker.languages import untranslated

ENTRIES = 50
LONGEST_SUMMARY = 400
MIME_TYPE = "application/atom+xml; charset=utf-8"

CATEGORIES = {
    "kind": "kind",
    "violations": "violation",
    "charge_categories": "charge",
    "origin": "origin",
    "location": "location",
}
"""Columns whose codes are categories of an entry, written as the list's own parameters: `charge:treason`."""


class CasesFeed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Of the newest entry; without entries the beginning of this day, so that asking again gives the same."""
        days = [item["updateddate"] for item in self.items]
        return max(days, default=timezone.now().replace(hour=0, minute=0, second=0, microsecond=0))


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def cases_atom(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    """The feed of a query; a query that cannot be meant is answered in plain words, with 400."""
    filters = find(query, snapshot)
    feed = _empty(filters, query)
    cases = shown_in_order(filters.narrowed().in_order("-published", 0, ENTRIES), "summary")
    first = LedgerText.objects.first_published(case.reference for case in cases)
    for case, row in zip(cases, case_rows(cases, today=timezone.localdate()), strict=True):
        feed.add_item(**_entry(case, row, published=first.get(case.reference)))
    return HttpResponse(feed.writeString("utf-8"), content_type=MIME_TYPE)


def _empty(filters: CaseFilterSet, query: Query) -> CasesFeed:
    names = names_in(query)
    address = absolute(reverse("public:cases_atom") + query.suffix)
    return CasesFeed(
        title=printable(f"{heading(filters.values, names)} · {settings.SITE_NAME}"),
        subtitle=_(
            "Inclusion says neither innocence nor guilt. What answers “withdrawn” or “nothing here” was taken back: "
            "please delete your copy."
        ),
        link=absolute(reverse("public:case_list") + query.suffix),
        description="",
        language=get_language(),
        author_name=settings.SITE_NAME,
        feed_url=address,
        feed_guid=address,
        feed_copyright=settings.DATA_LICENCE,
    )


def _entry(case: PublishedCase, row: dict, *, published: datetime | None) -> dict:
    facts = [row["about"], row["what"], row["charges"], row["where"], row["since"]]
    if row["custody"]:
        facts.append(row["custody"]["sentence"])
    return {
        "title": printable(f"{case.reference}: {marked(case.title, case.sample)}"),
        "link": absolute(row["path"]),
        # The same in every language, and for ever.
        "unique_id": absolute(untranslated(row["path"])),
        # Of type html, so that a markup of somebody's stays text.
        "description": printable(
            format_html(
                "<p>{}</p><p>{}</p>",
                " · ".join(fact for fact in facts if fact),
                shorten(case.summary, LONGEST_SUMMARY, placeholder="…"),
            )
        ),
        "pubdate": published,
        "updateddate": case.published_at,
        "categories": _categories(case),
    }


def _categories(case: PublishedCase) -> list[str]:
    found = []
    for column, parameter in CATEGORIES.items():
        codes = getattr(case, column)
        found += [f"{parameter}:{code}" for code in ([codes] if isinstance(codes, str) else codes) if code]
    if case.sample:
        found.append("sample:true")
    return list(dict.fromkeys(found))
