"""How much of what: of one text, of one hour."""

LONGEST_TEXT = 5_000
LONGEST_CONTACT = 300

MOST_AN_HOUR = 30
"""For the whole site, since nothing is known of who sends. Requests at the same moment may add a few."""
