"""Sessions of the desk as their owners see them: which are open, and ending them."""

import re
import uuid

from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from cases.models import DeskSession, What
from cases.models.desk_session import DEVICE, NUMBER, STARTED_AT
from cases.workflow.accounts.log import note

BROWSERS = (
    ("Firefox", "Firefox"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Chrom", "Chromium"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
UNKNOWN_DEVICE = N_("an unknown device")


def device_of(user_agent: str) -> str:
    """What kind of device a browser says it runs on, as “Firefox, Linux”: enough to know one's own by."""
    families = [
        next((name for mark, name in kinds if re.search(mark, user_agent)), "")
        for kinds in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, families))


def begin(session: SessionBase, *, user_agent: str) -> None:
    """Note in a session that somebody has just logged in with when and on what."""
    session[STARTED_AT] = timezone.now().timestamp()
    session[NUMBER] = str(uuid.uuid4())
    session[DEVICE] = device_of(user_agent)


def end_sessions(
    account: User, *, by: User | None, but: str | None = None, numbers: list[uuid.UUID] | None = None
) -> int:
    """End sessions of an account: all, or those of `numbers`, and never that of the key `but`. How many ended."""
    sessions = DeskSession.objects.filter(user=account).exclude(session_key=but)
    if numbers is not None:
        sessions = sessions.filter(number__in=numbers)
    ended, _ = sessions.delete()
    if ended:
        note(What.SESSIONS_ENDED, account, by=by, details=str(ended))
    return ended
