"""How to cite: words that name the version, so that what was cited can be told from what was changed later."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from cases.public.presentation.dates import written_day


def citation(*, title: str, reference: str, version: int, published_at: datetime, address: str) -> str:
    return _("%(site)s: “%(title)s”, %(reference)s, version %(version)d of %(day)s. %(address)s") % {
        "site": settings.SITE_NAME,
        "title": title,
        "reference": reference,
        "version": version,
        "day": written_day(published_at),
        "address": address,
    }
