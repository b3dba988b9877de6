"""Sources cited for facts: each source once for each fact."""

from django.db.models import Model

from cases.models import Citation, Source
from cases.register.fields import FIELDS

CLAIMABLE = [
    field.name
    for field in FIELDS
    if "case" in field.where and field.origin == "document" and field.name != "reference"
]
"""The fields of a record a source may give a value for."""


def can_be_cited(model: type[Model]) -> bool:
    """Whether a citation can be tied to a fact of this kind; others name their source themselves."""
    return model._meta.model_name in Citation.TARGETS


def cite_once(source: Source, fact: Model, **where: str) -> None:
    """Cite a source for a saved fact of a case or campaign, unless it is cited for it already.

    `where`: page in the source and credibility, where they are given; of a citation that stands they are changed.
    """
    owner = "case" if getattr(fact, "case_id", None) else "campaign"
    given = {"source": source, owner: getattr(fact, owner), str(fact._meta.model_name): fact}
    said = {name: text for name, text in where.items() if text}
    found = Citation.objects.filter(**given).first()
    if found is None:
        Citation.objects.create(**given, **said)
    elif said:
        for name, text in said.items():
            setattr(found, name, text)
        found.save(update_fields=list(said))
