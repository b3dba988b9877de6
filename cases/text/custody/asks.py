"""What the desk asks about a record, as sentences: a code of `Ask` → what contradicts, and what would settle it."""

from cases.text.translatable import N_

ASKS: dict[str, str] = {
    "after_death": N_("A fact of custody after death. Is one of the two dates, or the death, mistaken?"),
    "seized_while_held": N_("Taken while already held. Was there a release in between?"),
    "release_of_nobody_held": N_(
        "Let go, though nothing on file says that the person was held. When were they taken?"
    ),
    "release_while_another_ground_stands": N_(
        "Released in one proceeding while another still holds the person. Did they leave custody?"
    ),
    "shown_while_out": N_("Shown in custody after they were out. When were they taken again?"),
    "sentenced_and_how_held": N_(
        "A sentence of prison, and no word on how the person was held. Add the arrest, or “in absentia”."
    ),
    "sentenced_while_out": N_(
        "A sentence of prison for somebody who was not in custody. Were they taken in? Mark it, or add the day."
    ),
    "not_said_let_go": N_(
        "A sentence that does not hold, and no source says that the person was let go. Add the release."
    ),
    "decision_not_stated": N_("What was decided is not stated: choose the decision."),
    "judgment_set_aside": N_(
        "The judgment was set aside. Was the person let go, or on what are they held since?"
    ),
    "order_changed_on_appeal": N_(
        "The order was changed on appeal. Is the person held since, and in which form?"
    ),
    "of_which_proceeding": N_("Several proceedings are on file: say which one this belongs to."),
    "orders": N_(
        "The dates allow several orders, with different results. Make a date more exact, or state the order within "
        "the day."
    ),
    "ahead": N_("The date lies in the future: it is not counted, and cannot be published."),
    "no_charge_convicted": N_(
        "The guilty verdict is final, and none of the charges on file is marked as convicted."
    ),
    "convicted_though_acquitted": N_("Acquitted, and a charge on file is marked as convicted."),
    "arrested_before_birth": N_("Taken into custody before the stated birth."),
    "arrested_after_death": N_("Taken into custody after the stated death."),
    "older_than_anybody": N_("By the stated birth the person would be older than 120."),
    "before_the_case": N_("The event lies before the start of the case."),
    "after_the_case": N_("The event lies after the end of the case."),
    "checked_before_status": N_(
        "“Last checked” lies before the day of the status: somebody must have looked since."
    ),
    "second_case": N_(
        "Another case of the same person has the same event on the same day. Is it the same case?"
    ),
}
"""A contradiction is answered by mending it, or by a reason that stays with the record."""
