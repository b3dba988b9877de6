"""What a row has to be asked, what can be chosen, and under what an answer is kept."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cases.imports.matching import refused_person
from cases.imports.said import Said
from cases.models import Case, Person, Place
from cases.workflow.entering.cells import NAMING
from cases.workflow.entering.persons import person_label


def choices_of(record: Any) -> list[list[str]]:
    """The records that may be meant, with a key to answer by: of a person also each of their cases."""
    if isinstance(record, Place):
        said = [str(record), record.region, record.facility or record.locality]
        return [[f"place:{record.pk}", " · ".join(dict.fromkeys(filter(None, said)))]]
    if not isinstance(record, Person):
        said = [str(record), str(record.get_kind_display()) if hasattr(record, "get_kind_display") else ""]
        return [[f"{record._meta.model_name}:{record.pk}", " · ".join(filter(None, said))]]
    if refused_person(record):
        return []
    choices = [[f"person:{record.pk}", person_label(record)]]
    choices += [
        [f"case:{each.pk}", f"{each.reference} {each}"] for each in Case.objects.of_person(record)[:5]
    ]
    return choices


def asked_about(said: Said) -> Iterator[str]:
    """Cells that name a record, so that there can be a choice."""
    yield from ("name", *NAMING, "court")
    yield from (f"later-{number}-{name}" for number in range(len(said.later)) for name in ("place", "court"))


def typed_in(said: Said, cell: str) -> str:
    if cell.startswith("later-"):
        _prefix, number, name = cell.split("-")
        return str(said.later[int(number)].get(name) or "")
    return str(said.cells.get(cell, ""))


def born_as(said: Said) -> str:
    born = said.cells.get("birth_date")
    return born.text if born else ""


def column_of(cell: str) -> str:
    """Our column of a cell of `ListedCase`: `later-0-kind` is `later_1_what`."""
    if not cell.startswith("later-"):
        return cell
    _prefix, number, name = cell.split("-")
    return f"later_{int(number) + 1}_{ {'kind': 'what', 'decision': 'what'}.get(name, name) }"


def no_column_of_verdicts() -> str:
    """A term and a day do not tell it: somebody may have been acquitted that day, or held as an administrative
    penalty."""
    return _(
        "No column of the list says which verdict. If it is the same in every row, say so under “The same in "
        "every row”: verdict = verdict_guilty. Else add a column that says it."
    )


def answer_key(cell: str, typed: str, beside: str) -> str:
    """What an answer is kept under: it holds for every row that says the same."""
    own = cell.rpartition("-")[2]
    kind = {"remand_court": "court"}.get(own, own)
    return f"{kind}:{typed}" + (f"|{beside}" if beside else "")
