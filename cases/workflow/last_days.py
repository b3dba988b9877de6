"""Until when what is public of a record may be read: the last day of every consent that it rests on.

Where it was hidden in an emergency, that day was the one before.

The register keeps the day and nothing of where it comes from (`register/shown_until.py`), so that by the clock alone
a record is gone when somebody's consent is. What then has to be taken out or narrowed is `expiry.py`'s, once a day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cases.models import Case, Hiding, LedgerText, Person, Record, ShownUntil
from cases.models.record import kind_of
from cases.register import register
from cases.workflow.permission import last_day_of_consent, last_day_to_name
from cases.workflow.uses import earlier_users_of, users_of, uses_of


def keep_last_day(record: Record, *, anew: bool = False) -> None:
    """Tell the register the last day of a locked record that is public, as it follows from what is on file now.

    A day that is over stays, whatever was changed since: what is gone comes back when it is published or, `anew`, when
    everything that had to go from it has gone.
    """
    if not record.is_public:
        return
    if not anew and ShownUntil.objects.ended().filter(reference=record.reference).exists():
        return
    register.show_until({record.reference: min(_last_days(record), default=None)})


def keep_last_days_of(person: Person) -> None:
    """The same for every public record that uses a person, in any version that is kept."""
    for record in (*users_of(person), *earlier_users_of(person)):
        keep_last_day(record)


def _last_days(record: Record) -> Iterator[date]:
    if hiding := hiding_over(record):
        yield timezone.localdate(hiding.hidden_at) - timedelta(days=1)
    if not isinstance(record, Case):
        return
    if day := last_day_of_consent(record):
        yield day
    if _names_others(record):
        others = [key for kind, key in uses_of(record) if kind == "person" and key != record.person_id]
        for person in Person.objects.filter(pk__in=others):
            if day := last_day_to_name(person):
                yield day


def hiding_over(record: Record) -> Hiding | None:
    """What somebody hid in an emergency so that a record may not be read: itself, the person it is about, or anything
    that has not been taken out of it yet.

    Whom it merely names on somebody's account it is narrowed by, and can be read without them.
    """
    used = {kind: {key for each, key in uses_of(record) if each == kind} for kind in ("person", "source")}
    about = Q(**{kind_of(record): record})
    if isinstance(record, Case):
        named = {record.targeted_because_of_id} - {record.person_id}
        about |= Q(person__in=(used["person"] | {record.person_id}) - named - {None})
    about |= Q(followed_at__isnull=True) & (Q(person__in=used["person"]) | Q(source__in=used["source"]))
    return Hiding.objects.standing().filter(about).first()


def _names_others(case: Case) -> bool:
    """Whether a version that is kept names somebody who is not whom the case is about now.

    What a case uses says who, but also who it used until it was narrowed.
    """
    own = case.person.reference if case.person else ""
    documents = (version.document for version in LedgerText.objects.of(case.reference).filter(type="case"))
    return any(
        document["targeted_because_of"] or (document["person"] or {}).get("reference", own) != own
        for document in documents
    )
