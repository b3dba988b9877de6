"""Months as they are written: every case and abbreviation in English, Azerbaijani, Russian, Turkish and Ukrainian.

`MONTH_WORDS` leads from a folded word (`date_words.folded`) to (calendar, month). Azerbaijani and Turkish
endings are put on by `date_words`, from `SUFFIXED`. A test holds these tables against Babel's names.
"""

GREGORIAN, SOLAR, LUNAR = "", "solar", "lunar"
"""Calendars; the two others are those of the Hijra: the solar one of Iran and Afghanistan, the lunar one."""

_ENGLISH = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct"
    "|november nov|december dec"
)
# Stem, a stroke, its endings; "-" is the bare stem.
_RUSSIAN = (
    "январ/ь я ю е ем янв|феврал/ь я ю е ем фев февр|март/- а у е ом мар|апрел/ь я ю е ем апр|ма/й я ю е ем"
    "|июн/ь я ю е ем -|июл/ь я ю е ем -|август/- а у е ом авг|сентябр/ь я ю е ем сен сент|октябр/ь я ю е ем окт"
    "|ноябр/ь я ю е ем ноя нояб|декабр/ь я ю е ем дек"
)
_UKRAINIAN = (
    "січ/ень ня ню ні нем -|лют/ий ого ому ім им -|берез/ень ня ню ні нем - бер|квіт/ень ня ню ні нем - кві"
    "|трав/ень ня ню ні нем - тра|черв/ень ня ню ні нем - чер|лип/ень ня ню ні нем -|серп/ень ня ню ні нем - сер"
    "|верес/ень ня ню ні нем - вер|жовт/ень ня ню ні нем - жов|листопад/- а у і ом лист листоп"
    "|груд/ень ня ню ні нем - гру"
)
_AZERBAIJANI = "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr"
_AZERBAIJANI_SHORT = "yan|fev|mar|apr|may|iyn|iyl|avq|sen sent|okt|noy|dek"
_TURKISH = "ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik"
# The last letter softens before a vowel: Ocağı, Aralığın.
_TURKISH_SOFT = "ocag|||||||||||aralig"
_TURKISH_SHORT = "oca|sub|mar|nis|may|haz|tem|agu|eyl|eki|kas|ara"
_PERSIAN = (
    "ژانویه|فوریه|مارس|اوریل|مه می|ژوین ژوءن ژوئن|ژوییه ژوئیه جولای|اوت اگوست|سپتامبر|اکتبر|نوامبر|دسامبر"
)
_ARABIC = "ینایر|فبرایر|مارس|ابریل|مایو|یونیو|یولیو|اغسطس|سبتمبر|اکتوبر|نوفمبر|دیسمبر"

_SOLAR = (
    "farvardin فروردین hamal حمل|ordibehesht اردیبهشت sawr ثور|khordad خرداد jawza جوزا|tir تیر saratan سرطان"
    "|mordad amordad مرداد asad اسد|shahrivar شهریور sonbola sunbula سنبله|mehr مهر mizan میزان"
    "|aban ابان aqrab عقرب|azar اذر qaws قوس|dey دی jadi jadwa جدی|bahman بهمن dalw دلو|esfand اسفند hut حوت"
)
_LUNAR = (
    "muharram moharram meherrem محرم|safar sefer صفر|rabi_al_awwal rabi_i rebiulevvel ربیع_الاول"
    "|rabi_al_thani rabi_al_akhir rabi_ii rebiulaxir ربیع_الثانی"
    "|jumada_al_awwal jumada_al_ula jumada_i cemaziyelevvel جمادی_الاول جمادی_الاولی"
    "|jumada_al_thani jumada_al_akhira jumada_ii cemaziyelaxir جمادی_الثانی|rajab receb recep رجب"
    "|shaban shaaban saban شعبان|ramadan ramazan رمضان|shawwal shavval sevval شوال"
    "|dhu_al_qadah dhul_qadah dhul_qada zilqade ذی_القعده ذو_القعده"
    "|dhu_al_hijjah dhul_hijjah dhul_hijja zilhicce ذی_الحجه ذو_الحجه"
)

SUFFIXED = {
    month: number
    for table in (_AZERBAIJANI, _TURKISH, _TURKISH_SOFT)
    for number, month in enumerate(table.split("|"), start=1)
    if month
}
"""Months that take Azerbaijani or Turkish endings."""


def _spelled(cell: str) -> list[str]:
    """The words of one cell; `a/b c -` stands for ab, ac and a, words after the endings for themselves."""
    stem, stroke, rest = cell.partition("/")
    if not stroke:
        return cell.split()
    # An abbreviation begins like the stem; an ending does not.
    return [
        stem if part == "-" else part if part[:2] == stem[:2] and len(part) > 2 else stem + part
        for part in rest.split()
    ]


def _month_words() -> dict[str, tuple[str, int]]:
    words: dict[str, tuple[str, int]] = {}
    tables = [
        (GREGORIAN, table)
        for table in (
            _ENGLISH, _RUSSIAN, _UKRAINIAN, _AZERBAIJANI, _AZERBAIJANI_SHORT, _TURKISH, _TURKISH_SHORT,
            _PERSIAN, _ARABIC,
        )
    ]  # fmt: skip
    for calendar, table in [*tables, (SOLAR, _SOLAR), (LUNAR, _LUNAR)]:
        for number, cell in enumerate(table.split("|"), start=1):
            for word in _spelled(cell):
                words.setdefault(word.replace("_", " "), (calendar, number))
    return words


MONTH_WORDS = _month_words()
