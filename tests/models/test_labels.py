"""Every model and every field somebody fills in has a name that is translated."""

import pytest
from django.utils.functional import Promise

from cases.models import Review
from cases.models.labels import FIELDS, MODELS

WRITTEN = [model for model in MODELS if model is not Review]
"""Reviews are written by the workflow alone; nobody sees the names of their fields."""


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_names_are_translated(model):
    stored = (*model._meta.local_fields, *model._meta.local_many_to_many)
    made_by_django = [
        each.name for each in stored if each.editable and not isinstance(each.verbose_name, Promise)
    ]

    assert set(made_by_django) <= {"id", *(name for name in made_by_django if name in ("action", "by", "at"))}
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)


def test_no_name_is_left_over():
    used = {each.name for model in MODELS for each in model._meta.concrete_model._meta.get_fields()}

    assert FIELDS.keys() <= used
