"""The rows of the facts of one document: violations, proceedings with what belongs to them, events, claims."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from cases.imports.own.citing_back import WHOLE, Fact, own_source
from cases.imports.own.errors import Unfit
from cases.imports.own.labels import event_label, labelled
from cases.imports.own.rows import Rows
from cases.imports.own.shared_records import SharedRecords
from cases.models import (
    Affiliation,
    Assessment,
    Attribution,
    Charge,
    Event,
    Intervention,
    Lawyer,
    OfficialPosition,
    Participation,
    Proceeding,
    Sentence,
    Translation,
    Violation,
)
from cases.vocabularies.violations import FINDINGS

if TYPE_CHECKING:
    from cases.imports.own.record_rows import Told

Written = dict[str, Any]

NOT_SAID = "not in the file"
"""Stands where a record must say something that a line of the CSV has no column for."""


class FactRows:
    def __init__(self, rows: Rows, shared: SharedRecords) -> None:
        self._rows, self._shared = rows, shared

    def add(self, told: "Told", *, kept_back: Callable[["Told"], int]) -> None:
        document = told.document
        proceedings: dict[int, int] = {}
        if told.owner == "case":
            self._violations(told)
            proceedings = self._proceedings(told, kept_back)
        told.keys["events"] = [
            self._event(told, number, each, proceedings)
            for number, each in enumerate(document["events"], start=1)
        ]
        if told.owner == "case":
            told.keys["attributions"] = [
                self._attribution(told, number, each)
                for number, each in enumerate(document["attributions"], start=1)
            ]
            self._involved(told)
            for number, each in enumerate(document["assessments"], start=1):
                self._assessment(told, number, each)
        told.keys["interventions"] = self._interventions(told)
        self._positions(told)

    def _fact(self, told: "Told", kind: str, key: int, written: Written, **more: bool) -> int:
        told.facts.append(Fact(kind, key, written["sources"], **more))
        return key

    def _place(self, told: "Told", written: Written | None, at: str) -> int | None:
        if written is None:
            return None
        key = self._shared.place(written, f"{at}.place")
        told.used.add(("place", key))
        return key

    def _violations(self, told: "Told") -> None:
        for number, each in enumerate(told.document["violations"], start=1):
            at = f"violations.{number}"
            key = self._rows.add(
                Violation,
                where=at,
                case=told.key,
                kind=each["kind"],
                date=each["date"],
                end_date=each["end"],
                place=self._place(told, each["place"], at),
                is_primary=each["primary"],
                assessor=each["assessor"] or (NOT_SAID if each["kind"] in FINDINGS else ""),
            )
            self._fact(told, "violation", key, each)

    def _proceedings(self, told: "Told", kept_back: Callable[["Told"], int]) -> dict[int, int]:
        keys: dict[int, int] = {}
        adding_up: list[tuple[int, int]] = []
        totals: list[tuple[int, int]] = []
        for position, each in enumerate(told.document["proceedings"], start=1):
            at = f"proceedings.{position}"
            stage: Written = {}
            if each["stage_stated"]:
                source = each["stage_source"]
                stage = {
                    "stage_override": each["stage"],
                    "stage_override_source": told.source(source, at) if source else kept_back(told),
                }
            key = keys[each["number"]] = self._rows.add(
                Proceeding,
                where=at,
                case=told.key,
                number=each["number"],
                jurisdiction=each["jurisdiction"],
                kind=each["kind"],
                is_final=each["final"],
                in_absentia=each["in_absentia"],
                court=each["court"],
                counsel=each["counsel"],
                **stage,
            )
            self._charges(told, each, key, at)
            self._sentences(told, each, key, at, adding_up, totals)
        if adding_up:
            self._add_up(told, adding_up, totals)
        return keys

    def _charges(self, told: "Told", proceeding: Written, key: int, at: str) -> None:
        numbers = {each["number"]: self._rows.new_key(Charge) for each in proceeding["charges"]}
        for position, each in enumerate(proceeding["charges"], start=1):
            here = f"{at}.charges.{position}"
            provision = self._shared.provision(each, here) if each["article"] else None
            if provision:
                told.used.add(("legalprovision", provision))
            brought = provision is not None and self._shared.brings_category(provision, each["category"])
            self._rows.add(
                Charge,
                key=numbers[each["number"]],
                where=here,
                case=told.key,
                proceeding=key,
                provision=provision,
                verbatim=each["text"],
                category="" if brought else each["category"],
                modality=each["modality"],
                status=each["status"],
                date=each["date"],
                replaced_by=numbers.get(each["replaced_by"]),
            )
            self._fact(told, "charge", numbers[each["number"]], each)

    def _sentences(
        self,
        told: "Told",
        proceeding: Written,
        key: int,
        at: str,
        adding_up: list[tuple[int, int]],
        totals: list[tuple[int, int]],
    ) -> None:
        numbers = {each["number"]: self._rows.new_key(Sentence) for each in proceeding["sentences"]}
        total_of = {part: each["number"] for each in proceeding["sentences"] for part in each["total_of"]}
        for position, each in enumerate(proceeding["sentences"], start=1):
            here = f"{at}.sentences.{position}"
            number = each["number"]
            row = self._rows.add(
                Sentence,
                key=numbers[number],
                where=here,
                case=told.key,
                proceeding=key,
                **{
                    name: each[name]
                    for name in ("kind", "years", "months", "days", "currency", "words", "regime")
                },
                amount=_amount(each["amount"], here),
                date=each["date"],
                expected_end_date=each["expected_end"],
                supersedes=numbers.get(each["supersedes"]),
                total=numbers.get(total_of.get(number)),
            )
            self._fact(told, "sentence", row, each)
            if each["added_up"] and number not in total_of:
                adding_up.append((key, row))
            else:
                totals.append((key, row))

    def _add_up(self, told: "Told", adding_up: list[tuple[int, int]], totals: list[tuple[int, int]]) -> None:
        """Totals that stand in another proceeding than what they add up: the last sentence of another one."""
        for proceeding, row in adding_up:
            total = next((other for within, other in reversed(totals) if within != proceeding), None)
            if total is not None:
                self._rows.amend(Sentence, row, total=total)

    def _event(self, told: "Told", number: int, each: Written, proceedings: dict[int, int]) -> int:
        at = f"events.{number}"
        agency = court = None
        near = (told.document.get("states") or {}).get("location") or [""] if told.owner == "case" else [""]
        if each["agency"]:
            agency = self._shared.agency(each["agency"], at=f"{at}.agency")
        if each["court"]:
            court = self._shared.agency(
                each["court"], reference=each["court_reference"], near=near[0], court=True, at=f"{at}.court"
            )
        told.used |= {("agency", key) for key in (agency, court) if key}
        if each["proceeding"] is not None and each["proceeding"] not in proceedings:
            raise Unfit(f"{at}.proceeding", each["proceeding"], "is no number of a proceeding")
        key = self._rows.add(
            Event,
            where=at,
            **told.within,
            **{
                name: each[name]
                for name in ("kind", "date", "until", "held_since", "decision", "custody_stated")
            },
            taken_into_custody=each["taken_into_custody"],
            in_absentia=each["in_absentia"],
            order=each["order"] or 0,
            verb=each["verb"],
            description=each["description"],
            place=self._place(told, each["place"], at),
            agency=agency,
            court=court,
            proceeding=proceedings.get(each["proceeding"]),
        )
        for position, text in enumerate(each["translations"], start=1):
            self._rows.add(
                Translation,
                where=f"{at}.translations.{position}",
                **told.within,
                event=key,
                field=text["field"],
                language=text["language"],
                text=text["text"],
                way=text["way"],
                from_language=text["from_language"],
                translated_by=text["by"],
            )
        return self._fact(told, "event", key, each)

    def _attribution(self, told: "Told", number: int, each: Written) -> int:
        at = f"attributions.{number}"
        agency = None
        if each["agency"]:
            agency = self._shared.agency(each["to"], reference=each["agency"], country=each["country"], at=at)
            told.used.add(("agency", agency))
        source = own_source(each["sources"], "attribution", told.document["citations"])
        if source is None:
            raise Unfit(f"{at}.sources", "", "An attribution needs the source that reports it.")
        key = self._rows.add(
            Attribution,
            where=at,
            case=told.key,
            agency=agency,
            attributed_to="" if agency else each["to"],
            country=each["country"],
            attributed_by=each["by"],
            involvement=each["involvement"],
            level=each["level"],
            method_seen=each["level"] == "3",
            source=told.source(source, at),
        )
        return self._fact(told, "attribution", key, each, beside=True)

    def _involved(self, told: "Told") -> None:
        document = told.document
        for number, each in enumerate(document["affiliations"], start=1):
            at = f"affiliations.{number}"
            organisation = self._shared.organisation(each, at)
            told.used.add(("organisation", organisation))
            said = {"organisation": organisation, "role": each["role"], "words": each["words"]}
            self._fact(
                told, "affiliation", self._rows.add(Affiliation, where=at, case=told.key, **said), each
            )
        for number, each in enumerate(document["participations"], start=1):
            at = f"participations.{number}"
            source = own_source(each["sources"], "participation", document["citations"])
            if source is None:
                raise Unfit(f"{at}.sources", "", "An official needs the public source that names them.")
            official, agency = self._shared.official(each, source=told.source(source, at), at=at)
            told.used |= {("official", official), ("agency", agency)}
            event = labelled(each["about"], document["events"], event_label)
            key = self._rows.add(
                Participation,
                where=at,
                case=told.key,
                official=official,
                role=each["role"],
                words=each["words"],
                event=None if event is None else told.keys["events"][event],
            )
            self._fact(told, "participation", key, each, beside=True)
        for number, each in enumerate(document["lawyers"], start=1):
            key = self._rows.add(Lawyer, where=f"lawyers.{number}", case=told.key, name=each["lawyer"])
            self._fact(told, "lawyer", key, each, openly=True)

    def _assessment(self, told: "Told", number: int, each: Written) -> None:
        at = f"assessments.{number}"
        source = self._named_source(told, each, "assessment")
        key = self._rows.add(
            Assessment,
            where=at,
            case=told.key,
            **{name: each[name] for name in ("framework", "categories", "outcome", "date", "withdrawn_date")},
            assessor=each["assessor"] or NOT_SAID,
            document=source,
        )
        self._fact(told, "assessment", key, each, beside=True)

    def _named_source(self, told: "Told", each: Written, kind: str) -> int | None:
        """The source a fact names itself, where it may name none and rests on what is cited for the whole record."""
        citations = told.document["citations"]
        whole = sorted({citation["source"] for citation in citations if citation["target"] in WHOLE})
        rests_on_whole = sorted(each["sources"]) == whole and len(whole) != 1
        source = None if rests_on_whole else own_source(each["sources"], kind, citations)
        return None if source is None else told.source(source, kind)

    def _interventions(self, told: "Told") -> list[int]:
        written = told.document["interventions"]
        keys = [self._rows.new_key(Intervention) for _each in written]
        for number, each in enumerate(written, start=1):
            answered = next(
                (
                    key
                    for key, other in zip(keys, written, strict=True)
                    if other is not each and each["response_to"] and other["actor"] == each["response_to"]
                ),
                None,
            )
            said = {name: each[name] for name in each if name not in ("sources", "response_to")}
            self._rows.add(
                Intervention,
                key=keys[number - 1],
                where=f"interventions.{number}",
                **told.within,
                **said,
                response_to=answered,
            )
            self._fact(told, "intervention", keys[number - 1], each)
        return keys

    def _positions(self, told: "Told") -> None:
        document = told.document
        for number, each in enumerate(document["official_positions"], start=1):
            event = labelled(each["about"], document["events"], event_label)
            claim = None
            if event is None and told.owner == "case":
                claim = labelled(
                    each["about"],
                    document["attributions"],
                    lambda said: f"attributed to {said['to'] or said['country']} by {said['by']}",
                )
            self._rows.add(
                OfficialPosition,
                where=f"official_positions.{number}",
                **told.within,
                **{name: each[name] for name in ("position", "stated_by", "date", "text")},
                event=None if event is None else told.keys["events"][event],
                attribution=None if claim is None else told.keys["attributions"][claim],
                source=self._named_source(told, each, "official_position"),
            )


def _amount(text: str, at: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise Unfit(f"{at}.amount", text, "is no number") from None
