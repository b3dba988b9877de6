"""Text as XML may hold it, in drawings and feeds."""

import re

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Characters that no XML may hold (XML 1.0, 2.2) become a replacement sign."""
    return _NOT_XML.sub("\ufffd", text)
