"""Numbers as the reader's language writes them."""

from django.utils.formats import get_format


def grouped(number: int) -> str:
    """With the language's own mark between thousands; some hundreds of them on a page take no time."""
    return f"{number:,}".replace(",", get_format("THOUSAND_SEPARATOR")) if number > 999 else str(number)
