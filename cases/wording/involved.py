"""Whom a case names beside its subject: organisations, officials, lawyers; and how old the subject was at arrest."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.register.row import age_at_arrest
from cases.vocabularies.attributions import OFFICES
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.places import STATES
from cases.wording.named_facts import named_fact
from cases.wording.paths import official_path, organisation_path
from cases.wording.texts import Text, typed
from cases.wording.words import label, lower_first, quoted


def affiliations(document: dict) -> list[dict]:
    return [
        {
            "sentence": _("%(organisation)s: %(tie)s")
            % {
                "organisation": item["organisation"],
                "tie": lower_first(label(AFFILIATION_ROLES, item["role"])),
            },
            "name": item["organisation"],
            "path": organisation_path(item["reference"]),
            "notes": _said(
                _quoted(item, document),
                "" if item["kind"] == "unknown" else label(ORGANISATION_KINDS, item["kind"]),
                label(STATES, item["country"]),
            ),
            "sources": item["sources"],
        }
        for item in document.get("affiliations", [])
    ]


def participations(document: dict) -> list[dict]:
    """Each with the sentence “… took part as …”."""
    return [
        {
            "sentence": took_part(item),
            "name": item["official"],
            "path": official_path(item["reference"]),
            "notes": _said(item["agency"], named_fact(document, item["about"]), _quoted(item, document)),
            "sources": item["sources"],
        }
        for item in document.get("participations", [])
    ]


def took_part(item: dict) -> str:
    return _("%(official)s took part as: %(office)s") % {
        "official": item["official"],
        "office": lower_first(label(OFFICES, item["role"])),
    }


def lawyers(document: dict) -> list[dict]:
    return [
        {"sentence": _("Lawyer: %s") % item["lawyer"], "notes": [], "path": "", "sources": item["sources"]}
        for item in document.get("lawyers", [])
    ]


def age_words(document: dict) -> str:
    """As stated, or at least and at most; empty where neither is known."""
    ages = age_at_arrest(document)
    if ages is None:
        return ""
    least, most = ages
    if document["age_at_arrest"] is not None:
        return ngettext("%d year, as stated", "%d years, as stated", most) % most
    return _("at least %(least)d, at most %(most)d, by the year of birth") % {"least": least, "most": most}


def _quoted(item: dict, document: dict) -> Text:
    words = typed(item["words"], document["text_language"])
    return Text.around(quoted(words), words)


def _said(*parts: str) -> list[str]:
    return [part for part in parts if part]
