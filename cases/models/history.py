"""Every change kept: who, when, before and after.

Database triggers write each row's states into a history table beside it, whatever code made the change;
who made it comes from the request. `erase_person` is the only thing that may remove history.
"""

from typing import TypeVar

import pghistory
from django.db.models import Model, QuerySet

Tracked = TypeVar("Tracked", bound=Model)


def keep_history(model: type[Tracked]) -> type[Tracked]:
    """Class decorator: record every insert, update and delete of the model's rows."""
    return pghistory.track(
        pghistory.InsertEvent("added"),
        pghistory.UpdateEvent("changed"),
        pghistory.DeleteEvent("deleted"),
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        model_name=f"{model.__name__}History",
    )(model)


def keep_link_history(model: type[Tracked]) -> type[Tracked]:
    """The same for the proxy of a many-to-many link: rows are only ever added and deleted."""
    return pghistory.track(
        pghistory.InsertEvent("added"),
        pghistory.DeleteEvent("deleted"),
        obj_field=None,
        model_name=f"{model.__name__}History",
    )(model)


def history_of(model: type[Model]) -> QuerySet:
    """The kept states of all rows of a model, as rows of its history table."""
    return next(iter(model.pgh_event_models.values())).objects.all()  # type: ignore[attr-defined]  # by the decorators
