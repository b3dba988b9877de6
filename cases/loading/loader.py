"""What every loader needs: who enters and who publishes, and the whole path for one record."""

from django.apps import apps
from django.contrib.auth import get_user_model

from cases.models import Citation
from cases.workflow.editing import record_edit
from cases.workflow.groups import ensure_groups
from cases.workflow.publishing import publish
from cases.workflow.review import submit


def loader_accounts():
    """The two accounts loaded records are entered and published by: they have no password and no desk."""
    groups = ensure_groups()
    accounts = []
    for name, group in (("loader-entry", "entry"), ("loader-publisher", "publisher")):
        account, is_new = get_user_model().objects.get_or_create(username=name)
        if is_new:
            account.set_unusable_password()
            account.save()
            account.groups.add(groups[group])
        accounts.append(account)
    return tuple(accounts)


def enter_and_publish(record, *, entry, publisher):
    """Take a saved case or campaign through edit, submission and publication; returns the public version."""
    record_edit(record, by=entry)
    record.refresh_from_db()
    submit(record, by=entry, edit_version=record.edit_version)
    return publish(record, by=publisher, edit_version=record.edit_version)


def cite(source, *, case=None, campaign=None, facts=(), **details):
    """Cite a source for a whole record, or once for each of its facts; ``details`` go on every citation."""
    owner = {"case": case} if case else {"campaign": campaign}
    if not facts:
        return [Citation.objects.create(source=source, **owner, **details)]
    return [
        Citation.objects.create(source=source, **owner, **{fact._meta.model_name: fact}, **details)
        for fact in facts
    ]


def history_of(model):
    """The kept states of a model's rows: how a loader knows what it loaded, whatever was edited since."""
    return apps.get_model("cases", f"{model.__name__}History").objects.order_by("pgh_id")
