"""What a person is accused of: categories, modalities and statuses of charges, and the codes of law.

The articles of law themselves are in `provisions`.
"""

from cases.vocabularies.provisions import PROVISIONS, Provision
from cases.vocabularies.terms import PROPOSED, CodeList, Term

__all__ = [
    "CHARGE_CATEGORIES",
    "CHARGE_STATUSES",
    "LEGAL_CODES",
    "MODALITIES",
    "PROVISIONS",
    "Provision",
]

# fmt: off
CHARGE_CATEGORIES = CodeList("charge_categories", "Categories of charges", PROPOSED, [
    Term("treason", "High treason", "Accused of betraying one's own state to another."),
    Term("espionage", "Espionage",
         "Accused of gathering or passing secrets for another state, as a foreigner or agent."),
    Term("state_secrets", "State secrets",
         "Accused of disclosing or losing protected information, military movements among it."),
    Term("coup", "Seizure of power", "Accused of trying to take or keep state power by force."),
    Term("armed_group", "Illegal armed group",
         "Accused of forming or joining an armed group the law does not allow."),
    Term("separatism", "Separatism",
         "Accused of acts or symbols against the territorial integrity of a state."),
    Term("terrorism", "Terrorism",
         "Accused of terrorist acts, or of helping, training for or praising them."),
    Term("extremism", "Extremism", "Accused under a law against extremism, whatever the act."),
    Term("sabotage", "Sabotage",
         "Accused of damaging things in order to harm the state, or of helping with it."),
    Term("anti_state_speech", "Speech against the state",
         "Accused of public calls against the state, its order or its security."),
    Term("incitement", "Incitement to hatred",
         "Accused of stirring up hatred between national, racial, social or religious groups."),
    Term("army_discredit", "Discrediting the army",
         "Accused of discrediting the armed forces or of false information about them."),
    Term("foreign_agent", "Foreign agent rules",
         "Accused of breaking duties laid on people labelled foreign agents."),
    Term("undesirable_org", "Undesirable organisation",
         "Accused of taking part in an organisation the state has declared undesirable."),
    Term("defamation", "Defamation",
         "Accused of harming a private person's honour by false or insulting words."),
    Term("insult_authority", "Insulting the authorities",
         "Accused of insulting a head of state, an official, a court or a state symbol."),
    Term("public_order", "Public order", "Accused of hooliganism, riots or another breach of public order."),
    Term("resistance", "Resisting officials", "Accused of disobeying or using force against officials."),
    Term("assembly", "Assembly",
         "Accused of organising or joining a gathering the authorities did not allow."),
    Term("religion", "Religious activity",
         "Accused because of worship, preaching, religious literature or an unregistered community."),
    Term("drugs", "Drugs", "Accused of possessing, making or selling drugs."),
    Term("weapons", "Weapons", "Accused of possessing or trading in weapons or explosives."),
    Term("economic", "Economic offence", "Accused over business, money, tax, customs or property."),
    Term("corruption", "Corruption", "Accused of giving or taking bribes."),
    Term("official_abuse", "Abuse of office", "Accused of misusing the powers of an office."),
    Term("documents", "Forged documents", "Accused of making or using false documents."),
    Term("border", "Border crossing", "Accused of crossing a state border against the rules."),
    Term("military", "Military offence",
         "Accused of desertion, evading service or another breach of military duty."),
    Term("violent", "Violent offence",
         "Accused of killing, injuring or otherwise using force against a person."),
    Term("sexual", "Sexual offence", "Accused of an offence against sexual integrity or morals."),
    Term("administrative", "Administrative offence", "Accused of a minor offence outside criminal law."),
    Term("other", "Other charge", "The charge is known and fits no other category."),
    Term("unspecified", "Charge not stated", "The source speaks of a charge and does not say which."),
])

MODALITIES = CodeList("modalities", "Modalities of a charge", PROPOSED, [
    Term("completed", "Completed act", "The offence is said to have been carried out."),
    Term("preparation", "Preparation", "The offence is said to have been prepared."),
    Term("attempt", "Attempt", "The offence is said to have been tried without success."),
    Term("complicity", "Complicity",
         "The person is said to have helped, organised or instigated someone else's offence."),
])

CHARGE_STATUSES = CodeList("charge_statuses", "Statuses of a charge", PROPOSED, [
    Term("alleged", "Alleged", "Officials or media name the accusation; no formal charge is known."),
    Term("charged", "Charged", "The accusation was formally brought."),
    Term("reclassified", "Reclassified", "Another charge took the place of this one."),
    Term("dropped", "Dropped", "The accusation was given up before a verdict."),
    Term("convicted", "Convicted", "A court found the person guilty on this charge."),
    Term("acquitted", "Acquitted", "A court found the person not guilty on this charge."),
])

LEGAL_CODES = CodeList("legal_codes", "Codes of law", PROPOSED, [
    Term("CC", "Criminal Code", "The law that lists crimes and their punishments."),
    Term("CAO", "Code of Administrative Offences", "The law that lists minor offences and their penalties."),
    Term("CPC", "Code of Criminal Procedure", "The law on how crimes are investigated and tried."),
    Term("CC1926", "Criminal Code of 1926", "A criminal code that a later one replaced; charges under it stay."),
    Term("CC1960", "Criminal Code of 1960", "A criminal code that a later one replaced; charges under it stay."),
    Term("CC1961", "Criminal Code of 1961", "A criminal code that a later one replaced; charges under it stay."),
    Term("CC2003", "Criminal Code of 2003", "A criminal code that a later one replaced; charges under it stay."),
    Term("CAO1984", "Code of Administrative Offences of 1984",
         "A code of minor offences that a later one replaced; charges under it stay."),
    Term("CAO2000", "Code of Administrative Offences of 2000",
         "A code of minor offences that a later one replaced; charges under it stay."),
    Term("LAW", "Other law", "A statute that is not one of the codes, such as an extradition act."),
])
# fmt: on
