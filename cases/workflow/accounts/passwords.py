"""What a password may not be: easily guessed. zxcvbn counts the guesses of somebody who knows how people choose.

It knows common passwords and words, repetitions, sequences, dates and walks over a keyboard; we add the words of the
account and of the site, and read what was typed on the Russian keyboard as the Latin letters on the same keys.
"""

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from cases.workflow.groups import GROUPS

LONGEST = 256
WEIGHED = 40
"""Characters that are weighed: what begins hard to guess does not get easier, and weighing takes a time that grows
with the cube of the length."""
GUESSES = 10**12
"""A hundred times what zxcvbn gives its best mark for: who guesses has years."""
OWN_WORDS = ("detention", "tracker", "desk", "admin", *GROUPS)

_KEYS = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")


class NotGuessableValidator:
    """A validator for Django's list of them (AUTH_PASSWORD_VALIDATORS)."""

    def validate(self, password: str, user: User | None = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(_("At most %(count)s characters.") % {"count": LONGEST})
        typed = password[:WEIGHED].casefold()
        for text in {password[:WEIGHED], typed.translate(_KEYS)}:
            if zxcvbn(text, user_inputs=own_words(user))["guesses"] < GUESSES:
                raise ValidationError(
                    _(
                        "This password is easily guessed: common words, repetitions, rows of keys, dates, or the name "
                        "of the account or site. Four or five words that do not belong together are hard to guess."
                    )
                )

    def get_help_text(self) -> str:
        return _("Nothing that is easily guessed; four or five words that do not belong together are best.")


def own_words(user: Any) -> list[str]:
    """Words that somebody who knows the account would try first, lower-case."""
    texts = [settings.SITE_NAME, settings.SITE_URL, *OWN_WORDS]
    if user is not None:
        texts += [user.get_username(), user.first_name, user.last_name, user.email]
    words = {word for text in texts for word in re.findall(r"\w{3,}", text.casefold())}
    return sorted(words | {text.casefold() for text in texts if text})
