"""What others did about a case: interventions, assessments, and how events and cases hang together."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .terms import PROPOSED, CodeList, Term

WGAD = "UN Working Group on Arbitrary Detention"
PACE_1900 = "PACE Resolution 1900 (2012)"
MT41 = "HURIDOCS Micro-thesauri, list 41"
MT22 = "HURIDOCS Micro-thesauri, list 22"

# fmt: off
INTERVENTION_KINDS = CodeList("intervention_kinds", "Kinds of intervention", PROPOSED, [
    Term("petition", "Petition", "Petisiya", "Петиция", "Several people together ask someone to act."),
    Term("statement", "Statement", "Bəyanat", "Заявление", "Somebody takes a position in public."),
    Term("speech", "Speech", "Nitq", "Речь", "Somebody speaks about it before an audience."),
    Term("letter", "Letter", "Məktub", "Письмо", "Somebody writes to those who can act."),
    Term("un_communication", "UN communication", "BMT müraciəti", "Сообщение ООН",
         "Experts or offices of the United Nations write to a state."),
    Term("wgad_opinion", "Opinion on arbitrary detention", "Özbaşına saxlanılma barədə rəy",
         "Мнение о произвольном задержании",
         "The UN Working Group on Arbitrary Detention is asked for or gives an opinion."),
    Term("court_application", "Court application", "Məhkəməyə müraciət", "Обращение в суд",
         "A national or international court is asked to decide."),
    Term("sanction", "Sanction", "Sanksiya", "Санкция", "Sanctions are asked for or imposed."),
    Term("resolution", "Resolution", "Qətnamə", "Резолюция", "A parliament or body votes on a text."),
    Term("visit", "Visit", "Səfər və ya görüş", "Визит или посещение",
         "Somebody goes to see the person, the place or the authorities."),
    Term("other", "Other intervention", "Digər müdaxilə", "Иное вмешательство", "A step of another kind."),
])

INTERVENTION_STATUSES = CodeList("intervention_statuses", "Status of an intervention", PROPOSED, [
    Term("planned", "Planned", "Planlaşdırılıb", "Планируется", "Announced and not yet made."),
    Term("submitted", "Submitted", "Təqdim edilib", "Подано", "Made; no answer is known yet."),
    Term("answered", "Answered", "Cavablandırılıb", "Получен ответ", "The addressee has replied."),
    Term("no_answer", "No answer", "Cavab verilməyib", "Ответа нет", "The addressee has let it pass."),
    Term("ongoing", "Ongoing", "Davam edir", "Продолжается", "Still being pursued."),
    Term("closed", "Closed", "Bağlanıb", "Завершено", "Nothing more is expected."),
    Term("unknown", "Unknown", "Məlum deyil", "Неизвестно", "No source says what became of it."),
])

ASSESSMENT_FRAMEWORKS = CodeList("assessment_frameworks", "Frameworks of assessment", PROPOSED, [
    Term("wgad", "UN Working Group on Arbitrary Detention", "BMT-nin Özbaşına Saxlanılma üzrə İşçi Qrupu",
         "Рабочая группа ООН по произвольным задержаниям",
         "Whether a detention is arbitrary, by five categories.", WGAD),
    Term("pace_1900", "Political prisoner, Council of Europe", "Siyasi məhbus, Avropa Şurası",
         "Политзаключённый, Совет Европы",
         "Whether a person is a political prisoner, by five criteria.", PACE_1900),
    Term("memorial", "Political prisoner, Memorial", "Siyasi məhbus, «Memorial»",
         "Политзаключённый, «Мемориал»",
         "Whether a person is a political prisoner, by Memorial's criteria.", "Memorial"),
    Term("amnesty_poc", "Prisoner of conscience, Amnesty", "Vicdan məhbusu, «Amnesty International»",
         "Узник совести, Международная амнистия",
         "Whether a person is held for beliefs or identity and has not used or urged violence.",
         "Amnesty International"),
    Term("huridocs_mt41", "Degree of confirmation", "Təsdiqlənmə dərəcəsi", "Степень подтверждённости",
         "How sure the assessor is that what is claimed happened.", MT41),
    Term("other", "Other framework", "Digər çərçivə", "Иная методика",
         "Criteria of another body or the assessor's own."),
])

ASSESSMENT_CATEGORIES = CodeList("assessment_categories", "Categories of assessment", PROPOSED, [
    Term("wgad.1", "I – no legal basis", "I – hüquqi əsas yoxdur", "I – нет правового основания",
         "No law can be named that would justify the detention.", WGAD),
    Term("wgad.2", "II – exercise of rights", "II – hüquqlardan istifadə", "II – осуществление прав",
         "The detention follows from the use of a right or freedom.", WGAD),
    Term("wgad.3", "III – fair trial", "III – ədalətli məhkəmə", "III – справедливый суд",
         "The rules of a fair trial were broken so badly that the detention is arbitrary.", WGAD),
    Term("wgad.4", "IV – asylum or migrant custody", "IV – sığınacaq və ya miqrant saxlanması",
         "IV – содержание просителей убежища и мигрантов",
         "Long administrative custody of migrants or asylum seekers without review.", WGAD),
    Term("wgad.5", "V – discrimination", "V – ayrı-seçkilik", "V – дискриминация",
         "The detention discriminates because of origin, belief or another ground.", WGAD),
    Term("pace_1900.a", "a) violates a guarantee of the Convention", "a) Konvensiya təminatının pozulması",
         "a) нарушение гарантии Конвенции",
         "Detention in breach of a basic guarantee such as freedom of thought or expression.", PACE_1900),
    Term("pace_1900.b", "b) purely political reasons", "b) sırf siyasi səbəblər",
         "b) чисто политические причины", "Detention with no connection to any offence.", PACE_1900),
    Term("pace_1900.c", "c) out of proportion", "c) qeyri-mütənasiblik", "c) несоразмерность",
         "Political motives made the detention longer or harder than the offence explains.", PACE_1900),
    Term("pace_1900.d", "d) discriminatory", "d) ayrı-seçkilik", "d) дискриминация",
         "Political motives made the detention different from that of others.", PACE_1900),
    Term("pace_1900.e", "e) unfair, politically motivated proceedings", "e) siyasi motivli ədalətsiz icraat",
         "e) несправедливое, политически мотивированное производство",
         "Detention results from clearly unfair proceedings with political motives behind them.", PACE_1900),
])

ASSESSMENT_OUTCOMES = CodeList("assessment_outcomes", "Outcomes of assessment", PROPOSED, [
    Term("arbitrary", "Arbitrary", "Özbaşınadır", "Произвольно",
         "The detention was found arbitrary, with the categories named.", WGAD),
    Term("arbitrary_no_category", "Arbitrary, no category named", "Özbaşınadır, kateqoriyası göstərilməyib",
         "Произвольно, категория не названа",
         "The detention was found arbitrary without naming a category.", WGAD),
    Term("not_arbitrary", "Not arbitrary", "Özbaşına deyil", "Не произвольно",
         "The detention was found not to be arbitrary.", WGAD),
    Term("pending", "Pending", "Baxılır", "На рассмотрении", "No result yet.", WGAD),
    Term("recognised", "Recognised", "Tanınıb", "Признан", "The assessor holds that the criteria are met."),
    Term("not_recognised", "Not recognised", "Tanınmayıb", "Не признан",
         "The assessor holds that the criteria are not met."),
    Term("confirmed", "Confirmed", "Təsdiqlənib", "Подтверждено", "It happened; no doubt is left.", MT41),
    Term("likely", "Likely", "Çox ehtimal olunur", "Вероятно", "It probably happened.", MT41),
    Term("possible", "Possible", "Mümkündür", "Возможно", "It may have happened.", MT41),
    Term("unlikely", "Unlikely", "Az ehtimal olunur", "Маловероятно", "It probably did not happen.", MT41),
    Term("unknown", "Unknown", "Məlum deyil", "Неизвестно", "It cannot be said.", MT41),
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
    """A relation, with the words for reading it from its other end."""

    backwards_en: str = ""
    backwards_az: str = ""
    backwards_ru: str = ""

    @property
    def reads_backwards(self) -> str:
        """The lazy label as seen from the second record: A "precedes" B, B "is preceded by" A."""
        return Term(self.code, self.backwards_en, self.backwards_az, self.backwards_ru, self.definition).label


# fmt: off
RELATION_KINDS = CodeList("relation_kinds", "Relations", MT22, [
    RelationTerm("precedes", "Precedes", "Əvvəl baş verib", "Предшествует",
                 "The first came before the second; nothing is said about why.", MT22, True,
                 "Comes after", "Sonra baş verib", "Идёт после"),
    RelationTerm("encompasses", "Encompasses", "Əhatə edir", "Охватывает",
                 "The first is the whole, the second one of its parts.", MT22, True,
                 "Is encompassed by", "Daxilindədir", "Охвачено"),
    RelationTerm("causes", "Causes", "Səbəb olur", "Вызывает",
                 "A source says that the first brought about the second.", MT22, True,
                 "Is caused by", "Səbəbi budur", "Вызвано"),
    RelationTerm("parallel", "Parallel to", "Paralel baş verir", "Параллельно с",
                 "Both happened side by side.", MT22, True,
                 "In parallel with", "Paralel baş verir", "Параллельно с"),
    RelationTerm("part_of", "Part of", "Tərkib hissəsidir", "Часть",
                 "The first is one of the parts of the second.", MT22, True,
                 "Contains", "Tərkibinə daxildir", "Включает"),
    RelationTerm("follows", "Follows", "Ardınca gəlir", "Следует за",
                 "The first came after the second; nothing is said about why.", MT22, True,
                 "Is followed by", "Ardınca bu gəlir", "За этим следует"),
    RelationTerm("consequence_of", "Consequence of", "Nəticəsidir", "Следствие",
                 "A source says that the first came about because of the second.", MT22, True,
                 "Leads to", "Nəticəyə gətirir", "Приводит к"),
])
# fmt: on
