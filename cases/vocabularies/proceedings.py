"""Court proceedings: kinds, stages, decisions, sentences, counsel.

Custody is in `custody`, the kinds of events in `events`; their lists can be imported from here too, since they are
read together. What an event changes is in `cases/text/custody`.
"""

from cases.vocabularies.custody import CUSTODY_STATUSES, IN_CUSTODY
from cases.vocabularies.events import DECISIONS, DECISIONS_BY_EVENT, EVENT_KINDS, MEASURES
from cases.vocabularies.terms import PROPOSED, CodeList, Term

__all__ = [
    "COUNSEL",
    "CUSTODY_STATUSES",
    "DECISIONS",
    "DECISIONS_BY_EVENT",
    "EVENT_KINDS",
    "IN_CUSTODY",
    "MEASURES",
    "PROCEEDING_KINDS",
    "REGIMES",
    "SENTENCE_KINDS",
    "STAGES",
    "WITHOUT_A_TERM",
]

MT31 = "HURIDOCS Micro-thesauri, list 31, "

# fmt: off
PROCEEDING_KINDS = CodeList("proceeding_kinds", "Kinds of proceedings", PROPOSED, [
    Term("criminal", "Criminal", "Investigation or trial of a crime."),
    Term("administrative", "Administrative", "Proceedings over a minor offence or a decision of an office."),
    Term("extradition", "Extradition proceedings", "Whether a person is to be handed over to another state."),
    Term("asylum", "Asylum", "Whether a person is given protection as a refugee."),
    Term("constitutional", "Constitutional", "A complaint to a constitutional court."),
    Term("international", "International", "Proceedings before an international court or body."),
])

STAGES = CodeList("stages", "Stages of proceedings", PROPOSED, [
    Term("none", "No proceedings known", "No source speaks of proceedings."),
    Term("suspect", "Suspect", "Suspected of an offence; no charge brought yet."),
    Term("charged", "Charged", "A formal charge has been brought."),
    Term("committed_for_trial", "Committed for trial",
         "The investigation is over and the case is with a court."),
    Term("on_trial", "On trial", "A court is hearing the merits."),
    Term("convicted_not_final", "Convicted, not known to be final",
         "Found guilty by a court; no source says that the judgment is final."),
    Term("appeal", "On appeal", "A court of appeal has the case."),
    Term("cassation", "In cassation", "A court of cassation has the case."),
    Term("convicted_final", "Convicted, final", "Found guilty by a judgment that has taken effect."),
    Term("sentence_served", "Sentence served", "The sentence has run its full length."),
    Term("acquitted", "Acquitted", "Found not guilty."),
    Term("discontinued", "Discontinued",
         "The proceedings ended without a verdict.", "HURIDOCS Micro-thesauri, list 25, 020103"),
    Term("pardoned", "Pardoned", "A head of state set the sentence aside."),
    Term("amnestied", "Amnestied", "A general act set the prosecution or the sentence aside."),
    Term("overturned", "Overturned", "A higher court set the conviction aside."),
    Term("unknown", "Stage unknown", "There are proceedings; no source says how far they are."),
])
# fmt: on

# fmt: off
SENTENCE_KINDS = CodeList("sentence_kinds", "Kinds of sentence", PROPOSED, [
    Term("imprisonment", "Imprisonment", "Confinement for a stated time."),
    Term("life_imprisonment", "Life imprisonment", "Confinement without an end date."),
    Term("administrative_arrest", "Administrative arrest", "Some days of confinement for a minor offence."),
    Term("restricted_liberty", "Restriction of liberty",
         "Duties and limits on movement without confinement."),
    Term("suspended", "Suspended sentence",
         "A prison term that is not carried out as long as conditions are kept."),
    Term("deferred", "Deferred sentence", "A sentence whose execution is put off, for example until a child is grown."),
    Term("labour", "Compulsory labour", "Work ordered as punishment."),
    Term("fine", "Fine", "A sum to be paid."),
    Term("psychiatric_treatment", "Compulsory psychiatric treatment",
         "Treatment in an institution ordered in the place of punishment."),
    Term("exile", "Exile or expulsion", "Having to live elsewhere or leave the country."),
    Term("disqualification", "Disqualification", "A ban on an office or an activity."),
    Term("confiscation", "Confiscation", "Property is taken."),
    Term("death_penalty", "Death penalty", "Execution is ordered, whether or not it is carried out."),
    Term("other", "Other sentence", "A punishment of another kind."),
])

WITHOUT_A_TERM = frozenset({"fine", "confiscation", "life_imprisonment", "death_penalty"})
"""Sentences that last no stated time."""

REGIMES = CodeList("regimes", "Prison regimes", PROPOSED, [
    Term("settlement", "Settlement colony", "The lightest form, with limited movement."),
    Term("general", "General regime", "The ordinary form of a colony."),
    Term("strict", "Strict regime", "A colony with tighter rules."),
    Term("special", "Special regime", "A colony with the tightest rules."),
    Term("prison", "Prison", "Confinement in cells."),
    Term("other", "Other regime", "A form none of the others names."),
])

COUNSEL = CodeList("counsel", "Legal counsel", "HURIDOCS Micro-thesauri, list 31", [
    Term("not_permitted", "No counsel permitted",
         "The person asked for a lawyer and was refused one.", MT31 + "01"),
    Term("not_requested", "No counsel requested", "The person did not ask for a lawyer.", MT31 + "02"),
    Term("before_indictment", "Counsel before indictment",
         "A lawyer was there before charges were brought.", MT31 + "03"),
    Term("before_trial", "Counsel after indictment, before trial",
         "A lawyer came between the charge and the trial.", MT31 + "04"),
    Term("during_interrogation", "Counsel during interrogation",
         "A lawyer was present when the person was questioned.", MT31 + "05"),
    Term("at_trial", "Counsel at trial only",
         "A lawyer was there for the first time at the trial.", PROPOSED),
    Term("unknown", "Counsel not stated", "No source says whether the person had a lawyer.", PROPOSED),
])
# fmt: on
