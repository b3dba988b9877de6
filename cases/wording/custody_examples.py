"""Worked examples of custody for the page of methods: what happened, in words, and what the derivation makes of it."""

from datetime import date

from django.utils.translation import gettext as _

from cases.text.custody.derivation import derive
from cases.text.custody.scenarios import record_of
from cases.text.translatable import N_
from cases.wording.custody_steps import status_on_day

_EIGHT_YEARS = {"kind": "imprisonment", "years": 8, "date": "2024-02-01", "proceeding": 1}
_ARREST = {"kind": "arrest", "date": "2023-03-03"}
_GUILTY = {"kind": "verdict_guilty", "date": "2024-02-01"}

EXAMPLES: tuple[tuple[str, dict], ...] = (
    (
        N_(
            "Arrested in 2023 and sentenced to eight years in 2024. No source says that the judgment is final."
        ),
        {"today": "2026-06-30", "events": [_ARREST, _GUILTY], "sentences": [_EIGHT_YEARS]},
    ),
    (
        N_("The same, and a court of appeal left the judgment as it was: it is final from that day."),
        {
            "today": "2026-06-30",
            "events": [
                _ARREST,
                _GUILTY,
                {"kind": "appeal_decision", "decision": "upheld", "date": "2024-06-10"},
            ],
            "sentences": [_EIGHT_YEARS],
        },
    ),
    (
        N_("Remanded until 3 September 2025. Nothing newer is known: time alone frees nobody."),
        {
            "today": "2026-06-30",
            "events": [{"kind": "remand", "date": "2025-05-03", "until": "2025-09-03"}],
        },
    ),
    (
        N_("Arrested in 2019. Police custody that nothing followed is last known after five days."),
        {"today": "2026-06-30", "events": [{"kind": "arrest", "date": "2019-05-06"}]},
    ),
    (
        N_(
            "Released, sent abroad; a month later a court upholds the sentence. A decision moves nobody who is out."
        ),
        {
            "today": "2026-06-30",
            "events": [
                _ARREST,
                _GUILTY,
                {"kind": "release", "date": "2024-08-01", "order": 1},
                {"kind": "deportation", "date": "2024-08-01", "order": 2},
                {"kind": "appeal_decision", "decision": "upheld", "date": "2024-09-10"},
            ],
            "sentences": [_EIGHT_YEARS],
        },
    ),
    (
        N_(
            "Arrested on 20 May, released “in May”: nobody is released who is not held, so the release came after."
        ),
        {
            "today": "2026-06-30",
            "events": [{"kind": "release", "date": "2021-05"}, {"kind": "arrest", "date": "2021-05-20"}],
        },
    ),
    (
        N_("Held in one case, and a second one is closed: each proceeding is a reason of its own."),
        {
            "today": "2026-06-30",
            "proceedings": [{"number": 1}, {"number": 2}],
            "events": [
                {**_ARREST, "proceeding": 1},
                {**_GUILTY, "proceeding": 1},
                {"kind": "case_closed", "date": "2025-03-01", "proceeding": 2},
            ],
            "sentences": [_EIGHT_YEARS],
        },
    ),
    (
        N_("Sentenced in absentia: the sentence holds nobody, and nothing else is known of custody."),
        {
            "today": "2026-06-30",
            "proceedings": [{"number": 1, "in_absentia": True}],
            "events": [_GUILTY],
            "sentences": [_EIGHT_YEARS],
        },
    ),
    (
        N_(
            "Found guilty with a suspended sentence: let go in the courtroom, though no source has said so yet."
        ),
        {
            "today": "2026-06-30",
            "events": [_ARREST, _GUILTY],
            "sentences": [{"kind": "suspended", "years": 3, "date": "2024-02-01", "proceeding": 1}],
        },
    ),
    (
        N_(
            "Arrested, released some day in 2024, remanded in June 2024: before the release, or after? Held is shown."
        ),
        {
            "today": "2026-06-30",
            "events": [
                _ARREST,
                {"kind": "release", "date": "2024"},
                {"kind": "remand", "date": "2024-06-01"},
            ],
        },
    ),
)
"""Fictional; each is derived when the page is shown, so that page and product cannot differ."""


def examples() -> list[dict]:
    return [_example(words, scenario) for words, scenario in EXAMPLES]


def _example(words: str, scenario: dict) -> dict:
    custody = derive(record_of(scenario), date.fromisoformat(scenario["today"]))
    return {"facts": _(words), "result": status_on_day(custody)}
