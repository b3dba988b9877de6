"""What the door answers when it stays shut."""

from collections.abc import Iterable


class Refused(Exception):
    """A step that is not allowed now. `messages`: every reason, as sentences for the person who asked."""

    def __init__(self, messages: str | Iterable[str]) -> None:
        self.messages = [messages] if isinstance(messages, str) else list(messages)
        super().__init__(" ".join(self.messages))
