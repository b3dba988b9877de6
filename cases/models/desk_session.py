"""A session of the desk as it is stored: who has it, since when, last seen when, on what kind of device; and the engine
that stores it (setting SESSION_ENGINE), which is Django's for the database with two limits of time.

A session ends SESSION_IDLE_MINUTES after the last request somebody made, and SESSION_HOURS after the login whatever
happens. Its row stays for a day, so that what is posted then is known to whom it belongs (`admin/ended_session.py`). No
address is kept, and of a browser no more than its family.
"""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# What the session itself knows, beside what Django keeps in it; moments in seconds since 1970.
STARTED_AT = "started_at"
SECOND_FACTOR_AT = "second_factor_at"  # missing until it was given
PROVED_AT = "proved_at"  # last
IN_DEMO = "in_demo"
NUMBER = "number"
DEVICE = "device"


KEPT_AFTER = timedelta(days=1)


class DeskSessionManager(BaseSessionManager):
    def open(self) -> models.QuerySet:
        """Those of somebody who logged in, and that have not run out."""
        return self.filter(user__isnull=False, expire_date__gt=timezone.now())

    def ended(self) -> models.QuerySet:
        """Those of somebody who logged in that have run out by the clock, and not a day ago yet."""
        now = timezone.now()
        return self.filter(user__isnull=False, expire_date__lte=now, expire_date__gt=now - KEPT_AFTER)


class DeskSession(AbstractBaseSession):
    """`number` names a session on pages, where its key must not stand."""

    number = models.UUIDField(unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="desk_sessions",
        verbose_name=_("account"),
    )
    started_at = models.DateTimeField(verbose_name=_("logged in"))
    seen_at = models.DateTimeField(verbose_name=_("last seen"))
    device = models.CharField(max_length=60, blank=True, default="", verbose_name=_("device"))

    objects = DeskSessionManager()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return f"{self.user} {self.started_at:%Y-%m-%d %H:%M}"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        return SessionStore


class SessionStore(DatabaseSessionStore):
    @classmethod
    def get_model_class(cls) -> type[DeskSession]:
        return DeskSession

    ended: DeskSession | None = None
    """The row of the session that was asked for, where it has run out."""

    def load(self) -> dict[str, Any]:
        key = self.session_key
        data = super().load()
        if key is not None and self.session_key is None:
            self.ended = DeskSession.objects.ended().select_related("user").filter(session_key=key).first()
        return data

    def stored_end(self) -> datetime:
        """When it ends unless it is prolonged."""
        return DeskSession.objects.values_list("expire_date", flat=True).get(session_key=self.session_key)

    @classmethod
    def clear_expired(cls) -> None:
        over = DeskSession.objects.filter(expire_date__lt=timezone.now())
        over.filter(Q(user__isnull=True) | Q(expire_date__lt=timezone.now() - KEPT_AFTER)).delete()

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        date = super().get_expiry_date(**kwargs)
        if STARTED_AT not in self:
            return date
        started = datetime.fromtimestamp(self[STARTED_AT], UTC)
        return min(date, started + timedelta(hours=settings.SESSION_HOURS))

    def cycle_key(self) -> None:
        """The row under the new key is made before the old one goes, so it needs another number."""
        if NUMBER in self:
            self[NUMBER] = str(uuid.uuid4())
        super().cycle_key()

    def create_model_instance(self, data: dict[str, Any]) -> DeskSession:
        row = super().create_model_instance(data)
        now = timezone.now()
        user = data.get(SESSION_KEY)
        row.user_id = int(user) if user is not None else None
        row.number = uuid.UUID(data[NUMBER]) if NUMBER in data else uuid.uuid4()
        row.started_at = datetime.fromtimestamp(data[STARTED_AT], UTC) if STARTED_AT in data else now
        row.seen_at = now
        row.device = data.get(DEVICE, "")
        return row
