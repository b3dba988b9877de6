"""Who did it and how that is known: agencies, offices in them, involvement, level of attribution, official positions.

A level says how an attribution came about; the public text always reads "attributed to … by …".
"""

from cases.vocabularies.terms import PROPOSED, CodeList, Term

# fmt: off
AGENCY_KINDS = CodeList("agency_kinds", "Kinds of agency", "HURIDOCS Micro-thesauri, list 24", [
    Term("executive_national", "National government", "A head of state, a government or a ministry."),
    Term("executive_local", "Local government", "The executive of a region, district or town."),
    Term("armed_forces", "Armed forces", "Army, navy, air force."),
    Term("police", "Police", "A force that keeps order and investigates crime."),
    Term("prison", "Prison service", "Those who run places of detention."),
    Term("intelligence", "Intelligence or security service", "A service for state security or intelligence."),
    Term("legislature", "Legislature", "A parliament or its members."),
    Term("judiciary", "Judiciary or prosecution", "Courts, judges and prosecutors."),
    Term("paramilitary", "Paramilitary group", "An armed group beside the regular forces."),
    Term("private", "Private persons", "People who hold no public office."),
    Term("corporation", "Company", "A business, such as a maker of spyware."),
    Term("unknown", "Kind not known", "No source says what kind of body it is."),
])

INVOLVEMENTS = CodeList("involvements", "Degree of involvement", "HURIDOCS Micro-thesauri, list 18", [
    Term("carried_out", "Carried out the act", "Did it with own hands."),
    Term("gave_orders", "Gave orders", "Told others to do it."),
    Term("accomplice", "Helped", "Made the act possible or easier."),
    Term("present", "Was present", "Was there without taking part."),
    Term("planned", "Planned", "Prepared the act."),
    Term("suspected", "Suspected", "Somebody suspects a part in the act."),
    Term("failed_to_protect", "Failed to protect", "Had the duty to prevent the act and did not."),
    Term("policy_author", "Author of the policy", "Made the rules or the plan the act follows."),
    Term("political_responsibility", "Political responsibility", "Heads what carried out the act."),
])

ATTRIBUTION_LEVELS = CodeList("attribution_levels", "Level of attribution", PROPOSED, [
    Term("0", "Unknown", "Nobody says who did it."),
    Term("1", "Alleged", "The person, the family or another party says so."),
    Term("2", "Reported", "Media or an organisation report it."),
    Term("3", "Investigated",
         "A named investigation with a published method, which was seen, came to that result."),
    Term("4", "Found by a body", "An official or international body that is not a court found it."),
    Term("5", "Admitted", "Those concerned say that they did it."),
    Term("6", "Found by a court", "A court found it."),
    Term("rejected", "Rejected", "The attribution was examined and turned out not to hold."),
])

OFFICES = CodeList("offices", "Offices of officials", PROPOSED, [
    Term("judge", "Judge", "Decides in a court, alone or with others."),
    Term("presiding_judge", "Presiding judge", "Leads the bench that decides."),
    Term("prosecutor", "Prosecutor", "Brings or supports the accusation for the state."),
    Term("investigator", "Investigator", "Leads or carries out the investigation."),
    Term("officer", "Officer", "Of police or of a service: detained, questioned or guarded somebody."),
    Term("prison_head", "Head of a place of detention", "Runs the place in which somebody is held."),
    Term("head", "Head of an agency", "Heads the agency, or a part of it."),
    Term("expert", "State expert", "Gave an expert opinion for the prosecution or the court."),
    Term("other", "Another office", "An office that none of the others names."),
])

OFFICIAL_POSITIONS = CodeList("official_positions", "Official position",
                              "HURIDOCS Micro-thesauri, list 28", [
    Term("acknowledges", "Acknowledges the event", "The authorities say that it happened."),
    Term("denies", "Denies the event", "The authorities say that it did not happen."),
    Term("denies_responsibility", "Denies responsibility", "The authorities say that it was not them."),
    Term("other_explanation", "Gives another explanation", "The authorities tell it differently."),
    Term("accepts", "Accepts responsibility", "The authorities say that it was them."),
    Term("no_statement", "No statement", "The authorities said nothing about it."),
])
# fmt: on
