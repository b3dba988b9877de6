"""Whether a case may be public at all, and how much of the person may show.

Consent is held for the person and for the case; the strictest wins, and what the person said for themselves
overrides what family or a lawyer said. Minors are withheld unless there is consent to name them. A release
from custody asks for a fresh risk review, because releases often hang on silence.
"""

from datetime import date

from django.utils.translation import gettext as _

from cases.models import Case, Hideable, Hiding, Person, PublicNaming
from cases.models.classification import RANK
from cases.models.custody import Custody
from cases.vocabularies.custody import CUSTODY_STATUSES
from cases.vocabularies.people import CONSENT_STRICTNESS, CONSENTS, UNPUBLISHABLE_CONSENTS
from cases.workflow.surrounding import circles_around

FREED = frozenset({"released", "released_conditionally", "at_liberty", "exile"})
ADULT_AT = 18


def consents(case: Case, today: date) -> list[str]:
    """The consents that count for a case, as codes; a consent that has run out counts as `expired`."""
    return [_in_force(holder, today) for holder in _holders_that_count(case)] or ["none_public_source"]


def _holders_that_count(case: Case) -> list[Case | Person]:
    """Who holds a consent that decides: where the person spoke for themselves, nobody else does."""
    holders = [holder for holder in (case.person, case) if holder is not None]
    stated = [holder for holder in holders if holder.consent != "none_public_source"]
    own = [holder for holder in stated if holder.consent_by == "self"]
    return own or stated


def last_day_of_consent(case: Case) -> date | None:
    """The last day on which every consent that counts for a case is in force; None if none of them ends."""
    return min(
        (day for holder in _holders_that_count(case) if (day := last_day_to_name(holder))), default=None
    )


def last_day_to_name(holder: Case | Person) -> date | None:
    """The last day of one consent; None for one that does not end, or never allowed anything."""
    return None if holder.consent in UNPUBLISHABLE_CONSENTS else holder.consent_expires_date


def _in_force(holder: Case | Person, today: date) -> str:
    ended = holder.consent_expires_date is not None and holder.consent_expires_date < today
    return "expired" if ended and holder.consent not in UNPUBLISHABLE_CONSENTS else holder.consent


def consent_of(case: Case, today: date) -> str:
    """The strictest of them: a code of CONSENTS, or `expired`."""
    return max(consents(case, today), key=_strictness)


def _strictness(code: str) -> int:
    return len(CONSENT_STRICTNESS) if code == "expired" else CONSENT_STRICTNESS.index(code)


def identity_of(case: Case, today: date) -> str:
    """How the subject of a case may show: `named`, `initials` or `withheld`.

    A group or pattern has nobody to name: empty, or `withheld` where its consent is to anonymised text alone.
    """
    consent = consent_of(case, today)
    if case.person is None:
        return "withheld" if consent == "publish_anonymised" else ""
    candidates = [case.person.identity]
    if consent == "publish_anonymised":
        candidates.append("withheld")
    if consent != "publish_named" and may_be_minor(case.person, case.start_date.earliest or today):
        candidates.append("withheld")
    return max(candidates, key=RANK.__getitem__)


def may_be_named(person: Person, today: date) -> bool:
    """Whether a person who is not the subject of the case may be named in it. Not if they were public by name and are
    hidden now, as where their own case was withdrawn."""
    hiding = _in_force(person, today) in {*UNPUBLISHABLE_CONSENTS, "publish_anonymised", "expired"}
    minor = person.consent != "publish_named" and may_be_minor(person, today)
    hidden = is_hidden(person) or PublicNaming.objects.hidden().filter(person=person).exists()
    return person.identity == "named" and not hiding and not minor and not hidden


def may_say_tried_together(near: Case, far: Case, today: date) -> bool:
    """Whether a case may name another as tried together with it: both people show by name, and whatever circle keeps
    the other keeps this one as well. That the other is public is not asked here."""
    named = all(identity_of(each, today) in ("named", "") for each in (near, far))
    return named and {*circles_around(far)} <= {*circles_around(near)}


def is_hidden(record: Hideable) -> bool:
    """Whether somebody hid a record in an emergency, and nobody has shown it again."""
    return Hiding.objects.standing().of(record).exists()


def may_be_minor(person: Person, day: date) -> bool:
    """Whether the person may have been under 18 on a day; False where no birth date is known."""
    born = person.birth_date.latest
    if born is None:
        return False
    turned = date(born.year + ADULT_AT, born.month, 28 if (born.month, born.day) == (2, 29) else born.day)
    return turned > day


def forbidden(case: Case, today: date) -> list[str]:
    """Why this case may not be public, now or any more: sentences, none if it may. Such a case is taken out."""
    found = []
    consent = consent_of(case, today)
    if consent == "expired":
        found.append(_("The consent has run out; ask again before publishing."))
    elif consent in UNPUBLISHABLE_CONSENTS:
        found.append(_("Consent does not allow it: %(consent)s.") % {"consent": CONSENTS.label(consent)})
    if case.is_restricted:
        found.append(
            _("The case is restricted (systematic or conflict-related sexual violence): never published.")
        )
    if case.risk_review_outcome == "refuse":
        found.append(_("The risk review says that it must not be public."))
    shown = case.person.published_groups if case.person else []
    if "sexual_orientation_gender" in shown and not _said_so_themselves(case, today):
        found.append(
            _("Orientation or gender identity may show only with the person's own consent to publish.")
        )
    return found


def _said_so_themselves(case: Case, today: date) -> bool:
    allowing = ("publish_named", "publish_anonymised")
    holders = [holder for holder in (case.person, case) if holder is not None]
    return any(holder.consent_by == "self" and _in_force(holder, today) in allowing for holder in holders)


def not_yet(case: Case, custody: Custody, today: date) -> list[str]:
    """Why this case may not be published today, though what is public may stay.

    `custody` is the custody the public would see (`cases.models.custody`).
    """
    found = []
    if case.publish_embargo_until and case.publish_embargo_until > today:
        found.append(_("Embargo until %(day)s.") % {"day": case.publish_embargo_until.isoformat()})
    if case.risk_review_outcome == "hold":
        found.append(_("The risk review says to wait; review the risk again first."))
    if custody.status in FREED and custody.was_held:
        since, reviewed = custody.as_of.latest, case.risk_review_date
        if reviewed is None or not case.risk_review_outcome or (since is not None and reviewed < since):
            label = CUSTODY_STATUSES.label(custody.status)
            text = _("%(custody)s: releases often hang on silence. Record a risk review made after it.")
            found.append(text % {"custody": label})
    return found
