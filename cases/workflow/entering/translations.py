"""Texts in other languages beside the record's own."""

from django.utils.translation import gettext as _

from cases.models import Record, Translation


def into_its_own_language(record: Record, translation: Translation) -> str:
    """What is wrong with a translation into the language the record itself is written in; "" if it is not."""
    if translation.language != record.text_language:
        return ""
    return _("The record itself is written in this language.")
