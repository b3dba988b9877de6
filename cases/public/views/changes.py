"""What changed: cases published, corrected and withdrawn, day by day, as a page and as a feed.

Of a case its newest version is told alone. A withdrawal is told where it was announced, and says nothing of the case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.feeds.atom import MIME_TYPE, CasesFeed
from cases.register.ledger import Tombstone
from cases.register.published_case import PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.text.xml_text import printable
from cases.wording.dates import written_day
from cases.wording.samples import marked
from tracker.languages import untranslated

MOST_SHOWN = 100


@dataclass(frozen=True)
class Change:
    """`kind` is `new`, `corrected` or `withdrawn`; `version` is 0 of what was withdrawn."""

    at: datetime
    kind: str
    reference: str
    title: str = ""
    version: int = 0

    @property
    def path(self) -> str:
        return reverse("public:case_detail", args=[self.reference])

    @property
    def versions_path(self) -> str:
        return reverse("public:case_versions", args=[self.reference]) if self.kind == "corrected" else ""

    @property
    def said(self) -> str:
        words = {"new": _("New"), "corrected": _("Corrected"), "withdrawn": _("Withdrawn")}
        return words[self.kind]


@require_safe
@with_snapshot
def changes(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    found = _changes(snapshot)
    return page(
        "public/changes.html",
        {
            "here": "changes",
            "canonical": absolute(reverse("public:changes")),
            "heading": _("What changed"),
            "days": [
                {"day": written_day(day), "changes": list(of_day)}
                for day, of_day in groupby(found, key=lambda change: timezone.localtime(change.at).date())
            ],
        },
    )


@require_safe
@with_snapshot
def changes_atom(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    address = absolute(reverse("public:changes_atom"))
    feed = CasesFeed(
        title=f"{_('What changed')} · {settings.SITE_NAME}",
        link=absolute(reverse("public:changes")),
        description="",
        language=get_language(),
        author_name=settings.SITE_NAME,
        feed_url=address,
        feed_guid=address,
        feed_copyright=settings.DATA_LICENCE,
    )
    for change in _changes(snapshot):
        told = change.title or _("please delete your copy")
        feed.add_item(
            title=printable(f"{change.said}: {change.reference}: {told}"),
            link=absolute(change.path),
            unique_id=f"{absolute(untranslated(change.path))}#{change.version or 'withdrawn'}",
            description="",
            updateddate=change.at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=MIME_TYPE)


def _changes(snapshot: Snapshot) -> list[Change]:
    """The newest first."""
    told = [*_published(snapshot), *_withdrawn()]
    return list(
        islice(sorted(told, key=lambda change: (-change.at.timestamp(), change.reference)), MOST_SHOWN)
    )


def _published(snapshot: Snapshot) -> Iterator[Change]:
    newest = Selection.everything(snapshot.bitmaps).in_order("-published", 0, MOST_SHOWN)
    cases = PublishedCase.objects.filter(row_number__in=newest)
    for at, version, reference, title, sample in cases.values_list(
        "published_at", "version", "reference", "title", "sample"
    ):
        kind = "new" if version == 1 else "corrected"
        yield Change(at, kind, reference, marked(title, sample), version)


def _withdrawn() -> Iterator[Change]:
    newest = Tombstone.objects.order_by("-withdrawn_at", "reference")[:MOST_SHOWN]
    for reference, at in newest.values_list("reference", "withdrawn_at"):
        if reference.startswith("C-"):
            yield Change(at, "withdrawn", reference)
