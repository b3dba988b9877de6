"""The courses proceedings take in sample records: which steps, how far apart, how they end.

A course is a list of steps in days from the arrest. It is worked out without the database, and how a charge ends
follows from the last step that has come to pass.
"""

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass
class Step:
    """An event so many days after the beginning; `details` are those of the event, `until` in days as well."""

    after: int
    kind: str
    details: dict = field(default_factory=dict)


@dataclass
class Course:
    """`sentence`: kind, term (years, months, days) and the day it was given, if one was.

    `is_final`: whether the judgment that ends it is; `ends` what becomes of the charges, by the step that decides.
    """

    steps: list[Step]
    sentence: tuple[str, dict, int] | None = None
    is_final: bool | None = None
    kind: str = "criminal"
    ends: dict[str, str] = field(default_factory=dict)


def until(begun, step):
    """The day an order of a step runs to, or nothing."""
    return begun + timedelta(days=step.details["until"]) if "until" in step.details else ""


def let_go(chance):
    return Course([Step(0, "detained"), Step(chance.choice((0, 1, 1, 2, 3)), "release")])


def arrested_for_days(chance):
    days = chance.choice((5, 7, 10, 10, 15, 15, 20, 25, 30))
    return Course(
        [Step(0, "detained"), Step(1, "administrative_sentence", {"until": days}), Step(days, "release")],
        kind="administrative",
        sentence=("administrative_arrest", {"days": days}, 1),
    )


def _investigation(chance, *, held_until):
    """From arrest to the end of the remand that covers `held_until`; some remands are prolonged twice and more."""
    term = chance.choice((30, 61, 61, 91, 122))
    steps = [Step(0, "arrest"), Step(chance.choice((1, 1, 2)), "charge"), Step(2, "remand", {"until": term})]
    while term <= held_until:
        longer = chance.choice((61, 61, 91, 122))
        steps.append(Step(term - 2, "remand_extension", {"until": term + longer}))
        term += longer
    return steps


def _trial(chance, *, shortest=95, longest=460):
    """Up to the day of the judgment; answers the steps and that day."""
    verdict = chance.randrange(shortest, longest)
    steps = _investigation(chance, held_until=verdict)
    steps += [
        Step(verdict - 48, "indictment"),
        Step(verdict - 41, "referral_to_court"),
        Step(verdict - 30, "hearing", {"decision": "preparatory"}),
        Step(verdict - 16, "hearing", {"decision": "merits"}),
    ]
    return steps, verdict


def untried(chance):
    return Course(_investigation(chance, held_until=chance.choice((20, 60, 100, 150, 260))))


def under_house_arrest(chance):
    term = chance.choice((61, 91, 122))
    steps = [Step(0, "arrest"), Step(1, "charge"), Step(3, "house_arrest_order", {"until": term})]
    if chance.random() < 0.5:
        steps.append(Step(term - 1, "case_closed"))
    return Course(steps, ends={"case_closed": "dropped"})


def closed(chance):
    last = chance.choice((9, 27, 58, 80, 119, 170, 290))
    steps = _investigation(chance, held_until=last)
    return Course([*steps, Step(last, "case_closed")], ends={"case_closed": "dropped"})


def acquitted(chance):
    steps, verdict = _trial(chance)
    return Course([*steps, Step(verdict, "verdict_acquittal")], ends={"verdict_acquittal": "acquitted"})


def on_trial(chance):
    steps, verdict = _trial(chance, shortest=200, longest=700)
    return Course([step for step in steps if step.after < verdict])


def _convicted(chance, years, kind="imprisonment", **term):
    steps, verdict = _trial(chance)
    return Course(
        [*steps, Step(verdict, "verdict_guilty")],
        sentence=(kind, term or {"years": years}, verdict),
        ends={"verdict_guilty": "convicted"},
    )


def awaiting_appeal(chance):
    made = _convicted(chance, chance.randrange(3, 13))
    made.steps.append(Step(made.sentence[2] + 18, "appeal_filed"))
    return made


def _upheld(chance, years):
    """Convicted, and upheld on appeal or a little reduced: in force from then on. Answers the day, too."""
    made = _convicted(chance, years)
    decided = made.sentence[2] + chance.randrange(45, 170)
    made.steps += [
        Step(made.sentence[2] + 15, "appeal_filed"),
        Step(decided, "appeal_decision", {"decision": "upheld"}),
    ]
    made.is_final = True
    return made, decided


def imprisoned(chance):
    made, decided = _upheld(chance, chance.choice((4, 5, 6, 7, 7, 8, 9, 10, 12, 13, 15, 16, 18, 20)))
    if chance.random() < 0.6:
        made.steps.append(Step(decided + 30, "transfer"))
    return made


def served(chance):
    years, months = chance.choice(((0, 8), (1, 0), (1, 6), (2, 0), (2, 6), (3, 0), (3, 6), (4, 0), (5, 0)))
    made, decided = _upheld(chance, years)
    made.sentence = ("imprisonment", {"years": years or None, "months": months or None}, made.sentence[2])
    made.steps.append(Step(max(years * 365 + months * 30, decided + 10), "sentence_completed"))
    return made


def pardoned(chance):
    made, decided = _upheld(chance, chance.randrange(4, 12))
    made.steps.append(Step(decided + chance.randrange(60, 1200), "pardon", {"decision": "total"}))
    return made


def amnestied(chance):
    made, decided = _upheld(chance, chance.randrange(3, 6))
    made.steps.append(Step(decided + chance.randrange(30, 500), "amnesty", {"decision": "total"}))
    return made


def paroled(chance):
    years = chance.randrange(3, 8)
    made, decided = _upheld(chance, years)
    made.steps.append(Step(max(decided + 20, years * 243), "parole"))
    return made


def suspended(chance):
    made = _convicted(chance, chance.randrange(1, 5), "suspended")
    made.steps.append(Step(made.sentence[2], "release", {"order": 2}))
    made.is_final = True
    return made


def fined(chance):
    heard = chance.randrange(40, 200)
    return Course(
        [
            Step(0, "charge"),
            Step(heard - 30, "referral_to_court"),
            Step(heard - 10, "hearing", {"decision": "merits"}),
            Step(heard, "verdict_guilty"),
        ],
        sentence=("fine", {}, heard),
        is_final=True,
        ends={"verdict_guilty": "convicted"},
    )


def sent_back(chance):
    """The judgment fell on appeal and the case goes to trial again, with the person in custody meanwhile."""
    made = _convicted(chance, chance.randrange(4, 10))
    decided = made.sentence[2] + chance.randrange(60, 140)
    made.steps += [
        Step(made.sentence[2] + 12, "appeal_filed"),
        Step(decided, "appeal_decision", {"decision": "remitted", "custody_stated": "pretrial_detention"}),
    ]
    made.ends["appeal_decision"] = "charged"
    return made


def died(chance):
    made, decided = _upheld(chance, chance.randrange(8, 15))
    made.steps.append(Step(decided + chance.randrange(90, 900), "death"))
    return made


COURSES = {
    let_go: 9,
    arrested_for_days: 14,
    untried: 11,
    under_house_arrest: 6,
    closed: 7,
    acquitted: 4,
    on_trial: 6,
    awaiting_appeal: 6,
    imprisoned: 20,
    served: 9,
    pardoned: 7,
    amnestied: 3,
    paroled: 6,
    suspended: 7,
    fined: 5,
    sent_back: 3,
    died: 2,
}
"""How often each comes, in parts."""
