"""Where a person is: the custody status of a case. How far a court case is stands in ``proceedings``.

How events change the status is in ``effects``.
"""

from .terms import PROPOSED, CodeList, Term

MT25 = "HURIDOCS Micro-thesauri, list 25, "

# fmt: off
CUSTODY_STATUSES = CodeList("custody_statuses", "Custody status", "HURIDOCS Micro-thesauri, list 25", [
    Term("at_liberty", "At liberty", "Azadlıqdadır", "На свободе",
         "The person is not held and is under no order that limits them.", PROPOSED),
    Term("police_custody", "Police custody", "Polis nəzarətində saxlanılır", "Под стражей в полиции",
         "Held by police on suspicion, before a court has ordered detention.", PROPOSED),
    Term("administrative_detention", "Administrative detention", "İnzibati həbs", "Административный арест",
         "Held for a fixed number of days for a minor offence.", "HURIDOCS Micro-thesauri, list 29, 01"),
    Term("pretrial_detention", "Pre-trial detention", "Məhkəməyədək həbs", "Предварительное заключение",
         "Held by order of a court until the trial ends.", MT25 + "020201"),
    Term("house_arrest", "House arrest", "Ev dustaqlığı", "Домашний арест",
         "Made to stay at home by an order.", PROPOSED),
    Term("psychiatric_confinement", "Psychiatric confinement", "Psixiatriya müəssisəsində saxlanılma",
         "Содержание в психиатрическом учреждении",
         "Held in a psychiatric institution by an order.", PROPOSED),
    Term("extradition_custody", "Extradition custody", "Ekstradisiya həbsi", "Экстрадиционный арест",
         "Held because another state asks for the person.", PROPOSED),
    Term("held_form_unknown", "Held, form not stated", "Saxlanılır, forması bildirilməyib",
         "Под стражей, форма не указана",
         "Held, and no source says on what legal basis.", PROPOSED),
    Term("unacknowledged_custody", "Unacknowledged custody", "Etiraf edilməyən saxlanılma",
         "Непризнанное содержание под стражей",
         "Held while the authorities deny it or say nothing.", PROPOSED),
    Term("imprisoned", "Imprisoned", "Azadlıqdan məhrum edilib", "Отбывает лишение свободы",
         "Serving a prison sentence.", MT25 + "020203"),
    Term("released_conditionally", "Released conditionally", "Şərti azad edilib", "Освобождён условно",
         "Out of custody under bail, recognisance, supervision or parole.", MT25 + "020101/2"),
    Term("released", "Released", "Azad edilib", "Освобождён", "Let out of custody.", PROPOSED),
    Term("exile", "Exile", "Sürgün", "Ссылка", "Made by an order to live elsewhere.", MT25 + "0302"),
    Term("sought", "Sought by authorities", "Axtarışdadır", "В розыске",
         "Authorities look for the person in order to detain them.", MT25 + "0203"),
    Term("escaped", "Escaped", "Qaçıb", "Бежал", "Left custody without permission.", MT25 + "020109"),
    Term("missing", "Missing", "İtkin düşüb", "Пропал без вести",
         "Nobody who speaks knows where the person is.", MT25 + "0103"),
    Term("deceased_in_custody", "Died in custody", "Həbsdə vəfat edib", "Умер под стражей",
         "Dead; was held when it happened.", PROPOSED),
    Term("deceased", "Deceased", "Vəfat edib", "Умер", "Dead; was not held when it happened.", PROPOSED),
    Term("unknown", "Unknown", "Məlum deyil", "Неизвестно", "No source states it.", PROPOSED),
])

DETENTION_CONTACTS = CodeList("detention_contacts", "Contact while held",
                              "HURIDOCS Micro-thesauri, list 30", [
    Term("acknowledged", "Detention acknowledged", "Saxlanılma etiraf edilib", "Задержание признано",
         "The authorities say that they hold the person."),
    Term("whereabouts_disclosed", "Whereabouts disclosed", "Saxlanıldığı yer bildirilib",
         "Место содержания сообщено", "The authorities say where they hold the person."),
    Term("family", "Contact with family", "Ailə ilə əlaqə", "Связь с семьёй",
         "The person can write to, telephone or see relatives."),
    Term("lawyer", "Contact with a lawyer", "Vəkillə əlaqə", "Связь с адвокатом",
         "The person can consult a lawyer."),
    Term("humanitarian_body", "Contact with a humanitarian body", "Humanitar qurumla əlaqə",
         "Связь с гуманитарной организацией",
         "A body such as the Red Cross or an ombudsman can visit the person."),
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
        "imprisoned",
    }
)
"""The statuses that count as held."""
