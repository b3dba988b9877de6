"""Which fields of the private record the public may not see, by the classification alone, and other values for them.

A field that joins the record is varied by its type, with nothing to add here. Only what decides what is public, rather
than being hidden itself, is named in DECIDES, with the values that decide the same.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models import (
    Campaign,
    Case,
    Person,
    PersonName,
    PersonRelation,
    Source,
)
from cases.models.classification import CLASSIFICATION, NEVER, RANK, is_partial_date
from cases.models.fields import CodeArrayField, CodeField, ReferenceField
from cases.text.partial_dates import PartialDate
from tests.leaks.sentinels import sentinel

OF_THE_DESK = {model for model, fields in CLASSIFICATION.items() if {*fields.values()} == {NEVER}} - {
    PersonRelation
}
"""Tables about records, readers and staff, of which nothing is ever public, rather than parts of a record."""

DECIDES: dict[tuple[type[models.Model], str], tuple] = {
    **{
        (model, field): values
        for model in (Case, Person)
        for field, values in {
            # What consent allows: to those who are named all, and to no other more than their identity does.
            "consent": ("none_public_source", "publish_named"),
            "consent_by": ("lawyer", "self"),
            "consent_expires_date": (date(2090, 1, 1), None),
        }.items()
    },
    (Person, "identity"): (),
    # Only the year shows.
    (Person, "birth_date"): (PartialDate("1980-05-04"), PartialDate("1980-11-30")),
    # What is worse holds a case back or takes it out.
    (Case, "is_restricted"): (),
    (Case, "risk_review_outcome"): ("clear", "mitigated"),
    (Case, "publish_embargo_until"): (date(2020, 1, 2), None),
    (PersonName, "is_public"): (),
    (PersonName, "is_primary"): (),
    (Source, "is_public"): (),
    # Where a case stands on its way to the public, and who brought it there; the door writes these.
    **{
        (model, field): ()
        for model in (Case, Campaign)
        for field in (
            "state",
            "edit_version",
            "edited_at",
            "edited_by",
            "published_version",
            "published_edit_version",
            "published_at",
            "reference_identity",
            "review_wanted",
        )
    },
}
"""Fields that decide what shows: values between which they decide the same; none where each value decides otherwise."""

TOGETHER = {
    "claimed_value": {"claimed_field"},
    "preferred": {"preference_reason"},
    "latitude": {"longitude", "precision"},
    "longitude": {"latitude", "precision"},
    "consent": {"consent_by"},
    "amount": {"currency"},
    "currency": {"amount"},
    "published_groups": {"affected_groups"},
}
"""What the record's constraints ask to be stated with a field."""

HOLDS_TOGETHER = ("person", "case", "campaign")
"""Links by which a row belongs to its record: another value would be another row."""


@dataclass(frozen=True, order=True)
class PrivateField:
    """A field that is private where a person is shown as `identity`, and was not yet private at a wider one."""

    model: str
    name: str
    identity: str


def level_of(model: type[models.Model], name: str) -> str | None:
    """The widest identity at which a field is private, `named` if it always is; None if it never is."""
    level = CLASSIFICATION[model][name]
    if level == NEVER:
        return "named"
    return next((each for each in ("initials", "withheld") if RANK[each] > RANK[level]), None)


def varied() -> list[PrivateField]:
    """Every private field that can differ between two worlds of which the public must not see the difference."""
    return [
        PrivateField(model.__name__, name, level)
        for model, fields in CLASSIFICATION.items()
        if model not in OF_THE_DESK
        for name in fields
        if (level := level_of(model, name)) and _can_vary(model, name) and DECIDES.get((model, name), True)
    ]


def _can_vary(model: type[models.Model], name: str) -> bool:
    """Not keys, which the worlds shift, nor columns that are written with a date."""
    field = model._meta.get_field(name)
    written_with_date = any(
        name in (f"{each.name}_words", f"{each.name}_earliest", f"{each.name}_latest")
        for each in model._meta.concrete_fields
        if is_partial_date(model, each.name)
    )
    return not (field.primary_key or written_with_date or (field.is_relation and name in HOLDS_TOGETHER))


def other_value(model: type[models.Model], name: str, identity: str, linked: dict[str, models.Model]) -> Any:
    """Another value for a private field of a row whose record shows its person as `identity`.

    Of texts a sentinel; of links one of the rows `linked`, by the name of their model. Where a name shows its initials
    the other one has the same.
    """
    field: Any = model._meta.get_field(name)
    year_shows = (model, name) != (Person, "birth_date") or identity == "named"
    if year_shows and (values := DECIDES.get((model, name))):
        return values[-1]
    text = sentinel(model.__name__, f"{name} {identity}".replace(" ", ""))
    if model is PersonName and name == "text" and identity == "initials":
        return f"A{text.split()[0]} U{text.split()[1]}"
    match field:
        case _ if is_partial_date(model, name):
            return PartialDate("1971-02-03", text)
        case ReferenceField():
            return hidden_reference(field.prefix, identity)
        case CodeField() if field.code_list is not None:
            return field.code_list.codes[-1]
        case CodeArrayField():
            return [field.code_list.codes[-1], field.code_list.codes[0]]
        case ArrayField():
            return [text]
        case models.URLField():
            return f"https://{model.__name__.lower()}.example/{name}/{text.replace(' ', '-')}"
        case models.CharField() if field.choices:
            return field.choices[0][0]
        case models.CharField() | models.TextField():
            return text[: field.max_length]
        case models.BooleanField():
            return not field.default
        case models.JSONField():
            return [text]
        case models.BinaryField():
            return text.encode()
        case models.UUIDField():
            return uuid5(NAMESPACE_URL, text)
        case models.FloatField():
            return 41.23456
        case models.DecimalField():
            return Decimal("4123.45")
        case models.IntegerField():
            return 7
        case models.DateTimeField():
            return datetime(2021, 4, 5, 6, tzinfo=UTC)
        case models.DateField():
            return date(2021, 4, 5)
        case models.ForeignKey():
            return linked[field.related_model.__name__]
    raise NotImplementedError(
        f"{model.__name__}.{name}: say here how a {type(field).__name__} can be another"
    )


def hidden_reference(prefix: str, of: str) -> str:
    """A reference that only private data has; the same in every world, so that it can be asked for."""
    numbers = {each: number for number, each in enumerate(("draft", "initials", "withheld", "gone", "named"))}
    return f"{prefix}-H1DD-EN00-000{numbers[of]}"


def with_company(chosen: set[PrivateField]) -> set[PrivateField]:
    """The chosen fields, with those that have to be stated together with them."""
    wanted = {(field.model, name) for field in chosen for name in TOGETHER.get(field.name, ())}
    return chosen | {field for field in varied() if (field.model, field.name) in wanted}


def applies_to(field: PrivateField, row: models.Model, identity: str) -> bool:
    """Whether a field is private in a row whose record shows its person as `identity`."""
    return type(row).__name__ == field.model and RANK[field.identity] <= RANK[identity or "named"]


def vary(
    row: models.Model, identity: str, chosen: set[PrivateField], linked: dict[str, models.Model]
) -> set[PrivateField]:
    """Give the chosen private fields of a row other values, as far as they are private there; answers which."""
    given = {field for field in chosen if applies_to(field, row, identity)}
    for field in sorted(given):
        setattr(row, field.name, other_value(type(row), field.name, identity, linked))
    if isinstance(row, PersonName) and not row.is_primary and any(field.name == "text" for field in given):
        row.text = f"{row.text} {row.pk}"  # a name stands once
    row.save()
    return given
