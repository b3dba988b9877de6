"""The four groups of staff and what each may do."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from cases.workflow.moves import STEPS

# Whole records, which are never deleted by hand: they may have been public.
RECORDS = (
    "case",
    "campaign",
    "person",
    "source",
    "place",
    "agency",
    "organisation",
    "official",
    "legalprovision",
)
# Facts within a record, which an editor may remove; history keeps them.
FACTS = (
    "violation",
    "proceeding",
    "sentence",
    "charge",
    "event",
    "attribution",
    "officialposition",
    "affiliation",
    "participation",
    "lawyer",
    "citation",
    "intervention",
    "assessment",
    "translation",
    "relation",
    "personname",
    "personrelation",
    "casecampaign",
    "caseoverlap",
)
GROUPS = ("entry", "reviewer", "publisher", "admin")

# Who may throw away what readers sent, and is told when other rules gave a public case another status.
PUBLISHING = ("publisher", "admin")


def codenames(group: str) -> set[str]:
    """The permissions of one group, as codenames."""
    writing = {f"{verb}_{model}" for verb in ("add", "change", "view") for model in (*RECORDS, *FACTS)}
    writing |= {f"delete_{model}" for model in FACTS}
    writing |= {"view_review", "view_correction", "change_correction", "view_namemask"}
    if group == "admin":
        writing |= {"add_circle", "view_deletedrecord", "change_deletedrecord"}
    if group in PUBLISHING:
        writing |= {"delete_correction", "view_statuschange", "change_statuschange"}
    return writing | {
        f"{step.permission}_{model}"
        for step in STEPS.values()
        if group in step.groups
        for model in ("case", "campaign")
    }


@transaction.atomic
def ensure_groups() -> dict[str, Group]:
    """Make the four groups, each with exactly its permissions. Returns them by name."""
    groups = {}
    for name in GROUPS:
        groups[name], _ = Group.objects.get_or_create(name=name)
        groups[name].permissions.set(
            Permission.objects.filter(content_type__app_label="cases", codename__in=codenames(name))
        )
    users = Permission.objects.filter(content_type__app_label="auth", codename__regex=r"_(user|group)$")
    groups["admin"].permissions.add(*users)
    return groups
