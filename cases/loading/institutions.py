"""The prisons, courts and agencies of the vocabularies, as places and agencies that staff can choose.

They are private like all of these: what no published case uses stands on no page and in no file.
"""

from cases.models import Agency, Place
from cases.models.history import history_of
from cases.text.names import SAME
from cases.vocabularies.institutions import PLACE, ListedInstitution, institutions
from cases.workflow.near_records import near_records


def load_institutions() -> int:
    """Add those that were never on file and whose like is not on file under another name. What the desk changed, merged
    or deleted stays as it is. Returns how many."""
    models: tuple[type[Place] | type[Agency], ...] = (Place, Agency)
    were = {model: set(history_of(model).values_list("country", "name")) for model in models}
    missing: dict[type[Place] | type[Agency], list[Place | Agency]] = {model: [] for model in models}
    for each in institutions():
        model = Place if each.table == PLACE else Agency
        if (each.country, each.name) not in were[model] and not _is_on_file(model, each):
            missing[model].append(_place(each) if each.table == PLACE else _agency(each))
    return sum(len(model._default_manager.bulk_create(rows)) for model, rows in missing.items())


def _is_on_file(model: type[Place] | type[Agency], each: ListedInstitution) -> bool:
    near = near_records(model, [each.name, *each.spellings], each.country)
    return any(found.tier == SAME for found in near)


def _place(each: ListedInstitution) -> Place:
    return Place(
        name=each.name,
        facility=each.name,
        spellings=list(each.spellings),
        country=each.country,
        region=each.region,
        locality=each.locality,
    )


def _agency(each: ListedInstitution) -> Agency:
    return Agency(name=each.name, spellings=list(each.spellings), country=each.country, kind=each.kind)
