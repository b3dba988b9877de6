"""What stands against publishing a record, all listed at once.

A case is published when it is *complete* (who, what, where or the words "not stated", a public source) and
*allowed* (`permission.py`), and when its public text prints no protected name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from cases.models import Case, Lawyer, PersonName, Record, Source
from cases.models.custody import FACTS, custody_of
from cases.models.fields import FIRST_DAY
from cases.text.names import find_names
from cases.vocabularies.places import STATES
from cases.vocabularies.violations import FINDINGS, VIOLATIONS
from cases.workflow.anonymity import SHOWN_AT_ONCE, anonymisation_of, words_in_common
from cases.workflow.asks import Question, open_asks
from cases.workflow.citing import Citing
from cases.workflow.document import Document, document_of
from cases.workflow.permission import forbidden, not_yet
from cases.workflow.reader import Reader

# The months by their first letters in English, Azerbaijani and Russian.
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yan|fev|iyun|iyul|avq|sen|okt|noy|dek"
    r"|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[\w]*"
)
# "3rd", "3-го", "3-cü".
_DAY = r"\d{1,2}(?:st|nd|rd|th|-\w{1,3})?"
EXACT_DAY = re.compile(
    r"\b\d{4}(?P<between>[-./])\d{1,2}(?P=between)\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    rf"|\b{_DAY} +(?:(?:day +)?of +)?{_MONTH}|\b{_MONTH} +(?:the +)?\d{{1,2}}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)


FACT_WORDS = {
    "violations": pgettext_lazy("facts without a source", "violations"),
    "events": pgettext_lazy("facts without a source", "events"),
    "attributions": pgettext_lazy("facts without a source", "attributions"),
    "affiliations": pgettext_lazy("facts without a source", "affiliations"),
    "interventions": pgettext_lazy("facts without a source", "interventions"),
    "assessments": pgettext_lazy("facts without a source", "assessments"),
    "charges": pgettext_lazy("facts without a source", "charges"),
    "sentences": pgettext_lazy("facts without a source", "sentences"),
}
"""The facts of a document that need a source each."""


@dataclass(frozen=True)
class Problem:
    """One reason against publishing, and the form field it belongs to ("" for none).

    `ask`: it is a question, which a reason answers as well.
    """

    message: str
    field: str = ""
    ask: Question | None = None


def problems(
    record: Record,
    *,
    today: date | None = None,
    document: Document | None = None,
    asks: list[Question] | None = None,
) -> list[Problem]:
    """Everything that stands against publishing a case or campaign: a list of Problem, empty if nothing does.

    `document`: the record's Document, and `asks` its open questions, where the caller has made them already.
    """
    today = today or timezone.localdate()
    document = document or document_of(record, today=today)
    case, content = document.record, document.content
    if not isinstance(case, Case):
        return _campaign_problems(content)
    return [
        *_who(case, content),
        *_what(case, content),
        *_where(case, content),
        *_sourced(case, content),
        *_days(case, today),
        *[Problem(ask.message, "events", ask) for ask in _open(asks, case, today)],
        *_allowed(case, today),
        *_prints_what_is_hidden(case, content),
        *_repeats_what_was_public(case, content, today),
    ]


def _open(asks: list[Question] | None, case: Case, today: date) -> list[Question]:
    return open_asks(case, today=today) if asks is None else asks


def _campaign_problems(content: dict) -> list[Problem]:
    found = []
    if not content["title"]:
        found.append(Problem(_("The campaign has no title."), "title"))
    if not content["states"]:
        found.append(Problem(_("Name a country, or choose “not stated”."), "states"))
    if not content["sources"]:
        found.append(Problem(_("No public source is cited."), "citations"))
    return found


def _who(case: Case, content: dict) -> list[Problem]:
    if case.kind == "person":
        if case.person is None:
            return [Problem(_("Whose case it is: choose a person."), "person")]
        if content["identity"] != "withheld" and not content["person"]["name"]:
            return [Problem(_("The person has no name to publish."), "person")]
        return []
    if not case.group_description:
        return [Problem(_("Describe the group: who they are, without names."), "group_description")]
    return []


def _what(case: Case, content: dict) -> list[Problem]:
    if not content["violations"]:
        hidden = case.violations.exists()
        text = (
            _("Each violation rests on a source that is not public.")
            if hidden
            else _("No violation is recorded.")
        )
        return [Problem(text, "violations")]
    found = []
    if sum(violation["primary"] for violation in content["violations"]) != 1:
        found.append(Problem(_("Mark one violation as the primary one."), "violations"))
    for violation in content["violations"]:
        if violation["kind"] in FINDINGS and not violation["sources"]:
            label = VIOLATIONS.label(violation["kind"])
            found.append(
                Problem(
                    _("%(violation)s is a finding: cite the public source that reports it.")
                    % {"violation": label},
                    "violations",
                )
            )
    return found


def _where(case: Case, content: dict) -> list[Problem]:
    states = content["states"]
    found = []
    if not states["origin"] and not states["location"]:
        found.append(
            Problem(
                _("Name the country of origin or the location, or choose “not stated” for one."), "origin"
            )
        )
    named = {attribution["country"] for attribution in content["attributions"]}
    for country in sorted({*states["cooperating"]} - named - {"not_stated"}):
        text = _("Cooperating %(country)s: needs an attribution to that state.")
        found.append(Problem(text % {"country": STATES.label(country)}, "cooperating"))
    asked_for = any(
        citation.claimed_field == "methods" and citation.source.is_public for citation in case.citations.all()
    )
    if any(method.startswith("coopting.") for method in case.methods) and not asked_for:
        found.append(
            Problem(
                _(
                    "A co-opting method needs a citation for the field “methods” that says the origin state asked."
                ),
                "methods",
            )
        )
    return found


def _sourced(case: Case, content: dict) -> list[Problem]:
    found = []
    if not content["citations"]:
        hidden = [str(citation.source) for citation in case.citations.all()]
        text = (
            _("No public source is cited: “%(source)s” is not marked public.") % {"source": hidden[0]}
            if hidden
            else _("No public source is cited.")
        )
        found.append(Problem(text, "citations"))
    elif _uncited(content):
        text = _("Without a source: %(facts)s. Cite one for each, or one for the whole case.")
        facts = ", ".join(str(FACT_WORDS[kind]) for kind in sorted(_uncited(content)))
        found.append(Problem(text % {"facts": facts}, "citations"))
    if case.custody_override and not _is_open(case.custody_override_source):
        found.append(
            Problem(
                _("The custody override rests on a source that is not public."), "custody_override_source"
            )
        )
    for proceeding in case.proceedings.all():
        if proceeding.stage_override and not _is_open(proceeding.stage_override_source):
            found.append(
                Problem(
                    _("The stage of proceeding %(number)d rests on a source that is not public.")
                    % {"number": proceeding.number}
                )
            )
    return found


def _days(case: Case, today: date) -> list[Problem]:
    day = case.last_checked_date
    if day is None or FIRST_DAY <= day <= today:
        return []
    text = _("Last checked on %(day)s: is the day mistyped?") % {"day": day.isoformat()}
    return [Problem(text, "last_checked_date")]


def _uncited(content: dict) -> set[str]:
    """Kinds of facts of which one at least has no public source, not even one cited for the whole case."""
    rows = {kind: content[kind] for kind in FACT_WORDS if kind in content}
    for kind in ("charges", "sentences"):
        rows[kind] = [row for proceeding in content["proceedings"] for row in proceeding[kind]]
    return {kind for kind, facts in rows.items() if any(not fact["sources"] for fact in facts)}


def _allowed(case: Case, today: date) -> list[Problem]:
    citing = Citing(Reader("named"), case)
    custody = custody_of(case, rows={name: citing.rows(name) for name in FACTS}, today=today)
    return [Problem(text) for text in (*forbidden(case, today), *not_yet(case, custody, today))]


def _prints_what_is_hidden(case: Case, content: dict) -> list[Problem]:
    """Name, exact day and place, where the identity hides them, in words people wrote."""
    if content["identity"] in ("", "named"):
        return []
    printed = public_text(content)
    names = [name.text for name in case.person.names.all()] if case.person else []
    names += [lawyer.name for lawyer in case.lawyers.all()]
    found = [
        _("The public text prints “%(name)s”, which the identity hides. Rewrite it.") % {"name": name}
        for name in sorted(find_names(names, printed))
    ]
    if EXACT_DAY.search(printed):
        found.append(_("The public text prints an exact day; below “named” only the month may show."))
    folded = printed.casefold()
    places = _places(case)
    # A translation writes a place as its language does, with its letters and endings.
    elsewhere = find_names(places, "\n".join(_translated(content)))
    for place in sorted(places):
        if place in elsewhere or re.search(rf"\b{re.escape(place.casefold())}", folded):
            text = _("The public text prints “%(place)s”; below “named” only country and region may show.")
            found.append(text % {"place": place})
    return [Problem(message, "summary") for message in found]


def _translated(content: dict) -> Iterator[str]:
    for holder in (content, *content["events"]):
        yield from (each["text"] for each in holder["translations"])


_PLACES_OF_WORDS = {
    "people": "group_description",
    "states": "inference_basis",
    "proceedings": "charges",
}
"""Parts of a document whose words stand elsewhere on the form."""


def _repeats_what_was_public(case: Case, content: dict, today: date) -> list[Problem]:
    """Words of an anonymised case that stood in the record it was: whoever kept a copy finds the two by them."""
    if anonymisation_of(case, today) is None:
        return []
    text = _("“%(words)s” was public before this case was anonymised. Say it in other words.")
    return [
        Problem(text % {"words": words}, _PLACES_OF_WORDS.get(part, part))
        for part, words in words_in_common(case, content)[:SHOWN_AT_ONCE]
    ]


def _is_open(source: Source | None) -> bool:
    return source is not None and source.is_public


def _places(case: Case) -> set[str]:
    """Every name of the places of a case below the region."""
    violations, events = case.violations.all(), case.events.all()
    rows = [case.place, *[each.place for each in violations], *[each.place for each in events]]
    names: set[str] = set()
    for place in rows:
        if place is not None:
            names |= {place.name, place.locality, place.facility, *place.spellings}
    return names - {""}


def second_look(record: Record, *, today: date | None = None, document: Document | None = None) -> list[str]:
    """Protected names on file that the public text seems to print; a colleague must confirm that each is
    somebody else's or may stand."""
    today = today or timezone.localdate()
    document = document or document_of(record, today=today)
    shown = (document.content.get("person") or {}).get("name"), document.content.get("targeted_because_of")
    names = PersonName.objects.protected(today=today).exclude(text__in=[name for name in shown if name])
    own = getattr(record, "person_id", None)
    if own:
        # Their own names show where they are named; where they are not, `problems` refuses them outright.
        is_named = document.content["identity"] == "named"
        names = names.exclude(person=own, is_public=True) if is_named else names.exclude(person=own)
    of_case = record.pk if isinstance(record, Case) else None
    lawyers = Lawyer.objects.private_beside(of_case).values_list("name", flat=True)
    sought = {*names.values_list("text", flat=True), *lawyers}
    return sorted(find_names(sorted(sought), public_text(document.content)))


def public_text(content: dict) -> str:
    """All words of a public document that people wrote, one to a line; references and dates left out.

    Initials that stand for a name are left out too: they would be found in half of all names.
    """
    if content.get("identity") == "initials":
        content = {**content, "person": {**content["person"], "name": ""}}
    return "\n".join(" ".join(text.split()) for text in _strings(content))


_NO_PROSE = frozenset({"reference", "earliest", "latest", "shown", "runs_out", "type", "kind"})


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        is_date = "earliest" in value and "latest" in value
        for name, item in value.items():
            if name not in _NO_PROSE and not (is_date and name == "text"):
                yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str) and value:
        yield value
