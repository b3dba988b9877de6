"""An article of law as it is printed, found among the provisions on file or made on the spot.

What is made here has no title and no source: nobody has checked it yet. It brings the category of its head article, or
of a code of administrative offences that of such an offence.
"""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from cases.models import LegalProvision
from cases.text.law.reading import Article, ArticleError, read_article, read_articles

T = TypeVar("T")

CHOSEN_AND_TYPED = gettext_lazy("Choose an article or type one, not both.")


def article_typed(typed: str, *, country: str = "") -> Article:
    """The article that was typed; a bare number is of the Criminal Code of `country`, or else of Azerbaijan's.

    Raises ValidationError with the reason, in the reader's language.
    """
    return _read(read_article, typed, country)


def articles_typed(typed: str, *, country: str = "", code: str = "CC") -> list[Article]:
    """The same of a line of several, such as `234.4.3, 28-228.1`, in their order; a bare number is of that code."""
    return _read(read_articles, typed, country, code)


def _read(reader: Callable[..., T], typed: str, country: str, code: str = "CC") -> T:
    try:
        return reader(typed, code=f"{country or 'AZ'}:{code}")
    except ArticleError as error:
        raise ValidationError(gettext(error.sentence) % error.gaps, code="no_article") from error


def keep(provision: LegalProvision) -> LegalProvision:
    """The provision on file: the one that was made meanwhile, or else this one, saved."""
    row, _is_new = LegalProvision.objects.get_or_create(
        country=provision.country,
        code=provision.code,
        article=provision.article,
        defaults={"category": provision.category},
    )
    return row


def on_file(named: LegalProvision) -> LegalProvision:
    """The provision that a row names by country, code and article, made if there is none yet."""
    found = provision_of(Article(named.country, named.code, named.article))
    return found if found.pk else keep(found)


def _category(article: Article) -> str:
    """What is known of an article by its code alone: a code of minor offences lists nothing else."""
    return "administrative" if article.code.startswith("CAO") else "unspecified"


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
        category=head.category if head else _category(article),
    )
