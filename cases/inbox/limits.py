"""How much of what: of one text, of one hour, of one reader."""

LONGEST_TEXT = 5_000
LONGEST_CONTACT = 300

MOST_AN_HOUR = 30
"""Taken as they come, for the whole site: as many as the desk can read. Requests at the same moment may add a few."""
MOST_IN_SECOND_BOX = 10_000
"""Waiting in the second box, to be looked through when the flood is over."""

STRAIGHT_FROM_A_READER = 10
"""An hour, without waiting."""
WAITED_FROM_A_READER = 500
"""A day, after waiting."""
