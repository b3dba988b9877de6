"""Setting up an authenticator app: a seed as a picture and in letters, and a first code of it that proves it arrived.

Until then the seed stands in the session, encrypted like those of accounts.
"""

from typing import Any

import qrcode
from allauth.mfa.adapter import get_adapter
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.lists import staff
from cases.workflow.accounts import factors
from cases.workflow.accounts.sealing import seal, unseal

PENDING_SEED = "pending_seed"


class AppForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("The six digits that the app shows now."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


def made_app(request: HttpRequest, form: AppForm) -> bool:
    """Whether a right code was posted, and the app is the account's now; else the form says what is wrong."""
    if PENDING_SEED not in request.session or not form.is_valid():
        return False
    seed = unseal(request.session[PENDING_SEED])
    if not factors.add_app(staff(request), seed=seed, code=form.cleaned_data["code"]):
        form.add_error("code", gettext("This code is not right. Is the clock of your phone?"))
        return False
    del request.session[PENDING_SEED]
    return True


def seed_parts(request: HttpRequest) -> dict[str, Any]:
    """The seed as the page shows it: `seed` in groups of four letters, `seed_address` for an app on this device, and
    `qr_path`, the dark squares of a picture of `qr_size` squares on each side."""
    if PENDING_SEED not in request.session:
        request.session[PENDING_SEED] = seal(factors.new_seed())
    seed = unseal(request.session[PENDING_SEED])
    address = get_adapter().build_totp_url(staff(request), seed)
    code = qrcode.QRCode(border=4)
    code.add_data(address)
    squares = code.get_matrix()
    return {
        "seed": " ".join(seed[at : at + 4] for at in range(0, len(seed), 4)),
        "seed_address": address,
        "qr_size": len(squares),
        "qr_path": "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(squares) for x, dark in enumerate(row) if dark
        ),
    }
