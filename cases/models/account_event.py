"""What happened to accounts: logins, refusals, factors, passwords, roles, sessions. Lines are added, nothing else.

A trigger of the database refuses to change or delete a line, whoever asks: administrators read it and cannot edit it.
`workflow/accounts/log.py` writes here. No address of anybody is kept, and no name typed that is no account's: it may
have been a password.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_DETAILS = 4_000


class What(models.TextChoices):
    LOGGED_IN = "logged_in", pgettext_lazy("account", "logged in")
    # A wrong password, or one for no account.
    REFUSED = "refused", pgettext_lazy("account", "login refused")
    # Too many wrong ones: nothing was looked at.
    LIMITED = "limited", pgettext_lazy("account", "login put off, after too many")
    CODE_REFUSED = "code_refused", pgettext_lazy("account", "second factor refused")
    RECOVERY_CODE_USED = "recovery_code_used", pgettext_lazy("account", "recovery code used")
    FACTOR_ADDED = "factor_added", pgettext_lazy("account", "second factor added")
    FACTOR_REMOVED = "factor_removed", pgettext_lazy("account", "second factor removed")
    CODES_RENEWED = "codes_renewed", pgettext_lazy("account", "recovery codes made anew")
    PASSWORD_CHANGED = "password_changed", pgettext_lazy("account", "password changed by its owner")
    SESSIONS_ENDED = "sessions_ended", pgettext_lazy("account", "sessions ended")
    DISABLED = "disabled", pgettext_lazy("account", "account disabled")
    # What one person did to the account of another, and with which they could act as them: publishing stops.
    MADE = "made", pgettext_lazy("account", "account made")
    PASSWORD_SET = "password_set", pgettext_lazy("account", "password set by somebody else")
    ROLES_CHANGED = "roles_changed", pgettext_lazy("account", "roles changed")
    FACTORS_RESET = "factors_reset", pgettext_lazy("account", "second factors taken away by somebody else")
    # A second administrator says that it is as it should be.
    CONFIRMED = "confirmed", pgettext_lazy("account", "confirmed by a second administrator")


STOPPING = (What.MADE, What.PASSWORD_SET, What.ROLES_CHANGED, What.FACTORS_RESET)


class AccountEventQuerySet(models.QuerySet["AccountEvent"]):
    def of(self, account: AbstractBaseUser) -> Self:
        return self.filter(account=account)

    def stopping(self) -> Self:
        """What stops publishing unless a second administrator confirms it; by somebody else than the owner."""
        return self.filter(what__in=STOPPING, by__isnull=False).exclude(by=models.F("account"))

    def unconfirmed(self) -> Self:
        return self.filter(confirmation__isnull=True)


class AccountEvent(models.Model):
    """`account` None: no account of that name. `by` None: nobody who was logged in, or somebody at the server."""

    at = models.DateTimeField(verbose_name=_("moment"))
    what = models.CharField(max_length=20, choices=What.choices, verbose_name=_("what"))
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="account_events",
        verbose_name=_("account"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    details = models.TextField(blank=True, default="", max_length=LONGEST_DETAILS, verbose_name=_("details"))
    confirms = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="confirmation", verbose_name=_("confirms")
    )

    objects = AccountEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry about accounts")
        verbose_name_plural = _("log of accounts")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["account", "-at"], name="account_event_of_account")]
        constraints = [
            models.CheckConstraint(
                name="account_event_confirms_when_it_says_so",
                condition=models.Q(what="confirmed", confirms__isnull=False)
                | (~models.Q(what="confirmed") & models.Q(confirms__isnull=True)),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="lines_are_only_added", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_what_display()}"
