"""A mark for sentences that are translated elsewhere: nothing in `cases.text` knows the reader's language."""


def N_(text: str) -> str:
    """The text itself. `makemessages` collects what stands in it (`cases/management/commands/makemessages.py`)."""
    return text
