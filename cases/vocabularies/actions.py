"""What others did about a case: interventions, assessments, and how events and cases hang together."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cases.vocabularies.terms import PROPOSED, CodeList, Term

WGAD = "UN Working Group on Arbitrary Detention"
PACE_1900 = "PACE Resolution 1900 (2012)"
MT41 = "HURIDOCS Micro-thesauri, list 41"
MT22 = "HURIDOCS Micro-thesauri, list 22"

# fmt: off
INTERVENTION_KINDS = CodeList("intervention_kinds", "Kinds of intervention", PROPOSED, [
    Term("petition", "Petition", "Several people together ask someone to act."),
    Term("statement", "Statement", "Somebody takes a position in public."),
    Term("speech", "Speech", "Somebody speaks about it before an audience."),
    Term("letter", "Letter", "Somebody writes to those who can act."),
    Term("un_communication", "UN communication",
         "Experts or offices of the United Nations write to a state."),
    Term("wgad_opinion", "Opinion on arbitrary detention",
         "The UN Working Group on Arbitrary Detention is asked for or gives an opinion."),
    Term("court_application", "Court application", "A national or international court is asked to decide."),
    Term("sanction", "Sanction", "Sanctions are asked for or imposed."),
    Term("resolution", "Resolution", "A parliament or body votes on a text."),
    Term("visit", "Visit", "Somebody goes to see the person, the place or the authorities."),
    Term("other", "Other intervention", "A step of another kind."),
])

INTERVENTION_STATUSES = CodeList("intervention_statuses", "Status of an intervention", PROPOSED, [
    Term("planned", "Planned", "Announced and not yet made."),
    Term("submitted", "Submitted", "Made; no answer is known yet."),
    Term("answered", "Answered", "The addressee has replied."),
    Term("no_answer", "No answer", "The addressee has let it pass."),
    Term("ongoing", "Ongoing", "Still being pursued."),
    Term("closed", "Closed", "Nothing more is expected."),
    Term("unknown", "Unknown", "No source says what became of it."),
])

ASSESSMENT_FRAMEWORKS = CodeList("assessment_frameworks", "Frameworks of assessment", PROPOSED, [
    Term("wgad", "UN Working Group on Arbitrary Detention",
         "Whether a detention is arbitrary, by five categories.", WGAD),
    Term("pace_1900", "Political prisoner, Council of Europe",
         "Whether a person is a political prisoner, by five criteria.", PACE_1900),
    Term("memorial", "Political prisoner, Memorial",
         "Whether a person is a political prisoner, by Memorial's criteria.", "Memorial"),
    Term("amnesty_poc", "Prisoner of conscience, Amnesty",
         "Whether a person is held for beliefs or identity and has not used or urged violence.",
         "Amnesty International"),
    Term("huridocs_mt41", "Degree of confirmation",
         "How sure the assessor is that what is claimed happened.", MT41),
    Term("other", "Other framework", "Criteria of another body or the assessor's own."),
])

ASSESSMENT_CATEGORIES = CodeList("assessment_categories", "Categories of assessment", PROPOSED, [
    Term("wgad.1", "I – no legal basis", "No law can be named that would justify the detention.", WGAD),
    Term("wgad.2", "II – exercise of rights",
         "The detention follows from the use of a right or freedom.", WGAD),
    Term("wgad.3", "III – fair trial",
         "The rules of a fair trial were broken so badly that the detention is arbitrary.", WGAD),
    Term("wgad.4", "IV – asylum or migrant custody",
         "Long administrative custody of migrants or asylum seekers without review.", WGAD),
    Term("wgad.5", "V – discrimination",
         "The detention discriminates because of origin, belief or another ground.", WGAD),
    Term("pace_1900.a", "a) violates a guarantee of the Convention",
         "Detention in breach of a basic guarantee such as freedom of thought or expression.", PACE_1900),
    Term("pace_1900.b", "b) purely political reasons",
         "Detention with no connection to any offence.", PACE_1900),
    Term("pace_1900.c", "c) out of proportion",
         "Political motives made the detention longer or harder than the offence explains.", PACE_1900),
    Term("pace_1900.d", "d) discriminatory",
         "Political motives made the detention different from that of others.", PACE_1900),
    Term("pace_1900.e", "e) unfair, politically motivated proceedings",
         "Detention results from clearly unfair proceedings with political motives behind them.", PACE_1900),
])

ASSESSMENT_OUTCOMES = CodeList("assessment_outcomes", "Outcomes of assessment", PROPOSED, [
    Term("arbitrary", "Arbitrary", "The detention was found arbitrary, with the categories named.", WGAD),
    Term("arbitrary_no_category", "Arbitrary, no category named",
         "The detention was found arbitrary without naming a category.", WGAD),
    Term("not_arbitrary", "Not arbitrary", "The detention was found not to be arbitrary.", WGAD),
    Term("pending", "Pending", "No result yet.", WGAD),
    Term("recognised", "Recognised", "The assessor holds that the criteria are met."),
    Term("not_recognised", "Not recognised", "The assessor holds that the criteria are not met."),
    Term("confirmed", "Confirmed", "It happened; no doubt is left.", MT41),
    Term("likely", "Likely", "It probably happened.", MT41),
    Term("possible", "Possible", "It may have happened.", MT41),
    Term("unlikely", "Unlikely", "It probably did not happen.", MT41),
    Term("unknown", "Unknown", "It cannot be said.", MT41),
])
# fmt: on

OUTCOMES_BY_FRAMEWORK: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "wgad": ("arbitrary", "arbitrary_no_category", "not_arbitrary", "pending"),
        "pace_1900": ("recognised", "not_recognised", "pending"),
        "memorial": ("recognised", "not_recognised", "pending"),
        "amnesty_poc": ("recognised", "not_recognised", "pending"),
        "huridocs_mt41": ("confirmed", "likely", "possible", "unlikely", "unknown"),
        "other": ASSESSMENT_OUTCOMES.codes,
    }
)
"""Which outcomes a framework knows. That an assessment was withdrawn is a date of its own, not an outcome."""


def categories_of(framework: str) -> tuple[Term, ...]:
    """The categories of one framework; none for the frameworks that have none."""
    return tuple(term for term in ASSESSMENT_CATEGORIES if term.code.startswith(f"{framework}."))


@dataclass(frozen=True, repr=False)
class RelationTerm(Term):
    """A relation, with the English words for reading it from its other end."""

    backwards: str = ""

    @property
    def reads_backwards(self) -> str:
        """The lazy label as seen from the second record: A "precedes" B, B "is preceded by" A."""
        return Term(self.code, self.backwards, self.definition, context=self.context).label

    @property
    def wordings(self) -> tuple[str, ...]:
        return (self.en, self.backwards)


TRIED_WITH = "tried_with"
"""Of co-defendants: the one relation that reads the same from both ends, and is between two cases."""

# fmt: off
RELATION_KINDS = CodeList("relation_kinds", "Relations", MT22, [
    RelationTerm("precedes", "Precedes",
                 "The first came before the second; nothing is said about why.", backwards="Comes after"),
    RelationTerm("encompasses", "Encompasses",
                 "The first is the whole, the second one of its parts.", backwards="Is encompassed by"),
    RelationTerm("causes", "Causes",
                 "A source says that the first brought about the second.", backwards="Is caused by"),
    RelationTerm("parallel", "Parallel to", "Both happened side by side.", backwards="In parallel with"),
    RelationTerm(TRIED_WITH, "Tried together with",
                 "Both stood in one trial; each case lists the other as long as both people are named.", PROPOSED,
                 backwards="Tried together with"),
    RelationTerm("part_of", "Part of", "The first is one of the parts of the second.", backwards="Contains"),
    RelationTerm("follows", "Follows",
                 "The first came after the second; nothing is said about why.", backwards="Is followed by"),
    RelationTerm("consequence_of", "Consequence of",
                 "A source says that the first came about because of the second.", backwards="Leads to"),
])
# fmt: on
