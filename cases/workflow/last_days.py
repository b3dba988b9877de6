"""Until when what is public of a record may be read: the last day of every consent that it rests on.

Where it was hidden in an emergency, that day was the one before.

The register keeps the day and nothing of where it comes from (`register/shown_until.py`), so that by the clock alone
a record is gone when somebody's consent is. What then has to be taken out or narrowed is `expiry.py`'s, once a day.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cases.models import (
    Campaign,
    Case,
    Hiding,
    LedgerText,
    Person,
    PersonName,
    PublicNaming,
    Record,
    ShownUntil,
)
from cases.models.record import kind_of
from cases.register import register
from cases.register.ledger_words import may_print_whole
from cases.text.name_words import name_words
from cases.text.names import find_names
from cases.text.sought_name import sought
from cases.workflow.completeness import public_text
from cases.workflow.masked_text import Masker
from cases.workflow.naming import is_name_of_somebody
from cases.workflow.permission import last_day_of_consent, last_day_to_name
from cases.workflow.uses import earlier_users_of, users_of, uses_of


def keep_last_day(record: Record, *, anew: bool = False) -> None:
    """Tell the register the last day of a locked record that is public, as it follows from what is on file now, and of
    every other that prints the name of its person.

    A day that is over stays, whatever was changed since: what is gone comes back when it is published or, `anew`, when
    everything that had to go from it has gone.
    """
    if _tell(record, anew=anew) and isinstance(record, Case) and record.person:
        for other in _printing(record.person):
            _tell(other)


def keep_last_days_of(person: Person) -> None:
    """The same for every public record that uses a person, or prints their name, in any version that is kept."""
    for record in dict.fromkeys((*users_of(person), *earlier_users_of(person), *_printing(person))):
        _tell(record)


def _tell(record: Record, *, anew: bool = False) -> bool:
    """Answers whether the day is another than it was."""
    if not record.is_public:
        return False
    if not anew and ShownUntil.objects.ended().filter(reference=record.reference).exists():
        return False
    return register.show_until({record.reference: min(_last_days(record), default=None)})


def _last_days(record: Record) -> Iterator[date]:
    if hiding := hiding_over(record):
        yield timezone.localdate(hiding.hidden_at) - timedelta(days=1)
    yield from _last_days_of_names(record)
    if not isinstance(record, Case):
        return
    if day := last_day_of_consent(record):
        yield day
    if _names_others(record):
        others = [key for kind, key in uses_of(record) if kind == "person" and key != record.person_id]
        for person in Person.objects.filter(pk__in=others):
            if day := last_day_to_name(person):
                yield day


def _last_days_of_names(record: Record) -> Iterator[date]:
    """Of everybody else whose whole name a version that is kept prints, and who is public by name until a day to come.

    Where that day is over the name was masked, or somebody decided that it is another's.
    """
    today = timezone.localdate()
    runs_out = Q(consent_expires_date__gte=today)
    ending = Q(person__in=Person._base_manager.filter(runs_out).values("pk")) | Q(
        person__in=Case._base_manager.filter(runs_out, person__isnull=False).values("person")
    )
    named = PersonName.objects.filter(
        ending, person__in=PublicNaming._base_manager.filter(hidden_at__isnull=True).values("person")
    )
    names: dict[int, set[str]] = defaultdict(set)
    others = named.exclude(person=getattr(record, "person_id", None))
    for key, name in others.values_list("person", "text"):
        names[key].add(name)
    if not names:
        return
    documents = [version.document for version in LedgerText.objects.of(record.reference)]
    found = find_names(set().union(*names.values()), "\n".join(map(public_text, documents)))
    for person in Person.objects.filter(
        pk__in=[key for key, spellings in names.items() if spellings & found]
    ):
        masker = Masker(names[person.pk], is_given_name=is_name_of_somebody)
        day = _last_day_of_name(person)
        if day and day >= today and any(map(masker.prints_whole, documents)):
            yield day


def _last_day_of_name(person: Person) -> date | None:
    """The last day on which a public document may give the person's name as theirs: of the longest consent of a case of
    their own or, if they have none that is public, of their own consent; None if that does not end."""
    own = Case.objects.public().filter(person=person)
    days = [last_day_of_consent(case) for case in own] or [last_day_to_name(person)]
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def _printing(person: Person) -> Iterator[Record]:
    """Public records of others of which a version that is kept may print the whole name of somebody public by name."""
    if not PublicNaming.objects.filter(person=person).exists():
        return
    names = [sought(name) for name in person.names.values_list("text", flat=True) if name_words(name)]
    references = may_print_whole(names).values("reference")
    yield from Case.objects.public().filter(reference__in=references).exclude(person=person).order_by("pk")
    yield from Campaign.objects.public().filter(reference__in=references).order_by("pk")


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
