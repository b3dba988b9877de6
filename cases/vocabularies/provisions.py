"""Articles of law that people are charged under: Azerbaijan and Russia, as far as they have been checked.

An article is a string exactly as the law prints it and is never read as a number: in Azerbaijan `281-1` and
`281.1` are two different things, in Russia `280.3` is an article and its second part is "ч. 2 ст. 280.3".
Titles in a law's own language stand here only where they are certain.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import override, pgettext

AZ_CC = "Criminal Code of the Republic of Azerbaijan"
RU_CC = "Criminal Code of the Russian Federation"

PROVISION_SHAPE = r"[A-Z]{2}:[^:\s]{1,20}:[^:]{1,60}"
"""Of the key of a provision, listed here or not: country, code, article."""


@dataclass(frozen=True)
class Provision:
    """One article. `code` is a code of `LEGAL_CODES`, `category` one of `CHARGE_CATEGORIES`.

    `title` is English and in our words; the law's own title is entered at the desk once it has been checked.
    `valid_from` and `valid_to` are None where not known or not limited.
    """

    country: str
    code: str
    article: str
    title: str
    category: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    verified: bool = True

    @property
    def key(self) -> str:
        """`AZ:CC:274`: country, code and article, the form filters and rows use."""
        return f"{self.country}:{self.code}:{self.article}"


def _az(article, title, category, **more) -> Provision:
    return Provision("AZ", "CC", article, title, category, source=AZ_CC, **more)


def _ru(article, title, category, **more) -> Provision:
    return Provision("RU", "CC", article, title, category, source=RU_CC, **more)


SINCE_2024 = date(2024, 1, 19)

# fmt: off
PROVISIONS = (
    _az("192", "Illegal business", "economic"),
    _az("193-1", "Legalising the proceeds of crime", "economic"),
    _az("204", "Making or passing counterfeit money", "economic"),
    _az("206", "Smuggling", "economic"),
    _az("213", "Tax evasion", "economic"),
    _az("228", "Illegal handling of weapons", "weapons"),
    _az("234", "Illegal handling of drugs", "drugs"),
    _az("274", "High treason", "treason"),
    _az("278", "Usurping state power", "coup"),
    _az("279", "Creating illegal armed groups", "armed_group"),
    _az("281", "Public calls against the state", "anti_state_speech"),
    _az("281-1", "Symbols directed against territorial integrity", "separatism", valid_from=SINCE_2024),
    _az("283", "Inciting national, racial, social or religious hatred", "incitement"),
    _az("284-2", "Disclosing troop movements", "state_secrets", valid_from=SINCE_2024),
    _az("308", "Abuse of office", "official_abuse"),
    _az("311", "Bribery", "corruption"),
    _az("318", "Illegal crossing of the state border", "border"),
    _az("334", "Desertion", "military"),
    _az("335", "Evading military service", "military"),
    _ru("205", "Act of terrorism", "terrorism"),
    _ru("205.1", "Assisting terrorist activity", "terrorism"),
    _ru("205.2", "Public calls for terrorism or its justification", "terrorism"),
    _ru("205.4", "Terrorist community", "terrorism"),
    _ru("207.3", "False information about the armed forces", "army_discredit"),
    _ru("275", "High treason", "treason"),
    _ru("275.1", "Confidential cooperation with a foreign state or organisation", "treason"),
    _ru("276", "Espionage", "espionage"),
    _ru("280.3", "Discrediting the armed forces", "army_discredit"),
    _ru("280.4", "Public calls against the security of the state", "anti_state_speech"),
    _ru("281", "Sabotage", "sabotage"),
    _ru("281.1", "Assisting sabotage", "sabotage"),
    _ru("281.2", "Training for sabotage", "sabotage"),
    _ru("281.3", "Sabotage community", "sabotage"),
    _ru("284.1", "Activity of an undesirable organisation", "undesirable_org"),
    _ru("284.2", "Calls for sanctions against Russia", "anti_state_speech"),
    _ru("284.3", "Helping foreign or international bodies whose decisions Russia rejects", "other"),
    _ru("313", "Escape from custody", "other"),
)


def _unverified(country, code, articles, category="unspecified") -> tuple[Provision, ...]:
    return tuple(Provision(country, code, article, "", category, verified=False) for article in articles.split())


def _points(articles) -> tuple[Provision, ...]:
    """Points of Azerbaijan's Criminal Code, each with the category of its head article."""
    heads = {each.article: each.category for each in PROVISIONS if each.country == "AZ"}
    return tuple(
        point
        for article in articles.split()
        for point in _unverified("AZ", "CC", article, heads.get(article.split(".")[0], "unspecified"))
    )


UNVERIFIED_PROVISIONS = (
    *_unverified("AZ", "CC", "120 147 167-2 167-3 177 178 182 214 220 221 233 275 276 315 320 323"),
    *_points("120.2.1 120.2.4 147.2 167-2.2.1 167-3.1 177.3.1 178.2.1 178.3.2 182.2.1 182.2.2 192.2.2 193-1.3.1"),
    *_points("193-1.3.2 206.3.2 206.4 213.2.1 214.2.1 220.1 221.3 228.1 234.1-1 281-1.2 283.1 320.1"),
    *_points("234.4 234.4.1 234.4.3 279.1-1 281.1 281.1-1 281.2 283.2.1 311.3.3 315.2 320.2"),
    *_unverified("AZ", "CC1960", "28 57 67"),
    *_unverified("AZ", "CAO", "13.3.1 211.1 510 513.2 535 535.1", "administrative"),
    *_unverified("AZ", "CAO2000", "310.1", "administrative"),
    *_unverified("RU", "CC1960", "64 70 190.1"),
    *_unverified("RU", "CAO", "6.21 13.3.1 19.3 20.2 20.2.2 20.3 20.3.3", "administrative"),
    *_unverified("AM", "CC", "299 422"),
    *_unverified("AM", "CC2003", "301"),
    *_unverified("BY", "CC", "361 362 368"),
    *_unverified("GE", "CC", "126-1 180 317 318"),
    *_unverified("IR", "CC", "500 610"),
    *_unverified("KZ", "CC", "174 405"),
    *_unverified("TR", "CC", "220 299 301 312/1 314 314/2"),
    *_unverified("RU", "CC", "105 148 159 205.5 212.1 228.1 280 280.1 280.2 282 282.1 282.2 282.3 283 318"),
    *_unverified("RU", "CC", "330.1 337 338 354.1"),
)
# fmt: on
"""Articles whose title has not been checked. They are loaded without one, and without a source: that marks them."""

TITLE = "title of an article"
"""What the catalogues know the titles by."""


def in_every_language(provision: Provision) -> tuple[str, ...]:
    """The title of an article in each language of the settings, equal ones once."""
    titles = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            titles.append(pgettext(TITLE, provision.title))
    return tuple(dict.fromkeys(titles))


def messages() -> Iterator[tuple[str, str]]:
    """The titles, to be translated: context and English text."""
    yield from dict.fromkeys((TITLE, provision.title) for provision in PROVISIONS)
