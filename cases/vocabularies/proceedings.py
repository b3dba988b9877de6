"""Court proceedings: kinds, stages, decisions, sentences, courts, counsel.

Custody is in ``custody``, the kinds of events in ``events``, what an event changes in ``effects``; their
lists can be imported from here too, since they are read together.
"""

from .custody import CUSTODY_STATUSES, DETENTION_CONTACTS, IN_CUSTODY
from .effects import DECISION_EFFECTS, EVENT_EFFECTS, Effect, effect_of
from .events import DECISIONS, DECISIONS_BY_EVENT, EVENT_KINDS
from .terms import PROPOSED, CodeList, Term

__all__ = [
    "CLOSED_STAGES",
    "COUNSEL",
    "COURT_TYPES",
    "CUSTODY_STATUSES",
    "DECISIONS",
    "DECISIONS_BY_EVENT",
    "DECISION_EFFECTS",
    "DETENTION_CONTACTS",
    "EVENT_EFFECTS",
    "EVENT_KINDS",
    "IN_CUSTODY",
    "PROCEEDING_KINDS",
    "REGIMES",
    "SENTENCE_KINDS",
    "STAGES",
    "STAGE_ORDER",
    "Effect",
    "effect_of",
]

MT31 = "HURIDOCS Micro-thesauri, list 31, "

# fmt: off
PROCEEDING_KINDS = CodeList("proceeding_kinds", "Kinds of proceedings", PROPOSED, [
    Term("criminal", "Criminal", "Cinayət işi", "Уголовное", "Investigation or trial of a crime."),
    Term("administrative", "Administrative", "İnzibati iş", "Административное",
         "Proceedings over a minor offence or a decision of an office."),
    Term("extradition", "Extradition proceedings", "Ekstradisiya işi", "Экстрадиционное",
         "Whether a person is to be handed over to another state."),
    Term("asylum", "Asylum", "Sığınacaq işi", "О предоставлении убежища",
         "Whether a person is given protection as a refugee."),
    Term("constitutional", "Constitutional", "Konstitusiya işi", "Конституционное",
         "A complaint to a constitutional court."),
    Term("international", "International", "Beynəlxalq", "Международное",
         "Proceedings before an international court or body."),
])

STAGES = CodeList("stages", "Stages of proceedings", PROPOSED, [
    Term("none", "No proceedings known", "İcraat məlum deyil", "Производство неизвестно",
         "No source speaks of proceedings."),
    Term("suspect", "Suspect", "Şübhəli", "Подозреваемый", "Suspected of an offence; no charge brought yet."),
    Term("charged", "Charged", "Təqsirləndirilən", "Обвиняемый", "A formal charge has been brought."),
    Term("committed_for_trial", "Committed for trial", "İşi məhkəməyə göndərilib", "Дело передано в суд",
         "The investigation is over and the case is with a court."),
    Term("on_trial", "On trial", "Məhkəmə baxışı gedir", "Идёт суд", "A court is hearing the merits."),
    Term("convicted_not_final", "Convicted, not final", "Məhkum edilib, hökm qüvvəyə minməyib",
         "Осуждён, приговор не вступил в силу",
         "Found guilty by a judgment that can still be appealed."),
    Term("appeal", "On appeal", "Apellyasiya mərhələsi", "Апелляция", "A court of appeal has the case."),
    Term("cassation", "In cassation", "Kassasiya mərhələsi", "Кассация",
         "A court of cassation has the case."),
    Term("convicted_final", "Convicted, final", "Məhkum edilib, hökm qüvvədədir",
         "Осуждён, приговор вступил в силу", "Found guilty by a judgment that has taken effect."),
    Term("sentence_served", "Sentence served", "Cəzasını çəkib", "Наказание отбыто",
         "The sentence has run its full length."),
    Term("acquitted", "Acquitted", "Bəraət alıb", "Оправдан", "Found not guilty."),
    Term("discontinued", "Discontinued", "İcraata xitam verilib", "Дело прекращено",
         "The proceedings ended without a verdict.", "HURIDOCS Micro-thesauri, list 25, 020103"),
    Term("pardoned", "Pardoned", "Əfv edilib", "Помилован", "A head of state set the sentence aside."),
    Term("amnestied", "Amnestied", "Amnistiyaya düşüb", "Амнистирован",
         "A general act set the prosecution or the sentence aside."),
    Term("overturned", "Overturned", "Hökm ləğv edilib", "Приговор отменён",
         "A higher court set the conviction aside."),
    Term("unknown", "Stage unknown", "Mərhələ məlum deyil", "Стадия неизвестна",
         "There are proceedings; no source says how far they are."),
])
# fmt: on

STAGE_ORDER = (
    "none",
    "unknown",
    "suspect",
    "charged",
    "committed_for_trial",
    "on_trial",
    "convicted_not_final",
    "appeal",
    "cassation",
    "convicted_final",
    "sentence_served",
)
"""How proceedings advance, for "never lower than it was"; all that is known is above the first two."""

CLOSED_STAGES = frozenset({"acquitted", "discontinued", "pardoned", "amnestied", "overturned"})
"""Stages outside the order: outcomes, which an effect that never lowers leaves alone."""

# fmt: off
SENTENCE_KINDS = CodeList("sentence_kinds", "Kinds of sentence", PROPOSED, [
    Term("imprisonment", "Imprisonment", "Azadlıqdan məhrumetmə", "Лишение свободы",
         "Confinement for a stated time."),
    Term("life_imprisonment", "Life imprisonment", "Ömürlük azadlıqdan məhrumetmə",
         "Пожизненное лишение свободы", "Confinement without an end date."),
    Term("administrative_arrest", "Administrative arrest", "İnzibati həbs cəzası", "Административный арест",
         "Some days of confinement for a minor offence."),
    Term("restricted_liberty", "Restriction of liberty", "Azadlığın məhdudlaşdırılması",
         "Ограничение свободы", "Duties and limits on movement without confinement."),
    Term("suspended", "Suspended sentence", "Şərti məhkumetmə", "Условное осуждение",
         "A prison term that is not carried out as long as conditions are kept."),
    Term("labour", "Compulsory labour", "İslah işləri", "Принудительные или исправительные работы",
         "Work ordered as punishment."),
    Term("fine", "Fine", "Cərimə", "Штраф", "A sum to be paid."),
    Term("psychiatric_treatment", "Compulsory psychiatric treatment",
         "Məcburi psixiatrik müalicə", "Принудительное психиатрическое лечение",
         "Treatment in an institution ordered in the place of punishment."),
    Term("exile", "Exile or expulsion", "Sürgün və ya ölkədən çıxarma", "Ссылка или выдворение",
         "Having to live elsewhere or leave the country."),
    Term("disqualification", "Disqualification", "Hüquqdan məhrumetmə", "Лишение права деятельности",
         "A ban on an office or an activity."),
    Term("confiscation", "Confiscation", "Müsadirə", "Конфискация", "Property is taken."),
    Term("death_penalty", "Death penalty", "Ölüm cəzası", "Смертная казнь",
         "Execution is ordered, whether or not it is carried out."),
    Term("other", "Other sentence", "Digər cəza", "Иное наказание", "A punishment of another kind."),
])

REGIMES = CodeList("regimes", "Prison regimes", PROPOSED, [
    Term("settlement", "Settlement colony", "Məntəqə tipli müəssisə", "Колония-поселение",
         "The lightest form, with limited movement."),
    Term("general", "General regime", "Ümumi rejim", "Общий режим", "The ordinary form of a colony."),
    Term("strict", "Strict regime", "Ciddi rejim", "Строгий режим", "A colony with tighter rules."),
    Term("special", "Special regime", "Xüsusi rejim", "Особый режим", "A colony with the tightest rules."),
    Term("prison", "Prison", "Həbsxana rejimi", "Тюремный режим", "Confinement in cells."),
    Term("other", "Other regime", "Digər rejim", "Иной режим", "A form none of the others names."),
])

COURT_TYPES = CodeList("court_types", "Types of court", PROPOSED, [
    Term("first_instance", "Court of first instance", "Birinci instansiya məhkəməsi", "Суд первой инстанции",
         "An ordinary court that hears a case first."),
    Term("serious_crimes", "Court for serious crimes", "Ağır cinayətlər məhkəməsi",
         "Суд по тяжким преступлениям", "A civilian court set up to try grave offences."),
    Term("military", "Military court", "Hərbi məhkəmə", "Военный суд",
         "A court of or for the armed forces."),
    Term("appeal", "Court of appeal", "Apellyasiya məhkəməsi", "Апелляционный суд",
         "A court that reviews judgments of lower courts."),
    Term("supreme", "Supreme or cassation court", "Ali və ya kassasiya məhkəməsi",
         "Верховный или кассационный суд", "The highest ordinary court, or a court of cassation."),
    Term("constitutional", "Constitutional court", "Konstitusiya Məhkəməsi", "Конституционный суд",
         "A court that measures laws and judgments by the constitution."),
    Term("administrative", "Administrative court", "İnzibati məhkəmə", "Административный суд",
         "A court for disputes with authorities."),
    Term("international", "International court", "Beynəlxalq məhkəmə", "Международный суд",
         "A court set up by treaty."),
    Term("other", "Other court", "Digər məhkəmə", "Иной суд", "A court of another kind."),
    Term("unknown", "Type of court not stated", "Məhkəmənin növü bildirilməyib", "Вид суда не указан",
         "No source says which kind of court it is."),
])

COUNSEL = CodeList("counsel", "Legal counsel", "HURIDOCS Micro-thesauri, list 31", [
    Term("not_permitted", "No counsel permitted", "Vəkilə icazə verilməyib", "Адвокат не допущен",
         "The person asked for a lawyer and was refused one.", MT31 + "01"),
    Term("not_requested", "No counsel requested", "Vəkil tələb edilməyib", "Адвокат не запрашивался",
         "The person did not ask for a lawyer.", MT31 + "02"),
    Term("before_indictment", "Counsel before indictment", "İttiham aktından əvvəl vəkil",
         "Адвокат до предъявления обвинения",
         "A lawyer was there before charges were brought.", MT31 + "03"),
    Term("before_trial", "Counsel after indictment, before trial", "İttihamdan sonra, məhkəmədən əvvəl vəkil",
         "Адвокат после обвинения, до суда",
         "A lawyer came between the charge and the trial.", MT31 + "04"),
    Term("during_interrogation", "Counsel during interrogation", "Dindirmə zamanı vəkil",
         "Адвокат при допросе", "A lawyer was present when the person was questioned.", MT31 + "05"),
    Term("at_trial", "Counsel at trial only", "Yalnız məhkəmədə vəkil", "Адвокат только в суде",
         "A lawyer was there for the first time at the trial.", PROPOSED),
    Term("unknown", "Counsel not stated", "Vəkil barədə bildirilməyib", "Об адвокате не сообщается",
         "No source says whether the person had a lawyer.", PROPOSED),
])
# fmt: on
