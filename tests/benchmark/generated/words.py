"""Made-up text for generated cases: some thousand words, as unevenly frequent as the words of real text."""

import random

from tests.benchmark.generated.skew import Skew

SIZE = 6_000

_FREQUENT = """
the of and in to was by for police court lawyer family arrested home case after from with on at prison city day
investigator charge hearing detained released said reported officers journalist protest night border relatives article
trial sentence week month search phone village road house letter meeting office security district judge appeal ministry
passport airport friend brother sister activist newspaper channel post video interview report documents threat custody
health doctor hospital hunger strike visit window door car market square school teacher student mosque church river
mountain winter summer morning evening later before again never still without several other many first second third
"""
_SYLLABLES = """
ba be bi bo bra cel dan den dor el en fa fen fi gar gel gor ha hel il in jo ka kel kin kor la lem lin lo lun ma mel min
mor na nel nor ol or pa pel pin por qua ra ren rin ros sa sel sil sol sun ta tel tin tor ul un va vel vin vor wen yal
yor za zel zin
"""


class Vocabulary:
    """Words by rank: `words[0]` is the most frequent one."""

    def __init__(self, seed: int):
        chance = random.Random(f"words {seed}")
        frequent, syllables = _FREQUENT.split(), _SYLLABLES.split()
        made_up: dict[str, None] = {}
        while len(made_up) < SIZE - len(frequent):
            made_up["".join(chance.choices(syllables, k=chance.choice((2, 3, 3, 4))))] = None
        self.words = list(dict.fromkeys([*frequent, *made_up]))
        self._first_rare = len(frequent)
        self._by_rank = Skew(self.words, 1.0)

    def draw(self, chance: random.Random) -> str:
        return self._by_rank.draw(chance)

    def rare(self, chance: random.Random) -> str:
        """Any of the made-up words, all alike."""
        return self.words[chance.randrange(self._first_rare, len(self.words))]

    def sentence(self, chance: random.Random, length: int) -> str:
        """So many words, the first with a capital letter, with a full stop."""
        text = " ".join(self._by_rank.draw_several(chance, length))
        return f"{text[0].upper()}{text[1:]}."
