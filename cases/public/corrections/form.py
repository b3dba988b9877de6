"""The form readers send corrections by: what may stand in it, and how senders who are not people are kept out.

Three things do without anybody else's service: a field people do not see, which must stay empty; the signed moment at
which the form was given out, since nobody types a correction within three seconds; and a limit to the links.
"""

import re

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.inbox.limits import LONGEST_CONTACT, LONGEST_TEXT
from cases.text.legible import legible
from cases.text.references import find_reference

SHORTEST_SECONDS = 3
LONGEST_HOURS = 48
MOST_LINKS = 10
LONGEST_RECORD = 300

SEEN = ("record", "wrong", "proposal", "contact")
"""The fields people fill in; the others are for keeping programs out."""

_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_signer = TimestampSigner(salt="cases.public.corrections.form")


class CorrectionForm(forms.Form):
    record = forms.CharField(
        label=gettext_lazy("Which record"),
        help_text=gettext_lazy(
            "Its reference, such as C-7K3F-9Q2M-T4XW, or the address of its page. Leave this empty if it is about "
            "the site, or if there is no record yet."
        ),
        max_length=LONGEST_RECORD,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    wrong = forms.CharField(
        label=gettext_lazy("What is wrong or missing"),
        help_text=gettext_lazy("The sentence, the date, the name, or what it leaves out."),
        max_length=LONGEST_TEXT,
        error_messages={"required": gettext_lazy("Say what is wrong or missing.")},
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    proposal = forms.CharField(
        label=gettext_lazy("What it should say, and how you know"),
        help_text=gettext_lazy(
            "A link, a document, or that you were there. At most ten links. Do not name anybody who could be harmed "
            "by being named."
        ),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )
    contact = forms.CharField(
        label=gettext_lazy("How we can reach you"),
        help_text=gettext_lazy(
            "Only if you want an answer, in whatever way is safe for you. Leave it empty to stay unknown to us."
        ),
        max_length=LONGEST_CONTACT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    # Named like something a program that fills in forms would want to fill in.
    subject = forms.CharField(required=False)
    opened = forms.CharField(required=False)
    # Of a form that came back because too many were sent (`waiting.py`).
    waited = forms.CharField(required=False)

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        for field in self.fields.values():
            field.widget.attrs["class"] = (
                "field"  # A browser would cut what is pasted without a word. We say what is too long.
            )
            field.widget.attrs.pop("maxlength", None)

    def clean_record(self) -> str:
        """The reference within what was typed or pasted."""
        typed = self.cleaned_data["record"]
        reference = find_reference(typed)
        if typed and not reference:
            raise forms.ValidationError(
                _(
                    "There is no reference in this. If you do not know it, leave this empty and name the record in "
                    "the next field."
                )
            )
        return reference

    def clean_subject(self) -> str:
        if self.cleaned_data["subject"]:
            raise forms.ValidationError(
                _(
                    "A field that nobody sees had been filled in, as programs do; your browser may have done it. What "
                    "you wrote is still here; please send it again."
                )
            )
        return ""

    def clean_opened(self) -> str:
        given = self.cleaned_data["opened"]
        if not _is_younger(given, LONGEST_HOURS * 3600):
            raise forms.ValidationError(
                _(
                    "The form had been open for more than two days. What you wrote is still here; please send it again."
                )
            )
        if _is_younger(given, SHORTEST_SECONDS):
            raise forms.ValidationError(
                _(
                    "The form came back at once, as from a program. What you wrote is still here; please send it again."
                )
            )
        return given

    def clean(self) -> dict:
        # Nobody who writes to us is to look for characters that nobody sees.
        self.cleaned_data |= {
            name: legible(self.cleaned_data[name]) for name in SEEN if name in self.cleaned_data
        }
        texts = [self.cleaned_data.get(name, "") for name in ("wrong", "proposal", "contact")]
        if sum(len(_LINK.findall(text)) for text in texts) > MOST_LINKS:
            name = max(
                ("wrong", "proposal"), key=lambda field: len(_LINK.findall(self.cleaned_data.get(field, "")))
            )
            self.add_error(
                name,
                _("There are more than ten links. Keep the ten that matter most."),
            )
        return self.cleaned_data

    def unseen_problems(self) -> list[str]:
        """What is wrong with the fields that nobody sees."""
        return [text for name, texts in self.errors.items() if name not in SEEN for text in texts]

    def opened_at(self) -> str:
        """What the form is to carry: the moment it was first given out, or now if that will not do."""
        given = self.data.get("opened", "")
        return given if _is_younger(given, LONGEST_HOURS * 3600) else _signer.sign("")


def _is_younger(opened: str, seconds: int) -> bool:
    """Whether this is a moment we signed, and not longer ago."""
    try:
        _signer.unsign(opened, max_age=seconds)
    except BadSignature:
        return False
    return True
