"""The one list of public fields: its columns bind, so they are written out here."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from cases.register.cells import cell, csv_cell
from cases.register.fields import CSV_COLUMNS, FIELD, FIELDS, TYPES
from cases.register.published_case import PublishedCase

HEADER = (
    "reference,url,version,published_at,kind,title,name,other_names,person_reference,identity,gender,birth_year,"
    "nationalities,roles,groups,people_min,people_max,people_words,violations,methods,cross_border,origin,host,"
    "location,cooperating,transit,destination,place,region,latitude,longitude,start_date,start_earliest,"
    "start_latest,start_words,end_date,end_earliest,end_latest,end_words,custody_status,status_as_of,"
    "last_checked,procedural_stage,charges,charge_articles,charge_categories,charge_statuses,sentence,"
    "attributed_to,attributed_by,attribution_level,official_position,campaigns,assessments,interventions,"
    "source_count,source_titles,source_urls,archived_urls,summary,licence,"
    "custody_last_known,confirmed_on,sample,sentence_months,measures,co_defendants,held_at,held_at_as_of,text_language,"
    "title_en,summary_en,title_az,summary_az,title_ru,summary_ru,translations,"
    "courts,organisations,organisation_roles,officials,"
    "official_roles,official_agencies,lawyers,counsel,age_at_arrest,event_texts"
)


def test_the_csv_header_is_the_contract():
    assert ",".join(CSV_COLUMNS) == HEADER


def test_every_field_is_described_and_of_a_known_type():
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    for field in FIELDS:
        assert field.type in TYPES
        assert str(field.label) and str(field.description)
        assert (field.codes is not None) <= (field.type in ("code", "codes"))


DERIVED = (
    "url,version,published_at,identity,cross_border,start_earliest,start_latest,end_earliest,end_latest,"
    "custody_status,status_as_of,procedural_stage,source_count,licence,custody_last_known,confirmed_on,sample,"
    "sentence_months,measures,held_at,held_at_as_of,courts,age_at_arrest"
)


def test_every_column_is_entered_or_derived():
    assert ",".join(name for name in CSV_COLUMNS if not FIELD[name].entered) == DERIVED
    assert all(field.origin == "document" for field in FIELDS if field.entered)


def test_every_stored_field_is_a_column():
    columns = {column.name for column in PublishedCase._meta.get_fields()}

    assert {field.name for field in FIELDS if field.stored} <= columns
    assert not {field.name for field in FIELDS if not field.stored} & columns


@pytest.mark.parametrize(
    "name, value, text",
    [
        ("title", "A title", "A title"),
        ("birth_year", None, ""),
        ("birth_year", 1995, "1995"),
        ("latitude", -40.5, "-40.5"),
        ("cross_border", True, "true"),
        ("cross_border", False, "false"),
        ("cross_border", None, ""),
        ("start_earliest", date(2024, 10, 1), "2024-10-01"),
        (
            "published_at",
            datetime(2024, 10, 3, 14, 0, 5, 999, tzinfo=timezone(timedelta(hours=4))),
            "2024-10-03T10:00:05Z",
        ),
        ("charges", ["treason charges", "", "bribery"], "treason charges |  | bribery"),
        ("charge_articles", ["", ""], ""),
        ("charges", [], ""),
        ("charges", ["one | two", "three |"], "one / two | three /"),
        ("source_urls", ["https://example.org/a|b"], "https://example.org/a|b"),
    ],
)
def test_a_cell_is(name, value, text):
    assert cell(FIELD[name], value) == text


def test_texts_are_guarded_against_formulas_and_numbers_are_not():
    assert csv_cell(FIELD["title"], "=1+1") == "'=1+1"
    assert csv_cell(FIELD["charges"], ["@SUM(A1)", ""]) == "'@SUM(A1) | "
    assert csv_cell(FIELD["latitude"], -40.5) == "-40.5"
    assert csv_cell(FIELD["published_at"], datetime(2024, 1, 1, tzinfo=UTC)) == "2024-01-01T00:00:00Z"
