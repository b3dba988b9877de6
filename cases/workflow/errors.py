"""What the door answers when it stays shut."""


class Refused(Exception):
    """A step that is not allowed now. ``messages``: every reason, as sentences for the person who asked."""

    def __init__(self, messages):
        self.messages = [messages] if isinstance(messages, str) else list(messages)
        super().__init__(" ".join(self.messages))
