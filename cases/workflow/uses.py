"""Which shared records the public document of a case or campaign uses, and which only its earlier versions did."""

from collections.abc import Set as AbstractSet

from django.apps import apps
from django.db.models import Model

from cases.models import Campaign, Case, PublishedUse, Record, Shared
from cases.models.need_to_know import whole_record
from cases.models.record import kind_of

Use = tuple[str, int]
"""A shared record: the name of its model, and its key."""


def uses_of(record: Record) -> dict[Use, PublishedUse]:
    """What is noted of a record's versions, by what they use."""
    uses = PublishedUse.objects.filter(**{kind_of(record): record})
    return {(use.record_type, use.record_id): use for use in uses}


def wait_for_changes(used: AbstractSet[Use]) -> None:
    """Until no transaction that gave the desk away for a while is changing what is used: it could not mark what is
    published meanwhile as out of date."""
    for model in (apps.get_model("cases", kind) for kind in sorted({kind for kind, _key in used})):
        if issubclass(model, Shared):
            keys = [key for kind, key in used if kind == model._meta.model_name]
            rows = model._base_manager.filter(pk__in=keys).order_by("pk")
            list(rows.select_for_update(no_key=True).values_list("pk"))


def note_uses(record: Record, used: AbstractSet[Use]) -> None:
    """Note what the public version of a locked record uses now.

    What only earlier versions used stays noted while their texts are kept: it may have to go from those too.
    """
    owner = {kind_of(record): record}
    known = uses_of(record)
    for key, use in known.items():
        use.is_earlier = key not in used
    PublishedUse.objects.bulk_update(known.values(), ["is_earlier"])
    PublishedUse.objects.bulk_create(
        PublishedUse(**owner, record_type=kind, record_id=key) for kind, key in sorted(used - known.keys())
    )


def clear_uses(record: Record) -> None:
    """Nothing of a record's versions is public any more under the reference they had."""
    PublishedUse.objects.filter(**{kind_of(record): record}).delete()


def clear_earlier_uses(record: Record) -> None:
    """The texts of a record's earlier versions are gone."""
    PublishedUse.objects.filter(**{kind_of(record): record}, is_earlier=True).delete()


@whole_record()
def users_of(record: Model) -> list[Record]:
    """Public cases and campaigns whose documents use a record, whatever it is."""
    return _public_users(record, is_earlier=False)


@whole_record()
def earlier_users_of(record: Model) -> list[Record]:
    """Public cases and campaigns of which only earlier versions used a record, in texts that are still kept."""
    return _public_users(record, is_earlier=True)


def _public_users(record: Model, *, is_earlier: bool) -> list[Record]:
    uses = PublishedUse.objects.filter(
        record_type=kind_of(record), record_id=record.pk, is_earlier=is_earlier
    )
    cases = Case.objects.public().filter(pk__in=uses.filter(case__isnull=False).values("case"))
    campaigns = Campaign.objects.public().filter(
        pk__in=uses.filter(campaign__isnull=False).values("campaign")
    )
    return [*cases.order_by("pk"), *campaigns.order_by("pk")]
