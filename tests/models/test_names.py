"""Every model and every field somebody fills in has a name that is translated."""

import pghistory.models
import pytest
from django.apps import apps
from django.utils.functional import Promise

from cases.models import (
    CircleLog,
    CircleRecord,
    CleanUp,
    DeskDraft,
    DeskSession,
    ExternalId,
    Hiding,
    ImportedCase,
    ImportedRow,
    ListImport,
    ListMapping,
    PublishedUse,
    Review,
)

IMPORTS = (ListImport, ImportedRow, ImportedCase, ExternalId, ListMapping)
BY_THE_WORKFLOW = (
    *(Review, PublishedUse, Hiding, CleanUp, CircleRecord, CircleLog, DeskDraft, DeskSession),
    *IMPORTS,
)
"""Nobody sees the names of their fields: no form has them, and pages of their own say what they hold."""
WRITTEN = [
    model
    for model in apps.get_app_config("cases").get_models()
    if model.__module__.startswith("cases.models.")
    and model not in BY_THE_WORKFLOW
    and not issubclass(model, pghistory.models.Event)
]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_names_are_translated(model):
    stored = (*model._meta.local_fields, *model._meta.local_many_to_many)
    made_by_django = [
        each.name for each in stored if each.editable and not isinstance(each.verbose_name, Promise)
    ]

    assert set(made_by_django) <= {"id", *(name for name in made_by_django if name in ("action", "by", "at"))}
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)
