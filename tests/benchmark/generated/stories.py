"""What happens in generated cases: sequences of events. A step is (kind of event, decision, days after the start)."""

from tests.benchmark.generated.dates import UNDATED

Step = tuple[str, str, int]

_TO_TRIAL: tuple[Step, ...] = (("arrest", "", 0), ("charge", "", 2), ("remand", "", 3))
_CONVICTED: tuple[Step, ...] = (
    *_TO_TRIAL,
    ("hearing", "merits", 150),
    ("verdict_guilty", "", 200),
    ("appeal_decision", "upheld", 290),
)

STORIES: tuple[tuple[Step, ...], ...] = (
    (("detained", "", 0), ("release", "", 1)),
    _CONVICTED,
    _TO_TRIAL,
    (*_CONVICTED, ("sentence_completed", "", 1100)),
    (("detained", "", 0), ("administrative_sentence", "", 1), ("release", "", 20)),
    (("detained", "", 0), ("charge", "", 1), ("house_arrest_order", "", 2)),
    (*_CONVICTED, ("amnesty", "total", 700)),
    (*_TO_TRIAL, ("referral_to_court", "", 120), ("verdict_acquittal", "", 200)),
    (("detained", "", 0), ("deportation", "", 12)),
    (("disappeared", "", 0), ("located_held", "", 25)),
    (("disappeared", "", 0),),
    (("interpol_notice", "", 0), ("arrest_foreign_request", "", 90), ("extradition", "", 210)),
    (*_TO_TRIAL, ("bail", "", 90)),
    (*_TO_TRIAL, ("death", "", 60)),
    (("arrest", "", 0), ("psychiatric_order", "", 30)),
    (*_TO_TRIAL, ("case_closed", "", 240)),
    (("arrest", "", 0), ("escape", "", 5)),
    (("detained", "", 0), ("exile_order", "", 15)),
)
"""The most frequent first."""


_ENDS = frozenset(
    {"release", "sentence_completed", "amnesty", "deportation", "death", "extradition", "case_closed"}
)


def is_over(story: list[Step]) -> bool:
    return story[-1][0] in _ENDS


def event(kind: str, decision: str, when: dict) -> dict:
    """An event as it stands in a public document."""
    return {
        "kind": kind,
        "date": when,
        "until": UNDATED,
        "held_since": UNDATED,
        "decision": decision,
        "custody_stated": "",
        "taken_into_custody": False,
        "in_absentia": False,
        "order": None,
        "custody": "",
        "verb": "",
        "description": "",
        "translations": [],
        "place": None,
        "agency": "",
        "court": "",
        "court_reference": "",
        "proceeding": None,
        "sources": [1],
    }
