"""The facts of a case, changed as a line of our own CSV says: where it stands, new ones added, others taken off."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from cases.imports.own import printed
from cases.imports.own.aligning import aligned
from cases.imports.own.changing import Editing, dated
from cases.models import (
    Agency,
    Assessment,
    Attribution,
    Charge,
    Event,
    Intervention,
    LegalProvision,
    OfficialPosition,
    Proceeding,
    Sentence,
    Translation,
    Violation,
)
from cases.models.organisation import Affiliation, Organisation
from cases.register.sentences import stands
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.proceedings import first_proceeding
from cases.workflow.entering.provisions import keep as on_file

CHARGES = ("charges", "charge_articles", "charge_categories", "charge_statuses")
ATTRIBUTIONS = ("attributed_to", "attributed_by", "attribution_level")
ORGANISATIONS = ("organisations", "organisation_roles")
OFFICIALS = ("officials", "official_roles", "official_agencies")


def _items(editing: Editing, names: tuple[str, ...]) -> tuple[list[tuple], list[tuple]]:
    """The items of parallel columns as they stand in the line, and as the file has them."""
    before = list(zip(*(editing.shown[name] for name in names), strict=True))
    return before, list(zip(*(editing.values[name] for name in names), strict=True))


def _proceedings(editing: Editing) -> list[Proceeding]:
    return list(editing.case.proceedings.all())


def _proceeding(editing: Editing) -> Proceeding:
    """The one that new charges and sentences belong to."""
    return next(iter(_proceedings(editing)), None) or first_proceeding(editing.case)


def _violations(editing: Editing) -> None:
    before, after = editing.shown["violations"], editing.values["violations"]
    rows = sorted(editing.rows("violations"), key=lambda each: not each.is_primary)
    if not after:
        editing.refuse("violations", _("A case has at least one."))
    if set(before) != set(after):
        for at, to in aligned(before, after):
            if at is None:
                editing.keep(Violation(case=editing.case), "violations", kind=after[to])
                continue
            for each in [each for each in rows if each.kind == before[at]]:
                if to is None:
                    each.delete()
                else:
                    editing.keep(each, "violations", kind=after[to])
    rows = list(Violation.objects.filter(case=editing.case))
    first = next((each for each in rows if each.kind == after[0] and each.is_primary), None)
    if first is None:
        for each in rows:
            editing.keep(each, "violations", is_primary=False)
        editing.keep(next(each for each in rows if each.kind == after[0]), "violations", is_primary=True)


def _charges(editing: Editing) -> None:
    column = editing.first_wanted(*CHARGES)
    shown = editing.rows("charges")
    rows = [
        each for proceeding in _proceedings(editing) for each in shown if each.proceeding_id == proceeding.pk
    ]
    before, after = _items(editing, CHARGES)
    for at, to in aligned(before, after):
        if to is None:
            rows[at].delete()
            continue
        text, article, category, status = after[to]
        charge = Charge(case=editing.case, proceeding=_proceeding(editing)) if at is None else rows[at]
        provision = charge.provision
        if at is None or article != before[at][1]:
            provision = _provision(article, category)
        titled = provision is not None and text == provision.title
        brought = provision is not None and category == provision.category
        editing.keep(
            charge,
            column,
            provision=provision,
            verbatim=charge.verbatim
            if at is not None and text == charge.verbatim
            else ("" if titled else text),
            category="" if brought and not charge.category else category,
            status=status,
        )


def _provision(article: str, category: str) -> LegalProvision | None:
    country, code, number = printed.article(article)
    if not number:
        return None
    return on_file(
        LegalProvision(country=country, code=code, article=number, category=category or "unspecified")
    )


def _sentences(editing: Editing) -> None:
    standing = [
        (proceeding["number"], sentence["number"])
        for proceeding in editing.content["proceedings"]
        for sentence in proceeding["sentences"]
        if stands(sentence, proceeding)
    ]
    numbered = {
        (proceeding.number, number): each
        for proceeding in _proceedings(editing)
        for number, each in enumerate(
            (row for row in editing.rows("sentences") if row.proceeding_id == proceeding.pk), start=1
        )
    }
    rows = [numbered[key] for key in standing]
    before, after = (
        printed.sentences(editing.shown["sentence"]),
        printed.sentences(editing.values["sentence"]),
    )
    if len(before) != len(rows):
        editing.refuse("sentence")
    for at, to in aligned([tuple(each.items()) for each in before], [tuple(each.items()) for each in after]):
        if to is None:
            rows[at].delete()
            continue
        sentence = (
            rows[at] if at is not None else Sentence(case=editing.case, proceeding=_proceeding(editing))
        )
        said = dict(after[to])
        amount = said.pop("amount")
        if at is not None:
            said = {name: value for name, value in said.items() if value != before[at][name]}
            if amount == before[at]["amount"]:
                editing.keep(sentence, "sentence", **said)
                continue
        editing.keep(sentence, "sentence", **said, amount=Decimal(amount) if amount else None)


def _attributions(editing: Editing) -> None:
    column = editing.first_wanted(*ATTRIBUTIONS)
    rows = editing.rows("attributions")
    before, after = _items(editing, ATTRIBUTIONS)
    for at, to in aligned(before, after):
        if to is None:
            rows[at].delete()
            continue
        if at is None:
            editing.refuse(
                column, _("A new attribution needs the source that reports it: add it at the desk")
            )
        whom, by, level = after[to]
        claim: Attribution = rows[at]
        values: dict[str, Any] = {"attributed_by": by, "level": level}
        if whom != before[at][0]:
            agency = _agency(whom, near=claim.agency)
            values |= {"agency": agency, "attributed_to": "" if agency else whom}
        editing.keep(claim, column, **values)


def _agency(name: str, *, near: Agency | None) -> Agency | None:
    """The one agency on file of that very name, of the country of the one before; None where words must do."""
    found = list(Agency.objects.filter(name=name))
    of_country = [each for each in found if near and each.country == near.country] or found
    return of_country[0] if len(of_country) == 1 else None


def _positions(editing: Editing) -> None:
    rows = editing.rows("official_positions")
    before, after = editing.shown["official_position"], editing.values["official_position"]
    for at, to in aligned(before, after):
        if at is None:
            editing.keep(OfficialPosition(case=editing.case), "official_position", position=after[to])
            continue
        for each in [each for each in rows if each.position == before[at]]:
            if to is None:
                each.delete()
            else:
                editing.keep(each, "official_position", position=after[to])


def _interventions(editing: Editing) -> None:
    rows = editing.rows("interventions")
    for at, to in aligned(editing.shown["interventions"], editing.values["interventions"]):
        if to is None:
            rows[at].delete()
            continue
        row = Intervention(case=editing.case) if at is None else rows[at]
        editing.keep(row, "interventions", **printed.intervention(editing.values["interventions"][to]))


def _assessments(editing: Editing) -> None:
    rows = editing.rows("assessments")
    for at, to in aligned(editing.shown["assessments"], editing.values["assessments"]):
        if to is None:
            rows[at].delete()
            continue
        if at is None:
            editing.refuse("assessments", _("A new assessment needs who assessed: add it at the desk"))
        said = printed.assessment(editing.values["assessments"][to])
        row: Assessment = rows[at]
        withdrawn = said.pop("withdrawn")
        if withdrawn != bool(row.withdrawn_date):
            said["withdrawn_date"] = PartialDate(words="not stated") if withdrawn else PartialDate()
        editing.keep(row, "assessments", **said)


def _organisations(editing: Editing) -> None:
    column = editing.first_wanted(*ORGANISATIONS)
    rows = editing.rows("affiliations")
    before, after = _items(editing, ORGANISATIONS)
    for at, to in aligned(before, after):
        if to is None:
            rows[at].delete()
            continue
        name, role = after[to]
        tie = Affiliation(case=editing.case) if at is None else rows[at]
        values: dict[str, Any] = {"role": role}
        if at is None or name != before[at][0]:
            values["organisation"] = _organisation(editing, name)
        editing.keep(tie, column, **values)


def _organisation(editing: Editing, name: str) -> Organisation:
    found = list(Organisation.objects.filter(name=name))
    if len(found) > 1:
        editing.refuse(
            "organisations",
            _("There are %(count)d organisations of the name “%(name)s”.")
            % {"count": len(found), "name": name},
        )
    if found:
        return found[0]
    made = Organisation()
    editing.keep(made, "organisations", name=name)
    return made


def _officials(editing: Editing) -> None:
    column = editing.first_wanted(*OFFICIALS)
    rows = editing.rows("participations")
    before, after = _items(editing, OFFICIALS)
    for at, to in aligned(before, after):
        if to is None:
            rows[at].delete()
            continue
        if at is None:
            editing.refuse(
                column, _("An official needs the public source that names them: add them at the desk")
            )
        name, role, agency = after[to]
        part = rows[at]
        if (name, agency) != (before[at][0], before[at][2]):
            official = part.official
            with editing.shared(official, column):
                values: dict[str, Any] = {"name": name}
                if agency != before[at][2]:
                    values["agency"] = _agency(agency, near=official.agency) or _made_agency(editing, agency)
                editing.keep(official, column, **values)
        editing.keep(part, column, role=role)


def _made_agency(editing: Editing, name: str) -> Agency:
    made = Agency()
    editing.keep(made, "official_agencies", name=name)
    return made


def _lawyers(editing: Editing) -> None:
    rows = editing.rows("lawyers")
    shown = [each for name in editing.shown["lawyers"] for each in rows if each.name == name]
    for at, to in aligned(editing.shown["lawyers"], editing.values["lawyers"]):
        if to is None:
            shown[at].delete()
            continue
        if at is None:
            editing.refuse(
                "lawyers", _("A lawyer shows only with a source that names them: add them at the desk")
            )
        editing.keep(shown[at], "lawyers", name=editing.values["lawyers"][to])


def _counsel(editing: Editing) -> None:
    before, after = editing.shown["counsel"], editing.values["counsel"]
    if not editing.is_named:
        editing.refuse("counsel")
    for at, to in aligned(before, after):
        old, new = ("" if at is None else before[at]), ("" if to is None else after[to])
        those = [each for each in _proceedings(editing) if each.counsel == old]
        if not those:
            editing.refuse("counsel", _("There is no proceeding to say it of."))
        for each in those[:1] if at is None else those:
            editing.keep(each, "counsel", counsel=new)


def _event_texts(editing: Editing) -> None:
    slots = [
        (event, language)
        for event, told in zip(editing.rows("events"), editing.content["events"], strict=True)
        for language in [
            *([editing.shown["text_language"]] if told["description"] else []),
            *(each["language"] for each in told["translations"]),
        ]
    ]
    before, after = editing.shown["event_texts"], editing.values["event_texts"]
    for at, to in aligned(before, after):
        if to is None:
            _tell(editing, *slots[at], "")
            continue
        said = printed.event_text(after[to])
        if at is None:
            if said["language"] != editing.values["text_language"]:
                editing.refuse("event_texts", _("A new event is told in the language of the case first."))
            event = Event(case=editing.case)
            day = dated(editing, "event_texts", said["date"], "")
            editing.keep(event, "event_texts", kind=said["kind"], date=day, description=said["text"])
            continue
        event, language = slots[at]
        if said["language"] != language:
            editing.refuse("event_texts", _("The language of a text can only be changed at the desk."))
        old = printed.event_text(before[at])
        if said["date"] != old["date"]:
            if not editing.is_named:
                editing.refuse(
                    "event_texts", _("Less of the date shows than is on file: change it at the desk")
                )
            event.date = dated(editing, "event_texts", said["date"], event.date.words)
        editing.keep(event, "event_texts", kind=said["kind"])
        if said["text"] != old["text"]:
            _tell(editing, event, language, said["text"])


def _tell(editing: Editing, event: Event, language: str, text: str) -> None:
    if language == editing.shown["text_language"]:
        editing.keep(event, "event_texts", description=text)
        return
    translation = Translation.objects.get(event=event, field="description", language=language)
    if text:
        editing.keep(translation, "event_texts", text=text)
    else:
        translation.delete()


HANDLERS: dict[tuple[str, ...], Callable[[Editing], None]] = {
    ("violations",): _violations,
    CHARGES: _charges,
    ("sentence",): _sentences,
    ATTRIBUTIONS: _attributions,
    ("official_position",): _positions,
    ("interventions",): _interventions,
    ("assessments",): _assessments,
    ORGANISATIONS: _organisations,
    OFFICIALS: _officials,
    ("lawyers",): _lawyers,
    ("counsel",): _counsel,
    ("event_texts",): _event_texts,
}
