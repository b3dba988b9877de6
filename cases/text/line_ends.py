"""One kind of line end in every text, whatever a browser or a file sent."""


def with_line_feeds(text: str) -> str:
    """CR and CR LF become LF: a lone CR would end a row in some readers of files, and few writers quote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
