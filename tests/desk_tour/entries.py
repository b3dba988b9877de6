"""The two entries that the old forms took 710 and 553 keys between fields for: invented people, the same structure."""

from secrets import choice

SYLLABLES = ("lo", "ra", "mi", "ka", "zu", "ne", "sa", "ti", "vu", "do")


def invented(first: str, end: str) -> str:
    """A name that nobody on file has, so that the tour can be made again on the same site."""
    return f"{first} {''.join(choice(SYLLABLES) for _ in range(4)).capitalize()}{end}"


SOURCE = "Monitoring"
SHARED = {"country": "AZ", "as_of": "1.7.2026"}
"""Chosen once for a list, beside its source."""

# A select takes the first letters of a choice; kinds of event are told by more of them.
SENTENCED = {
    "name": invented("Fərid", "zadə"),
    "birth_date": "1989",
    "roles": "journalist",
    "articles": "192.2.2, 193-1.3.1, 193-1.3.2, 28-206.3.2, 213.2.1",
    "court": "Göydağ Court of Grave Crimes",
    "verdict": "G",
    "verdict_on": "20.6.2025",
    "term": "9 il",
    "arrested_on": "20.11.2023",
    "place": "Sarıqaya",
    "held_at": "Prison No. 91",
    "later-0-kind": "Tra",
    "later-0-date": "14.7.2025",
    "later-0-place": "Prison No. 91",
    "_more": "",
    "later-1-kind": "Decision on an appeal: r",
    "later-1-date": "2.9.2025",
    "later-1-court": "Göydağ Court of Appeal",
    "later-1-term": "7 il 6 ay",
}
"""Five articles with points, two courts, a transfer, an appeal that reduced the sentence."""

HANDED_OVER = {
    "name": invented("Kamran", "lı"),
    "birth_date": "12.3.1978",
    "roles": "civic activist",
    "articles": "274, 283.2.1",
    "taken": "T",
    "arrested_on": "5.2.2026",
    "remand_until": "5.8.2026",
    "held_at": "Prison No. 91",
    "later-0-kind": "Ex",
    "later-0-date": "4.2.2026",
}
"""Handed over from abroad, and held without a verdict."""
