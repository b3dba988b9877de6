"""The records that many documents name, each put on file once: sources, places, agencies, officials, articles of law …

A document says less of them than is on file where it was made. Two that it cannot tell apart are one here; of one that
two documents describe differently, the first description stands. What comes with the program (prisons, courts,
articles) is on file already: it takes over the references the documents know it by.
"""

from typing import Any

from cases.imports.key_table import KeyTable, mark
from cases.imports.own.errors import Unfit
from cases.imports.own.rows import Rows
from cases.models import Agency, LegalProvision, Official, Organisation, Person, PersonName, Place, Source
from cases.text.institutions import is_place_of_detention
from cases.text.references import is_reference

Written = dict[str, Any]


def sound_reference(reference: str, prefix: str, at: str) -> str:
    """The same, if it is one of that kind. Raises Unfit."""
    if not (isinstance(reference, str) and is_reference(reference) and reference.startswith(f"{prefix}-")):
        raise Unfit(at, reference, f"is no reference that begins with {prefix}-")
    return reference


class SharedRecords:
    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._keys = KeyTable()
        self._changed: dict[tuple[type, int], Written] = {}
        self._places_on_file: set[int] = set()
        self._read_what_is_on_file()

    def _read_what_is_on_file(self) -> None:
        for place in Place.objects.all():
            said = (place.country, place.region, place.locality, place.facility, place.name)
            self._keys[mark("place", *said)] = place.pk
            self._places_on_file.add(place.pk)
        for agency in Agency.objects.all():
            self._keys.setdefault(mark("agency named", agency.name), agency.pk)
            self._keys[mark("agency of", agency.country, agency.name)] = agency.pk
        for row in LegalProvision.objects.values_list("pk", "country", "code", "article", "category"):
            self._keys[mark("provision", *row[1:4])] = row[0]
            self._keys[mark("category", row[0], row[4])] = row[0]

    def take_over_references(self) -> None:
        """Write what records that were on file before are known by from now on."""
        for (model, key), values in self._changed.items():
            row = model.objects.get(pk=key)
            for name, value in values.items():
                setattr(row, name, value)
            row.save(update_fields=list(values))

    # Sources

    def source(self, written: Written, *, within: str, taken: list[int]) -> int:
        """The source of a document; `taken`: those that the same document names under other numbers."""
        at = f"sources.{written['number']}"
        values = {name: written[name] for name in ("kind", "language", "reliability")}
        if "title" not in written:
            # Nothing tells it apart, and nothing of it shows: it gets a title for the desk.
            title = f"{within}, source {written['number']}"
            return self._rows.add(Source, where=at, **values, title=title, is_public=True)
        described = [written[name] for name in ("title", "publisher", "author", "archived_url")]
        known = (
            mark("source", written["url"])
            if written["url"]
            else mark("source", "", *described, *values.values())
        )
        key = self._keys.get(known)
        if key is None or key in taken:
            key = self._keys[known] = self._rows.add(
                Source,
                where=at,
                **values,
                **{name: written[name] for name in ("title", "publisher", "author", "url", "archived_url")},
                published_date=written["published"],
                accessed_date=written["accessed"] or None,
                is_public=True,
            )
        return key

    # Places

    def place(self, written: Written, at: str) -> int:
        region = written["region"] or written["region_name"]
        name, *spellings = written["names"] or [region or written["country"]]
        facility, locality = written["facility"], written["locality"]
        if facility == name and is_place_of_detention(name):
            facility = ""
        elif not facility and locality == name:
            locality = ""
        said = (written["country"], region, locality, facility, name)
        key = self._keys.get(mark("place", *said))
        values = {
            **(
                {"reference": sound_reference(written["reference"], "F", f"{at}.reference")}
                if written["reference"]
                else {}
            ),
            "spellings": spellings,
            **{each: written[each] for each in ("latitude", "longitude", "precision")},
        }
        if key is None:
            names = dict(zip(("country", "region", "locality", "facility", "name"), said, strict=True))
            key = self._keys[mark("place", *said)] = self._rows.add(Place, where=at, **names, **values)
        elif written["reference"] and key in self._places_on_file:
            self._places_on_file.remove(key)
            self._changed[Place, key] = values
        return key

    # Bodies and officials

    def agency(
        self,
        name: str,
        *,
        reference: str = "",
        country: str | None = None,
        near: str = "",
        court: bool = False,
        at: str,
    ) -> int:
        """An agency by its reference, or by its name alone. `country`: None where the document does not say; then
        `near` is the one it may be in, should there be two of the name."""
        if reference and (key := self._keys.get(mark("agency", reference))):
            return key
        if reference:
            sound_reference(reference, "A", f"{at}.reference")
        known = mark("agency named", name) if country is None else mark("agency of", country, name)
        key = self._keys.get(known)
        if key is not None and reference and mark("owned", key) in self._keys:
            country, key = near if country is None else country, self._keys.get(mark("agency of", near, name))
        if key is None:
            key = self._rows.add(
                Agency,
                where=at,
                name=name,
                country=country or "",
                kind="judiciary" if court else "unknown",
                **({"reference": reference} if reference else {}),
            )
            self._keys.setdefault(mark("agency named", name), key)
            self._keys[mark("agency of", country or "", name)] = key
        elif reference and mark("owned", key) not in self._keys:
            self._changed[Agency, key] = {"reference": reference}
        if reference:
            self._keys[mark("agency", reference)] = self._keys[mark("owned", key)] = key
        return key

    def organisation(self, written: Written, at: str) -> int:
        reference = sound_reference(written["reference"], "O", f"{at}.reference")
        key = self._keys.get(mark("organisation", reference))
        if key is None:
            key = self._keys[mark("organisation", reference)] = self._rows.add(
                Organisation,
                where=at,
                reference=reference,
                name=written["organisation"],
                country=written["country"],
                kind=written["kind"],
            )
        return key

    def official(self, written: Written, *, source: int, at: str) -> tuple[int, int]:
        """Keys of the official and of the agency."""
        agency = self.agency(written["agency"], at=f"{at}.agency")
        reference = sound_reference(written["reference"], "J", f"{at}.reference")
        key = self._keys.get(mark("official", reference))
        if key is None:
            key = self._keys[mark("official", reference)] = self._rows.add(
                Official,
                where=at,
                reference=reference,
                name=written["official"],
                office=written["office"],
                agency=agency,
                source=source,
            )
        return key, agency

    # Law

    def provision(self, written: Written, at: str) -> int:
        """The article of a charge, which must state one."""
        said = (written["country"], written["code"], written["article"])
        key = self._keys.get(mark("provision", *said))
        if key is None:
            names = dict(zip(("country", "code", "article"), said, strict=True))
            key = self._rows.add(
                LegalProvision, where=at, **names, title=written["title"], category=written["category"]
            )
            self._keys[mark("provision", *said)] = key
            self._keys[mark("category", key, written["category"])] = key
        return key

    def brings_category(self, provision: int, category: str) -> bool:
        return mark("category", provision, category) in self._keys

    # Persons

    def person(self, written: Written, *, identity: str, key: int | None = None) -> int:
        """The person of a case: one on all their cases where they are named, else one for this case alone."""
        known = mark("person", written["reference"]) if written["reference"] else None
        if known and (there := self._keys.get(known)) is not None:
            return there
        given = {}
        if known:
            given["reference"] = sound_reference(written["reference"], "P", "person.reference")
        key = self._rows.add(
            Person,
            key=key,
            where="person",
            **given,
            identity=identity,
            gender=written["gender"],
            birth_date=_year(written["birth_year"]),
            death_date=written["death"],
            nationalities=written["nationalities"],
            roles=written["roles"],
            affected_groups=written["groups"],
            published_groups=written["groups"],
        )
        if known:
            self._keys[known] = key
        if written["name"]:
            self._rows.add(PersonName, where="person.name", person=key, text=written["name"], is_primary=True)
        for number, name in enumerate(written["other_names"], start=1):
            self._rows.add(PersonName, where=f"person.other_names.{number}", person=key, **name)
        return key


def _reference(reference: str, prefix: str, at: str) -> Written:
    return {"reference": sound_reference(reference, prefix, f"{at}.reference")} if reference else {}


def _year(year: int | None) -> Written:
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise Unfit("person.birth_year", year, "is no year")
    return {"text": "" if year is None else f"{year:04}", "words": ""}
