"""Who did it and how that is known: agencies, involvement, level of attribution, official positions.

A level says how an attribution came about; the public text always reads "attributed to … by …".
"""

from .terms import PROPOSED, CodeList, Term

# fmt: off
AGENCY_KINDS = CodeList("agency_kinds", "Kinds of agency", "HURIDOCS Micro-thesauri, list 24", [
    Term("executive_national", "National government", "Mərkəzi icra hakimiyyəti",
         "Центральная исполнительная власть", "A head of state, a government or a ministry."),
    Term("executive_local", "Local government", "Yerli icra hakimiyyəti", "Местная исполнительная власть",
         "The executive of a region, district or town."),
    Term("armed_forces", "Armed forces", "Silahlı qüvvələr", "Вооружённые силы", "Army, navy, air force."),
    Term("police", "Police", "Polis", "Полиция", "A force that keeps order and investigates crime."),
    Term("prison", "Prison service", "Penitensiar xidmət", "Пенитенциарная служба",
         "Those who run places of detention."),
    Term("intelligence", "Intelligence or security service", "Xüsusi xidmət orqanı", "Спецслужба",
         "A service for state security or intelligence."),
    Term("legislature", "Legislature", "Qanunverici orqan", "Законодательный орган",
         "A parliament or its members."),
    Term("judiciary", "Judiciary or prosecution", "Məhkəmə və ya prokurorluq", "Суд или прокуратура",
         "Courts, judges and prosecutors."),
    Term("paramilitary", "Paramilitary group", "Yarımhərbi qruplaşma", "Военизированная группа",
         "An armed group beside the regular forces."),
    Term("private", "Private persons", "Fiziki şəxslər", "Частные лица", "People who hold no public office."),
    Term("corporation", "Company", "Şirkət", "Компания", "A business, such as a maker of spyware."),
    Term("unknown", "Kind not known", "Növü məlum deyil", "Вид неизвестен",
         "No source says what kind of body it is."),
])

INVOLVEMENTS = CodeList("involvements", "Degree of involvement", "HURIDOCS Micro-thesauri, list 18", [
    Term("carried_out", "Carried out the act", "Əməli törədib", "Совершил деяние", "Did it with own hands."),
    Term("gave_orders", "Gave orders", "Əmr verib", "Отдал приказ", "Told others to do it."),
    Term("accomplice", "Helped", "Kömək edib", "Содействовал", "Made the act possible or easier."),
    Term("present", "Was present", "Hadisə yerində olub", "Присутствовал", "Was there without taking part."),
    Term("planned", "Planned", "Planlaşdırıb", "Планировал", "Prepared the act."),
    Term("suspected", "Suspected", "Şübhəli bilinir", "Подозревается",
         "Somebody suspects a part in the act."),
    Term("failed_to_protect", "Failed to protect", "Müdafiə etməyib", "Не защитил",
         "Had the duty to prevent the act and did not."),
    Term("policy_author", "Author of the policy", "Siyasətin müəllifi", "Автор политики",
         "Made the rules or the plan the act follows."),
    Term("political_responsibility", "Political responsibility", "Siyasi məsuliyyət",
         "Политическая ответственность", "Heads what carried out the act."),
])

ATTRIBUTION_LEVELS = CodeList("attribution_levels", "Level of attribution", PROPOSED, [
    Term("0", "Unknown", "Məlum deyil", "Неизвестно", "Nobody says who did it."),
    Term("1", "Alleged", "İddia edilir", "Утверждается", "The person, the family or another party says so."),
    Term("2", "Reported", "Məlumat verilir", "Сообщается", "Media or an organisation report it."),
    Term("3", "Investigated", "Araşdırılıb", "Расследовано",
         "A named investigation with a published method, which was seen, came to that result."),
    Term("4", "Found by a body", "Qurum müəyyən edib", "Установлено органом",
         "An official or international body that is not a court found it."),
    Term("5", "Admitted", "Etiraf edilib", "Признано", "Those concerned say that they did it."),
    Term("6", "Found by a court", "Məhkəmə müəyyən edib", "Установлено судом", "A court found it."),
    Term("rejected", "Rejected", "Təkzib edilib", "Отвергнуто",
         "The attribution was examined and turned out not to hold."),
])

OFFICIAL_POSITIONS = CodeList("official_positions", "Official position",
                              "HURIDOCS Micro-thesauri, list 28", [
    Term("acknowledges", "Acknowledges the event", "Hadisəni təsdiqləyir", "Подтверждает событие",
         "The authorities say that it happened."),
    Term("denies", "Denies the event", "Hadisəni inkar edir", "Отрицает событие",
         "The authorities say that it did not happen."),
    Term("denies_responsibility", "Denies responsibility", "Məsuliyyəti inkar edir",
         "Отрицает ответственность", "The authorities say that it was not them."),
    Term("other_explanation", "Gives another explanation", "Başqa izahat verir", "Даёт иное объяснение",
         "The authorities tell it differently."),
    Term("accepts", "Accepts responsibility", "Məsuliyyəti qəbul edir", "Признаёт ответственность",
         "The authorities say that it was them."),
    Term("no_statement", "No statement", "Açıqlama verilməyib", "Заявления нет",
         "The authorities said nothing about it."),
])
# fmt: on
