"""The words terms are made of, in Azerbaijani, Russian, English and Turkish: numbers, units, forms of a sentence.

Everything is compared case-folded, with one letter i for the dotted and the dotless: `ALTI AY` is `altı ay`.
"""

from collections.abc import Iterator
from decimal import Decimal

YEARS, MONTHS, WEEKS, DAYS = "years", "months", "weeks", "days"


def folded(text: str) -> str:
    """As words are compared: one letter i, ё as е."""
    text = text.replace("İ", "i").casefold().replace("i̇", "i")
    return text.replace("ı", "i").replace("ё", "е")


def _words(words: str) -> Iterator[str]:
    return map(folded, words.split())


def _table(lines: dict) -> dict:
    return {folded(word): value for words, value in lines.items() for word in words.split()}


UNITS: dict[str, str] = _table(
    {
        "y yr yrs year years year's years' yearlong": YEARS,
        "г гг год года году годам годов годами лет летний летнего летнему летнее л": YEARS,
        "il ili ilə ilin illik illiyə ildir yıl yılı yıla yıllık yıllığına sene senelik": YEARS,
        "m mo mos mth mths mon month months month's months'": MONTHS,
        "м мес месяц месяца месяцев месяцу месяцам месячный месячного": MONTHS,
        "ay ayı aya ayın aylıq aylığa aylık": MONTHS,
        # Of other languages of the region where one word is beyond doubt
        "рік роки років წელი წლით წლის տարի տարով տարվա سال": YEARS,
        "місяць місяці місяців თვე თვით თვის ամիս ամսով ماه": MONTHS,
        "тиждень тижні тижнів კვირა շաբաթ هفته": WEEKS,
        "дні днів დღე დღით დღის օր օրով روز sutok sutki": DAYS,
        "w wk wks week weeks week's weeks' неделя недели недель неделю həftə həftəlik hafta haftalık": WEEKS,
        "d day days day's days' день дня дней дн сут сутки суток суткам": DAYS,
        "gün günü günə günlük günlüğə sutka sutkalıq": DAYS,
    }
)

NUMBERS: dict[str, Decimal] = {
    word: Decimal(value)
    for word, value in _table(
        {
            "one bir один одна одного одному одни": 1,
            "two iki два две двух двум двое": 2,
            "three üç три трех трем трое": 3,
            "four dörd dört четыре четырех четырем": 4,
            "five beş пять пяти": 5,
            "six altı шесть шести": 6,
            "seven yeddi yedi семь семи": 7,
            "eight səkkiz sekiz восемь восьми": 8,
            "nine doqquz dokuz девять девяти": 9,
            "ten on десять десяти": 10,
            "eleven одиннадцать одиннадцати": 11,
            "twelve двенадцать двенадцати": 12,
            "thirteen тринадцать тринадцати": 13,
            "fourteen четырнадцать четырнадцати": 14,
            "fifteen пятнадцать пятнадцати": 15,
            "sixteen шестнадцать шестнадцати": 16,
            "seventeen семнадцать семнадцати": 17,
            "eighteen восемнадцать восемнадцати": 18,
            "nineteen девятнадцать девятнадцати": 19,
            "twenty iyirmi yirmi двадцать двадцати": 20,
            "thirty otuz тридцать тридцати": 30,
            "forty qırx kırk сорок сорока": 40,
            "fifty əlli elli пятьдесят пятидесяти": 50,
        }
    ).items()
}

LONE = frozenset(_words("year year's month month's week week's day год месяц неделя неделю сутки день"))
"""Units that mean one where no number stands: a year and a day, год и три месяца."""

HALF_AFTER = frozenset(map(folded, ("half", "yarım", "половиной", "buçuk")))
"""Half of the unit, before or after it: seven and a half years, yeddi il yarım, семь с половиной лет."""

FRACTIONS = {folded(word): Decimal("1.5") for word in ("полтора", "полутора", "полторы")}

PHRASES = {
    folded(phrase): word for phrase, word in {"ömür boyu": "ömürlük", "ömür boyunca": "ömürlük"}.items()
}
"""Words that say something only together, and one that says the same."""

WHOLE = {
    folded(word): term
    for word, term in {
        "полгода": (Decimal("0.5"), YEARS),
        "полугода": (Decimal("0.5"), YEARS),
        "полугодовой": (Decimal("0.5"), YEARS),
        "полмесяца": (Decimal("0.5"), MONTHS),
    }.items()
}
"""Words that are a number and its unit at once."""

KINDS: dict[str, str] = _table(
    {
        "life lifelong life-long ömürlük müebbet müəbbəd": "life_imprisonment",
        "пожизненно пожизненное пожизненный пожизненного": "life_imprisonment",
        "suspended probation probationary условно условный условного условное şərti ertelenmiş": "suspended",
        "deferred отсрочкой": "deferred",
        "administrative административного административный административному inzibati": "administrative_arrest",
        "restriction restricted ограничение ограничения ограничению məhdudlaşdırılması": "restricted_liberty",
        "принудительные принудительных принудительным исправительных": "labour",
        "death смертная смертной расстрел расстрела расстрелу edam idam": "death_penalty",
    }
)

REGIMES: dict[str, str] = _table(
    {
        "strict строгого строгий ciddi sərt": "strict",
        "general общего общий ümumi": "general",
        "special особого особый xüsusi": "special",
        "settlement колонии-поселении колонии-поселения колония-поселение поселении поселения": "settlement",
    }
)
"""Of a colony, where the word for its regime stands beside: elsewhere these words say nothing."""

REGIME_WORDS = frozenset(
    _words("regime regimen security режима режим режиме rejim rejimli rejimdə rejimində")
)

FINES = frozenset(
    _words(
        "fine fined fines штраф штрафа штрафу штрафом штрафе штрафован оштрафован оштрафована cərimə cəriməyə cəriməsi "
        "cəriməsinə cərimələnib cərimələnmişdir cərimələndi para"
    )
)
"""That a sum is to be paid, beside the sum."""

LIMITS = frozenset(
    _words(
        "up to-up between least most more less than about around approximately approx nearly over under almost from "
        "до от около более менее свыше почти примерно приблизительно минимум максимум "
        "qədər kimi ildən ilədək aydan ayadək gündən günədək təxminən azı çoxu az çox artıq fazla kadar dek yaklaşık "
        "yıldan"
    )
)
"""What makes a limit, a range or a guess of a term."""

IDLE = frozenset(
    _words(
        # English
        "a an and of in to the for at with term sentence sentenced imprisonment prison jail colony penal custody "
        "deprivation liberty detention behind bars was got received given confinement arrest labour "
        "labor camp long freedom penalty executed "
        # Russian
        "и на в с к лишения лишение лишению лишением свободы срок срока сроком сроку колонии колония исправительной "
        "тюрьмы тюрьме тюрьма тюремного заключения заключение заключению заключением ареста арест аресту "
        "работ работы работам казнь казни приговорен приговорена осужден осуждена получил получила "
        "по отбыванием наказания "
        # Azerbaijani and Turkish
        "və müddətinə müddətli müddətə azadlıqdan məhrum məhrumetmə etmə edilib edilmə edilməsi edilmişdir "
        "edildi həbs həbsə həbsi həbsinə cəza cəzası cəzasına cəzasını cəzaçəkmə koloniyada müəssisədə "
        "azadlığın olunub məhkum ve hapis hapse cezası ceza cezasına çarptırıldı süreyle ağırlaştırılmış "
        "saxlanılma "
        # Of a sum
        "pay paying amount sum paid plus размере сумме сумму виде məbləğində məbləğdə ödəmə "
        # Their “and”
        "і та და և ու و"
    )
)
"""Words that say that it is a term, or nothing."""
