"""Charges, articles and sentences of generated cases."""

import random

from cases.vocabularies.charges import CHARGE_CATEGORIES, CHARGE_STATUSES
from cases.vocabularies.proceedings import SENTENCE_KINDS
from cases.vocabularies.provisions import PROVISIONS
from tests.benchmark.generated.dates import UNDATED, day_of
from tests.benchmark.generated.skew import Skew
from tests.benchmark.generated.words import Vocabulary

ARTICLES = 42
"""Of each state that has any."""


class ProceedingMaker:
    """Proceedings under the laws of some states; `categories` in the order of their frequency."""

    def __init__(self, chance: random.Random, states: list[str], categories: list[str], words: Vocabulary):
        self._words = words
        self._articles = {state: Skew(_articles(chance, state)) for state in states}
        self._categories = Skew(categories)
        self._statuses = Skew(["charged", *CHARGE_STATUSES.codes], 0.9)
        self._sentences = Skew(SENTENCE_KINDS.codes, 1.4)

    def draw(self, chance: random.Random, *, state: str, stage: str, since: int, sentenced: bool) -> dict:
        """A proceeding with one to three charges, as it stands in a public document; without a stage it is derived."""
        charges = chance.choices((1, 2, 3), cum_weights=(70, 92, 100))[0]
        return {
            "number": 1,
            "jurisdiction": state,
            "kind": "criminal",
            "stage": stage or "unknown",
            "stage_as_of": day_of(since),
            "stage_source": 1,
            "stage_stated": bool(stage),
            "final": None,
            "in_absentia": False,
            "court": "",
            "counsel": "",
            "charges": [self._charge(chance, state, number + 1) for number in range(charges)],
            "sentences": [self._sentence(chance)] if sentenced else [],
        }

    def _charge(self, chance: random.Random, state: str, number: int) -> dict:
        article = {"country": "", "code": "", "article": "", "title": "", "category": ""}
        if state in self._articles and chance.random() < 0.75:
            article = self._articles[state].draw(chance)
        category = article["category"] or self._categories.draw(chance)
        text = ""
        if not article["title"] or chance.random() < 0.5:
            text = f"{category.replace('_', ' ')} (invented), {self._words.draw(chance)} {self._words.draw(chance)}"
        return {
            "number": number,
            "text": text,
            **article,
            "category": category,
            "modality": "completed",
            "status": self._statuses.draw(chance),
            "date": UNDATED,
            "replaced_by": None,
            "sources": [1],
        }

    def _sentence(self, chance: random.Random) -> dict:
        kind = self._sentences.draw(chance)
        years = chance.randrange(1, 16) if kind == "imprisonment" else None
        return {
            "number": 1,
            "kind": kind,
            "years": years,
            "months": chance.choice((None, 6)) if years else None,
            "days": None,
            "amount": "",
            "currency": "",
            "words": "",
            "regime": "general" if years and chance.random() < 0.4 else "",
            "date": UNDATED,
            "expected_end": UNDATED,
            "superseded": False,
            "supersedes": None,
            "total_of": [],
            "added_up": False,
            "sources": [1],
        }


def _articles(chance: random.Random, state: str) -> list[dict]:
    """The listed articles of a state, then invented ones, whose titles say so."""
    articles = {
        provision.article: _article(
            state, provision.code, provision.article, provision.title, provision.category
        )
        for provision in PROVISIONS
        if provision.country == state
    }
    while len(articles) < ARTICLES:
        number = f"{chance.randrange(100, 500)}.{chance.randrange(1, 4)}"
        category = chance.choice(CHARGE_CATEGORIES.codes)
        title = f"Fictional article on {category.replace('_', ' ')}"
        articles.setdefault(number, _article(state, "CC", number, title, category))
    return list(articles.values())


def _article(state: str, code: str, number: str, title: str, category: str) -> dict:
    return {"country": state, "code": code, "article": number, "title": title, "category": category}
