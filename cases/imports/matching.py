"""Which case on file a row is about, and whether anything may come of it at all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cases.imports.said import Said
from cases.models import (
    Anonymisation,
    Case,
    ExternalId,
    FormerText,
    Hiding,
    ImportedCase,
    Person,
    PublicNaming,
    State,
    Tombstone,
)
from cases.models.need_to_know import is_known, whole_record
from cases.text.names import SAME, compare


@dataclass
class Found:
    """`case`: the case a row is about. `refused`: why nothing comes of the row. `is_same`: the row was imported before,
    just as it is."""

    case: Case | None = None
    because: str = ""
    refused: str = ""
    field: str = ""
    is_same: bool = False


@dataclass
class Matcher:
    """Looks up the rows of one batch together. `list_name` says whose numbers `list_id` are; `own` is the import that
    is being judged."""

    list_name: str
    own: int
    _by_reference: dict[str, Case] = field(default_factory=dict)
    _by_id: dict[str, ExternalId] = field(default_factory=dict)
    _by_digest: dict[str, ImportedCase] = field(default_factory=dict)
    _persons: dict[str, Person] = field(default_factory=dict)
    _last: dict[int, str] = field(default_factory=dict)

    def look_up(self, batch: Iterable[Said]) -> None:
        """Ask for everything that these rows point at, in a few questions."""
        rows = list(batch)
        with whole_record():
            references = {_reference(said, "reference") for said in rows} - {""}
            self._by_reference = (
                {each.reference: each for each in Case.objects.filter(reference__in=references)}
                if references
                else {}
            )
            people = {_reference(said, "person") for said in rows} - {"", "NEW"}
            self._persons = (
                {each.reference: each for each in Person.objects.filter(reference__in=people)}
                if people
                else {}
            )
            ids = {said.list_id for said in rows} - {""}
            known = ExternalId.objects.select_related("case").filter(list_name=self.list_name, value__in=ids)
            self._by_id = {each.value: each for each in known} if ids else {}
            digests = [said.digest for said in rows]
            before = ImportedCase.objects.filter(digest__in=digests).exclude(list_import=self.own)
            self._by_digest = {each.digest: each for each in before.select_related("case").order_by("pk")}
            cases = {each.case_id for each in self._by_digest.values()}
            latest = (
                ImportedCase.objects.filter(case__in=cases).exclude(digest="").order_by("pk")
                if cases
                else ImportedCase.objects.none()
            )
            self._last = dict(latest.values_list("case", "digest"))

    def person_of(self, said: Said) -> tuple[Person | None, str]:
        """The person a row names by reference, and what is wrong with that."""
        reference = _reference(said, "person")
        if reference in ("", "NEW"):
            return None, ""
        person = self._persons.get(reference)
        if person is None:
            return None, _("No person on file has this reference.")
        if not is_known(Person, person.pk):
            return None, _ask()
        return person, refused_person(person)

    def case_of(self, said: Said) -> Found:
        """The case a row is about, by our reference, by the number in the list, or since it was imported before."""
        reference = _reference(said, "reference")
        if reference:
            return self._of_reference(reference)
        value = said.list_id
        if value and value in self._by_id:
            case = self._by_id[value].case
            if case is None:
                return Found(refused=_gone(), field="list_id")
            found = self._judged(Found(case, _("its number in the list"), field="list_id"), said)
            return self._of_that_name(found, str(said.cells.get("name", "")))
        before = self._by_digest.get(said.digest)
        if before is not None and not value:
            return self._judged(Found(before.case, _("the very row was imported before")), said)
        return Found()

    def _of_that_name(self, found: Found, name: str) -> Found:
        """A list may have been numbered anew: its numbers alone say of nobody else what a row says of somebody."""
        person = found.case.person if found.case else None
        if found.refused or person is None or not name or may_have_name(person, name):
            return found
        told = _(
            "is the number of %(reference)s, where the name is “%(name)s”. If the list was numbered anew, leave its "
            "numbers out; if it is the same person, add the name at the desk first."
        )
        names = {"reference": found.case.reference if found.case else "", "name": person}
        return Found(refused=told % names, field="list_id")

    def _of_reference(self, reference: str) -> Found:
        case = self._by_reference.get(reference)
        if case is None:
            gone = FormerText.objects.filter(reference=reference) if reference.startswith("C") else None
            if Tombstone.objects.filter(reference=reference).exists() or (gone is not None and gone.exists()):
                return Found(refused=_gone(), field="reference")
            return Found(
                refused=_("No case on file has this reference. Leave it empty for a new case."),
                field="reference",
            )
        return self._judged(Found(case, _("our reference"), field="reference"), None)

    def _judged(self, found: Found, said: Said | None) -> Found:
        case = found.case
        assert case is not None
        if not is_known(Case, case.pk):
            return Found(refused=_ask(), field=found.field)
        if is_taken_out(case):
            return Found(refused=_gone(), field=found.field)
        found.is_same = said is not None and self._last.get(case.pk) == said.digest
        return found


def is_taken_out(case: Case) -> bool:
    """Whether a case was withdrawn, hidden or anonymised, so that no list brings it back."""
    with whole_record():
        return (
            case.state == State.WITHDRAWN
            or Anonymisation.objects.filter(case=case).exists()
            or Hiding.objects.standing().filter(case=case).exists()
            or (not case.is_public and Tombstone.objects.filter(reference=case.reference).exists())
            or (case.person_id is not None and bool(_is_hidden(case.person_id)))
        )


def may_have_name(person: Person, name: str) -> bool:
    """Whether one of a person's names may be this one, however it is spelt."""
    return any(compare(name, each.text) or compare(each.text, name) for each in person.names.all())


def has_name(person: Person, name: str) -> bool:
    """Whether one of a person's names compares as the same."""
    matches = (compare(name, each.text) for each in person.names.all())
    return any(match and match.tier == SAME for match in matches)


def refused_person(person: Person) -> str:
    """Why no list may say more of a person; "" where it may."""
    with whole_record():
        return _gone() if _is_hidden(person.pk) else ""


def _is_hidden(person: int) -> bool:
    return (
        Hiding.objects.standing().filter(person=person).exists()
        or PublicNaming.objects.filter(person=person, hidden_at__isnull=False).exists()
    )


def _gone() -> str:
    return _("This was withdrawn, hidden, anonymised or erased. No list brings it back; ask who publishes.")


def _ask() -> str:
    return _("Ask an administrator.")


def _reference(said: Said, name: str) -> str:
    return str(said.cells.get(name, "")).strip().upper()
