"""What was done: violations, methods of repression across borders, and the scales that go with them.

The kinds of a case and the units in which its people are counted are here too, since they say what a
violation was done to. What followed is in `custody`, `proceedings` and `events`.
"""

from cases.vocabularies.terms import PROPOSED, CodeList, Term

MT4 = "HURIDOCS Micro-thesauri, list 4 (types of acts), "
PACE = "PACE Resolution 2509 (2023), paragraph "

# fmt: off
VIOLATIONS = CodeList("violations", "Violations", "HURIDOCS Micro-thesauri, list 4 (types of acts)", [
    Term("detention", "Detention",
         "A person is deprived of liberty; the word judges neither the lawfulness nor the reasons.",
         MT4 + "030101"),
    Term("arbitrary_detention", "Arbitrary detention",
         "Deprivation of liberty that a named assessor has found to be arbitrary.", MT4 + "030102"),
    Term("enforced_disappearance", "Enforced disappearance",
         "A named assessor found that agents of a state took a person and hide their fate or whereabouts.",
         MT4 + "030103"),
    Term("abduction", "Abduction",
         "A person is taken away by force, threat or deceit and outside any legal procedure.",
         MT4 + "030104"),
    Term("house_arrest", "House arrest",
         "A person is ordered or made to stay in their home.", MT4 + "030105"),
    Term("prosecution", "Prosecution",
         "Proceedings are brought against a person who is not in custody or not present.", PROPOSED),
    Term("killing", "Killing", "A person's life is deliberately ended by someone else.", MT4 + "010101"),
    Term("death_in_custody", "Death in custody",
         "A person dies while deprived of liberty, whatever the cause.", MT4 + "01010601"),
    Term("torture", "Torture",
         "Severe pain or suffering is inflicted on purpose, to punish, frighten or extract a statement.",
         MT4 + "02011111"),
    Term("assault", "Assault", "A person is attacked physically and survives.", MT4 + "020101"),
    Term("threat", "Threat",
         "Harm is announced to a person or, through them, to their family.",
         MT4 + "02010301 (threat to the family: 0201030102)"),
    Term("surveillance", "Surveillance",
         "A person's movements, contacts or messages are watched.", MT4 + "02010303"),
    Term("travel_restriction", "Travel restriction",
         "A person may not travel within a country or leave it.", MT4 + "050106"),
    Term("denial_of_return", "Denial of return",
         "A person is kept from coming back to their own country.", MT4 + "050107"),
    Term("deportation", "Deportation",
         "A state expels a person by an administrative decision; said without judging it.", PROPOSED),
    Term("extradition", "Extradition",
         "A person is handed over to another state for trial or punishment, by extradition procedure.",
         PROPOSED),
    Term("rendition", "Rendition",
         "A person is handed over to another state outside any legal procedure.", PROPOSED),
    Term("removal_form_unknown", "Removal, form not stated",
         "A person is sent to another state and the source does not say by what procedure.", PROPOSED),
    Term("refoulement", "Refoulement",
         "A named assessor found that a person was returned to where persecution or torture threatens.",
         MT4 + "380101"),
    Term("forced_displacement", "Forced displacement",
         "People leave where they live because they are made to or see no other way.", MT4 + "050104"),
    Term("eviction", "Eviction", "People are put out of the home or land they live on.", MT4 + "050103"),
    Term("raid", "Raid", "Agents enter and search a home, an office or another place.", MT4 + "040101"),
    Term("mass_roundup", "Mass round-up",
         "Many people are seized at once, without looking at each of them.", MT4 + "030107"),
    Term("unfair_trial", "Unfair trial",
         "A named assessor found that the guarantees of a fair trial were not kept.",
         "HURIDOCS Micro-thesauri, 3501"),
])
# fmt: on

FINDINGS = frozenset({"arbitrary_detention", "enforced_disappearance", "refoulement", "unfair_trial"})
"""Violations that state a finding: each needs a named assessor and a citation."""

REMOVALS = frozenset({"deportation", "extradition", "rendition", "removal_form_unknown", "refoulement"})
"""Violations in which a person is sent from one state to another."""

# fmt: off
METHODS = CodeList("methods", "Methods of transnational repression", "PACE Resolution 2509 (2023)", [
    Term("direct.assassination", "Assassination abroad",
         "The person is killed, or an attempt on their life is made, outside the origin state.",
         PACE + "1.1"),
    Term("direct.assault", "Assault abroad",
         "The person is attacked physically outside the origin state.", PACE + "1.1"),
    Term("direct.disappearance", "Disappearance abroad",
         "The person vanishes outside the origin state and is believed to be in its hands.", PACE + "1.1"),
    Term("direct.intimidation", "Intimidation in person abroad",
         "People sent by the origin state follow, visit or threaten the person face to face.", PACE + "1.1"),
    Term("direct.rendition", "Rendition by own agents",
         "The origin state's own agents bring the person back outside any legal procedure.", PACE + "1.1"),
    Term("coopting.detention", "Detention by another state on request",
         "Another state detains the person because the origin state asked for it.", PACE + "1.2"),
    Term("coopting.deportation", "Deportation on request",
         "Another state deports the person because the origin state asked for it.", PACE + "1.2"),
    Term("coopting.unlawful_deportation", "Unlawful deportation on request",
         "Another state deports the person on request and against its own law or a court order.",
         PACE + "1.2"),
    Term("coopting.rendition", "Rendition by another state on request",
         "Another state hands the person over on request, outside any legal procedure.", PACE + "1.2"),
    Term("coopting.extradition", "Extradition on request",
         "The origin state has another state extradite the person, or try to.", PACE + "1.2"),
    Term("coopting.interpol", "Use of INTERPOL",
         "The origin state pursues the person through INTERPOL notices, diffusions or databases.",
         PACE + "1.2"),
    Term("coopting.legal_assistance", "Use of mutual legal assistance",
         "The origin state reaches the person through requests between prosecutors or courts.", PACE + "1.2"),
    Term("coopting.unspecified", "Co-opting, form not stated",
         "Another state acts on the origin state's demand and the source does not say how.", PACE + "1.2"),
    Term("mobility.passport_cancelled", "Passport cancelled",
         "The origin state cancels, seizes or reports as lost a travel document.", PACE + "1.3"),
    Term("mobility.consular_denial", "Denial of consular services",
         "A consulate refuses documents or services the person is entitled to.", PACE + "1.3"),
    Term("mobility.exit_ban", "Exit ban", "The person may not leave the country they are in.", PROPOSED),
    Term("mobility.entry_ban", "Entry ban", "The person may not enter a country.", PROPOSED),
    Term("mobility.citizenship_stripped", "Loss of citizenship",
         "The origin state takes the person's citizenship away.", PROPOSED),
    Term("distance.online_intimidation", "Online intimidation",
         "The person is threatened, smeared or harassed through the internet or by telephone.", PACE + "1.4"),
    Term("distance.surveillance", "Surveillance from a distance",
         "The origin state watches the person or their messages from afar.", PACE + "1.4"),
    Term("distance.proxy", "Pressure on relatives or partners",
         "Family members, colleagues or business partners are pressed in the person's place.", PACE + "1.4"),
    Term("distance.spyware", "Spyware",
         "Software that spies is put on the person's telephone or computer.", PROPOSED),
    Term("distance.in_absentia_prosecution", "Prosecution in absentia",
         "The origin state prosecutes the person while they are abroad and absent.", PROPOSED),
])

CASE_KINDS = CodeList("case_kinds", "Kinds of case", PROPOSED, [
    Term("person", "One person", "What was done to a single person."),
    Term("group", "Group",
         "What was done to several people who are known by a description and perhaps a number."),
    Term("pattern", "Pattern", "A practice that a source describes without people who could be counted."),
])

COUNTING_UNITS = CodeList("counting_units", "Counting units",
                          "HURIDOCS Micro-thesauri, list 7 (counting units)", [
    Term("individual", "Individuals", "Single people are counted."),
    Term("family", "Families", "Families or households are counted."),
    Term("group", "Groups", "People who acted or were targeted together."),
    Term("community", "Communities", "People who live in one place or share its life."),
    Term("social_group", "Social groups",
         "People who share an occupation, a belief, an origin or another feature."),
    Term("people_in_general", "People in general", "The population as a whole, with nobody singled out."),
])

# fmt: on

COOPTING_METHODS = frozenset(code for code in METHODS.codes if code.startswith("coopting."))
"""Methods that need a citation which says that the origin state asked for the act."""
