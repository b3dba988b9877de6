"""Regions by ISO 3166-2: Azerbaijan, Armenia, Georgia, and of Russia the North Caucasus and some others.

Other regions are written as free text. Names are those of the standard and decide nothing about whose a
place is; what a source calls it stays with the record.
"""

from .terms import CodeList, OfCode, Term

# fmt: off
_AZERBAIJAN_CITIES = (
    # code, English, Azerbaijani, Russian
    ("BA", "Baku", "Bakı", "Баку"),
    ("GA", "Ganja", "Gəncə", "Гянджа"),
    ("LA", "Lankaran (city)", "Lənkəran şəhəri", "Ленкорань (город)"),
    ("MI", "Mingachevir", "Mingəçevir", "Мингечевир"),
    ("NA", "Naftalan", "Naftalan", "Нафталан"),
    ("NV", "Nakhchivan (city)", "Naxçıvan şəhəri", "Нахичевань (город)"),
    ("SA", "Shaki (city)", "Şəki şəhəri", "Шеки (город)"),
    ("SM", "Sumqayit", "Sumqayıt", "Сумгаит"),
    ("SR", "Shirvan", "Şirvan", "Ширван"),
    ("XA", "Khankendi", "Xankəndi", "Ханкенди"),
    ("YE", "Yevlakh (city)", "Yevlax şəhəri", "Евлах (город)"),
)

_AZERBAIJAN_DISTRICTS = (
    # code, English, Azerbaijani, Russian; "District", "rayonu" and "район" are added below
    ("ABS", "Absheron", "Abşeron", "Апшеронский"),
    ("AGA", "Aghstafa", "Ağstafa", "Агстафинский"),
    ("AGC", "Aghjabadi", "Ağcabədi", "Агджабединский"),
    ("AGM", "Aghdam", "Ağdam", "Агдамский"),
    ("AGS", "Aghdash", "Ağdaş", "Агдашский"),
    ("AGU", "Aghsu", "Ağsu", "Ахсуйский"),
    ("AST", "Astara", "Astara", "Астаринский"),
    ("BAB", "Babek", "Babək", "Бабекский"),
    ("BAL", "Balakan", "Balakən", "Белоканский"),
    ("BAR", "Barda", "Bərdə", "Бардинский"),
    ("BEY", "Beylagan", "Beyləqan", "Бейлаганский"),
    ("BIL", "Bilasuvar", "Biləsuvar", "Билясуварский"),
    ("CAB", "Jabrayil", "Cəbrayıl", "Джебраильский"),
    ("CAL", "Jalilabad", "Cəlilabad", "Джалилабадский"),
    ("CUL", "Julfa", "Culfa", "Джульфинский"),
    ("DAS", "Dashkasan", "Daşkəsən", "Дашкесанский"),
    ("FUZ", "Fuzuli", "Füzuli", "Физулинский"),
    ("GAD", "Gadabay", "Gədəbəy", "Кедабекский"),
    ("GOR", "Goranboy", "Goranboy", "Геранбойский"),
    ("GOY", "Goychay", "Göyçay", "Гёйчайский"),
    ("GYG", "Goygol", "Göygöl", "Гёйгёльский"),
    ("HAC", "Hajigabul", "Hacıqabul", "Аджикабульский"),
    ("IMI", "Imishli", "İmişli", "Имишлинский"),
    ("ISM", "Ismayilli", "İsmayıllı", "Исмаиллинский"),
    ("KAL", "Kalbajar", "Kəlbəcər", "Кельбаджарский"),
    ("KAN", "Kangarli", "Kəngərli", "Кенгерлинский"),
    ("KUR", "Kurdamir", "Kürdəmir", "Кюрдамирский"),
    ("LAC", "Lachin", "Laçın", "Лачинский"),
    ("LAN", "Lankaran", "Lənkəran", "Ленкоранский"),
    ("LER", "Lerik", "Lerik", "Лерикский"),
    ("MAS", "Masally", "Masallı", "Масаллинский"),
    ("NEF", "Neftchala", "Neftçala", "Нефтечалинский"),
    ("OGU", "Oghuz", "Oğuz", "Огузский"),
    ("ORD", "Ordubad", "Ordubad", "Ордубадский"),
    ("QAB", "Gabala", "Qəbələ", "Габалинский"),
    ("QAX", "Qakh", "Qax", "Гахский"),
    ("QAZ", "Gazakh", "Qazax", "Газахский"),
    ("QBA", "Guba", "Quba", "Губинский"),
    ("QBI", "Gubadly", "Qubadlı", "Губадлинский"),
    ("QOB", "Gobustan", "Qobustan", "Гобустанский"),
    ("QUS", "Gusar", "Qusar", "Гусарский"),
    ("SAB", "Sabirabad", "Sabirabad", "Сабирабадский"),
    ("SAD", "Sadarak", "Sədərək", "Садаракский"),
    ("SAH", "Shahbuz", "Şahbuz", "Шахбузский"),
    ("SAK", "Shaki", "Şəki", "Шекинский"),
    ("SAL", "Salyan", "Salyan", "Сальянский"),
    ("SAR", "Sharur", "Şərur", "Шарурский"),
    ("SAT", "Saatly", "Saatlı", "Саатлинский"),
    ("SBN", "Shabran", "Şabran", "Шабранский"),
    ("SIY", "Siyazan", "Siyəzən", "Сиазаньский"),
    ("SKR", "Shamkir", "Şəmkir", "Шамкирский"),
    ("SMI", "Shamakhi", "Şamaxı", "Шемахинский"),
    ("SMX", "Samukh", "Samux", "Самухский"),
    ("SUS", "Shusha", "Şuşa", "Шушинский"),
    ("TAR", "Tartar", "Tərtər", "Тертерский"),
    ("TOV", "Tovuz", "Tovuz", "Товузский"),
    ("UCA", "Ujar", "Ucar", "Уджарский"),
    ("XAC", "Khachmaz", "Xaçmaz", "Хачмазский"),
    ("XCI", "Khojaly", "Xocalı", "Ходжалинский"),
    ("XIZ", "Khizi", "Xızı", "Хызинский"),
    ("XVD", "Khojavend", "Xocavənd", "Ходжавендский"),
    ("YAR", "Yardimli", "Yardımlı", "Ярдымлинский"),
    ("YEV", "Yevlakh", "Yevlax", "Евлахский"),
    ("ZAN", "Zangilan", "Zəngilan", "Зангеланский"),
    ("ZAQ", "Zagatala", "Zaqatala", "Закатальский"),
    ("ZAR", "Zardab", "Zərdab", "Зардабский"),
)

_OTHERS = (
    ("AZ-NX", "Nakhchivan (autonomous republic)", "Naxçıvan Muxtar Respublikası",
     "Нахичеванская Автономная Республика"),
    ("RU-AD", "Adygea", "Adıgey", "Адыгея"),
    ("RU-AST", "Astrakhan Region", "Həştərxan vilayəti", "Астраханская область"),
    ("RU-BA", "Bashkortostan", "Başqırdıstan", "Башкортостан"),
    ("RU-CE", "Chechnya", "Çeçenistan", "Чечня"),
    ("RU-DA", "Dagestan", "Dağıstan", "Дагестан"),
    ("RU-IN", "Ingushetia", "İnquşetiya", "Ингушетия"),
    ("RU-KB", "Kabardino-Balkaria", "Kabarda-Balkariya", "Кабардино-Балкария"),
    ("RU-KC", "Karachay-Cherkessia", "Qaraçay-Çərkəzistan", "Карачаево-Черкесия"),
    ("RU-KDA", "Krasnodar Territory", "Krasnodar diyarı", "Краснодарский край"),
    ("RU-KL", "Kalmykia", "Kalmıkiya", "Калмыкия"),
    ("RU-LEN", "Leningrad Region", "Leninqrad vilayəti", "Ленинградская область"),
    ("RU-MOS", "Moscow Region", "Moskva vilayəti", "Московская область"),
    ("RU-MOW", "Moscow", "Moskva", "Москва"),
    ("RU-ROS", "Rostov Region", "Rostov vilayəti", "Ростовская область"),
    ("RU-SE", "North Ossetia", "Şimali Osetiya", "Северная Осетия"),
    ("RU-SPE", "Saint Petersburg", "Sankt-Peterburq", "Санкт-Петербург"),
    ("RU-STA", "Stavropol Territory", "Stavropol diyarı", "Ставропольский край"),
    ("RU-TA", "Tatarstan", "Tatarıstan", "Татарстан"),
    ("RU-VGG", "Volgograd Region", "Volqoqrad vilayəti", "Волгоградская область"),
    ("GE-AB", "Abkhazia", "Abxaziya", "Абхазия"),
    ("GE-AJ", "Adjara", "Acarıstan", "Аджария"),
    ("GE-GU", "Guria", "Quriya", "Гурия"),
    ("GE-IM", "Imereti", "İmereti", "Имеретия"),
    ("GE-KA", "Kakheti", "Kaxeti", "Кахетия"),
    ("GE-KK", "Kvemo Kartli", "Kvemo-Kartli", "Квемо-Картли"),
    ("GE-MM", "Mtskheta-Mtianeti", "Msxeta-Mtianeti", "Мцхета-Мтианети"),
    ("GE-RL", "Racha-Lechkhumi and Kvemo Svaneti", "Raça-Leçxumi və Aşağı Svaneti",
     "Рача-Лечхуми и Нижняя Сванетия"),
    ("GE-SJ", "Samtskhe-Javakheti", "Samsxe-Cavaxeti", "Самцхе-Джавахети"),
    ("GE-SK", "Shida Kartli", "Şida-Kartli", "Шида-Картли"),
    ("GE-SZ", "Samegrelo-Zemo Svaneti", "Sameqrelo və Yuxarı Svaneti", "Самегрело и Верхняя Сванетия"),
    ("GE-TB", "Tbilisi", "Tbilisi", "Тбилиси"),
    ("AM-AG", "Aragatsotn", "Araqatsotn", "Арагацотн"),
    ("AM-AR", "Ararat", "Ararat", "Арарат"),
    ("AM-AV", "Armavir", "Armavir", "Армавир"),
    ("AM-ER", "Yerevan", "Yerevan", "Ереван"),
    ("AM-GR", "Gegharkunik", "Geğarkunik", "Гегаркуник"),
    ("AM-KT", "Kotayk", "Kotayk", "Котайк"),
    ("AM-LO", "Lori", "Lori", "Лори"),
    ("AM-SH", "Shirak", "Şirak", "Ширак"),
    ("AM-SU", "Syunik", "Sünik", "Сюник"),
    ("AM-TV", "Tavush", "Tavuş", "Тавуш"),
    ("AM-VD", "Vayots Dzor", "Vayots-Dzor", "Вайоц-Дзор"),
)
# fmt: on


def _region(code: str, en: str, az: str, ru: str) -> Term:
    return Term(code, en, az, ru, OfCode("The subdivision ISO 3166-2 lists as %(code)s.", code))


REGIONS = CodeList(
    "regions",
    "Regions",
    "ISO 3166-2",
    [
        *(_region(f"AZ-{code}", en, az, ru) for code, en, az, ru in _AZERBAIJAN_CITIES),
        *(
            _region(f"AZ-{code}", f"{en} District", f"{az} rayonu", f"{ru} район")
            for code, en, az, ru in _AZERBAIJAN_DISTRICTS
        ),
        *(_region(code, en, az, ru) for code, en, az, ru in _OTHERS),
    ],
)


def regions_of(country: str) -> tuple[Term, ...]:
    """The listed regions of one country; none where regions are free text."""
    return tuple(term for term in REGIONS if term.code.startswith(f"{country}-"))
