"""The home of documents: whatever version a text was sealed in, it reads as a document of today."""

import ast
import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from cases.register.check import check
from cases.register.documents.keys import CASE, SCHEMA, SHAPES
from cases.register.documents.reading import UnreadableText, read
from cases.register.documents.rules import FIRST_RULES
from cases.register.documents.shape import Each, Maybe, Shape
from cases.register.documents.steps import STEPS
from cases.register.documents.writing import new
from cases.register.ledger import LedgerText
from cases.register.published_case import PublishedCase
from cases.register.published_cells import cells_of
from cases.register.published_name import named_in
from cases.register.register import columns_of, put, whole_second
from cases.register.repair import repair
from cases.register.replacing import marks_with_words
from cases.register.state import DERIVATION_VERSION
from tests.register import earlier
from tests.register.documents import case_document

PUBLISHED_AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SEALED = [(name, row) for name in earlier.NAMES for row in earlier.sealed_texts(name)]
sealed = pytest.mark.parametrize(
    "text", [row["text"] for _name, row in SEALED], ids=[f"{name}-{row['entry_id']}" for name, row in SEALED]
)

DAY = Shape(text="", words="")
STEP = Shape(kind="", day=DAY, sources=[])
RECORD = Shape(title="", step=Maybe(STEP), steps=Each(STEP), day=DAY, secret="", may_lack=["secret"])


class TestShape:
    def test_what_is_missing_is_filled_in_at_every_depth_and_nothing_else_is_touched(self):
        known = {
            "title": "A",
            "steps": [{"kind": "arrest"}, {"day": {"text": "2024"}}],
            "step": {"sources": [1]},
        }

        assert RECORD.filled(known) == {
            "title": "A",
            "step": {"kind": "", "day": {"text": "", "words": ""}, "sources": [1]},
            "steps": [
                {"kind": "arrest", "day": {"text": "", "words": ""}, "sources": []},
                {"kind": "", "day": {"text": "2024", "words": ""}, "sources": []},
            ],
            "day": {"text": "", "words": ""},
        }

    def test_objects_share_nothing_they_were_filled_with(self):
        first, second = STEP.empty(), STEP.empty()
        first["sources"].append(1)
        first["day"]["text"] = "2024"

        assert second == {"kind": "", "day": {"text": "", "words": ""}, "sources": []}

    @pytest.mark.parametrize(
        "changes, problem",
        [
            ({"colour": ""}, "colour: no key of such a document"),
            ({"step": {}}, "step.day: missing; step.kind: missing; step.sources: missing"),
            ({"steps": [STEP.empty(), {**STEP.empty(), "day": {"text": ""}}]}, "steps.2.day.words: missing"),
            ({"steps": None}, "steps: no list"),
            ({"steps": [""]}, "steps.1: no object"),
            ({"day": None}, "day: no object"),
        ],
    )
    def test_each_key_that_is_missing_or_unknown_is_named_by_the_way_to_it(self, changes, problem):
        assert "; ".join(RECORD.problems(RECORD.empty() | changes)) == problem

    def test_a_whole_object_has_no_problems_with_and_without_what_it_may_lack(self):
        whole = RECORD.empty() | {"steps": [STEP.empty()], "step": STEP.empty()}

        assert list(RECORD.problems(whole)) == []
        assert list(RECORD.problems(whole | {"secret": "told"})) == []


class TestReading:
    @sealed
    def test_a_sealed_text_reads_with_every_key_of_today(self, text):
        document = read(text)

        assert document["schema"] == SCHEMA
        assert list(SHAPES[document["type"]].problems(document)) == []

    @sealed
    def test_all_that_a_sealed_text_says_is_still_said(self, text):
        assert says(read(text), as_said_today(json.loads(text)))

    def test_texts_of_every_earlier_version_are_kept_and_every_version_has_its_step(self):
        """Of the newest version there may be some already, for when it is an earlier one."""
        assert {json.loads(row["text"])["schema"] for _name, row in SEALED} | {SCHEMA} == set(
            range(1, SCHEMA + 1)
        )
        assert STEPS.keys() == set(range(1, SCHEMA))

    def test_a_text_that_names_no_rules_is_by_the_first(self):
        unnamed = [row["text"] for _name, row in SEALED if "rules" not in json.loads(row["text"])]
        cases = [case for text in unnamed if (case := read(text))["type"] == "case"]

        assert {case["rules"] for case in cases} == {FIRST_RULES}

    def test_a_text_that_names_no_language_is_taken_to_be_english_as_it_was(self):
        unnamed = [row["text"] for _name, row in SEALED if "text_language" not in json.loads(row["text"])]
        records = [read(text) for text in unnamed if json.loads(text)["type"] in ("case", "campaign")]

        assert records
        assert {(each["text_language"], len(each["translations"])) for each in records} == {("en", 0)}

    @pytest.mark.parametrize(
        "text, why",
        [
            ("{", "no JSON"),
            ('"case"', "no JSON object"),
            ('{"schema":1}', "type: None"),
            ('{"schema":1,"type":["case"]}', "type: "),
            ('{"schema":true,"type":"case"}', "schema: True is not a number"),
            ('{"schema":0,"type":"case"}', "schema: 0 is not a number"),
            (f'{{"schema":{SCHEMA + 1},"type":"case"}}', f"schema: {SCHEMA + 1} is not a number"),
        ],
    )
    def test_a_text_that_is_no_document_says_why(self, text, why):
        with pytest.raises(UnreadableText, match=f"^{why}"):
            read(text)


def as_said_today(sealed: dict) -> dict:
    """The words that marked a sample left its title for a key of their own."""
    text = re.sub("Fictional sample: (.)", lambda found: found[1].upper(), json.dumps(sealed))
    said = json.loads(text) | {"schema": SCHEMA}
    if "last_known" in said.get("custody", {}):
        said["custody"]["in_doubt"] = said["custody"].pop("last_known")
    return said


def says(whole: object, part: object) -> bool:
    """Whether `whole` holds all of `part`: each key, each item of each list."""
    if isinstance(part, dict):
        return all(key in whole and says(whole[key], value) for key, value in part.items())
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(says, whole, part))
    return whole == part


class TestWriting:
    def test_a_key_that_is_missing_or_unknown_is_refused(self):
        parts = {
            key: value for key, value in case_document().items() if key not in ("schema", "type", "reference")
        }
        del parts["methods"]

        with pytest.raises(ValueError, match=r"^methods: missing; colour: no key"):
            new("case", "C-7K3F-9Q2M-T4XW", **parts, colour="red")

    def test_what_is_empty_can_be_made_of_the_shape(self):
        assert list(CASE.problems(CASE.empty())) == []


@pytest.fixture
def upgraded(db):
    """The register of an earlier program, everything derived anew by this one."""
    earlier.pour_in_ledger("a014b6b")
    repair()
    assert check() == []


class TestSealedTexts:
    def test_stay_byte_for_byte_what_they_were(self, upgraded):
        assert list(LedgerText.objects.order_by("entry").values_list("text", flat=True)) == [
            row["text"] for row in earlier.sealed_texts("a014b6b")
        ]

    def test_give_the_rows_an_earlier_program_made_of_them(self, upgraded):
        """But for the document, which has today's keys, the status, and how long it lasts, by other rules, and the
        words, to which their stems came."""
        rows = {row["reference"]: row for row in earlier.tables("a014b6b")["cases_publishedcase"]}
        made = {row.pop("reference"): row for row in stored("cases_publishedcase")}

        assert made.keys() == rows.keys()
        for reference, row in made.items():
            for column in (
                "title",
                "start_date",
                "charges",
                "sentence",
            ):
                assert row[column] == rows[reference][column], column
            assert {*rows[reference]["words"]} <= {*row["words"]}
            assert row["last_known_from"] is not None or not rows[reference]["run_out"]

    def test_published_again_unchanged_make_no_new_version(self, upgraded):
        published = PublishedCase.objects.values_list("reference", flat=True)
        for text in LedgerText.objects.latest_of(published).values():
            assert put(text.document) == (text.version, False, whole_second(text.entry.at))

    def test_are_followed_by_a_corrected_version(self, upgraded):
        reference = PublishedCase.objects.earliest("row_number").reference
        text = LedgerText.objects.of(reference).first()

        assert put(text.document | {"summary": "Corrected."})[:2] == (text.version + 1, True)
        assert check() == []

    def test_are_shown_listed_and_compared_as_versions(self, upgraded, client):
        corrected = LedgerText.objects.get(version=2, type="case")
        for text in LedgerText.objects.filter(type="case", reference=corrected.reference):
            page = client.get(f"/cases/{text.reference}/versions/{text.version}/").content.decode()
            assert text.document["title"] in page

        listed = client.get(f"/cases/{corrected.reference}/versions/").content.decode()
        compared = client.get(f"/cases/{corrected.reference}/versions/compare/").content.decode()

        assert "Changed: summary." in listed
        assert "corrected once" in compared

    def test_are_on_every_page_of_a_case(self, upgraded, client):
        for row in earlier.tables("a014b6b")["cases_publishedcase"]:
            assert row["title"] in client.get(f"/cases/{row['reference']}/").content.decode()
        campaign = earlier.tables("a014b6b")["cases_publishedcampaign"][0]
        assert campaign["title"] in client.get(f"/campaigns/{campaign['reference']}/").content.decode()


def stored(table: str) -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row_to_json(each) FROM "{table}" each')
        return [row if isinstance(row, dict) else json.loads(row) for (row,) in cursor]


def derived(document: dict) -> dict:
    """Everything that is derived from one document: its columns, and of a case its cells, marks and agencies."""
    columns = columns_of(document, published=PUBLISHED_AT)
    if document["type"] != "case":
        return columns
    row = columns | {"version": 1, "published_at": PUBLISHED_AT, "row_number": 1}
    return columns | {
        "cells": cells_of(row),
        "marks": sorted(marks_with_words(row, set(row["words"][:5]))),
        "names": sorted(named_in(document)),
    }


def test_what_is_derived_changes_only_together_with_its_number():
    """After a change: raise DERIVATION_VERSION in `register/state.py`, and add its digest to `derivations.json`.

    A version that has been released never gets another digest, unless a register is added to the earlier ones.
    """
    documents = [read(row["text"]) for _name, row in SEALED if row["type"] in ("case", "campaign")]
    everything = json.dumps([derived(document) for document in documents], default=str, sort_keys=True)
    digests = json.loads(Path(__file__).with_name("derivations.json").read_text())

    assert digests.get(str(DERIVATION_VERSION)) == sha256(everything.encode()).hexdigest()


READERS_OF_JSON = {
    "register/documents/reading.py",  # the home
    "management/commands/explain_custody.py",  # scenarios in a file of somebody's
    "public/map/shapes.py",  # outlines of countries
    "imports/mapping.py",  # a mapping in a file of somebody's
    "imports/reports.py",  # rows of a list somebody brought
    "workflow/deleting.py",  # rows of a deleted record, as the database had them
    "imports/own/document_file.py",  # lines of a file of ours that somebody brings back
}


def test_nobody_but_the_home_reads_a_text_of_the_ledger():
    """A text is only text until somebody parses it: nobody else does, here or in the database."""
    cases = Path(settings.BASE_DIR) / "cases"
    reading = set()
    for path in cases.rglob("*.py"):
        source = path.read_text()
        parses = any(
            (isinstance(node, ast.Attribute) and node.attr in ("load", "loads", "JSONDecoder")
            and isinstance(node.value, ast.Name) and node.value.id in ("json", "ast", "orjson"))
            or (isinstance(node, ast.ImportFrom) and node.module == "json")
            for node in ast.walk(ast.parse(source))
        )  # fmt: skip
        if parses or "::json" in source:
            reading.add(path.relative_to(cases).as_posix())

    assert reading == READERS_OF_JSON
