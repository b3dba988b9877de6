"""Broken constraints are found in memory just as the database finds them, and told beside a field of their model."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.models import F, Q

from cases.models import Agency, Case, Person, PersonName
from cases.models.constraints import Told, ToldCheck, ToldUnique, holds
from cases.models.fields import PartialDateField
from cases.text.partial_dates import PartialDate

ALL_TOLD = [
    (model, constraint)
    for model in apps.get_app_config("cases").get_models()
    for constraint in model._meta.constraints
    if isinstance(constraint, Told)
]
CHECKS = {each.name: (model, each) for model, each in ALL_TOLD if isinstance(each, ToldCheck)}


def mentioned(condition):
    """Pairs of column and constant (None for another column) in a condition."""
    for part in condition.children:
        if isinstance(part, Q):
            yield from mentioned(part)
            continue
        path, wanted = part
        name, _, lookup = path.partition("__")
        yield name, None if isinstance(wanted, F) or lookup in ("isnull", "len", "range") else wanted
        if isinstance(wanted, F):
            yield wanted.name, None


def possible(model, name, constants):
    """Values of one column that tell the branches of a condition apart."""
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    known = [
        each for constant in constants for each in (constant if isinstance(constant, list) else [constant])
    ]
    if isinstance(field, ArrayField):
        return [[], ["AZ"], known or ["RU"], ["AZ", *known]]
    if isinstance(field, PartialDateField):
        return [PartialDate(), PartialDate("2024-05")]
    if isinstance(field, models.BooleanField):
        return [True, False, *([None] if field.null else [])]
    if isinstance(field, models.DateField):
        return [None, date(2024, 1, 1), date(2024, 2, 1)]
    if isinstance(field, models.DecimalField):
        return [None, Decimal(-1), Decimal(0), Decimal("5000.50")]
    if isinstance(field, models.FloatField):
        return [None, -91.0, 45.0, 180.5]
    if field.is_relation or isinstance(field, models.IntegerField):
        return [None, 1, 2]
    return ["", "something else", *(each for each in known if each)]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CHECKS)
def test_a_constraint_breaks_in_memory_where_it_breaks_in_the_database(name):
    model, constraint = CHECKS[name]
    columns = {}
    for column, constant in mentioned(constraint.condition):
        columns.setdefault(column, []).extend([] if constant is None else [constant])
    pools = [possible(model, column, constants) for column, constants in columns.items()]
    verdicts = set()

    for values in product(*pools):
        row = model()
        for column, value in zip(columns, values, strict=True):
            setattr(
                row, row._meta.pk.attname if column == "pk" else model._meta.get_field(column).attname, value
            )
        ours = constraint.is_broken_by(row)
        assert ours == refused(constraint, row), dict(zip(columns, values, strict=True))
        verdicts.add(ours)

    assert verdicts == {True, False}, "the values tried do not tell the rule apart from none"


def refused(constraint, row):
    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("constraint", [each for _, each in ALL_TOLD], ids=lambda each: each.name)
def test_a_told_constraint_names_a_field_of_its_model_and_says_a_sentence(constraint):
    model = next(model for model, each in ALL_TOLD if each is constraint)

    assert model._meta.get_field(constraint.field).editable
    assert str(constraint.violation_error_message).endswith(".")


def test_migrations_know_nothing_of_ours():
    state = MigrationLoader(connection=None).project_state()
    kept = {
        each.name: type(each)
        for model in state.models.values()
        for each in model.options.get("constraints", ())
    }

    assert {kept[each.name] for _, each in ALL_TOLD} == {models.CheckConstraint, models.UniqueConstraint}


@pytest.mark.django_db
def test_what_must_not_stand_twice_is_looked_for_among_the_rows_on_file():
    on_file = Agency.objects.create(name="State Security Service", country="AZ")
    once = next(each for each in Agency._meta.constraints if isinstance(each, ToldUnique))

    assert once.is_broken_by(Agency(name="State Security Service", country="AZ"))
    assert not once.is_broken_by(Agency(name="State Security Service", country="RU"))
    assert not once.is_broken_by(on_file)


@pytest.mark.django_db
def test_a_condition_lets_the_others_stand_beside_each_other():
    person = Person.objects.create()
    PersonName.objects.create(person=person, text="Aydan", is_primary=True)
    one = next(each for each in PersonName._meta.constraints if each.name == "person_has_one_primary_name")

    assert one.is_broken_by(PersonName(person=person, text="Nigar", is_primary=True))
    assert not one.is_broken_by(PersonName(person=person, text="Nigar"))


def test_a_link_to_a_row_that_is_not_saved_yet_counts_as_a_link():
    case = Case(kind="group", person=Person())

    assert holds(Q(person__isnull=True), case) is False


def test_a_lookup_nobody_uses_yet_is_an_error_and_not_an_answer():
    with pytest.raises(KeyError):
        holds(Q(title__regex="."), Case(title="A"))
