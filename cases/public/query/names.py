"""Names for the references that filters and counts speak of."""

from collections.abc import Iterable, Mapping

from django.db.models import JSONField, Value

from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_name import PublishedName
from cases.wording.samples import marked
from cases.wording.texts import text_of


def names_of(references: Iterable[str]) -> dict[str, str]:
    """Title or name by reference, in one query, or none for no reference; a title in the reader's language where the
    record has it in that, of an agency the name most cases print."""
    references = list(references)
    if not references:
        return {}
    titles = PublishedCampaign.objects.shown().filter(reference__in=references).order_by()
    titles = titles.annotate(uses=Value(1)).values_list(
        "reference", "title", "uses", "sample", "document__text_language", "document__translations"
    )
    named = PublishedName.objects.shown().filter(reference__in=references)
    named = named.annotate(
        sample=Value(False),
        written_in=Value("", output_field=JSONField()),
        translations=Value([], output_field=JSONField()),
    )
    named = named.values_list("reference", "name", "uses_shown", "sample", "written_in", "translations")
    # The last one stays: most uses, and of several equal ones the first by alphabet.
    rows = sorted(titles.union(named, all=True), key=lambda row: row[1], reverse=True)
    by_uses = sorted(rows, key=lambda row: row[2])
    return {
        reference: marked(
            text_of({"title": name, "translations": translations}, "title", written_in=written_in), sample
        )
        for reference, name, _uses, sample, written_in, translations in by_uses
    }


def names_for(values: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The names of those values that are references; the values are given by parameter."""
    return names_of(value for name, given in values.items() if PARAMETERS[name].named for value in given)


def names_in(query: Query) -> dict[str, str]:
    """The names of what a query asks for by reference."""
    return names_for({name: query.values(name) for name in PARAMETERS})
