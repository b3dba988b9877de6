"""Where a person is: the custody status of a case. How far a court case is stands in `proceedings`.

How events change the status is in `cases/text/custody`.
"""

from cases.vocabularies.terms import PROPOSED, CodeList, Term

MT25 = "HURIDOCS Micro-thesauri, list 25, "

# fmt: off
CUSTODY_STATUSES = CodeList("custody_statuses", "Custody status", "HURIDOCS Micro-thesauri, list 25", [
    Term("at_liberty", "At liberty",
         "The person is not held and is under no order that limits them.", PROPOSED),
    Term("police_custody", "Police custody",
         "Held by police on suspicion, before a court has ordered detention.", PROPOSED),
    Term("administrative_detention", "Administrative detention",
         "Held for a fixed number of days for a minor offence.", "HURIDOCS Micro-thesauri, list 29, 01"),
    Term("pretrial_detention", "Pre-trial detention",
         "Held by order of a court until the trial ends.", MT25 + "020201"),
    Term("house_arrest", "House arrest", "Made to stay at home by an order.", PROPOSED),
    Term("psychiatric_confinement", "Psychiatric confinement",
         "Held in a psychiatric institution by an order.", PROPOSED),
    Term("extradition_custody", "Extradition custody",
         "Held because another state asks for the person.", PROPOSED),
    Term("held_form_unknown", "Held, form not stated",
         "Held, and no source says on what legal basis.", PROPOSED),
    Term("unacknowledged_custody", "Unacknowledged custody",
         "Held while the authorities deny it or say nothing.", PROPOSED),
    Term("held_after_conviction", "Held after conviction",
         "Held, and found guilty by a court; no source says that the judgment is final.", PROPOSED),
    Term("imprisoned", "Imprisoned", "Serving a prison sentence.", MT25 + "020203"),
    Term("released_conditionally", "Released conditionally",
         "Out of custody under bail, recognisance, supervision or parole.", MT25 + "020101/2"),
    Term("released", "Released", "Let out of custody.", PROPOSED),
    Term("exile", "Exile", "Made by an order to live elsewhere.", MT25 + "0302"),
    Term("sought", "Sought by authorities",
         "Authorities look for the person in order to detain them.", MT25 + "0203"),
    Term("escaped", "Escaped", "Left custody without permission.", MT25 + "020109"),
    Term("missing", "Missing", "Nobody who speaks knows where the person is.", MT25 + "0103"),
    Term("deceased_in_custody", "Died in custody", "Dead; was held when it happened.", PROPOSED),
    Term("deceased", "Deceased", "Dead; was not held when it happened.", PROPOSED),
    Term("unknown", "Unknown", "No source states it.", PROPOSED),
])

HELD_NOW = CodeList("held_now", "Held now", PROPOSED, [
    Term("confirmed", "Confirmed within six months",
         "In custody when last heard of; a source shows it within the last six months."),
    Term("unconfirmed", "Not confirmed within six months",
         "In custody when last heard of; no source shows it within the last six months."),
])
# fmt: on

IN_CUSTODY = frozenset(
    {
        "police_custody",
        "administrative_detention",
        "pretrial_detention",
        "house_arrest",
        "psychiatric_confinement",
        "extradition_custody",
        "held_form_unknown",
        "unacknowledged_custody",
        "held_after_conviction",
        "imprisoned",
    }
)
"""The statuses that count as held."""
