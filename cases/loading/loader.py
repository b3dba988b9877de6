"""What every loader needs: who enters and who publishes, and the whole path for one record."""

from django.apps import apps
from django.contrib.auth import get_user_model

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


def submit_and_publish(record, *, entry, publisher):
    """Take a case or campaign as `entry` left it through submission and publication; returns the public version."""
    submit(record, by=entry, edit_version=record.edit_version)
    return publish(record, by=publisher, edit_version=record.edit_version)


def history_of(model):
    """The kept states of a model's rows: how a loader knows what it loaded, whatever was edited since."""
    return apps.get_model("cases", f"{model.__name__}History").objects.order_by("pgh_id")
