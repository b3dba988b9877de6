"""Every named constraint a form can break is told beside its field, before the database has to refuse."""

import pytest
from django.apps import apps

from cases.models import (
    Agency,
    Campaign,
    Case,
    Charge,
    Event,
    Intervention,
    LegalProvision,
    Organisation,
    Person,
    Place,
    Source,
)
from cases.models.constraints import Told
from tests.admin.forms import record_form
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db

VALID = {
    "violations": {"kind": "detention"},
    "charges": {"verbatim": "treason charges", "category": "treason"},
    "sentences": {"kind": "imprisonment"},
    "events": {"kind": "detained"},
    "attributions": {"attributed_to": "police", "attributed_by": "a lawyer"},
    "citations": {},
    "translations": {"field": "title", "language": "az", "text": "Başlıq", "from_language": "en"},
    "assessments": {"assessor": "WGAD", "framework": "wgad", "outcome": "arbitrary"},
    "interventions": {"kind": "petition", "actor": "Congress"},
    "proceedings": {},
    "names": {"text": "Somebody Else"},
    "relations": {"kind": "spouse"},
    "affiliations": {"role": "member"},
    "lawyers": {"name": "Vəkil Uydurmazadə"},
}


def field(name, value):
    """The record's own field, typed so."""
    return lambda form, on_file: form.set(name, value)


def fields(**values):
    return lambda form, on_file: form.fill(**values)


def row(prefix, **values):
    """A new row of an inline: valid but for these values. A callable value is given what is on file."""

    def fill(form, on_file):
        given = {**VALID[prefix], **values}
        if prefix in ("attributions", "citations"):
            given.setdefault("source", on_file["source"].pk)
        form.add(
            prefix, **{name: value(on_file) if callable(value) else value for name, value in given.items()}
        )

    return fill


def rows(prefix, *several):
    def fill(form, on_file):
        for values in several:
            row(prefix, **values)(form, on_file)

    return fill


def key(name):
    return lambda on_file: on_file[name].pk


CASE, CAMPAIGN, PERSON, SOURCE, PLACE = Case, Campaign, Person, Source, Place

BROKEN = {
    "case_consent_ends_after_it_began": (
        CASE,
        fields(consent_date="2024-02-01", consent_expires_date="2024-01-01"),
    ),
    "case_given_consent_says_by_whom": (CASE, fields(consent="refused")),
    "case_end_not_before_start": (CASE, fields(start_date_0="2024-05", end_date_0="2024-04")),
    "case_only_a_person_case_has_a_person": (CASE, fields(kind="group")),
    "case_pattern_is_not_counted": (CASE, fields(kind="pattern", person="", count_min=3)),
    "case_count_max_not_below_min": (CASE, fields(kind="group", person="", count_min=3, count_max=2)),
    "case_custody_override_carries_date_and_source": (CASE, fields(custody_override="imprisoned")),
    "case_inferred_states_say_from_what": (CASE, fields(inferred_states=["origin"])),
    "case_not_part_of_itself": (CASE, lambda form, on_file: form.set("part_of", on_file["record"].pk)),
    **{
        f"case_{name}_not_stated_stands_alone": (CASE, field(name, "not stated, AZ"))
        for name in ("origin", "host", "location", "cooperating", "transit", "destination")
    },
    "campaign_end_not_before_start": (CAMPAIGN, fields(start_date_0="2024-05", end_date_0="2024-04")),
    "campaign_not_stated_stands_alone": (CAMPAIGN, field("states", "AZ; not_stated")),
    "person_consent_ends_after_it_began": (
        PERSON,
        fields(consent_date="2024-02-01", consent_expires_date="2024-01-01"),
    ),
    "person_given_consent_says_by_whom": (PERSON, fields(consent="publish_named")),
    "person_death_not_before_birth": (PERSON, fields(birth_date_0="1980", death_date_0="1979")),
    "person_published_groups_are_affected_groups": (PERSON, fields(published_groups=["ethnic"])),
    "person_name_not_empty": (PERSON, row("names", text="", kind="alias")),
    "person_primary_name_may_be_public": (PERSON, fields(**{"names-0-is_public": False})),
    "person_has_one_primary_name": (PERSON, row("names", is_primary=True)),
    "person_name_stands_once": (PERSON, row("names", text="Aydan Ulduzlu")),
    "person_not_related_to_self": (PERSON, row("relations", other=key("record"))),
    "person_relation_stands_once": (
        PERSON,
        rows("relations", {"other": key("person")}, {"other": key("person")}),
    ),
    "violation_end_not_before_date": (CASE, row("violations", date_0="2024-05", end_date_0="2024-04")),
    "violation_finding_names_its_assessor": (CASE, row("violations", kind="arbitrary_detention")),
    "case_has_one_primary_violation": (CASE, row("violations", is_primary=True)),
    "proceeding_number_stands_once": (CASE, rows("proceedings", {"number": 1}, {"number": 1})),
    "proceeding_stage_override_carries_source": (CASE, row("proceedings", stage_override="on_trial")),
    "sentence_end_not_before_date": (CASE, row("sentences", date_0="2024", expected_end_date_0="2023")),
    "sentence_amount_has_currency": (CASE, row("sentences", kind="fine", amount="500")),
    "sentence_currency_has_amount": (CASE, row("sentences", kind="fine", currency="AZN")),
    "sentence_amount_is_above_zero": (CASE, row("sentences", kind="fine", amount="-1", currency="AZN")),
    "charge_has_provision_or_words": (CASE, row("charges", verbatim="")),
    "charge_has_a_category": (CASE, row("charges", category="")),
    "charge_replaced_is_reclassified": (CASE, row("charges", replaced_by=key("charge"))),
    "event_until_not_before_date": (CASE, row("events", date_0="2024-05-02", until_0="2024-05-01")),
    "event_not_before_held_since": (CASE, row("events", date_0="2024-05-01", held_since_0="2024-06")),
    "attribution_names_whom": (CASE, row("attributions", attributed_to="")),
    "attribution_says_by_whom": (CASE, row("attributions", attributed_by="")),
    "attribution_investigated_needs_method_seen": (CASE, row("attributions", level="3")),
    "citation_value_names_its_field": (CASE, row("citations", claimed_value="2024-05-01")),
    "citation_preference_says_why": (CASE, row("citations", preferred="true")),
    "assessment_names_its_assessor": (CASE, row("assessments", assessor="")),
    "assessment_withdrawn_not_before_date": (
        CASE,
        row("assessments", date_0="2024", withdrawn_date_0="2023"),
    ),
    "translation_of_an_event_names_it": (CASE, row("translations", field="description")),
    "translation_of_a_record_names_no_event": (CASE, row("translations", event=key("event"))),
    "translation_says_something": (CASE, row("translations", text="")),
    "translation_of_a_title_is_one_line": (CASE, row("translations", text="One\ntwo")),
    "translation_says_from_which_language": (CASE, row("translations", from_language="")),
    "translation_of_facts_is_of_no_language": (CASE, row("translations", way="facts")),
    "translation_is_of_another_language": (CASE, row("translations", from_language="az")),
    "translation_of_a_case_once": (CASE, rows("translations", {}, {"text": "Another"})),
    "translation_of_an_event_of_a_case_once": (
        CASE,
        rows(
            "translations",
            {"field": "description", "event": key("event")},
            {"field": "description", "event": key("event"), "text": "Another"},
        ),
    ),
    "translation_of_a_campaign_once": (CAMPAIGN, rows("translations", {}, {"text": "Another"})),
    "translation_of_an_event_of_a_campaign_once": (
        CAMPAIGN,
        rows(
            "translations",
            {"field": "description", "event": key("event")},
            {"field": "description", "event": key("event"), "text": "Another"},
        ),
    ),
    "source_not_derived_from_itself": (
        SOURCE,
        lambda form, on_file: form.set("derived_from", on_file["record"].pk),
    ),
    "source_address_stands_once": (SOURCE, lambda form, on_file: form.set("url", on_file["source"].url)),
    "place_stands_once": (PLACE, fields(name="Derbent", country="Russia")),
    "place_coordinates_come_in_pairs": (PLACE, fields(latitude="95", longitude="48", precision="exact")),
    "place_coordinates_say_their_precision": (PLACE, fields(latitude="42", longitude="48")),
    "agency_stands_once": (Agency, fields(name="State Security Service", country="AZ")),
    "agency_not_part_of_itself": (Agency, lambda form, on_file: form.set("parent", on_file["record"].pk)),
    "organisation_stands_once": (Organisation, fields(name="Nümunə Xəbər", country="AZ")),
    "case_age_is_of_a_person": (CASE, fields(kind="group", person="", age_at_arrest=30)),
    "affiliation_stands_once": (
        CASE,
        rows("affiliations", {"organisation": key("outlet")}, {"organisation": key("outlet")}),
    ),
    "lawyer_stands_once": (CASE, rows("lawyers", {}, {})),
    "legal_provision_stands_once": (LegalProvision, fields(country="AZ", code="CC", article="274")),
    "legal_provision_has_article": (LegalProvision, fields(article="")),
    "legal_provision_valid_to_not_before_from": (
        LegalProvision,
        fields(valid_from="2024-02-01", valid_to="2024-01-01"),
    ),
}

BY_CHANGING_A_ROW = {
    "sentence_does_not_supersede_itself",
    "sentence_is_not_its_own_total",
    "charge_not_replaced_by_itself",
    "intervention_no_response_to_itself",
}
ON_RELATIONS = {
    "relation_from_exactly_one",
    "relation_to_exactly_one",
    "relation_of_one_trial_is_of_two_cases",
    "relation_of_one_trial_is_not_to_itself",
}


PRIVATE = [
    (model, constraint)
    for model in apps.get_app_config("cases").get_models()
    if "register" not in model.__module__ and not hasattr(model, "pgh_tracked_model")
    for constraint in model._meta.constraints
]
MODEL_OF = {constraint.name: model.__name__ for model, constraint in PRIVATE}
BESIDE = {constraint.name: constraint.field for _, constraint in PRIVATE if isinstance(constraint, Told)}

NOT_BY_FORM = {
    # The workflow alone writes these columns.
    "case_published_means_public",
    "case_withdrawn_means_not_public",
    "case_public_has_moment",
    "campaign_published_means_public",
    "campaign_withdrawn_means_not_public",
    "campaign_public_has_moment",
    "status_change_seen_by_somebody_at_some_time",
    "ask_is_answered_once",
    # Of lists that were brought in, written by the import alone.
    "list_import_hash_is_sha256",
    "imported_row_stands_once",
    "imported_case_of_row_stands_once",
    "external_id_stands_once",
    # A row's parent is the case or the campaign it was entered in, never both.
    "event_on_case_or_campaign",
    "citation_on_case_or_campaign",
    "intervention_on_case_or_campaign",
    "official_position_on_case_or_campaign",
    "translation_on_case_or_campaign",
    # A text that is too long is told by how many characters it has.
    "translation_of_a_title_has_its_length",
    "translation_of_a_summary_has_its_length",
    "translation_of_a_description_has_its_length",
    # No form of the desk writes these tables.
    "account_event_confirms_when_it_says_so",
    "anonymisation_approved_text_has_day",
    "circle_log_of_a_member_or_of_records",
    "circle_record_is_one_record",
    "clean_up_is_one_row",
    "desk_draft_is_one_of_its_sheet",
    "former_text_of_reference_stands_once",
    "hiding_asked_back_by_somebody_at_some_time",
    "hiding_ended_says_how_and_when",
    "hiding_of_campaign_stands_once",
    "hiding_of_case_stands_once",
    "hiding_of_one_record",
    "hiding_of_person_stands_once",
    "hiding_of_source_stands_once",
    "name_mask_decision_says_who_and_why",
    "name_mask_in_case_or_campaign",
    "review_on_case_or_campaign",
    "review_return_and_withdrawal_say_why",
    "review_withdrawal_says_whether_announced",
    "published_use_by_case_stands_once",
    "published_use_by_campaign_stands_once",
    "published_use_by_case_or_campaign",
    # The form offers the known states alone; who handled it and when is written with it.
    "correction_of_a_known_state",
    "correction_handled_by_somebody_at_some_time",
}


def test_every_constraint_is_told_or_said_to_be_out_of_reach():
    assert {constraint.name for _, constraint in PRIVATE} == set(BESIDE) | NOT_BY_FORM
    assert set(BROKEN) | BY_CHANGING_A_ROW | ON_RELATIONS == set(BESIDE)


@pytest.fixture
def on_file():
    """What stands in the tables before somebody types."""
    Place.objects.create(name="Derbent", country="RU")
    Agency.objects.create(name="State Security Service", country="AZ", kind="intelligence")
    LegalProvision.objects.update_or_create(
        country="AZ", code="CC", article="274", defaults={"category": "treason"}
    )
    outlet = Organisation.objects.create(name="Nümunə Xəbər", country="AZ")
    return {"source": SourceFactory(), "person": PersonFactory(name="Nigar Uzaq"), "outlet": outlet}


def open_record(model, on_file):
    """A stored, valid record of each kind, to be opened and broken."""
    if model is Case:
        on_file["record"] = CaseFactory()
        proceeding = on_file["record"].proceedings.create(number=7, kind="criminal")
        on_file["charge"] = Charge.objects.create(
            case=on_file["record"], proceeding=proceeding, verbatim="hooliganism", category="public_order"
        )
        on_file["event"] = on_file["record"].events.create(kind="detained")
    elif model is Campaign:
        on_file["record"] = CampaignFactory()
        on_file["event"] = on_file["record"].events.create(kind="other")
    elif model is Person:
        on_file["record"] = PersonFactory()
    elif model is Source:
        on_file["record"] = SourceFactory()
    elif model is Place:
        on_file["record"] = Place.objects.create(name="Quba", country="AZ")
    elif model is Agency:
        on_file["record"] = Agency.objects.create(name="Police", country="AZ")
    elif model is Organisation:
        on_file["record"] = Organisation.objects.create(name="Another outlet", country="AZ")
    else:
        on_file["record"] = LegalProvision.objects.create(
            country="US", code="CC", article="999", category="treason"
        )
    return on_file["record"]


ALONE = {
    "case_only_a_person_case_has_a_person",
    "case_pattern_is_not_counted",
    "case_count_max_not_below_min",
    "case_age_is_of_a_person",
    "person_name_not_empty",
    "place_coordinates_say_their_precision",
    "legal_provision_has_article",
}
"""Constraints that cannot be broken, or told apart, together with others of the same form."""


def together():
    """Names of constraints to break in one form: most do not mind each other, and a form takes its time."""
    several = {}
    for name, (model, _) in BROKEN.items():
        several.setdefault(name if name in ALONE else model.__name__, []).append(name)
    return several


@pytest.mark.parametrize("names", together().values(), ids=together())
def test_broken_constraints_are_told_beside_their_fields(names, browser, on_file):
    model = BROKEN[names[0]][0]
    record = open_record(model, on_file)
    page = "whole" if model is Case else "change"
    address = f"/admin/cases/{model._meta.model_name}/{record.pk}/{page}/"
    client = browser("entry")
    form = record_form(client.get(address))
    for name in names:
        BROKEN[name][1](form, on_file)

    answer = client.post(address, form.data())

    assert answer.status_code == 200, "saved, or refused by the database alone"
    expected = {(MODEL_OF[name], BESIDE[name]) for name in names}
    assert not expected - fields_in_error(answer)


@pytest.mark.parametrize("name", sorted(BY_CHANGING_A_ROW))
def test_a_row_that_names_itself_is_told(name, browser, on_file):
    case = open_record(Case, on_file)
    charge = on_file["charge"]
    charge.status = "reclassified"
    charge.save()
    case.sentences.create(proceeding=charge.proceeding, kind="imprisonment")
    Intervention.objects.create(case=case, kind="petition", actor="Congress")
    prefix = {"sentence": "sentences", "charge": "charges"}.get(name.partition("_")[0], "interventions")
    client = browser("entry")
    form = record_form(client.get(f"/admin/cases/case/{case.pk}/whole/"))
    form.set(f"{prefix}-0-{BESIDE[name]}", form[f"{prefix}-0-id"])

    answer = client.post(f"/admin/cases/case/{case.pk}/whole/", form.data())

    assert (MODEL_OF[name], BESIDE[name]) in fields_in_error(answer)


def test_a_relation_needs_one_record_on_each_side(browser):
    client = browser("entry")
    form = record_form(client.get("/admin/cases/relation/add/")).fill(kind="precedes")

    answer = client.post("/admin/cases/relation/add/", form.data())

    assert {("Relation", "from_case"), ("Relation", "to_case")} <= fields_in_error(answer)


def test_one_trial_is_of_two_cases(browser):
    case, campaign = CaseFactory(), CampaignFactory()
    client = browser("entry")
    form = record_form(client.get("/admin/cases/relation/add/")).fill(kind="tried_with", from_case=case.pk)

    for other in ({"to_case": case.pk}, {"to_campaign": campaign.pk}):
        answer = client.post("/admin/cases/relation/add/", {**form.data(), **other})

        assert ("Relation", "to_case") in fields_in_error(answer), other


def test_a_new_case_with_events_is_not_held_up_by_what_its_rows_cannot_know(browser):
    client = browser("entry")
    form = record_form(client.get("/admin/cases/case/add/")).fill(title="Somebody was detained")
    form.add("events", kind="detained")

    answer = client.post("/admin/cases/case/add/", form.data())

    assert answer.status_code == 302
    assert Event.objects.get().case.title == "Somebody was detained"


def test_the_primary_mark_moves_in_one_save(browser):
    case = CaseFactory()
    case.violations.create(kind="torture")
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address))
    form.set("violations-0-is_primary", False).set("violations-1-is_primary", True)

    answer = client.post(address, form.data())

    assert answer.status_code == 302
    assert case.violations.get(is_primary=True).kind == "torture"


def test_deleting_a_fact_and_typing_it_again_is_possible(browser):
    person = PersonFactory()
    client = browser("entry")
    address = f"/admin/cases/person/{person.pk}/change/"
    form = record_form(client.get(address)).set("names-0-DELETE", True)
    form.add("names", text="Aydan Ulduzlu", is_primary=True)

    answer = client.post(address, form.data())

    assert answer.status_code == 302, answer.context["error_list"]
    assert person.names.get().text == "Aydan Ulduzlu"


def fields_in_error(answer):
    """Pairs of model and field for each field that carries an error, of the record and its rows."""
    record = answer.context["adminform"].form
    found = {(type(record.instance).__name__, name) for name in record.errors}
    for inline in answer.context["inline_admin_formsets"]:
        for errors in inline.formset.errors:
            found |= {(inline.formset.model.__name__, name) for name in errors}
    return found
