"""Where a broken database constraint is told: beside which field of the form, in which words.

Django reports most constraints above the form and, where a form leaves a column out, not at all. Here each
named constraint a form can break stands with its field; the rest are listed with the reason they cannot.
A test holds both lists complete.
"""

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, UniqueConstraint
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models.fields import PartialDateField

BESIDE = {
    "case_consent_ends_after_it_began": "consent_expires_date",
    "case_given_consent_says_by_whom": "consent_by",
    "case_end_not_before_start": "end_date",
    "case_only_a_person_case_has_a_person": "person",
    "case_pattern_is_not_counted": "count_min",
    "case_count_max_not_below_min": "count_max",
    "case_custody_override_carries_date_and_source": "custody_override",
    "case_inferred_states_say_from_what": "inference_basis",
    "case_not_part_of_itself": "part_of",
    "case_origin_not_stated_stands_alone": "origin",
    "case_host_not_stated_stands_alone": "host",
    "case_location_not_stated_stands_alone": "location",
    "case_cooperating_not_stated_stands_alone": "cooperating",
    "case_transit_not_stated_stands_alone": "transit",
    "case_destination_not_stated_stands_alone": "destination",
    "campaign_end_not_before_start": "end_date",
    "campaign_not_stated_stands_alone": "states",
    "person_consent_ends_after_it_began": "consent_expires_date",
    "person_given_consent_says_by_whom": "consent_by",
    "person_death_not_before_birth": "death_date",
    "person_published_groups_are_affected_groups": "published_groups",
    "person_name_not_empty": "text",
    "person_primary_name_may_be_public": "is_public",
    "person_has_one_primary_name": "is_primary",
    "person_name_stands_once": "text",
    "person_not_related_to_self": "other",
    "person_relation_stands_once": "other",
    "violation_end_not_before_date": "end_date",
    "violation_finding_names_its_assessor": "assessor",
    "case_has_one_primary_violation": "is_primary",
    "proceeding_number_stands_once": "number",
    "proceeding_stage_override_carries_source": "stage_override_source",
    "sentence_end_not_before_date": "expected_end_date",
    "sentence_does_not_supersede_itself": "supersedes",
    "charge_has_provision_or_words": "verbatim",
    "charge_has_a_category": "category",
    "charge_not_replaced_by_itself": "replaced_by",
    "charge_replaced_is_reclassified": "status",
    "event_until_not_before_date": "until",
    "event_not_before_held_since": "date",
    "attribution_names_whom": "attributed_to",
    "attribution_says_by_whom": "attributed_by",
    "attribution_investigated_needs_method_seen": "level",
    "citation_value_names_its_field": "claimed_field",
    "citation_preference_says_why": "preference_reason",
    "intervention_no_response_to_itself": "response_to",
    "assessment_names_its_assessor": "assessor",
    "assessment_withdrawn_not_before_date": "withdrawn_date",
    "source_not_derived_from_itself": "derived_from",
    "source_address_stands_once": "url",
    "place_stands_once": "name",
    "place_coordinates_come_in_pairs": "latitude",
    "place_coordinates_say_their_precision": "precision",
    "agency_stands_once": "name",
    "agency_not_part_of_itself": "parent",
    "legal_provision_stands_once": "article",
    "legal_provision_has_article": "article",
    "legal_provision_valid_to_not_before_from": "valid_to",
    "relation_from_exactly_one": "from_case",
    "relation_to_exactly_one": "to_case",
}

NOT_BY_FORM = {
    # The workflow alone writes these columns.
    "case_published_means_public",
    "case_withdrawn_means_not_public",
    "case_public_has_moment",
    "campaign_published_means_public",
    "campaign_withdrawn_means_not_public",
    "campaign_public_has_moment",
    "status_change_seen_by_somebody_at_some_time",
    # The inline's parent is the case or the campaign, never both.
    "event_on_case_or_campaign",
    "citation_on_case_or_campaign",
    "intervention_on_case_or_campaign",
    "official_position_on_case_or_campaign",
    # No form of the desk writes these tables.
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

TWICE = {
    "source_address_stands_once": _("A source with this address is on file already."),
    "place_stands_once": _("This place is on file already."),
    "agency_stands_once": _("An agency of this name and country is on file already."),
    "legal_provision_stands_once": _("This article is on file already."),
    "proceeding_number_stands_once": _("Another proceeding has this number."),
    "person_name_stands_once": _("This name stands here already."),
    "person_relation_stands_once": _("This relation stands here already."),
    "case_has_one_primary_violation": _("Only one violation can be primary; untick the other."),
    "person_has_one_primary_name": _("Only one name can be primary; untick the other."),
}


def violations_of(instance, *, except_unique_within=None):
    """Pairs of field and sentence for each constraint the row would break if it were saved.

    ``except_unique_within`` names a foreign key: uniqueness within it is the formset's business, which
    knows the other rows being saved.
    """
    set_bounds(instance)
    for constraint in instance._meta.constraints:
        field = BESIDE.get(constraint.name)
        unique = isinstance(constraint, UniqueConstraint)
        if field is None or (unique and except_unique_within in constraint.fields):
            continue
        try:
            constraint.validate(type(instance), instance)
        except ValidationError as error:
            yield field, TWICE[constraint.name] if unique else said(constraint, error)


def said(constraint, error):
    """The constraint's own sentence, or a plain one."""
    own = isinstance(constraint, CheckConstraint) and (
        constraint.violation_error_message != constraint.default_violation_error_message
    )
    return error.messages[0] if own else gettext("This cannot stand empty.")


def set_bounds(instance):
    """Fill the companion columns of partial dates, which are otherwise written only on saving."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, PartialDateField):
            date = getattr(instance, field.attname)
            setattr(instance, f"{field.name}_earliest", date.earliest)
            setattr(instance, f"{field.name}_latest", date.latest)
