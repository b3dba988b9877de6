"""What words say that an institution is: a prison, a court, a ministry – in English, Azerbaijani, Russian and Turkish,
and in the other languages of the region where one word is beyond doubt.

A phrase is words in small letters, each whole or, with `*`, by how it begins, since most of these languages bend their
words. A number joined to a word (ИК2) counts as one of its own.
"""

from types import MappingProxyType

DETENTION, POLICE, ELSEWHERE = "detention", "police", "elsewhere"
"""Whether people are held there: as a rule, for some days after an arrest, or not at all."""

KINDS: MappingProxyType[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        # Where people are held
        "prison": (
            DETENTION,
            (
                "prison", "jail", "penitentiary", "penitentiary institution", "penitentiary facility",
                "penitentiary establishment", "penal institution", "penal facility", "penal establishment",
                "correctional facility", "correctional institution",
                "cəzaçəkmə", "cəzaçəkmə müəssisə*", "cəza çəkmə müəssisə*", "həbsxana*", "türmə*",
                "penitensiar müəssisə*", "cçm", "penitensiar xidmət* müalicə müəssisə*", "prison hospital",
                "medical institution of the penitentiary service", "penitentiary service medical institution",
                "тюремн* больниц*",
                "тюрьм*", "пенитенциарн* учрежден*", "исправительн* учрежден*", "учреждени* исполнени* наказани*",
                "cezaev*", "ceza infaz kurum*", "hapishane*", "hapishan*",
                "زندان", "ციხე*", "პენიტენციურ* დაწესებულებ*", "բանտ*", "քրեակատարողական հիմնարկ*", "түрме*",
                "қамоқхона*", "qamoqxona*",
            ),
        ),
        "colony": (
            DETENTION,
            (
                "penal colony", "correctional colony", "corrective colony", "corrective labour colony",
                "corrective labor colony", "prison colony", "strict regime colony", "general regime colony", "colony",
                "islah əmək koloniya*", "koloniya*",
                "исправительн* колон*", "исправительн* трудов* колон*", "колония", "колонии", "колонию", "ик", "итк",
                "ik", "виправн* колон*", "түзеу колония*",
            ),
        ),
        "settlement": (
            DETENTION,
            (
                "colony settlement", "settlement colony", "penal settlement",
                "settlement type penitentiary institution",
                "settlement type penal institution", "settlement type penal facility",
                "məntəqə tipli cəzaçəkmə müəssisə*", "колони* поселени*", "кп",
            ),
        ),
        "remand": (
            DETENTION,
            (
                "remand centre", "remand center", "remand prison", "remand facility",
                "pre trial detention centre", "pre trial detention center", "pre trial detention facility",
                "pre trial detention isolator", "pre trial prison", "pretrial detention centre",
                "pretrial detention center", "pretrial detention facility", "investigative isolator",
                "investigation isolator", "isolator", "investigative detention centre",
                "investigative detention center",
                "investigative detention facility", "investigation detention centre", "detention centre",
                "detention center", "detention facility", "sizo",
                "istintaq təcridxana*", "təcridxana*", "istintaq izolyator*", "izolyator*",
                "следственн* изолятор*", "сизо", "слідч* ізолятор*", "сізо", "тергов* ҳибсхона*", "тергеу изолятор*",
            ),
        ),
        "temporary": (
            POLICE,
            (
                "temporary detention centre", "temporary detention center", "temporary detention facility",
                "temporary detention place", "temporary detention isolator", "temporary holding facility",
                "müvəqqəti saxlama yer*", "müvəqqəti saxlanma yer*", "müvəqqəti saxlanılma yer*",
                "müvəqqəti saxlama təcridxana*", "müvəqqəti saxlanma təcridxana*", "msy",
                "изолятор* временн* содержани*", "ивс", "ivs", "спецприемник*", "специальн* приемник*",
                "приемник* распределител*", "центр* временн* содержани*", "центр* изоляции правонарушител*", "цип",
            ),
        ),
        "police": (
            POLICE,
            (
                "police", "police station", "police department", "police office", "police precinct",
                "police directorate", "police division",
                "polis idarə*", "polis bölmə*", "polis şöbə*", "polis məntəqə*", "polis",
                "отдел* полици*", "отделени* полици*", "управлени* полици*", "полици*", "овд", "ровд", "увд", "омвд",
                "рувд", "ovd", "rovd", "ruvd", "rpi", "rpş", "şpi",
                "отдел* внутренн* дел", "emniyet müdürlüğ*", "emniyet", "polis merkez*", "karakol*",
            ),
        ),
        "removal": (
            DETENTION,
            (
                "removal centre", "removal center", "immigration detention centre", "immigration detention center",
                "migrant detention centre", "migrant detention center", "geri gönderme merkez*",
                "центр* содержани* иностранн* граждан*",
            ),
        ),
        "psychiatric": (
            DETENTION,
            (
                "psychiatric hospital", "psychiatric clinic", "mental hospital", "psychiatric institution",
                "psixiatriya xəstəxana*", "psixiatrik xəstəxana*", "ruhi əsəb xəstəxana*",
                "психиатрическ* больниц*", "психбольниц*", "психиатрическ* стационар*", "psikiyatri hastane*",
            ),
        ),
        "hospital": ("", ("hospital", "xəstəxana*", "больниц*", "госпитал*", "hastane*", "hospital*")),
        # Where they are not
        "court": (
            ELSEWHERE,
            ("court", "məhkəmə*", "суд", "суда", "суде", "mahkeme*", "դատարան*", "სასამართლო*", "دادگاه"),
        ),
        "court_district": (ELSEWHERE, ("district court", "rayon məhkəmə*", "районн* суд*")),
        "court_city": (ELSEWHERE, ("city court", "municipal court", "şəhər məhkəmə*", "городск* суд*")),
        "court_regional": (ELSEWHERE, ("regional court", "областн* суд*", "краев* суд*")),
        "court_grave": (
            ELSEWHERE,
            (
                "court on grave crimes", "court of grave crimes", "court for grave crimes", "grave crimes court",
                "serious crimes court", "court on serious crimes", "court of serious crimes",
                "court for serious crimes",
                "ağır cinayətlər məhkəmə*", "суд* по тяжким преступлени*", "ağır ceza mahkeme*",
            ),
        ),
        "court_appeal": (
            ELSEWHERE,
            ("court of appeal", "court of appeals", "appeal court", "appellate court", "apellyasiya məhkəmə*",
             "апелляционн* суд*", "istinaf mahkeme*"),
        ),
        "court_cassation": (ELSEWHERE, ("court of cassation", "cassation court", "кассационн* суд*", "yargıtay")),
        "court_supreme": (ELSEWHERE, ("supreme court", "ali məhkəmə*", "верховн* суд*")),
        "court_constitutional": (
            ELSEWHERE, ("constitutional court", "konstitusiya məhkəmə*", "конституционн* суд*", "anayasa mahkeme*"),
        ),
        "court_military": (ELSEWHERE, ("military court", "hərbi məhkəmə*", "военн* суд*", "askeri mahkeme*")),
        "prosecutor": (
            ELSEWHERE,
            ("prosecutor s office", "prosecutors office", "prosecutor office", "prosecution office",
             "prosecution service", "prokurorluq*", "prokurorluğ*", "прокуратур*", "savcılı*", "başsavcılı*"),
        ),
        "prosecutor_general": (
            ELSEWHERE,
            ("prosecutor general s office", "general prosecutor s office", "office of the prosecutor general",
             "baş prokurorluq*", "baş prokurorluğ*", "генеральн* прокуратур*"),
        ),
        "ministry": ("", ("ministry", "nazirliy*", "nazirlik*", "министерств*", "bakanlı*")),
        "airport": (ELSEWHERE, ("airport", "hava liman*", "aeroport*", "аэропорт*", "havaliman*", "havaalan*")),
        "home": (ELSEWHERE, ("apartment", "flat", "home", "mənzil*", "квартир*")),
        "newsroom": (ELSEWHERE, ("editorial office", "newsroom", "redaksiya*", "редакци*")),
        "university": (ELSEWHERE, ("university", "universitet*", "университет*", "üniversite*")),
        "mission": (
            ELSEWHERE, ("embassy", "consulate", "səfirli*", "konsulluq*", "konsulluğ*", "посольств*", "консульств*"),
        ),
        "crossing": (
            ELSEWHERE,
            ("border crossing", "border checkpoint", "checkpoint", "buraxılış məntəqə*", "пункт* пропуск*", "кпп"),
        ),
        "station": (ELSEWHERE, ("railway station", "train station", "bus station", "dəmiryol vağzal*", "вокзал*")),
        "hotel": (ELSEWHERE, ("hotel", "otel*", "mehmanxana*", "гостиниц*", "отел*")),
    }
)  # fmt: skip
"""Kind of institution → whether people are held there, and what it is called."""

FAMILIES = MappingProxyType(
    {
        "prison": "penal",
        "colony": "penal",
        "settlement": "penal",
        "remand": "remand",
        "temporary": "police",
        "police": "police",
        **{kind: "court" for kind in KINDS if kind.startswith("court")},
        "prosecutor_general": "prosecutor",
    }
)
"""Kinds that sources take for each other; a kind that is not here is a family of its own."""

EMPTY = frozenset(
    {
        "the", "of", "on", "for", "in", "at", "and", "s", "no", "nr", "number", "nos", "n",
        "st", "nd", "rd", "th",
        "saylı", "sayli", "nömrəli", "nomreli", "nömrə", "və", "ci", "cı", "cu", "cü", "nci", "ncı",
        "li", "lı", "lu", "lü",
        "номер", "под", "по", "в", "г", "и", "й", "я", "е", "го", "ая", "ое", "numaralı", "nolu", "ve",
        "фку", "фгку", "гу", "уфсин", "фсин", "россии", "при", "области", "область", "oblast", "region", "край",
        "края",
        "республики", "республика", "republic",
    }
)  # fmt: skip
"""Words that tell no two institutions apart."""

SHORT = MappingProxyType(
    {
        "mia": "internal affairs",
        "mvd": "internal affairs",
        "мвд": "internal affairs",
        "din": "internal affairs",
        "interior": "internal affairs",
        "dtx": "state security service",
        "sss": "state security service",
        "сгб": "state security service",
        "fsb": "federal security service",
        "фсб": "federal security service",
    }
)
"""What offices are called for short; whether it is a ministry is left open, since prisons are called after it."""

EQUIVALENT = (
    ("baku", "bakı", "bakının", "баку", "бакинск*"),
    ("women", "qadın*", "женск*", "kadın*", "womens"),
    ("closed", "qapalı", "kapalı", "закрыт*"),
    ("state", "dövlət*", "государственн*", "devlet*"),
    ("security", "təhlükəsizli*", "безопасност*", "güvenli*"),
    ("service", "xidmət*", "служб*"),
    ("border", "sərhəd*", "пограничн*"),
    ("committee", "komitə*", "комитет*"),
    ("federal", "федеральн*"),
    ("investigative", "istintaq", "следственн*"),
    ("internal", "daxili", "внутренн*", "içişleri"),
    ("affairs", "işlər*", "дел"),
    ("justice", "ədliyyə*", "юстици*", "adalet"),
    ("foreign", "xarici", "иностранн*"),
    ("defence", "defense", "müdafiə*", "оборон*"),
    ("main", "baş", "главн*"),
    ("department", "directorate", "idarə*", "управлени*"),
    ("penitentiary", "penitensiar", "пенитенциарн*"),
    ("party", "partiya*", "parti*", "парти*"),
    ("city", "şəhər*", "городск*", "город"),
    ("district", "rayon*", "районн*"),
    ("union", "birli*", "союз*"),
    ("newspaper", "qəzet*", "газет*", "gazete*"),
)
"""Words of the names of offices that are one word in several languages."""
