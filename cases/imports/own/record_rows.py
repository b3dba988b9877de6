"""The private rows a public document was made of, as far as it tells: the way back of `workflow/document.py`.

What a document leaves out stays empty here: names that are withheld, consents, notes, exact days. The rows are such
that the same document comes of them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cases.imports.key_table import KeyTable
from cases.imports.own.citing_back import Fact, tied
from cases.imports.own.errors import Unfit
from cases.imports.own.fact_rows import FactRows
from cases.imports.own.rows import Rows
from cases.imports.own.shared_records import SharedRecords
from cases.imports.own.ties import Ties
from cases.models import (
    Action,
    Campaign,
    Case,
    Citation,
    Person,
    PersonName,
    PublicNaming,
    PublishedUse,
    Review,
    Source,
    State,
    Translation,
)
from cases.models.case import STATE_FIELDS

Written = dict[str, Any]


@dataclass
class Told:
    """What is known of one document while its rows are made: `sources` are keys in the order of their numbers, `keys`
    those of events, attributions and interventions by position, `used` as `workflow/uses.py` notes it."""

    document: Written
    owner: str
    key: int
    sources: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    keys: dict[str, list[int]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)

    @property
    def within(self) -> dict[str, int]:
        return {self.owner: self.key}

    def source(self, number: int, at: str) -> int:
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(self.sources):
            raise Unfit(at, number, "is no number of a source")
        return self.sources[number - 1]


class RecordRows:
    """`references`: of the cases and campaigns that are brought in. `named_elsewhere`: names of people on whose account
    something was done."""

    def __init__(
        self,
        rows: Rows,
        *,
        by: int,
        at: datetime,
        reason: str,
        holds: Callable[[str], bool],
        named_elsewhere: Collection[str] = (),
    ) -> None:
        self.rows = rows
        self.shared = SharedRecords(rows)
        self.ties = Ties(rows, holds)
        self._facts = FactRows(rows, self.shared)
        self._by, self._at, self._reason = by, at, reason
        self._wanted = dict.fromkeys(named_elsewhere)
        self._made_of: set[int] = set()
        self._named = KeyTable()

    def add(self, document: Written) -> None:
        """Put the rows of a document. Raises Unfit."""
        owner = document["type"]
        told = Told(document, owner, self.ties.key_of(document["reference"]))
        for number, written in enumerate(document["sources"], start=1):
            if written["number"] != number:
                raise Unfit(f"sources.{number}.number", written["number"], "is not its place in the list")
            told.sources.append(self.shared.source(written, within=document["reference"], taken=told.sources))
        told.used |= {("source", key) for key in told.sources}
        if owner == "case":
            self._case(told)
        else:
            self._campaign(told)
        self._facts.add(told, kept_back=self._kept_back)
        self._texts(told)
        self._cite(told)
        self.ties.add(told)
        self._workflow(told)

    def finish(self) -> None:
        """What can be said only when every document is known."""
        for name, key in self._wanted.items():
            if key is not None and key not in self._made_of:
                self.rows.add(Person, key=key, identity="named")
                self.rows.add(PersonName, person=key, text=name, is_primary=True)
        self.ties.finish()
        self.rows.write()
        if not self.rows.dry:
            self.shared.take_over_references()

    def _published(self) -> Written:
        return {
            "state": State.PUBLISHED,
            "edit_version": 1,
            "edited_at": self._at,
            "edited_by": self._by,
            "published_version": 1,
            "published_edit_version": 1,
            "published_at": self._at,
        }

    def _case(self, told: Told) -> None:
        document = told.document
        people, states, custody = document["people"] or {}, document["states"], document["custody"]
        place = self.shared.place(document["place"], "place") if document["place"] else None
        if place:
            told.used.add(("place", place))
        person = self._person(told)
        on_account = self._on_account(document["targeted_because_of"])
        if on_account:
            told.used.add(("person", on_account))
            self._name(on_account)
        campaigns = [self.ties.campaign(each) for each in document["campaigns"]]
        told.used |= {("campaign", key) for key in campaigns}
        self.rows.add(
            Case,
            key=told.key,
            **self._published(),
            reference=document["reference"],
            reference_identity=document["identity"] or "named",
            is_sample=document["sample"],
            kind=document["kind"],
            title=document["title"],
            summary=document["summary"],
            text_language=document["text_language"],
            person=person,
            **_consent(document),
            group_description=people.get("description", ""),
            group_unit=people.get("unit", ""),
            count_min=people.get("min"),
            count_max=people.get("max"),
            count_words=people.get("words", ""),
            group_roles=document["roles"],
            methods=document["methods"],
            **{name: states[name] for name in STATE_FIELDS},
            inferred_states=states["inferred"],
            inference_basis=states["basis"],
            place=place,
            start_date=document["start"],
            end_date=document["end"],
            **self._override(told, custody),
            last_checked_date=_first_day(document["last_checked"]),
            age_at_arrest=document["age_at_arrest"],
            part_of=self.ties.case(document["part_of"], told),
            targeted_because_of=on_account,
        )
        for key in campaigns:
            self.rows.add(Case.campaigns.through, case=told.key, campaign=key)
        self.ties.overlaps(people.get("overlaps", ()), told)

    def _override(self, told: Told, custody: Written) -> Written:
        if not custody["overridden"]:
            return {}
        as_of = custody["as_of"]
        number = custody["source"]
        return {
            "custody_override": custody["status"],
            # The day is hidden where the identity hides its words; there must be one.
            "custody_override_date": as_of
            if as_of["text"] or as_of["words"]
            else as_of | {"words": "not in the file"},
            "custody_override_source": told.source(number, "custody.source")
            if number
            else self._kept_back(told),
        }

    def _person(self, told: Told) -> int | None:
        document = told.document
        written = document["person"]
        if written is None:
            return None
        named = document["identity"] == "named"
        key = self._wanted.get(written["name"]) if named else None
        key = self.shared.person(
            written, identity=document["identity"], key=None if key in self._made_of else key
        )
        if named and written["name"] in self._wanted and self._wanted[written["name"]] is None:
            self._wanted[written["name"]] = key
        if named and written["name"] in self._wanted:
            self._made_of.add(key)
        told.used.add(("person", key))
        if named and written["name"]:
            self._name(key)
        return key

    def _on_account(self, name: str) -> int | None:
        """The person of a public name on whose account something was done: one of a case of the file, or else one who
        is on file for that alone."""
        if not name:
            return None
        if self._wanted.get(name) is None:
            self._wanted[name] = self.rows.new_key(Person)
        return self._wanted[name]

    def _name(self, key: int) -> None:
        if key not in self._named:
            self._named[key] = key
            self.rows.add(PublicNaming, person=key)

    def _kept_back(self, told: Told) -> int:
        """A source that the public may not know of."""
        return self.rows.add(Source, title=f"{told.document['reference']}, a source that is not public")

    def _campaign(self, told: Told) -> None:
        document = told.document
        self.ties.has_campaign(document["reference"])
        self.rows.add(
            Campaign,
            key=told.key,
            **self._published(),
            reference=document["reference"],
            reference_identity="named",
            is_sample=document["sample"],
            title=document["title"],
            summary=document["summary"],
            text_language=document["text_language"],
            states=document["states"],
            start_date=document["start"],
            end_date=document["end"],
        )

    def _texts(self, told: Told) -> None:
        for number, each in enumerate(told.document["translations"], start=1):
            self.rows.add(Translation, where=f"translations.{number}", **told.within, **_translation(each))

    def _cite(self, told: Told) -> None:
        citations = told.document["citations"]
        for number, (each, key) in enumerate(
            zip(citations, tied(told.facts, citations), strict=True), start=1
        ):
            at = f"citations.{number}"
            fact = {each["target"]: key} if key is not None else {}
            said = {name: each[name] for name in each if name not in ("source", "target")}
            self.rows.add(
                Citation,
                where=at,
                **told.within,
                source=told.source(each["source"], f"{at}.source"),
                **fact,
                **said,
            )

    def _workflow(self, told: Told) -> None:
        for kind, key in sorted(told.used - {(told.owner, told.key)}):
            self.rows.add(PublishedUse, **told.within, record_type=kind, record_id=key)
        self.rows.add(
            Review,
            **told.within,
            action=Action.PUBLISHED,
            by=self._by,
            at=self._at,
            reason=self._reason,
            edit_version=1,
            public_version=1,
        )


def _translation(written: Written) -> Written:
    return {
        "field": written["field"],
        "language": written["language"],
        "text": written["text"],
        "way": written["way"],
        "from_language": written["from_language"],
        "translated_by": written["by"],
    }


def _consent(document: Written) -> Written:
    """A group is withheld by its consent alone; who gave it is not told."""
    if document["person"] or document["identity"] != "withheld":
        return {}
    scope = "As it was public; who gave the consent was not in the file."
    return {"consent": "publish_anonymised", "consent_by": "self", "consent_scope": scope}


def _first_day(last_checked: str) -> str | None:
    """Of a month the first day: below *named* no more shows."""
    return f"{last_checked}-01"[:10] if last_checked else None
