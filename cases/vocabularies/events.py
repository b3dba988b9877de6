"""The kinds of dated steps a case is made of, and the decisions some of them carry.

What a step changes in custody and in the stage of proceedings is in `effects`.
"""

from types import MappingProxyType

from cases.vocabularies.terms import PROPOSED, CodeList, Term

# fmt: off
EVENT_KINDS = CodeList("event_kinds", "Kinds of event", PROPOSED, [
    # Into custody
    Term("detained", "Detention, form not stated",
         "The person was detained, jailed or arrested and nobody says on what legal basis."),
    Term("arrest", "Arrest in a criminal case",
         "Taken on suspicion of a crime (tutulma, задержание). “Həbs edilib” or «арестован» mean remanded by a court."),
    Term("arrest_foreign_request", "Arrest at another state's request",
         "The person is taken because another state wants them."),
    Term("administrative_sentence", "Administrative sentence",
         "A court orders some days of confinement for a minor offence."),
    Term("remand", "Remand in custody", "A court orders the person to be held until trial."),
    Term("remand_extension", "Remand extended", "A court lengthens detention before trial."),
    Term("house_arrest_order", "House arrest ordered", "The person is ordered to stay at home."),
    Term("psychiatric_order", "Psychiatric confinement ordered",
         "The person is ordered into a psychiatric institution."),
    Term("exile_order", "Exile ordered", "The person is ordered to live elsewhere."),
    Term("taken_into_custody", "Taken into custody",
         "A person who was free is taken in, for example in the courtroom after a verdict."),
    Term("sentence_begins", "Start of the sentence", "The person begins to serve the sentence."),
    Term("transfer", "Transfer", "A person in custody is moved to another place of detention."),
    # Out of custody
    Term("bail", "Bail", "Released against a sum of money."),
    Term("recognizance", "Recognisance", "Left or set free on a written promise, usually not to leave."),
    Term("supervision", "Supervision", "Left or set free under the watch of police or another body."),
    Term("parole", "Parole", "Released before the end of the sentence, under conditions."),
    Term("release", "Release", "Let out, whatever becomes of the case."),
    Term("exchange", "Exchange of prisoners", "Let out in an exchange of prisoners between states."),
    Term("sentence_completed", "Sentence completed", "The sentence has been served to its end."),
    Term("escape", "Escape", "The person leaves custody without permission."),
    # The proceedings
    Term("charge", "Charge brought", "A formal accusation is brought."),
    Term("reclassification", "Charge reclassified", "A charge is replaced by another."),
    Term("indictment", "Indictment",
         "The prosecution ends the investigation with an accusation for the court."),
    Term("referral_to_court", "Referral to court", "The case file goes to a court."),
    Term("hearing", "Court hearing", "A court sits, to prepare the trial or on the merits."),
    Term("verdict_guilty", "Guilty verdict",
         "A court finds the person guilty; the judgment may not be final."),
    Term("verdict_acquittal", "Acquittal", "A court finds the person not guilty."),
    Term("appeal_filed", "Appeal filed", "A judgment is challenged before a court of appeal."),
    Term("cassation_filed", "Cassation appeal filed",
         "A judgment is challenged on points of law; that does not undo its being final."),
    Term("appeal_decision", "Decision on an appeal", "A higher court decides about a judgment."),
    Term("pardon", "Pardon", "A head of state waives or shortens the sentence."),
    Term("amnesty", "Amnesty", "A general act waives or shortens the sentence."),
    Term("commutation", "Commutation", "The sentence is made milder; the person stays convicted."),
    Term("case_closed", "Case closed", "The proceedings end without a verdict."),
    # Across borders
    Term("extradition_request", "Extradition request", "A state asks another to hand the person over."),
    Term("extradition_decision", "Decision on extradition",
         "A court or authority grants or refuses extradition."),
    Term("interpol_notice", "INTERPOL notice", "A notice or diffusion about the person goes out."),
    Term("ccf_decision", "Decision of INTERPOL's Commission",
         "The Commission for the Control of Files decides about data on the person."),
    Term("deportation", "Deportation", "The person is expelled from a state."),
    Term("extradition", "Extradition", "The person is handed over by extradition procedure."),
    Term("rendition", "Rendition", "The person is handed over outside any procedure."),
    # Disappearance, death, confirmation
    Term("disappeared", "Disappearance", "From here on nobody who speaks knows where the person is."),
    Term("located_held", "Found in custody", "A missing person turns out to be held."),
    Term("located_free", "Found at liberty", "A missing person turns out to be free."),
    Term("located_dead", "Found dead", "A missing person turns out to be dead."),
    Term("custody_acknowledged", "Custody acknowledged",
         "Authorities admit that they hold the person, perhaps since long before."),
    Term("confirmed_still_held", "Confirmed still held",
         "A source confirms that nothing has changed and the person is still held."),
    Term("death", "Death", "The person dies."),
    # Beside custody and court
    Term("hunger_strike", "Hunger strike", "The person refuses food in protest."),
    Term("health", "Health", "Something is reported about the person's health or treatment."),
    Term("ill_treatment", "Ill-treatment",
         "The person is reported to have been beaten, humiliated or otherwise abused."),
    Term("visit_denied", "Visit denied", "Family, a lawyer or a monitor is not let in."),
    Term("letters_refused", "Letters refused",
         "Letters, calls or parcels are stopped or handed over neither way."),
    Term("medical_care_refused", "Medical care refused",
         "A doctor, medicine or a hospital is refused, or comes too late."),
    Term("solitary_confinement", "Solitary confinement",
         "The person is kept alone, as in a punishment cell."),
    Term("transfer_ordered", "Transfer ordered",
         "A court or authority orders a move to another place of detention; nobody has been moved by that."),
    Term("transfer_appealed", "Transfer challenged", "A complaint is made against an ordered move."),
    # Measures against what somebody owns and does
    Term("accounts_frozen", "Accounts frozen", "Bank accounts or other property are blocked."),
    Term("passport_seized", "Passport seized", "A passport or other travel document is taken away."),
    Term("licence_withdrawn", "Accreditation or licence withdrawn",
         "Somebody may no longer work as a journalist, lawyer or in another licensed occupation."),
    Term("echtr_application", "Application to the European Court",
         "A complaint goes to the European Court of Human Rights."),
    Term("echtr_judgment", "Judgment of the European Court", "The European Court of Human Rights decides."),
    Term("wgad_opinion", "Opinion on arbitrary detention",
         "The UN Working Group on Arbitrary Detention adopts an opinion."),
    Term("un_communication", "UN communication",
         "Experts or offices of the United Nations write to a state or speak out."),
    Term("statement", "Public statement", "Somebody of weight says something in public."),
    Term("sanction", "Sanction", "A state or union imposes sanctions over the case."),
    Term("other", "Other event", "A step that no other kind describes."),
])

DECISIONS = CodeList("decisions", "Decisions", PROPOSED, [
    Term("upheld", "Upheld", "The judgment stands as it was."),
    Term("reduced", "Reduced", "The conviction stands, the sentence is shorter or milder."),
    Term("increased", "Increased", "The conviction stands, the sentence is longer or harsher."),
    Term("partly", "Partly upheld", "Part of the judgment stands, part of it does not."),
    Term("quashed", "Quashed", "The conviction is set aside."),
    Term("remitted", "Remitted", "The case goes back to a lower court to be tried again."),
    Term("preparatory", "Preparatory hearing", "The court prepares the trial or decides on procedure."),
    Term("merits", "Hearing on the merits", "The court hears evidence and argument on guilt."),
    Term("total", "In full", "The whole remaining sentence is waived."),
    Term("commuted", "Commuted", "The sentence is shortened or replaced by a milder one."),
    Term("granted", "Granted", "What was asked for is allowed."),
    Term("refused", "Refused", "What was asked for is not allowed."),
    Term("compliant", "Compliant with the rules", "The data about the person keep to INTERPOL's rules."),
    Term("not_compliant", "Not compliant with the rules",
         "The data about the person break INTERPOL's rules."),
    Term("pending", "Pending", "Nothing has been decided yet."),
    Term("violation_found", "Violation found", "The court found a right violated."),
    Term("no_violation", "No violation", "The court found no right violated."),
])
# fmt: on

MEASURES = CodeList(
    "measures",
    "Measures and treatment",
    PROPOSED,
    [
        EVENT_KINDS[code]
        for code in (
            "ill_treatment",
            "solitary_confinement",
            "medical_care_refused",
            "hunger_strike",
            "health",
            "visit_denied",
            "letters_refused",
            "transfer_ordered",
            "transfer_appealed",
            "accounts_frozen",
            "passport_seized",
            "licence_withdrawn",
        )
    ],
)
"""Kinds of events that say what was done to somebody beside custody and court, and lasts for a time: cases are counted
by them. None moves custody or stage."""

DECISIONS_BY_EVENT = MappingProxyType(
    {
        "appeal_decision": ("upheld", "reduced", "increased", "partly", "quashed", "remitted"),
        "hearing": ("preparatory", "merits"),
        "pardon": ("total", "commuted"),
        "amnesty": ("total", "commuted"),
        "extradition_decision": ("granted", "refused"),
        "transfer_appealed": ("granted", "refused", "pending"),
        "ccf_decision": ("compliant", "not_compliant", "pending"),
        "echtr_judgment": ("violation_found", "no_violation"),
    }
)
"""Which decisions an event kind may carry; a kind that is not here carries none."""
