"""What is asked before a list is read: the file, and what holds for all of its rows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.desk import desk
from cases.admin.form_fields import ChosenRow, CodesField, source_field
from cases.admin.listed_form import DateInput
from cases.imports.mapping import ASK, MANY, ONE, Mapping
from cases.imports.settled import settle
from cases.imports.unreadable import Unreadable
from cases.models import Campaign, Case, Source
from cases.models.fields import parsed
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.languages import TEXT_LANGUAGES
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.cells import CODES

MOST_PASTED = 2_000_000


class UploadForm(forms.Form):
    file = forms.FileField(label=_("File"), required=False, help_text=_("CSV or XLSX, at most 50 MB."))
    pasted = forms.CharField(
        label=_("or cells, pasted"),
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        help_text=_("With their header, as a spreadsheet copies them."),
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("file") and not (given.get("pasted") or "").strip():
            self.add_error("file", gettext("Choose a file, or paste cells."))
        return given

    def content(self) -> tuple[bytes, str]:
        """The bytes of what was given, and its name."""
        given = self.cleaned_data
        if given.get("file"):
            return given["file"].read(), given["file"].name
        return given["pasted"].encode(), ""


class SharedForm(forms.Form):
    """What holds for all rows of a list. `source` and `campaign` get their autocompletes from the site.

    Their rows are asked for with each request: what circles keep must not be held here.
    """

    source = forms.ModelChoiceField(Source.objects.none(), required=False)
    new_source = forms.CharField(label=_("or a new source: its title"), required=False, max_length=500)
    new_source_url = forms.CharField(label=_("its address"), required=False, max_length=2000)
    is_public = forms.BooleanField(
        label=_("its title and address may be shown"), required=False, initial=True
    )
    country = CodesField(
        code_list=COUNTRIES,
        single=True,
        required=False,
        label=_("Country"),
        help_text=_("Whose law the articles are of, and where it happened. A row can say another."),
    )
    as_of = forms.CharField(
        label=_("Day of the list"),
        required=False,
        max_length=200,
        widget=DateInput(),
        help_text=_("On which people are where it says."),
    )
    campaign = forms.ModelChoiceField(Campaign.objects.none(), required=False, label=_("Campaign"))
    code = forms.ChoiceField(
        label=_("Articles without a code are of"),
        required=False,
        choices=lambda: [(each, LEGAL_CODES.label(each)) for each in CODES],
    )
    text_language = forms.ChoiceField(
        label=_("Language of the texts"), required=False, choices=lambda: TEXT_LANGUAGES.choices
    )
    make_texts = forms.BooleanField(
        label=_("make title and summary from the facts, in each language, where a row has none"),
        required=False,
        initial=True,
        help_text=_("Takes a minute for a thousand rows."),
    )
    same_name = forms.ChoiceField(
        label=_("Rows of the same name"),
        choices=[
            (ASK, _("ask whether they are one person")),
            (ONE, _("are one person")),
            (MANY, _("are different people")),
        ],
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["source"]
        chosen.widget = source_field(desk).widget.widget
        chosen.label, chosen.queryset = _("The list, as a source"), Source.objects.all()
        campaign: Any = self.fields["campaign"]
        campaign.widget = ChosenRow(Case._meta.get_field("campaigns"), desk)
        campaign.queryset = Campaign.objects.all()

    def clean_as_of(self) -> str:
        text = self.cleaned_data["as_of"]
        parsed(text, kind="fact")
        return text

    def clean(self) -> dict[str, Any]:
        """What a list is settled by, with all that is wrong at once."""
        try:
            settle(Mapping(), self.shared())
        except Unreadable as error:
            raise ValidationError(error.messages) from error
        return self.cleaned_data

    def shared(self) -> dict[str, Any]:
        """As an import keeps it."""
        given = self.cleaned_data
        source, campaign = given.get("source"), given.get("campaign")
        return {
            "source": source.pk if source else None,
            "new_source": given.get("new_source", ""),
            "new_source_url": given.get("new_source_url", ""),
            "is_public": given.get("is_public"),
            "country": given.get("country") or "",
            "as_of": given.get("as_of", ""),
            "code": given.get("code", ""),
            "text_language": given.get("text_language", ""),
            "campaign": campaign.pk if campaign else None,
            "make_texts": given.get("make_texts"),
        }
