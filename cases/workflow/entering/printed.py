"""What a row says as it is printed, turned into the values of its fields: articles of a charge, the term of a sentence.

Nothing is asked of the database: a provision that may be on file is looked up when the charge is saved.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from cases.models import Charge, LegalProvision
from cases.workflow.entering.provisions import CHOSEN_AND_TYPED, articles_typed
from cases.workflow.entering.reading import Errors, Values, is_empty
from cases.workflow.entering.terms import said_by_term

PRINTED = {"charges": "printed_article", "sentences": "printed_term"}
CODE = "printed_code"
_MOST_WORDS = Charge._meta.get_field("verbatim").max_length


def unprinted(part: str, values: Values, *, country: str) -> tuple[list[Values], Errors]:
    """The rows that one row of values means, and what is wrong with what was printed, by field.

    A bare number of an article is of the Criminal Code of `country`, or of the code that the row says beside it as
    `printed_code`; a currency of several countries is its own.
    """
    name = PRINTED.get(part)
    if name is None or name not in values:
        return [values], {}
    own = {key: value for key, value in values.items() if key not in (name, CODE)}
    code = str(values.get(CODE) or "CC")
    if is_empty(values[name]):
        return [own], {}
    typed = str(values[name]).strip()
    try:
        return _READERS[part](typed, own, country, code), {}
    except ValidationError as error:
        return [own], {name: error.messages}


def _charges(typed: str, own: dict[str, Any], country: str, code: str) -> list[Values]:
    if own.get("provision"):
        raise ValidationError(CHOSEN_AND_TYPED)
    rows: list[Values] = []
    for article in articles_typed(typed, country=country, code=code):
        row = {
            "modality": article.modality,
            "verbatim": typed[:_MOST_WORDS],
            **{key: value for key, value in own.items() if not is_empty(value)},
        }
        row["provision"] = LegalProvision(country=article.country, code=article.code, article=article.number)
        rows.append(row)
    return rows


def _sentence(typed: str, own: dict[str, Any], country: str, _code: str) -> list[Values]:
    return [{**own, **said_by_term(typed, own, country=country)}]


_READERS: dict[str, Callable[[str, dict[str, Any], str, str], list[Values]]] = {
    "charges": _charges,
    "sentences": _sentence,
}
