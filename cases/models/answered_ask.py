"""That a contradiction the desk asked about is none: “this is so, because …”. Never public, and never changed."""

from django.conf import settings
from django.db import models
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from cases.models.fields import LONGEST_TEXT
from cases.models.need_to_know import KnownManager


class AnsweredAsk(models.Model):
    """`code` is one of `cases.text.custody.asks`; `about`: the facts as they were, `event 3: release 2024-05-01`."""

    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="answered_asks", verbose_name=_("case")
    )
    code = models.CharField(_("question"), max_length=60)
    about = models.TextField(_("about"), blank=True, default="", max_length=LONGEST_TEXT)
    reason = models.TextField(_("this is so, because"), max_length=LONGEST_TEXT)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"))

    objects = KnownManager()

    class Meta:
        verbose_name, verbose_name_plural = _("answered question"), _("answered questions")
        ordering = ["pk"]
        # Many events at once make a text too long for an index.
        constraints = [models.UniqueConstraint("case", "code", MD5("about"), name="ask_is_answered_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.about}".strip()
