"""How much of what: of one text, of one hour, of one reader."""

LONGEST_TEXT = 5_000
LONGEST_CONTACT = 300

MOST_AN_HOUR = 30
"""Taken as they come, for the whole site: as many as the desk can read. Requests at the same moment may add a few."""
MOST_IN_SECOND_BOX = 10_000
"""Waiting in the second box, to be looked through when the flood is over."""
KEPT_FOR_OWN_ADDRESSES = 2_000
"""Of these the last, for readers who share their address with nobody: who sends through an onion service cannot be told
from others there, so one of them can fill the rest alone."""

STRAIGHT_FROM_A_READER = 10
"""An hour, without waiting."""
WAITED_FROM_A_READER = 500
"""A day, after waiting."""
