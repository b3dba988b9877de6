"""Keeping what was typed at the desk and not saved, and letting it go: `models/desk_draft.py`.

Nothing here takes the desk's lock. Which forms keep drafts is `admin/drafts.py`'s.
"""

import uuid
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from cases.models import Campaign, Case, DeskDraft, Person, Source
from cases.models.desk_draft import LONGEST_VERSION
from cases.models.need_to_know import reading_as, whole_record

MOST = 60
"""So many drafts an account may have; beyond that the oldest go."""

LONGEST = 500_000
"""Characters of all fields of one draft together."""

About = Case | Campaign | Person | Source
Fields = dict[str, list[str]]


class TooLong(Exception):
    """There is more in it than a draft holds."""


def keep_draft(
    account: User, *, sheet: uuid.UUID, address: str, data: Fields, seen_version: str, about: About | None
) -> DeskDraft:
    """Keep the posted fields of one page of a form, over what was kept of it before. Raises TooLong."""
    if sum(len(name) + sum(map(len, values)) for name, values in data.items()) > LONGEST:
        raise TooLong
    kept = {name.replace("\0", ""): [each.replace("\0", "") for each in data[name]] for name in data}
    with whole_record(), transaction.atomic():
        draft, is_new = DeskDraft.objects.update_or_create(
            account=account,
            sheet=sheet,
            defaults={
                "address": address,
                "data": kept,
                "seen_version": seen_version.replace("\0", "")[:LONGEST_VERSION],
                "saved_at": timezone.now(),
                **_links(about, kept),
            },
        )
        if is_new:
            mine = DeskDraft.objects.filter(account=account).order_by("-saved_at", "-pk")
            DeskDraft.objects.filter(pk__in=[each.pk for each in mine.only("pk")[MOST:]]).delete()
    return draft


def _links(about: About | None, data: Fields) -> dict[str, Any]:
    """What a draft is about; of a new case the person who was chosen."""
    links: dict[str, Any] = dict.fromkeys(("case", "campaign", "person", "source"))
    if about is not None:
        links[type(about).__name__.lower()] = about
    elif chosen := data.get("person") or data.get("answer:name"):
        key = chosen[0]
        if key.isascii() and key.isdecimal() and len(key) < 19:
            links["person"] = Person.objects.filter(pk=key).first()
    return links


def forget_draft(account: User, *, sheet: uuid.UUID) -> None:
    """What was typed was saved, or thrown away by its author."""
    with reading_as(account):
        DeskDraft.objects.filter(account=account, sheet=sheet).delete()


@whole_record()
def forget_drafts_about(record: Case | Person) -> None:
    """Whoever typed it: the record shows less of its person from now on."""
    if isinstance(record, Case):
        DeskDraft.objects.filter(case=record).delete()
    person = record.person if isinstance(record, Case) else record
    if person is not None:
        DeskDraft.objects.about_person(person).delete()


@whole_record()
def forget_old_drafts() -> int:
    """Those nobody came back to in time. How many there were."""
    forgotten, _ = DeskDraft.objects.too_old(timezone.now()).delete()
    return forgotten
