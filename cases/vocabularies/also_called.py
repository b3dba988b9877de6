"""What else codes, regions and articles of law are called by those who search, in three languages.

Only for reading what somebody types; what is printed are the labels. A name of several words is one name: its words say
nothing each by itself. Other names of countries are in `country_names`.
"""

from types import MappingProxyType

_CODES = {
    "charge_categories": {
        "treason": "state treason, treason, госизмена, измена родине, госизменник, vətənə xəyanət, xəyanət",
        "espionage": "spying, spy, шпион, casus",
        "state_secrets": "state secret, гостайна",
        "coup": "coup, coup d'état, mutiny, переворот, мятеж, çevriliş, qiyam",
        "armed_group": "НВФ, illegal armed formation, незаконные вооружённые формирования, qanunsuz silahlı dəstə",
        "terrorism": "terror, terrorist, террор, террорист, terrorçu",
        "extremism": "extremist, экстремист, ekstremist",
        "sabotage": "diversion, диверсант, təxribat, diversiya",
        "incitement": "hate speech, inciting hatred, разжигание ненависти, разжигание, nifrət salma",
        "army_discredit": "fakes about the army, военные фейки, фейки, дискредитация вооружённых сил",
        "foreign_agent": "foreign agent, иноагент, иностранный агент, xarici agent",
        "undesirable_org": "undesirable, нежелательные организации, arzuolunmaz təşkilatlar",
        "defamation": "libel, slander, böhtan, təhqir",
        "public_order": "hooliganism, хулиганство, xuliqanlıq",
        "resistance": "disobedience, resisting police, неповиновение, polisə müqavimət",
        "assembly": "protest, rally, unauthorised assembly, митинг, протест, mitinq, etiraz aksiyası",
        "drugs": "drug, narcotics, наркотик, narkotik",
        "weapons": "weapon, arms, silah",
        "corruption": "bribe, bribery, взятка, rüşvət",
        "documents": "forgery, подделка, saxtakarlıq",
        "border": "illegal border crossing, незаконное пересечение границы, sərhədin qanunsuz keçilməsi",
    },
    "violations": {
        "enforced_disappearance": "forced disappearance, disappeared, yoxa çıxma, исчезновение",
        "abduction": "kidnapping, kidnapped, похищение человека, qaçırılma",
        "killing": "murder, assassination, killed, qətl, убийства",
        "death_in_custody": "died in custody, died in prison, умер под стражей, həbsdə ölüb",
        "torture": "tortured, пытка, işgəncələr",
        "deportation": "deported, депортирован",
        "extradition": "extradited, экстрадирован",
        "raid": "search of a home, обыск, рейд, axtarış, reyd",
        "refoulement": "pushback, forced return",
    },
    "roles": {
        "journalist": "reporter, correspondent, media worker, репортёр, корреспондент, reportyor, müxbir",
        "researcher": "scholar, scientist, academic, учёный, alim",
        "politician": "opposition politician, оппозиционер, müxalifətçi",
        "human_rights_defender": "human rights activist, rights defender, hüquq müdafiəçiləri",
        "lawyer": "attorney, advocate, barrister, юрист, защитник, hüquqşünas",
        "religious_figure": "cleric, imam, имам, axund",
        "writer_artist": "writer, artist, poet, писатель, поэт, художник, yazıçı, şair, rəssam",
        "trade_unionist": "trade union, профсоюз, həmkarlar ittifaqı",
        "military": "soldier, officer, солдат, офицер, əsgər, zabit",
        "business": "businessman, businesswoman, entrepreneur, бизнесмен, iş adamı",
        "official": "civil servant, чиновники, məmur",
        "migrant_exile": "migrant, exile, мигрант, эмигрант, miqrant, mühacir",
    },
    "custody_statuses": {
        "deceased_in_custody": "died in prison, умер в тюрьме, скончался под стражей",
        "missing": "disappeared, пропал без вести, itkin düşüb",
        "pretrial_detention": "SIZO, СИЗО, remand prison, istintaq təcridxanası",
        "sought": "wanted, fugitive, в розыске",
    },
    "sentence_kinds": {
        "life_imprisonment": "life sentence, life in prison, пожизненное, пожизненный срок, пожизненное заключение, "
        "ömürlük həbs, ömürlük",
        "imprisonment": "prison sentence, prison term, лишение свободы, тюремный срок, azadlıqdan məhrumetmə",
        "suspended": "probation, условный срок, условно, şərti cəza",
        "death_penalty": "death sentence, смертный приговор, смертная казнь, ölüm hökmü",
        "labour": "forced labour, forced labor, принудительные работы, məcburi əmək",
    },
    "event_kinds": {
        "exchange": "exchange, swap, prisoner swap, prisoner exchange, exchanged, обмен, обменян, обмен пленными, "
        "mübadilə, dəyişdirilmə",
        "pardon": "pardoned, помилован, помилование, əfv, bağışlanma",
        "amnesty": "amnestied, амнистирован, amnistiya",
        "parole": "early release, УДО, условно-досрочное, vaxtından əvvəl azad edilmə",
        "hunger_strike": "hunger strikes, голодовка, aclıq aksiyası",
        "solitary_confinement": "punishment cell, ШИЗО, карцер, karser, təkadamlıq kamera",
        "interpol_notice": "red notice, Interpol, Интерпол, İnterpol, красное уведомление",
        "ill_treatment": "beaten, beating, избиение, döyülmə",
        "echtr_application": "ECHR, ECtHR, ЕСПЧ, AİHM, Strasbourg",
        "echtr_judgment": "ECHR, ECtHR, ЕСПЧ, AİHM, Strasbourg",
        "wgad_opinion": "WGAD",
        "verdict_acquittal": "acquitted, оправдан, bəraət",
        "verdict_guilty": "verdict, convicted, приговор, hökm",
        "death": "died, умер, скончался, ölüb, vəfat edib",
        "escape": "escaped, побег, бежал, qaçıb",
    },
    "measures": {
        "solitary_confinement": "punishment cell, ШИЗО, карцер, karser",
        "hunger_strike": "hunger strikes, aclıq aksiyası",
        "ill_treatment": "beaten, beating, избиение, döyülmə",
    },
}

_REGIONS = {
    "RU-SPE": "Petersburg, St Petersburg, St. Petersburg, Петербург, Питер, СПб, Peterburq",
    "RU-MOW": "Moskva, Moskau",
    "RU-TA": "Tatarstan Republic, Татария",
    "RU-BA": "Bashkiria, Башкирия",
    "RU-SE": "Alania, Алания",
    "RU-KC": "Karachaevo-Cherkessia, Карачаево-Черкессия",
    "RU-KB": "Kabardino-Balkar Republic, Kabarda-Balkar, Кабарда",
    "RU-KDA": "Kuban, Кубань",
    "RU-STA": "Stavropol Krai, Ставрополье",
    "AZ-BA": "Bakou",
    "AZ-GA": "Gandzha, Gyandzha, Kirovabad",
    "AZ-SR": "Ali Bayramli",
    "AZ-XA": "Stepanakert, Степанакерт, Xankəndi",
    "GE-TB": "Tiflis, Тифлис",
    "AM-ER": "Erevan, İrəvan",
    "UA-43": "Crimean, Qırım",
}

_TITLES = {
    "Illegal business": "Незаконное предпринимательство, Qanunsuz sahibkarlıq",
    "Legalising the proceeds of crime": "Money laundering, Отмывание денег, Отмывание, Легализация преступных доходов, "
    "Çirkli pulların yuyulması",
    "Making or passing counterfeit money": "Фальшивомонетничество, Saxta pul",
    "Smuggling": "Contraband, Контрабанда, Qaçaqmalçılıq, Qaçaqmal, Kontrabanda",
    "Tax evasion": "Уклонение от уплаты налогов, Неуплата налогов, Vergidən yayınma",
    "Illegal handling of weapons": "Незаконный оборот оружия, Qanunsuz silah",
    "Illegal handling of drugs": "Незаконный оборот наркотиков, Narkotik vasitələrin qanunsuz dövriyyəsi",
    "High treason": "State treason, Treason, Государственная измена, Госизмена, Dövlətə xəyanət, Vətənə xəyanət",
    "Usurping state power": "Захват власти, Hakimiyyəti zorla ələ keçirmə",
    "Inciting national, racial, social or religious hatred": "Возбуждение ненависти, Разжигание ненависти, "
    "Nifrət və düşmənçiliyin salınması",
    "Disclosing troop movements": "Разглашение передвижения войск",
    "Abuse of office": "Злоупотребление должностными полномочиями, Vəzifə səlahiyyətlərindən sui-istifadə",
    "Bribery": "Взятка, Взяточничество, Rüşvət, Rüşvət alma",
    "Illegal crossing of the state border": "Незаконное пересечение границы, Sərhədin qanunsuz keçilməsi",
    "Desertion": "Дезертирство, Fərarilik",
    "Evading military service": "Уклонение от службы, Hərbi xidmətdən yayınma",
    "Act of terrorism": "Террористический акт, Теракт, Terror aktı",
    "Terrorist community": "Террористическое сообщество",
    "Assisting terrorist activity": "Содействие террористической деятельности",
    "Public calls for terrorism or its justification": "Оправдание терроризма, Justifying terrorism",
    "False information about the armed forces": "Военные фейки, Фейки об армии",
    "Discrediting the armed forces": "Дискредитация армии, Дискредитация вооружённых сил",
    "Espionage": "Spying, Шпионаж, Casusluq",
    "Sabotage": "Диверсия, Diversiya, Təxribat",
    "Confidential cooperation with a foreign state or organisation": "Конфиденциальное сотрудничество",
    "Activity of an undesirable organisation": "Нежелательная организация, Undesirable organisation",
    "Calls for sanctions against Russia": "Призывы к санкциям",
    "Escape from custody": "Побег, Həbsdən qaçma",
}


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


CODES_ALSO_CALLED = MappingProxyType(
    {(of, code): _split(names) for of, codes in _CODES.items() for code, names in codes.items()}
)
"""By the name of the code list and the code."""


def codes_called(of: str) -> dict[str, str]:
    """The codes of the list `of`, by what else they are called, case-folded."""
    return {
        name.casefold(): code
        for (own, code), names in CODES_ALSO_CALLED.items()
        if own == of
        for name in names
    }


REGIONS_ALSO_CALLED = MappingProxyType({code: _split(names) for code, names in _REGIONS.items()})

TITLES_ALSO_CALLED = MappingProxyType({title: _split(names) for title, names in _TITLES.items()})
"""By the English title of an article."""
