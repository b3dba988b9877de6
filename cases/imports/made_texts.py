"""Title and summary of cases that come with neither, as their facts make them."""

from django.utils import timezone

from cases.models import Case, Translated
from cases.models.need_to_know import whole_record
from cases.wording.made_texts import made_texts
from cases.workflow.document import document_of


def texts_from_facts(case: Case) -> dict[tuple[str, str], str]:
    """Title and summary of a saved case as its facts make them, by field and language."""
    with whole_record():
        document = document_of(case).content
    made = made_texts(document, today=timezone.localdate())
    return {
        (str(field), language): getattr(texts, field)
        for field in (Translated.TITLE, Translated.SUMMARY)
        for language, texts in made.items()
    }
