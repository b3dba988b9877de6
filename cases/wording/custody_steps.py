"""Why custody is what it is, step by step, in the reader's words."""

from collections.abc import Callable, Hashable

from django.utils.translation import gettext as _

from cases.text.custody import effects
from cases.text.custody.asks import ASKS
from cases.text.custody.derivation import Custody
from cases.text.custody.spans import Moment
from cases.vocabularies.proceedings import CUSTODY_STATUSES, DECISIONS, EVENT_KINDS, STAGES
from cases.wording.dates import written_day, written_text
from cases.wording.words import label, lower_first

_DECISIONS = frozenset(
    {
        effects.ORDERS,
        effects.CONVICTS,
        effects.RESENTENCES,
        effects.REVIEWS,
        effects.SETS_CONDITIONS,
        effects.ENDS,
    }
)


def steps(custody: Custody) -> list[dict]:
    """`date`, `what` and `effect` of each step, in the order that counts; then those that lie ahead."""
    told = [
        {
            "date": _date(moment.step),
            "what": what(moment.step),
            "effect": _effect(moment),
            "moves": moment.before != moment.after,
        }
        for moment in custody.moments
    ]
    return told + [
        {"date": _date(step), "what": what(step), "effect": _("in the future: not counted"), "moves": False}
        for step in custody.ahead
    ]


def conclusion(custody: Custody) -> list[str]:
    """The status on the day, and what decides whether it is only last known."""
    lines = [status_on_day(custody)]
    if custody.as_of.text:
        lines.append(_("The status rests on %s.") % written_text(custody.as_of.text))
    if custody.runs_out:
        ran_out = _("The stated term ran to %s; time alone frees nobody, so the status is last known.")
        runs = _("The stated term runs to %s; after it the status is last known.")
        lines.append((ran_out if custody.last_known else runs) % written_day(custody.runs_out))
    if custody.in_doubt:
        lines.append(
            _("What followed is not known, or can be read in several ways; so the status is last known.")
        )
    if custody.confirmed.text:
        lines.append(_("A source last shows the person held on %s.") % written_text(custody.confirmed.text))
    for number, (stage, _key) in sorted(custody.stages.items()):
        lines.append(
            _("Stage of proceeding %(number)d: %(stage)s.")
            % {"number": number, "stage": lower_first(label(STAGES, stage))}
        )
    return lines


def status_on_day(custody: Custody) -> str:
    word = lower_first(label(CUSTODY_STATUSES, custody.status))
    return _("On %(day)s: %(status)s.") % {
        "day": written_day(custody.today),
        "status": _("last known: %s") % word if custody.last_known else word,
    }


def asked(custody: Custody, named: Callable[[Hashable], str]) -> list[str]:
    """What is asked, each with the words for the facts it is about."""
    return [ask_words(ask.code, [named(key) for key in ask.about]) for ask in custody.asks]


def ask_words(code: str, about: list[str]) -> str:
    facts = ", ".join(filter(None, about))
    return f"{facts}: {_(ASKS[code])}" if facts else _(ASKS[code])


def what(step) -> str:
    """An event, or the sentence that stands for one, in words."""
    if step.kind == "stated":
        return _("stated by the editors")
    if isinstance(step.key, tuple):
        return _("sentence on file")
    title = label(EVENT_KINDS, step.kind)
    return f"{title}: {lower_first(label(DECISIONS, step.decision))}" if step.decision else title


def _date(step) -> str:
    return written_text(step.date.text, step.date.words) or _("date not stated")


def _effect(moment: Moment) -> str:
    step, change = moment.step, moment.step.effect.change
    if moment.before != moment.after:
        return label(CUSTODY_STATUSES, moment.after)
    if step.absent and change in _DECISIONS:
        return _("in absentia: it holds nobody")
    if step.let_go_later:
        return _("one act with the release that followed")
    if moment.shown and moment.after in effects.HELD:
        return _("still held: %s") % lower_first(label(CUSTODY_STATUSES, moment.after))
    if moment.after.startswith("deceased"):
        return _("after death only the stage moves")
    if change in _DECISIONS:
        return _("a decision: it moves nobody who was not held")
    return _("custody unchanged")
