"""A whole record from plain values: every error with its part, row and field, or the record with what belongs to it."""

from decimal import Decimal

import pytest

from cases.models import Agency, Campaign, Case, Citation, LegalProvision, Person, Relation, Review, Source
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import NotEntered, enter
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

TREASON = {"verbatim": "treason charges", "category": "treason"}


def told(entry):
    return [(wrong.part, wrong.row, wrong.field, wrong.message) for wrong in entry.errors]


@pytest.fixture
def entry_clerk():
    return UserFactory(username="entry")


def test_every_error_names_part_row_field_and_reason_in_the_order_of_the_record():
    entry = Entry(
        Case,
        {"title": "Somebody detained", "origin": "Azerbajan", "kind": "group", "person": PersonFactory()},
        events=[
            {"kind": "arrest", "date": "2024-05"},
            {"kind": "release", "date": "2024-05-01", "until": "2024"},
        ],
        charges=[TREASON, {"verbatim": "", "date": "soonish"}],
        violations=[{"kind": "torture"}, {"kind": "arbitrary_detention", "is_primary": True}],
    )

    where = [(wrong.part, wrong.row, wrong.field) for wrong in entry.errors]
    assert where == [
        ("", 0, "origin"),
        ("", 0, "person"),
        ("violations", 2, "assessor"),
        ("charges", 2, "date"),
        ("charges", 2, "verbatim"),
        ("charges", 2, "category"),
    ]
    assert str(entry.errors[2]) == "violations 2 assessor: This is a finding: name who found it."


def test_what_has_errors_is_not_saved(entry_clerk):
    entry = Entry(Case, {"kind": "pattern", "count_min": "3"}, events=[{"kind": "arrest"}])

    with pytest.raises(NotEntered, match="count_min: A pattern has no countable people") as refused:
        enter(entry, by=entry_clerk)

    assert refused.value.errors == entry.errors
    assert not Case.objects.exists()


def test_reading_and_judging_saves_nothing_and_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        entry = Entry(
            Case,
            {"title": "Somebody", "origin": "AZ", "location": "AZ"},
            violations=[{"kind": "detention"}, {"kind": "torture"}],
            charges=[TREASON],
            events=[{"kind": "arrest", "date": "2024-05-01"}],
        )

    assert told(entry) == []


def test_a_case_is_entered_with_all_that_belongs_to_it(entry_clerk):
    person, campaign, source = PersonFactory(), CampaignFactory(), SourceFactory()

    case = enter(
        Entry(
            Case,
            {"title": "Somebody sentenced", "person": person, "location": "Россия", "campaigns": [campaign]},
            source=source,
            violations=[
                {"kind": "detention", "date": "3.10.2024"},
                {"kind": "unfair_trial", "assessor": "WGAD"},
            ],
            charges=[TREASON],
            sentences=[{"kind": "imprisonment", "years": "15"}],
            events=[{"kind": "verdict_guilty", "date": "2024-12"}, {"kind": "wgad_opinion"}],
            attributions=[{"attributed_to": "police", "attributed_by": "a lawyer"}],
            official_positions=[{"position": "denies", "attribution": 1}],
        ),
        by=entry_clerk,
    )

    case.refresh_from_db()
    proceeding = case.proceedings.get()
    assert (case.state, case.edited_by, case.person) == ("draft", entry_clerk, person)
    assert [review.action for review in Review.objects.filter(case=case)] == ["edited"]
    assert [each.kind for each in case.violations.filter(is_primary=True)] == ["detention"]
    assert (proceeding.kind, proceeding.jurisdiction) == ("criminal", "RU")
    assert {each.proceeding for each in (*case.charges.all(), *case.sentences.all(), *case.events.all())} == {
        proceeding
    }
    assert case.attributions.get().source == case.official_positions.get().source == source
    assert case.official_positions.get().attribution == case.attributions.get()
    assert list(case.campaigns.all()) == [campaign]
    cited = [citation.target for citation in case.citations.order_by("pk")]
    assert sorted(cited) == sorted(
        ["violation"] * 2 + ["charge", "sentence", "event", "event", "attribution"]
    )
    assert {citation.source for citation in case.citations.all()} == {source}


def test_a_fact_that_names_its_source_does_not_cite_the_common_one(entry_clerk):
    common, own, given = SourceFactory(), SourceFactory(), SourceFactory()

    case = enter(
        Entry(
            Case,
            {},
            source=common,
            violations=[{"kind": "detention"}],
            events=[{"kind": "arrest", "cited_source": own}, {"kind": "release"}],
            citations=[{"event": 2, "source": given, "pinpoint": "p. 7"}, {"remark": "Of the whole."}],
        ),
        by=entry_clerk,
    )

    arrest, release = case.events.order_by("pk")
    cited = {(citation.source, citation.violation or citation.event) for citation in case.citations.all()}
    assert cited == {(common, case.violations.get()), (own, arrest), (given, release), (common, None)}


def test_rows_lead_to_each_other_by_number_forwards_and_backwards(entry_clerk):
    case = enter(
        Entry(
            Case,
            {},
            charges=[
                {**TREASON, "status": "reclassified", "replaced_by": "2"},
                {**TREASON, "status": "charged"},
            ],
            sentences=[
                {"kind": "imprisonment", "years": 9},
                {"kind": "imprisonment", "years": 7, "supersedes": 1},
            ],
        ),
        by=entry_clerk,
    )

    first, second = case.charges.order_by("pk")
    longer, shorter = case.sentences.order_by("pk")
    assert (first.replaced_by, second.replaced_by) == (second, None)
    assert (shorter.supersedes, longer.supersedes) == (longer, None)


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        (
            {"charges": [{**TREASON, "replaced_by": 1}]},
            ("charges", 1, "replaced_by", "There is no other row 1 to point at."),
        ),
        (
            {"charges": [{**TREASON, "replaced_by": "4"}]},
            ("charges", 1, "replaced_by", "There is no other row 4 to point at."),
        ),
        (
            {"charges": [{**TREASON, "replaced_by": "x"}]},
            ("charges", 1, "replaced_by", "Enter a whole number."),
        ),
        (
            {"charges": [{**TREASON, "replaced_by": 2}, TREASON]},
            ("charges", 1, "status", "A charge that was replaced has the status “reclassified”."),
        ),
        (
            {"proceedings": [{"number": 1}, {"number": 1}]},
            ("proceedings", 2, "number", "Another proceeding has this number."),
        ),
        (
            {"proceedings": [{}, {}], "charges": [TREASON]},
            ("charges", 1, "proceeding_number", "Which proceeding? The case has 1, 2."),
        ),
        (
            {"proceedings": [{}], "events": [{"kind": "arrest", "proceeding_number": "3"}]},
            ("events", 1, "proceeding_number", "There is no proceeding 3. The case has 1."),
        ),
        (
            {"citations": [{"source": Source(title="A"), "claimed_field": "nonsense"}]},
            ("citations", 1, "claimed_field", "“nonsense” is no field a source can give a value for."),
        ),
        (
            {
                "events": [{"kind": "arrest"}],
                "violations": [{"kind": "detention"}],
                "citations": [{"source": Source(title="A"), "event": 1, "violation": 1}],
            },
            ("citations", 1, "event", "A citation is for one fact, or for the whole record."),
        ),
        ({"citations": [{}]}, ("citations", 1, "source", "This field is required.")),
    ],
)
def test_what_rows_may_not_say_of_each_other_is_told(rows, error):
    assert told(Entry(Case, {}, **rows)) == [error]


def test_a_line_of_articles_is_a_charge_for_each_and_makes_what_is_not_on_file(entry_clerk):
    on_file = LegalProvision.objects.create(
        country="AZ", code="CC", article="234", category="drugs", source="Code"
    )

    case = enter(
        Entry(Case, {}, charges=[{"printed_article": "234, 234.4.3, 28-228.1", "status": "charged"}]),
        by=entry_clerk,
    )

    charges = [
        (each.provision.article, each.provision.category, each.modality)
        for each in case.charges.order_by("pk")
    ]
    assert charges == [
        ("234", "drugs", "completed"),
        ("234.4.3", "drugs", "completed"),
        ("228.1", "unspecified", "preparation"),
    ]
    assert {(each.status, each.verbatim) for each in case.charges.all()} == {
        ("charged", "234, 234.4.3, 28-228.1")
    }
    assert case.charges.order_by("pk")[0].provision == on_file
    assert not any(each.is_verified for each in LegalProvision.objects.exclude(pk=on_file.pk))


def test_a_bare_number_is_of_the_country_whose_courts_it_must_be(entry_clerk):
    case = enter(
        Entry(Case, {"location": "RU"}, charges=[{"printed_article": "п. «а» ч. 2 ст. 205"}]), by=entry_clerk
    )

    charge = case.charges.get()
    assert (charge.provision.country, charge.provision.article, charge.verbatim) == (
        "RU",
        "205",
        "п. «а» ч. 2 ст. 205",
    )


def test_or_of_the_country_of_its_proceeding(entry_clerk):
    rows = [
        {"printed_article": "275", "proceeding_number": 1},
        {"printed_article": "274", "proceeding_number": 2},
    ]

    case = enter(
        Entry(
            Case,
            {"location": "AZ"},
            proceedings=[{"number": 1, "jurisdiction": "RU"}, {"number": 2}],
            charges=rows,
        ),
        by=entry_clerk,
    )

    assert [each.provision.country for each in case.charges.order_by("pk")] == ["RU", "AZ"]


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        (
            {"charges": [{"printed_article": "274, 28"}]},
            (
                "charges",
                1,
                "printed_article",
                "28 is no charge of its own: it says how the next article was committed.",
            ),
        ),
        (
            {
                "charges": [
                    {"printed_article": "274, 276"},
                    {**TREASON, "status": "reclassified", "replaced_by": 1},
                ]
            },
            (
                "charges",
                2,
                "replaced_by",
                "Row 1 is several; write each on a row of its own to point at one.",
            ),
        ),
        (
            {"sentences": [{"kind": "imprisonment", "printed_term": "8-10 years"}]},
            ("sentences", 1, "printed_term", "This is a range, not one term. Type the term that was given."),
        ),
        (
            {"sentences": [{"printed_term": "400 Azerbaijani manats", "date": "1997-10-12"}]},
            (
                "sentences",
                1,
                "printed_term",
                "Before 2006 this currency was another one. Type its code: AZM or AZN.",
            ),
        ),
        (
            {"sentences": [{"kind": "fine", "printed_term": "life"}]},
            (
                "sentences",
                1,
                "printed_term",
                "The term says “Life imprisonment”, and the kind “Fine”.",
            ),
        ),
        (
            {"sentences": [{"kind": "fine", "amount": "5000"}]},
            ("sentences", 1, "currency", "A sum needs its currency."),
        ),
    ],
)
def test_what_is_printed_and_cannot_be_read_is_told_beside_it(rows, error):
    assert error in told(Entry(Case, {}, **rows))


def test_terms_and_fines_are_entered_as_they_are_printed(entry_clerk):
    rows = [
        {"kind": "imprisonment", "printed_term": "8 лет 6 месяцев колонии строгого режима"},
        {"printed_term": "ömürlük"},
        {"kind": "fine", "amount": "5000.50", "currency": "Азербайджанский манат"},
    ]

    case = enter(Entry(Case, {}, sentences=rows), by=entry_clerk)

    prison, life, fine = case.sentences.order_by("pk")
    assert (prison.years, prison.months, prison.days, prison.regime) == (8, 6, None, "strict")
    assert prison.words == "8 лет 6 месяцев колонии строгого режима"
    assert (life.kind, life.years, life.words) == ("life_imprisonment", None, "ömürlük")
    assert (fine.amount, fine.currency) == (Decimal("5000.50"), "AZN")


def test_proceedings_are_numbered_and_named_by_number(entry_clerk):
    case = enter(
        Entry(
            Case,
            {},
            proceedings=[{"kind": "administrative"}, {"number": "7"}, {}],
            charges=[{**TREASON, "proceeding_number": 7}],
            events=[{"kind": "wgad_opinion"}, {"kind": "verdict_guilty", "proceeding_number": "8"}],
        ),
        by=entry_clerk,
    )

    assert [each.number for each in case.proceedings.all()] == [7, 8, 9]
    assert case.charges.get().proceeding.number == 7
    assert [each.proceeding and each.proceeding.number for each in case.events.order_by("pk")] == [None, 8]


def test_a_person_is_entered_with_names_of_which_the_first_public_one_is_primary(entry_clerk):
    person = enter(
        Entry(
            Person,
            {"roles": "journalist; lawyer"},
            names=[
                {"text": "At home alone", "is_public": False},
                {"text": "Aydan Ulduzlu"},
                {"text": "Айдан"},
            ],
        ),
        by=entry_clerk,
    )

    assert person.roles == ["journalist", "lawyer"]
    assert [name.text for name in person.names.filter(is_primary=True)] == ["Aydan Ulduzlu"]


def test_a_person_without_a_name_is_told():
    assert told(Entry(Person, {})) == [("names", 0, "", "Give at least one name.")]
    twice = Entry(Person, {}, names=[{"text": "Aydan"}, {"text": "Aydan"}])
    assert told(twice) == [("names", 2, "text", "This name stands here already.")]


def test_a_campaign_and_a_relation_are_edits_of_the_records_they_touch(entry_clerk):
    source, case = SourceFactory(), CaseFactory()
    campaign = enter(
        Entry(Campaign, {"title": "A crackdown", "states": "AZ"}, source=source, events=[{"kind": "other"}]),
        by=entry_clerk,
    )

    enter(
        Entry(Relation, {"kind": "follows", "from_campaign": campaign, "to_case": case, "source": source}),
        by=entry_clerk,
    )

    campaign.refresh_from_db()
    case.refresh_from_db()
    assert (campaign.state, campaign.edit_version, case.edit_version) == ("draft", 3, 2)
    assert Citation.objects.get(campaign=campaign).event == campaign.events.get()


def test_a_shared_record_has_no_rows(entry_clerk):
    agency = enter(Entry(Agency, {"name": "State Security Service", "country": "Azərbaycan"}), by=entry_clerk)

    assert agency.country == "AZ"
    assert told(Entry(Agency, {"name": "State Security Service", "country": "AZ"})) == [
        ("", 0, "name", "An agency of this name and country is on file already.")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Entry(Person, {}, charges=[TREASON]),
        lambda: Entry(Case, {}, official_positions=[{"position": "denies", "cited_source": SourceFactory()}]),
        lambda: Entry(Campaign, {"title": "A"}, events=[{"kind": "other", "proceeding_number": 1}]),
        lambda: Entry(Case, {"published_version": 1}),
    ],
)
def test_names_nothing_has_are_a_mistake_of_the_program(wrong):
    with pytest.raises(TypeError):
        wrong()


def test_a_row_on_file_may_be_pointed_at_as_itself(entry_clerk):
    event = EventFactory()
    relation = enter(
        Entry(Relation, {"kind": "precedes", "from_event": event, "to_case": CaseFactory()}), by=entry_clerk
    )

    assert relation.start == event
