"""One line of what a page says at a glance."""


def fact(
    name: str, value, *, note: str = "", always: bool = False, links: list[dict] = (), defined: str = ""
) -> dict:
    """`always`: an empty value is printed as "not stated" instead of leaving the fact out. `links`: words and path.
    `defined`: where it stands what the words of the value mean."""
    return {"name": name, "value": value, "note": note, "always": always, "links": links, "defined": defined}
