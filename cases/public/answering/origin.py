"""What a picture says of itself, since it travels without its page: where it is from, of which day, what it holds."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.wording.dates import written_day

LETTER = 0.58
"""How wide a letter is, in parts of the height of the font; Cyrillic ones are a little wider than Latin ones."""
MOST_LINES_OF_AN_ADDRESS = 12


def origin(*, address: str, of_samples: str) -> Iterator[tuple[str, int]]:
    """Where a picture comes from, of which day it is and under which licence, for whoever meets it elsewhere; and what
    in it is made up. Each with the most lines it may take: an address is of use only whole."""
    yield (
        _("%(site)s, %(day)s. Data: %(licence)s.")
        % {
            "site": settings.SITE_NAME,
            "day": written_day(timezone.now()),
            "licence": settings.DATA_LICENCE,
        },
        2,
    )
    yield address, MOST_LINES_OF_AN_ADDRESS
    if of_samples:
        yield of_samples, 2
    elif settings.DEMO:
        yield _("Demonstration: records marked “fictional sample” are made up. Nobody in them exists."), 2
