"""Worlds that show the public the same, whatever differs in their private data: still, and built from nothing.

A `Stillness` holds what would tell two worlds apart by chance: the clock, and everything drawn at random.
"""

import random
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from cases.models import (
    Agency,
    Campaign,
    Case,
    LegalProvision,
    Official,
    Organisation,
    Place,
    RegisterState,
    Relation,
    Review,
    Source,
)
from cases.models.classification import CLASSIFICATION
from cases.register import bitmaps
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)
from tests.leaks.private import OF_THE_DESK, PrivateField, hidden_reference, vary, with_company
from tests.leaks.rows import of_the_desk, parts_of, returned_once
from tests.leaks.sentinels import MARK, sentinel

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
PUBLIC_REFERENCES = {
    "named": "C-0PEN-0000-0001",
    "initials": "C-0PEN-0000-0002",
    "withheld": "C-0PEN-0000-0003",
    "group": "C-0PEN-0000-0004",
    "gone": "C-0PEN-0000-0005",
}
NAMES = {"named": "Aydan Ulduzlu", "initials": "Aygün Umudova", "withheld": "Cavid Orucov"}
HIDDEN_COUNTRY = "TJ"
"""Where nothing happened but what is private."""


class Stillness:
    """A clock that stands, and chance that is the same every time it begins anew."""

    def __init__(self, monkeypatch) -> None:
        self._moment = NOON
        self.begin("")
        monkeypatch.setattr(timezone, "now", lambda: self._moment)
        monkeypatch.setattr(time, "time", lambda: self._moment.timestamp())
        for name in ("choice", "randbelow"):
            monkeypatch.setattr(secrets, name, self._by_name(name))
        monkeypatch.setattr(secrets, "token_bytes", lambda count=32: self._chance.randbytes(count))
        monkeypatch.setattr(secrets, "token_hex", lambda count=32: self._chance.randbytes(count).hex())

    def _by_name(self, name):
        return lambda *given: getattr(self._chance, {"randbelow": "randrange"}.get(name, name))(*given)

    def begin(self, step: str) -> None:
        """What is drawn from here on depends on the step alone."""
        self._chance = random.Random(step)

    def pass_minutes(self, minutes: int) -> None:
        self._moment += timedelta(minutes=minutes)

    def start_again(self) -> None:
        self._moment = NOON


@dataclass(frozen=True)
class Difference:
    """What the private data of a world have that those of a plain one have not."""

    fields: frozenset[PrivateField] = frozenset()
    hidden_records: bool = False
    """Drafts, records under review and sent back, and all they refer to, of which nothing was ever public."""
    unreviewed: bool = False
    """The public records' texts are being edited."""
    ids_ahead: int = 0
    """By how much the keys of the rows are ahead."""


@dataclass
class World:
    """`records` by their labels; `varied` are the private fields that differ in one row of theirs at least."""

    records: dict[str, Case | Campaign] = field(default_factory=dict)
    varied: set[PrivateField] = field(default_factory=set)


@contextmanager
def built(difference: Difference, still: Stillness) -> Iterator[World]:
    """A world to be looked at, and undone. What a worker process keeps in memory does not pass from one to another."""
    still.start_again()
    bitmaps._latest = None
    try:
        with transaction.atomic():
            yield _World(difference, still).build()
            transaction.set_rollback(True)
    finally:
        bitmaps._latest = None


class _World:
    def __init__(self, difference: Difference, still: Stillness) -> None:
        self._difference, self._still = difference, still
        self._fields = with_company(set(difference.fields))
        self._linked: dict[str, models.Model] = {}

    def build(self) -> World:
        """Private rows first, so that they have the smaller keys; then what is public, step by step."""
        self._shift_ids()
        self._step("staff")
        for name in ("entry", "reviewer", "publisher"):
            UserFactory(username=name)
        self._step("linked")
        self._linked = self._rows_to_link()
        if self._difference.hidden_records:
            self._step("hidden")
            self._hidden_records()
        world = World()
        self._step("campaign")
        campaign = CampaignFactory(
            reference="K-0PEN-0000-0001", source=_source("campaign"), start_date=PartialDate("2024")
        )
        self._publish_all(world, campaign)
        if self._difference.unreviewed:
            self._step("unreviewed")
            _edit_everything()
        return world

    def _publish_all(self, world: World, campaign: Campaign) -> None:
        rows: list[tuple[models.Model, str]] = []
        for label in ("named", "initials", "withheld", "group", "gone"):
            self._step(label)
            case = self._case(label)
            case.campaigns.add(campaign)
            if self._difference.hidden_records:
                self._in_confidence(case)
                if case.person and case.person.identity != "named":
                    self._of_the_named(case, world.records["named"])
            self._step(f"parts of {label}")
            parts = parts_of(case, campaign, label=label, relative=self._linked["Person"])
            rows += [(row, _shown_as(row, label)) for row in parts]
            world.records[label] = case
        rows.append((campaign, "named"))
        world.records["campaign"] = campaign
        for row, identity in rows:
            row.refresh_from_db()
            world.varied |= vary(row, identity, self._fields, self._linked)
        for label, record in world.records.items():
            record.refresh_from_db()
            if self._difference.hidden_records:
                self._step(f"{label} goes back")
                returned_once(record)
        for label in ("campaign", *PUBLIC_REFERENCES):
            self._step(f"{label} is published", public=True)
            take_to_public(world.records[label])
        self._correct(world.records["named"])
        self._step("one is withdrawn", public=True)
        withdraw(
            world.records["gone"],
            by=UserFactory(username="publisher"),
            reason=self._words("reason"),
            announced=True,
        )
        if self._difference.hidden_records:
            self._step("notes")
            users = {"User": UserFactory(username="entry")}
            of_the_desk(users | {"Case": world.records["named"]} | self._linked)

    def _in_confidence(self, case: Case) -> None:
        """What is known of a public case from a source that is not public, and what ties it to records that are not."""
        source, draft = self._linked["Source"], self._linked["Case"]
        told = {
            "violations": {"kind": "prosecution"},
            "events": {"kind": "ill_treatment", "description": MARK, "date": PartialDate("2024-06-07")},
            "attributions": {"attributed_to": MARK, "attributed_by": MARK, "source": source},
            "interventions": {"kind": "petition", "actor": MARK},
        }
        for name, values in told.items():
            fact = getattr(case, name).create(**values)
            case.citations.create(source=source, remark=MARK, **{fact._meta.model_name: fact})
        Relation.objects.create(from_case=case, kind="follows", to_case=draft)
        Relation.objects.create(from_case=draft, kind="tried_with", to_case=case)
        case.overlaps_with.add(draft)
        if case.person:
            case.person.names.create(text=f"{MARK} at the desk", is_public=False)

    def _of_the_named(self, case: Case, named: Case) -> None:
        """What would show if the person were named: with whom they were tried, and what was done to them in custody."""
        Relation.objects.create(from_case=named, kind="tried_with", to_case=case)
        care = case.events.create(
            kind="medical_care_refused", description=MARK, date=PartialDate("2024-06-08")
        )
        case.citations.create(source=_source(f"of care, {case.person.identity}"), event=care, remark=MARK)

    def _correct(self, case: Case) -> None:
        self._step("correction", public=True)
        case.summary = "Detained at the border, and let go."
        case.save()
        record_edit(case, by=UserFactory(username="entry"))
        take_to_public(case)

    def _words(self, name: str) -> str:
        return sentinel("Review", name) if self._difference.fields else "Asked for."

    def _case(self, label: str) -> Case:
        common = {
            "reference": PUBLIC_REFERENCES[label],
            "title": f"A case, {label}",
            "source": _source(f"of {label}"),
            "start_date": PartialDate("2024-05"),
        }
        if label not in NAMES:
            return CaseFactory(group=True, **common)
        person = PersonFactory(
            name=NAMES[label], identity=label, reference=f"P-{PUBLIC_REFERENCES[label][2:]}"
        )
        person.names.create(text=f"{NAMES[label]} also", kind="alias", language="az", script="Latn")
        person.birth_date = PartialDate("1980-05-04")
        person.save()
        return CaseFactory(person=person, **common)

    def _step(self, name: str, *, public: bool = False) -> None:
        """Chance begins anew, so that it is the same whatever came before; time passes with what the public sees."""
        self._still.begin(name)
        if public:
            self._still.pass_minutes(1)

    def _shift_ids(self) -> None:
        if self._difference.ids_ahead:
            with connection.cursor() as cursor:
                for model in CLASSIFICATION:
                    if isinstance(model._meta.pk, models.AutoField):
                        cursor.execute(
                            "SELECT setval(name, nextval(name) + %s) FROM pg_get_serial_sequence(%s, 'id') AS name",
                            [self._difference.ids_ahead, model._meta.db_table],
                        )

    def _rows_to_link(self) -> dict[str, models.Model]:
        """Private rows that private links lead to in a world that differs."""
        person = PersonFactory(
            name=sentinel("Person", "hidden"), identity="withheld", reference=hidden_reference("P", "draft")
        )
        draft = CaseFactory(
            reference=hidden_reference("C", "draft"),
            person=person,
            title=sentinel("Case", "title"),
            summary=sentinel("Case", "summary"),
            source=_source("hidden", is_public=False),
        )
        court = Agency.objects.create(
            reference=hidden_reference("A", "initials"), name=sentinel("Agency", "name"), kind="judiciary"
        )
        source = draft.citations.get().source
        return {
            "Person": person,
            "Case": draft,
            "Source": source,
            "Agency": court,
            "Event": draft.events.create(kind="other", description=sentinel("Event", "description")),
            "Organisation": Organisation.objects.create(
                reference=hidden_reference("O", "gone"), name=sentinel("Organisation", "name")
            ),
            "Official": Official.objects.create(
                reference=hidden_reference("J", "gone"),
                name=sentinel("Official", "name"),
                office="judge",
                agency=court,
                source=source,
            ),
        }

    def _hidden_records(self) -> None:
        """A draft, a record under review and one sent back, with everything that can belong to them."""
        campaign = CampaignFactory(
            reference=hidden_reference("K", "draft"),
            title=sentinel("Campaign", "title"),
            source=_source("hidden campaign"),
        )
        case = self._linked["Case"]
        case.campaigns.add(campaign)
        rows = parts_of(
            case, campaign, label="hidden", relative=PersonFactory(name=sentinel("Person", "relative"))
        )
        _speak(rows)
        for row in rows:
            match row:
                case Agency():
                    of = "gone" if row.kind == "judiciary" else "draft"
                    Agency.objects.filter(pk=row.pk).update(reference=hidden_reference("A", of))
                case Organisation():
                    Organisation.objects.filter(pk=row.pk).update(reference=hidden_reference("O", "draft"))
                case Official():
                    Official.objects.filter(pk=row.pk).update(reference=hidden_reference("J", "draft"))
                case Place():
                    Place.objects.filter(pk=row.pk).update(
                        reference=hidden_reference("F", "draft"),
                        country=HIDDEN_COUNTRY,
                        region=f"{HIDDEN_COUNTRY}-SU",
                    )
                case LegalProvision():
                    LegalProvision.objects.filter(pk=row.pk).update(country=HIDDEN_COUNTRY, article="999.9")
        Case.objects.filter(pk=case.pk).update(location=[HIDDEN_COUNTRY], origin=[HIDDEN_COUNTRY])
        take_to_review(self._another("initials"))
        returned_once(self._another("withheld"))
        for name in ("reviewer-2", "entry-2"):
            UserFactory(username=name, first_name=MARK, last_name=MARK, email=f"{MARK}@desk.example")

    def _another(self, number: str) -> Case:
        return CaseFactory(
            group=True,
            reference=hidden_reference("C", number),
            source=_source(f"another {number}"),
            title=sentinel("Case", f"title{number}"),
        )


def _shown_as(row: models.Model, label: str) -> str:
    """The identity at which a row's record shows its person; parts of a campaign are about nobody."""
    of_nobody = isinstance(row, Campaign) or getattr(row, "campaign_id", None) is not None
    return label if label in NAMES and not of_nobody else "named"


def _source(label: str, **values: Any) -> Source:
    return Source.objects.create(
        **{
            "title": f"Article {label}",
            "publisher": "The Daily",
            "language": "en",
            "url": f"https://press.example/{label.replace(' ', '-')}",
            "is_public": True,
            **values,
        }
    )


def _texts(model: type[models.Model]) -> list[models.Field]:
    """The fields of words that somebody types, whatever of them may be public."""
    return [
        each
        for each in model._meta.concrete_fields
        if isinstance(each, models.CharField | models.TextField)
        and not each.choices
        and each.editable
        and not each.unique
        and type(each) in (models.CharField, models.TextField)
    ]


def _speak(rows: Iterable[models.Model]) -> None:
    """Let rows say sentinels, straight in the database; each of its own, since some may stand only once."""
    for row in rows:
        texts = {
            each.name: f"{row.pk} {sentinel(type(row).__name__, each.name)}"[: each.max_length]
            for each in _texts(type(row))
        }
        if texts:
            type(row).objects.filter(pk=row.pk).update(**texts)


def _edit_everything() -> None:
    """All words of records, and of what was decided about them, become others, and none of it is published."""
    for model in (CLASSIFICATION.keys() - OF_THE_DESK) | {Review}:
        _speak(model.objects.all())
    for model in (Case, Campaign):
        model.objects.public().update(
            state="draft", edit_version=models.F("edit_version") + 1, edited_at=NOON + timedelta(days=1)
        )


def same_history() -> None:
    """Let the register stand at the same moment, where worlds differ in what was public and is gone: the head of the
    ledger is salted at random, and the only thing that may tell of it."""
    RegisterState.objects.update(sequence=10_000, head_number=10_000, head_hash="0" * 64, epoch="")
    bitmaps._latest = None
