"""An article of law as it is printed, found among the provisions on file or made on the spot.

What is made here has no title and no source: nobody has checked it yet. It brings the category of its head article.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from cases.models import LegalProvision
from cases.text.law.reading import Article, ArticleError, read_article


def article_typed(typed: str, *, country: str = "") -> Article:
    """The article that was typed; a bare number is of the Criminal Code of `country`, or else of Azerbaijan's.

    Raises ValidationError with the reason, in the reader's language.
    """
    try:
        return read_article(typed, code=f"{country or 'AZ'}:CC")
    except ArticleError as error:
        raise ValidationError(gettext(error.sentence) % error.gaps, code="no_article") from error


def provision_of(article: Article) -> LegalProvision:
    """The provision on file, or a new one that is not saved yet."""
    of_law = LegalProvision.objects.filter(country=article.country, code=article.code)
    found = of_law.filter(article=article.number).first()
    if found is not None:
        return found
    head = of_law.filter(article=article.head).first()
    return LegalProvision(
        country=article.country,
        code=article.code,
        article=article.number,
        category=head.category if head else "unspecified",
    )
