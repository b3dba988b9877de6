"""The data page: the file, what each column and code means, licence, how to cite."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.dictionary.code_lists import code_lists
from cases.public.dictionary.tables import columns, parameters
from cases.register.snapshot import Snapshot
from cases.wording.dates import written_day


@require_safe
@with_snapshot
def data(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    address = absolute(reverse("public:data"))
    return page(
        "public/data.html",
        {
            "here": "data",
            "canonical": address,
            "cases": len(snapshot.bitmaps.all),
            "columns": columns(),
            "code_lists": code_lists(),
            "parameters": parameters(),
            "citation": _("%(site)s: published cases, data of %(day)s. %(address)s")
            % {
                "site": settings.SITE_NAME,
                "day": written_day(timezone.now()),
                "address": address,
            },
        },
    )
