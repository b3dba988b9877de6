"""The page of an article of law under which people in published cases were charged."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.subjects import Subject, about_cases
from cases.public.query.shapes import ARTICLE
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.provisions import PROVISIONS, Provision
from cases.wording.dates import written_day
from cases.wording.paths import provision_path
from cases.wording.words import label

_KNOWN = {provision.key: provision for provision in PROVISIONS}


@require_safe
@with_snapshot
def provision_detail(
    request: HttpRequest, snapshot: Snapshot, country: str, code: str, article: str
) -> HttpResponse:
    """404 unless a published case has a charge under the article, written as the law prints it."""
    subject = Subject("provision", f"{country}:{code}:{article}")
    cases = subject.cases(Selection.everything(snapshot.bitmaps))
    path = provision_path(country, code, article)
    if not path or not cases:
        raise Http404
    parameters = ("location", "role", "agency")
    return page(
        "public/provision_detail.html",
        {
            "here": "provision",
            "canonical": absolute(path),
            "heading": ARTICLE.words(subject.value, {}),
            "facts": _facts(_KNOWN.get(subject.value)),
            **about_cases(subject, cases, parameters, today=timezone.localdate()),
        },
    )


def _facts(provision: Provision | None) -> list[dict]:
    """What our list of articles says; nothing of one that it does not have."""
    if provision is None:
        return []
    days = {
        _("In force since"): provision.valid_from and written_day(provision.valid_from),
        _("In force until"): provision.valid_to and written_day(provision.valid_to),
    }
    return [
        {"name": _("Category"), "value": label(CHARGE_CATEGORIES, provision.category)},
        *({"name": name, "value": value} for name, value in days.items() if value),
        {"name": _("Source of the article"), "value": provision.source},
    ]
