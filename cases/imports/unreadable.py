"""Why a file cannot be read as a table."""


class Unreadable(Exception):
    """`messages` say why and what to do; `offered`: encodings that it may be in."""

    def __init__(self, *messages: str, offered: tuple[str, ...] = ()) -> None:
        self.messages, self.offered = list(messages), offered
        super().__init__(" ".join(messages))
