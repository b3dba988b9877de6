"""What `manage.py check --deploy` asks of a site that others read: that it says who runs it, and how to reach them."""

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

ASKED = {
    "RUN_BY": (
        "tracker.W001",
        "Readers are not told who runs the site.",
        "the name of the organisation or the people",
    ),
    "RUN_BY_SEAT": (
        "tracker.W002",
        "Readers are not told where those who run the site are.",
        "a country or an address",
    ),
    "CONTACT_ADDRESS": ("tracker.W003", "Readers cannot write to anybody.", "an e-mail address or a link"),
}
"""Setting → id, what is wrong, what to set."""


@register(Tags.security, deploy=True)
def says_who_runs_it(**_arguments) -> list[CheckMessage]:
    return [
        Warning(wrong, hint=f"Set {name}: {what}.", id=number)
        for name, (number, wrong, what) in ASKED.items()
        if not getattr(settings, name)
    ]
