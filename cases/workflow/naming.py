"""Who is public by name, and whose records are tied to whom: what masking a hidden name asks first."""

from collections.abc import Iterator
from contextlib import suppress

from django.db.models import Q

from cases.models import (
    Campaign,
    Case,
    FormerText,
    LedgerText,
    NameToken,
    Person,
    PersonRelation,
    PublicNaming,
    Record,
    Relation,
)
from cases.models.history import history_of
from cases.models.record import kind_of
from cases.models.relation import ENDS
from cases.register.documents.reading import UnreadableText
from cases.text.name_tokens import tokens_of_name
from cases.workflow.permission import is_hidden
from cases.workflow.uses import users_of


def note_naming(record: Record, content: dict) -> None:
    """Note whom the public document of a record names as its subject, or as the one on whose account it was done.

    Somebody who was hidden is public by name again.
    """
    if not isinstance(record, Case):
        return
    named = set()
    if content["identity"] == "named" and record.person_id and content["person"]["name"]:
        named.add(record.person_id)
    if content["targeted_because_of"] and record.targeted_because_of_id:
        named.add(record.targeted_because_of_id)
    known = {naming.person_id: naming for naming in PublicNaming.objects.filter(person__in=named)}
    for naming in known.values():
        if naming.hidden_at and not is_hidden(naming.person):
            naming.hidden_at = naming.hidden_by = None
            naming.save(update_fields=["hidden_at", "hidden_by"])
    PublicNaming.objects.bulk_create(PublicNaming(person_id=key) for key in sorted(named - known.keys()))


def is_named(person: Person) -> bool:
    """Whether a public document gives the person's name as theirs: of a case of their own or, if none ever was public,
    of one that happened on their account. Nobody is who was hidden in an emergency."""
    if is_hidden(person):
        return False
    own = Case.objects.filter(person=person)
    if own.filter(published_at__isnull=False).exists():
        return own.public().filter(reference_identity="named").exists()
    return bool(told_on_account(person))


def told_on_account(person: Person) -> set[str]:
    """References of the public cases that say now that they happened on the person's account, whatever their drafts
    say since."""
    using = {each.reference: each for each in users_of(person) if isinstance(each, Case)}
    names = set(names_of(person))
    return {
        text.reference
        for text in LedgerText.objects.latest_of(sorted(using)).values()
        if (told := text.document.get("targeted_because_of"))
        and (told in names or using[text.reference].person_id != person.pk)
    }


def names_of(person: Person) -> list[str]:
    """The names of a person: those on file, and those under which the public knew them and which are taken off."""
    names = set(person.names.values_list("text", flat=True))
    references = {
        person.reference,
        *history_of(Person).filter(id=person.pk).values_list("reference", flat=True),
    }
    for document in _documents_about(person):
        shown = document.get("person") or {}
        if document.get("identity") == "named" and shown.get("reference") in references:
            names |= {shown["name"], *(other["text"] for other in shown["other_names"])}
    return sorted(names - {""})


def _documents_about(person: Person) -> Iterator[dict]:
    """What was ever public of the person's cases, and is kept: in the register, or at the desk since it is gone."""
    own = Case.objects.filter(person=person).values_list("reference", flat=True)
    for text in LedgerText.objects.filter(reference__in=list(own), type="case"):
        with suppress(UnreadableText):  # `check_register` names it; it must not keep anybody from hiding
            yield text.document
    for documents in FormerText.objects.filter(case__person=person).values_list("documents", flat=True):
        yield from documents


def is_name_of_somebody(word: str) -> bool:
    """Whether a word stands in a public name."""
    return NameToken.objects.filter(token__in=tokens_of_name(word)).exists()


def records_tied_to(person: Person) -> set[tuple[str, int]]:
    """Cases and campaigns in which a surname alone is likely to mean the person, as (kind, key): their own, those of
    the same campaigns, those related to them, of which theirs are parts, and those of the person's relatives."""
    cases = set(_cases_of([person.pk]))
    campaigns = set(Campaign.objects.filter(cases__in=cases).values_list("pk", flat=True))
    relatives = PersonRelation.objects.filter(Q(person=person) | Q(other=person)).values_list(
        "person", "other"
    )
    tied = {("case", key) for key in _cases_of({key for pair in relatives for key in pair})}
    tied |= {
        ("case", key) for key in Case.objects.filter(campaigns__in=campaigns).values_list("pk", flat=True)
    }
    around = Case.objects.filter(
        Q(part_of__in=cases) | Q(parts__in=cases) | Q(overlaps_with__in=cases) | Q(pk__in=cases)
    )
    tied |= {("case", key) for key in around.values_list("pk", flat=True)}
    tied |= {("campaign", key) for key in campaigns}
    return tied | _related(cases)


def _cases_of(persons: "set[int] | list[int]") -> list[int]:
    theirs = Case.objects.filter(Q(person__in=persons) | Q(targeted_because_of__in=persons))
    return list(theirs.values_list("pk", flat=True))


def _related(cases: set[int]) -> set[tuple[str, int]]:
    """What a relation ties to these cases, or to facts of theirs."""
    touching = Q()
    for side in ("from", "to"):
        touching |= Q(**{f"{side}_case__in": cases})
        touching |= Q(**{f"{side}_event__case__in": cases}) | Q(**{f"{side}_intervention__case__in": cases})
    relations = Relation.objects.filter(touching).select_related(
        *(f"{side}_{end}" for side in ("from", "to") for end in ENDS)
    )
    return {(kind_of(record), record.pk) for each in relations for record in each.records}
