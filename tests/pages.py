"""A page as its reader meets it: its texts and what stands for pictures and controls, in order."""

from collections import Counter
from html.parser import HTMLParser

SAID = ("alt", "aria-label", "title", "placeholder", "content", "data-leaves-form", "label")
"""Attributes that a reader sees or hears."""
UNREAD = ("script", "style")
LABELLED = (
    "label",
    "h1",
    "h2",
    "h3",
    "h4",
    "th",
    "dt",
    "caption",
    "summary",
    "button",
    "option",
    "legend",
    "a",
    "title",
)
"""Elements that say what something is; an empty one says nothing."""


class Page(HTMLParser):
    """`root` are the attributes of <html>; `said` is a list of (element or attribute, text), white space made even.

    `empty` are elements of LABELLED, by name and attributes, in which nothing is said.
    """

    def __init__(self, html: str):
        super().__init__()
        self.root, self.said, self.empty = {}, [], []
        self._inside = ""
        self._open = []
        self.feed(html)

    @property
    def places(self) -> Counter:
        """How often something is said in which element or attribute."""
        return Counter(place for place, _text in self.said)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "html":
            self.root = given
        self._inside = tag
        said = [(name, given[name]) for name in SAID if given.get(name)]
        self.said += said
        if tag in LABELLED:
            self._open.append([tag, given, False])
        if said:
            self._note()

    def handle_endtag(self, tag):
        self._inside = ""
        if self._open and self._open[-1][0] == tag:
            name, given, is_said = self._open.pop()
            if not is_said:
                self.empty.append((name, given))

    def handle_data(self, text):
        words = " ".join(text.split())
        if words and self._inside not in UNREAD:
            self.said.append((self._inside, words))
            self._note()

    def _note(self):
        for each in self._open:
            each[2] = True
