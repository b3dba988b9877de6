"""Why a term or a sum is refused."""


class TermError(ValueError):
    """Why what was typed is no term: `sentence` with gaps for `gaps`, to be translated; `str` of it is English."""

    def __init__(self, sentence: str, **gaps: object) -> None:
        self.sentence, self.gaps = sentence, gaps
        super().__init__(sentence % gaps)
