"""The cells a line of a list may have, by name: the one list for the short form, for many at once, and for files.

| cell | what it says |
|---|---|
| `name`, `other_names` (texts), `birth_date`, `gender`, `roles`, `age_at_arrest` | who |
| `organisation`, `organisation_role`, `organisation_kind`, `post` | outlet or party, the tie, its kind, the post |
| `taken` | the kind of event of `arrested_on`: an arrest where it says nothing |
| `arrested_on`, `agency`, `place` | when, by whom, where |
| `remand_until`, `remand_court` | the remand, and the court that ordered it |
| `articles`, `court`, `verdict`, `verdict_on`, `term`, `is_final` | charges and court |
| `held_at` | the prison, on the day of the list |
| `title`, `summary`, `notes` | our own words; notes are private |

What came after are rows of their own (`LATER`), called `later-0-kind` and so on.
"""

from django.db.models import Model

from cases.models import Agency, Organisation, Person, Place, Source

PERSON_CELLS = ("birth_date", "gender", "roles")
TAKEN = ("arrest", "detained", "arrest_foreign_request", "taken_into_custody")
"""Kinds of event that `arrested_on` may be of."""
LATER = ("kind", "decision", "date", "place", "court", "term")
NAMING = ("organisation", "agency", "place", "remand_court", "held_at")
"""Cells that name a record beside the person; `court` does where there is a verdict."""

STATUS_BY_VERDICT = {
    "verdict_guilty": "convicted",
    "administrative_sentence": "convicted",
    "verdict_acquittal": "acquitted",
}
"""What became of every charge of a line, by its verdict: a list names the articles somebody was convicted under."""
CODES = ("CC", "CAO")
"""Codes of law that a list may be of; an article of another one says so where it stands."""

CELLS = (
    "name",
    "other_names",
    *PERSON_CELLS,
    "age_at_arrest",
    "organisation",
    "organisation_role",
    "organisation_kind",
    "post",
    "taken",
    "arrested_on",
    "agency",
    "place",
    "remand_until",
    "remand_court",
    "articles",
    "court",
    "verdict",
    "verdict_on",
    "term",
    "is_final",
    "held_at",
    "title",
    "summary",
    "notes",
)

NEW = "new"
"""The answer to a question: none of these."""

_MODELS: dict[str, type[Model]] = {
    "new_source": Source,
    "name": Person,
    "place": Place,
    "held_at": Place,
    "agency": Agency,
    "court": Agency,
    "remand_court": Agency,
    "organisation": Organisation,
}


def model_of(cell: str) -> type[Model] | None:
    """What kind of record a cell names; None if it names none."""
    if cell.startswith("later-"):
        return {"place": Place, "court": Agency}.get(cell.rpartition("-")[2])
    return _MODELS.get(cell)
