"""The parameters of the list in words: their titles, their values, and a whole search as one heading."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cases.register.fields import FACETS
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.places import NOT_STATED, REGIONS, STATES
from cases.vocabularies.provisions import PROVISIONS
from cases.wording.dates import written_day
from cases.wording.words import joined, label, lower_first

TITLES = {
    "q": gettext_lazy("Words"),
    "violation": gettext_lazy("What was done"),
    "charge": gettext_lazy("Charge, ever brought"),
    "charge_status": gettext_lazy("What became of a charge"),
    "provision": gettext_lazy("Article of law"),
    "method": gettext_lazy("Method across borders"),
    "location": gettext_lazy("Where it happened"),
    "region": gettext_lazy("Region"),
    "origin": gettext_lazy("Whose repression"),
    "host": gettext_lazy("Where the target lived"),
    "destination": gettext_lazy("Destination"),
    "cooperating": gettext_lazy("Said to have cooperated"),
    "transit": gettext_lazy("Passed through"),
    "cross_border": gettext_lazy("Across borders"),
    "custody": gettext_lazy("Custody, last known"),
    "stage": gettext_lazy("Stage of proceedings"),
    "kind": gettext_lazy("Person, group or pattern"),
    "role": gettext_lazy("Role"),
    "group": gettext_lazy("Affected group"),
    "gender": gettext_lazy("Gender"),
    "campaign": gettext_lazy("Campaign"),
    "agency": gettext_lazy("Attributed to"),
    "from": gettext_lazy("From"),
    "to": gettext_lazy("To"),
    "held_on": gettext_lazy("Held on"),
    "updated_since": gettext_lazy("Published since"),
}

_PROVISION_TITLES = {provision.key: provision.title for provision in PROVISIONS}
_PROPER = frozenset({"campaign", "agency", "provision", "region"})


def value_words(parameter: str, value, names: dict[str, str]) -> str:
    """One value of a parameter in words; `names` are titles and names by reference."""
    if parameter in ("agency", "campaign"):
        return names.get(value) or value
    if parameter == "provision":
        return provision_words(value)
    if parameter == "region":
        return region_words(value)
    if parameter == "cross_border":
        return _("yes") if value == "true" else _("no")
    if parameter in ("from", "to", "held_on", "updated_since"):
        return written_day(value)
    codes = FACETS[parameter].codes if parameter in FACETS else None
    if codes is STATES and value == NOT_STATED:
        return _("not stated")
    return label(codes, value) if codes else _("“%s”") % value


def region_words(value: str) -> str:
    """`RU-DA` as "Dagestan (Russia)": several countries have a region of one name. Free text stays as it is."""
    if value not in REGIONS:
        return value
    return _("%(region)s (%(country)s)") % {
        "region": label(REGIONS, value),
        "country": label(STATES, value.partition("-")[0]),
    }


def provision_words(key: str) -> str:
    """`AZ:CC:274` as "Azerbaijan, Criminal Code, 274 High treason"."""
    country, code, article = key.split(":", 2)
    law = f"{label(STATES, country)}, {label(LEGAL_CODES, code)}, {article}"
    return " ".join(part for part in (law, _PROVISION_TITLES.get(key, "")) if part)


def heading(values: dict, names: dict[str, str]) -> str:
    """The search in words: "Cases of killing, in Russia, held on 11 November 2024"."""
    phrases = {
        "kind": pgettext("after “Cases”", "about %s"),
        "violation": pgettext("after “Cases”", "of %s"),
        "role": pgettext("after “Cases”", "about people with the role %s"),
        "group": pgettext("after “Cases”", "in the affected group “%s”"),
        "gender": pgettext("after “Cases”", "about people of the gender %s"),
        "charge": pgettext("after “Cases”", "with charges of %s"),
        "charge_status": pgettext("after “Cases”", "with a charge that is %s"),
        "provision": pgettext("after “Cases”", "under %s"),
        "method": pgettext("after “Cases”", "by %s"),
        "location": pgettext("after “Cases”", "in %s"),
        "region": pgettext("after “Cases”", "in the region %s"),
        "origin": pgettext("after “Cases”", "originating from %s"),
        "host": pgettext("after “Cases”", "of people living in %s"),
        "destination": pgettext("after “Cases”", "with the destination %s"),
        "cooperating": pgettext("after “Cases”", "with cooperation attributed to %s"),
        "transit": pgettext("after “Cases”", "passing through %s"),
        "custody": pgettext("after “Cases”", "custody last known as %s"),
        "stage": pgettext("after “Cases”", "at the stage %s"),
        "campaign": pgettext("after “Cases”", "in the campaign %s"),
        "agency": pgettext("after “Cases”", "attributed to %s"),
    }
    parts = []
    for parameter, phrase in phrases.items():
        if values[parameter]:
            words = [_in_sentence(parameter, value_words(parameter, v, names)) for v in values[parameter]]
            parts.append(phrase % joined(words))
    if values["cross_border"]:
        wanted = {word == "true" for word in values["cross_border"]}
        phrase = (
            pgettext("after “Cases”", "across borders")
            if True in wanted
            else pgettext("after “Cases”", "within one state")
        )
        parts.append(
            pgettext("after “Cases”", "known to be across borders or not") if len(wanted) > 1 else phrase
        )
    parts += _dates_in_words(values)
    if values["q"]:
        parts.append(pgettext("after “Cases”", "matching “%s”") % values["q"])
    return _("Cases %s") % ", ".join(parts) if parts else _("All cases")


def _in_sentence(parameter: str, words: str) -> str:
    """Labels of ordinary code lists lose their capital; names of countries and records keep it."""
    codes = FACETS[parameter].codes
    return words if parameter in _PROPER or codes is STATES else lower_first(words)


def _dates_in_words(values: dict) -> list[str]:
    parts = []
    first, last = values["from"], values["to"]
    if first and last:
        parts.append(
            pgettext("after “Cases”", "between %(first)s and %(last)s")
            % {"first": written_day(first), "last": written_day(last)}
        )
    elif first or last:
        parts.append(
            pgettext("after “Cases”", "on or after %s") % written_day(first)
            if first
            else pgettext("after “Cases”", "on or before %s") % written_day(last)
        )
    if values["held_on"]:
        parts.append(pgettext("after “Cases”", "held on %s") % written_day(values["held_on"]))
    if values["updated_since"]:
        parts.append(pgettext("after “Cases”", "published since %s") % written_day(values["updated_since"]))
    return parts
