"""Which sentences of a document are in force, and how long the longest of them is."""

FOR_LIFE = 4095
"""Months, as which a sentence for life, or to death, counts: more than any term."""
_LONGEST = frozenset({"life_imprisonment", "death_penalty"})


def standing_sentences(document: dict) -> list[dict]:
    return [
        sentence
        for proceeding in document["proceedings"]
        for sentence in proceeding["sentences"]
        if stands(sentence, proceeding)
    ]


def stands(sentence: dict, proceeding: dict) -> bool:
    """Whether a sentence was neither replaced nor added up into a total."""
    parts = {number for other in proceeding["sentences"] for number in other["total_of"]}
    return not (sentence["superseded"] or sentence["added_up"] or sentence["number"] in parts)


def longest_term(sentences: list[dict]) -> int | None:
    """Whole months of the longest term of imprisonment; None where none has a length, as that for life."""
    terms = [
        (sentence["years"] or 0) * 12 + (sentence["months"] or 0)
        for sentence in sentences
        if sentence["kind"] == "imprisonment"
        and any(sentence[unit] is not None for unit in ("years", "months", "days"))
    ]
    return max(terms, default=None)


def longest_sentence(document: dict) -> int | None:
    """The same of all sentences in force, where one for life or to death is longer than any term."""
    standing = standing_sentences(document)
    if any(sentence["kind"] in _LONGEST for sentence in standing):
        return FOR_LIFE
    longest = longest_term(standing)
    return longest if longest is None else min(longest, FOR_LIFE)
