"""The history of a case: its versions, each of them as it was, and what differs between two."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.query.bad_parameter import BadParameter
from cases.public.query.query import Query
from cases.public.records.citing import Citation, with_cited_facts
from cases.public.records.history import history
from cases.public.records.versions import (
    MOST_LISTED,
    Version,
    newest_versions_of,
    readable_versions_of,
    some_versions_of,
)
from cases.public.views.references import of_record
from cases.register.published_case import PublishedCase
from cases.register.snapshot import Snapshot
from cases.wording.case_file import case_file
from cases.wording.difference import difference
from cases.wording.samples import marked
from cases.wording.titles import marked_title, title_of

ROUTE = "public:case_versions"


@require_safe
@with_snapshot
@of_record(PublishedCase, route=ROUTE)
def case_versions(request: HttpRequest, snapshot: Snapshot, case: PublishedCase) -> HttpResponse:
    """The newest versions, those whose text was removed included."""
    return page(
        "public/case_versions.html",
        {
            "here": "case",
            "canonical": absolute(reverse(ROUTE, args=[case.reference])),
            "heading": _("%(title)s: versions") % {"title": marked_title(case)},
            "case": case,
            "title": title_of(case),
            "history": history(newest_versions_of(case))[:MOST_LISTED],
            "left": max(0, case.version - MOST_LISTED),
        },
    )


@require_safe
@with_snapshot
@of_record(PublishedCase, route="public:case_version", merged_to=ROUTE)
def case_version(request: HttpRequest, snapshot: Snapshot, case: PublishedCase, number: int) -> HttpResponse:
    """A version as it was published; 410 where its text was removed, 404 for one there has not been."""
    if not 1 <= number <= case.version:
        raise Http404
    [version] = some_versions_of(case, number)
    address = absolute(reverse("public:case_version", args=[case.reference, number]))
    context = {"here": "case", "canonical": address, "noindex": True, "case": case, "version": version}
    if version.document is None:
        return page("public/case_version_removed.html", context, status=410)
    file = case_file(version.document, today=timezone.localdate())
    citation = Citation(
        title=version.document["title"],
        reference=case.reference,
        version=number,
        published_at=version.published_at,
        address=address,
        sample=version.document["sample"],
        called=file["subtitle"] or file["title"],
    )
    context |= {
        "heading": _("%(title)s, version %(number)s")
        % {"title": marked(file["title"], version.document["sample"]), "number": number},
        "title_language": file["title"].language,
        "file": with_cited_facts(file, citation),
        "citation": citation,
    }
    return page("public/case_version.html", context)


@require_safe
@with_snapshot
@of_record(PublishedCase, route="public:case_comparison", merged_to=ROUTE)
@asking(("from", "to"))
def case_comparison(
    request: HttpRequest, snapshot: Snapshot, case: PublishedCase, query: Query
) -> HttpResponse:
    """What differs between the versions `from` and `to`: unless they are named, the last two that can be read."""
    address = reverse("public:case_comparison", args=[case.reference])
    readable = readable_versions_of(case)
    after = _asked(query, "to", readable, otherwise=readable[0])
    earlier = (version for version in readable if version.number < after.number)
    before = _asked(query, "from", readable, otherwise=next(earlier, after))
    before, after = some_versions_of(case, before.number, after.number)
    return page(
        "public/case_comparison.html",
        {
            "here": "case",
            "canonical": absolute(address + query.suffix),
            "noindex": True,
            "heading": _("%(title)s: what changed") % {"title": marked_title(case)},
            "case": case,
            "title": title_of(case),
            "readable": readable,
            "before": before,
            "after": after,
            "parts": difference(before.document, after.document),
        },
    )


def _asked(query: Query, name: str, readable: list[Version], *, otherwise: Version) -> Version:
    """The version a parameter asks for; raises BadParameter."""
    given = query.value(name)
    if not given:
        return otherwise
    for version in readable:
        if given == str(version.number):
            return version
    raise BadParameter(
        name,
        given,
        problem=_("There is no version of this number whose text can be read."),
        hint=_("Versions that can be compared: %s.") % ", ".join(str(each.number) for each in readable),
    )
