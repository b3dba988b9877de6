"""The words people use around a date, and what each means: English, Azerbaijani, Russian, Turkish, Ukrainian.

All are written as `date_words.folded` leaves them or as they are, with commas between; months are in `month_names`.
"""

from cases.text.date_kinds import Kind
from cases.text.month_names import LUNAR, SOLAR

# Kind, value, words and phrases in several words; a dot stands for itself.
TABLE = [
    (Kind.SEASON, 1, "spring, весна, весны, весне, весной, весну, весна, навесні, весни, весні"),
    (
        Kind.SEASON,
        2,
        "summer, summertime, лето, лета, лете, лету, летом, літо, літа, літу, літі, влітку, улітку, літом",
    ),
    (Kind.SEASON, 3, "autumn, fall, осень, осени, осенью, осінь, осені, восени, осінню"),
    (Kind.SEASON, 4, "winter, зима, зимы, зиме, зимой, зиму, зими, зимі, взимку, узимку, зимою"),
    (
        Kind.PART,
        "early",
        "early, beginning, start, very start, at the start, at the beginning, first days, первые дни, "
        "первых числах, первых днях, начало, начала, начале, в самом начале, рано, початок, початку, "
        "на початку",
    ),
    (
        Kind.PART,
        "mid",
        "mid, middle, midway, середина, середины, середине, середину, посередине, середини, середині",
    ),
    (
        Kind.PART,
        "late",
        "late, end, very end, at the end, last days, последние дни, последних числах, последних днях, "
        "конец, конца, конце, концу, в самом конце, исход, исходе, кінець, кінця, кінці, наприкінці",
    ),
    (
        Kind.PART,
        "half 1",
        "first half, 1st half, первая половина, первой половине, первой половины, первую половину, "
        "перша половина, першій половині, birinci yarisi, birinci yarisinda, ilk yarisi, ilk yarisinda",
    ),
    (
        Kind.PART,
        "half 2",
        "second half, 2nd half, latter half, вторая половина, второй половине, второй половины, "
        "вторую половину, друга половина, другій половині, ikinci yarisi, ikinci yarisinda",
    ),
    (
        Kind.MARK,
        "~",
        "~, around, on or about, on or around, about, approximately, approx, approx ., approximate, "
        "roughly, circa, cca, ca, ca ., c ., texminen, texmini, teqriben, teqribi, radelerinde, около, "
        "примерно, приблизительно, приблизительный, ориентировочно, где-то, ок, ок ., близько, приблизно, "
        "орієнтовно, yaklasik, yaklasik olarak, takriben, civari, civarinda, dolaylarinda, sularinda, "
        "or so, или около того",
    ),
    (
        Kind.MARK,
        "?",
        "?, maybe, perhaps, possibly, probably, presumably, uncertain, belke, ehtimal ki, ehtimal, "
        "guman ki, deqiq deyil, возможно, вероятно, предположительно, видимо, неточно, можливо, ймовірно, "
        "імовірно, belki, muhtemelen, galiba",
    ),
    (
        Kind.BETWEEN,
        None,
        "between, somewhere between, sometime between, some time between, между, між, arasinda, arasi, "
        "araliginda",
    ),
    (Kind.AND, None, "and, &, и, та, й, і, ve, hem de, а также, as well as, +"),
    (Kind.OR, None, "or, или, либо, або, чи, ve ya, veya, yaxud, ya da, yahut, ya"),
    (Kind.TO, "sharp", "to, through, thru, по, и до, until, till, up to, up until, through to"),
    (
        Kind.TO,
        "",
        "до, and to, no later than, not later than, not after, at the latest, не позднее, не позже, "
        "не позднее чем, не пізніше, en geci, en gec, latest",
    ),
    (Kind.TOWARDS, None, "на"),
    (
        Kind.SINCE,
        "sharp",
        "from, с, со, з, із, зі, beginning from, starting from, starting, начиная с, починаючи з",
    ),
    (
        Kind.SINCE,
        "",
        "since, ever since, at least since, since at least, on or after, no earlier than, "
        "not earlier than, not before, onward, onwards, не ранее, не раньше, не ранее чем, не раніше, "
        "en tezi, beri, etibaren, itibaren, baslayaraq, baslayarak, or later, and later, или позже, "
        "и позже, и позднее",
    ),
    (
        Kind.AFTER,
        None,
        "after, sometime after, some time after, shortly after, soon after, later than, following, после, "
        "позже, позднее, вскоре после, після, пізніше, sonra, or after",
    ),
    (
        Kind.BEFORE,
        None,
        "before, sometime before, some time before, shortly before, prior to, earlier than, by, "
        "on or before, before or on, ahead of, к, ко, перед, раньше, ранее, незадолго до, qabaq, once, or earlier, "
        "or before, and earlier, или раньше, и ранее, раніше",
    ),
    (Kind.DATED, None, "dated, от, від"),
    (Kind.UP_TO, None, "qeder, kimi, kadar, degin"),
    (
        Kind.NOW,
        None,
        "now, present, the present, this day, today, сей день, сегодняшний день, цей день, ongoing, "
        "present day, н . в ., нв, настоящее время, настоящего времени, сих пор, сегодня, indi, indiyedek, "
        "indiye, bu gun, bu gunedek, bugun, bugune, теперь, тепер, сьогодні, теперішній час, цього часу",
    ),
    (
        Kind.NIGHT,
        None,
        "night, nights, overnight, at night, night of, night from, midnight, в ночь с, ночь, ночью, ночи, "
        "полночь, в полночь, в ніч з, в ніч із, у ніч з, ніч, ночі, вночі, уночі, опівночі, gece, gecesi, "
        "gecesinde, kecen gece, baglayan gece, baglayan gecesi, gece yarisi, geceyarisi, gece saatlarinda, "
        "gece saatlerinde, gece vaxti, geceleyin",
    ),
    (
        Kind.NIGHT_INTO,
        None,
        "night to, night into, night before, the night before, night preceding, в ночь на, ночь на, "
        "в ніч на, у ніч на, ніч на",
    ),
    (Kind.AT, None, "at, at about, at around, saat, saati"),
    (
        Kind.DAYTIME,
        None,
        "morning, early morning, late morning, afternoon, late afternoon, early afternoon, evening, "
        "early evening, late evening, late at night, early hours, early hours of the morning, small hours, "
        "noon, midday, dawn, at dawn, dusk, lunchtime, daytime, утро, утром, рано утром, ранним утром, "
        "под утро, днем, вечер, вечером, поздно вечером, поздним вечером, на рассвете, рассвет, в обед, "
        "после обеда, полдень, в полдень, в первой половине дня, во второй половине дня, "
        "первая половина дня, вторая половина дня, вранці, уранці, зранку, ранок, вранці рано, вдень, "
        "удень, вечір, ввечері, увечері, опівдні, на світанку, seher, seheri, seher saatlarinda, "
        "seher tezden, sehere yaxin, subh, subh saatlarinda, gunorta, gunortadan sonra, gunduz, axsam, "
        "axsami, axsamustu, axsam saatlarinda, gun erzinde, sabah, sabahi, sabah saatlerinde, "
        "sabaha karsi, ogle, ogleden sonra, ogleden once, ogle saatlerinde, aksam, aksami, "
        "aksam saatlerinde, gunduzleri, local time, gmt, utc, msk, местного времени, по местному времени, "
        "мск, по московскому времени, yerli vaxtla, bakı vaxti ile, baki vaxti ile, yerel saatle",
    ),
    (
        Kind.HOUR,
        None,
        "утра, вечера, ранку, вечора, am, pm, a . m ., p . m ., a . m, p . m, oclock, o clock, hrs, hours, "
        "h, hr, час, часов, часа, ч, ч ., мин, минут, годин, годині, година",
    ),
    (
        Kind.YEAR_WORD,
        None,
        "year, in the year, г, год, года, году, годом, годе, р, рік, року, році, роком, i, سال, عام, سنه",
    ),
    (Kind.YEARS_WORD, None, "years, гг, годы, годов, годах, годами, рр, роки, років, роках, роками"),
    (
        Kind.CALENDAR,
        SOLAR,
        "sh, s . h ., s . h, h . sh ., h . sh, h sh, hsh, hs, h . s ., ahs, a . h . s ., ap, a . p ., "
        "shamsi, semsi, hicri semsi, hijri shamsi, hejri shamsi, solar hijri, solar hijra, jalali, celali, "
        "iranian calendar, persian calendar, хиджри шамси, шамси, солнечной хиджры, по солнечной хиджре, "
        "солнечной хиджре, с . х ., هجری شمسی, شمسی, خورشیدی, هجری خورشیدی, ه . ش, ه . ش ., ه ش, هش",
    ),
    (
        Kind.CALENDAR,
        LUNAR,
        "ah, a . h ., a . h, lunar hijri, hijri lunar, lunar, qamari, ghamari, hijri qamari, hicri qemeri, "
        "qemeri, kameri, hicri kameri, лунной хиджры, по лунной хиджре, хиджри камари, هجری قمری, قمری, "
        "ه . ق, ه . ق ., ه ق, هق",
    ),
    (
        Kind.CALENDAR,
        "hijri",
        "hijri, hejri, hijra, hicri, хиджры, хиджра, хиджре, по хиджре, هجری, ه, anno hegirae",
    ),
    (
        Kind.HIDDEN,
        "day",
        "day not stated, day not known, day unknown, day not given, date unknown, exact date unknown, "
        "exact day unknown, exact date not known, exact day not known, gunu gosterilmeyib, "
        "gunu melum deyil, день не указан, день неизвестен, день не известен, точная дата неизвестна, "
        "число неизвестно, день не вказано, день невідомий, gunu bilinmiyor",
    ),
    (
        Kind.HIDDEN,
        "month",
        "month not stated, month not known, month unknown, ayi gosterilmeyib, ayi melum deyil, "
        "месяц не указан, месяц неизвестен, місяць не вказано, ayi bilinmiyor",
    ),
    (
        Kind.HIDDEN,
        "both",
        "month and day not stated, day and month not stated, day and month unknown, month and day unknown, "
        "ayi ve gunu gosterilmeyib, месяц и день не указаны, день и месяц не указаны",
    ),
    (
        Kind.HIDDEN,
        "year",
        "year not stated, year not known, year unknown, ili gosterilmeyib, ili melum deyil, год не указан, "
        "год неизвестен, рік не вказано, yili bilinmiyor",
    ),
    (
        Kind.LIMIT,
        "end",
        "end not known, end unknown, sonu melum deyil, окончание неизвестно, конец неизвестен",
    ),
    (Kind.LIMIT, "start", "start not known, start unknown, baslangici melum deyil, начало неизвестно"),
    (Kind.SINCE, "limit", "baslangici"),
    (Kind.SOME_TIME, None, "some time from, sometime from"),
    (Kind.SOME_TIME, "years", "illeri arasinda"),
    (
        Kind.NOISE,
        None,
        "but, но, але, the, of, in, on, during, throughout, in the course of, sometime, some time, sometime in, "
        "some time in, period, за, в течение, течение, период, в период, протягом, впродовж, month of, "
        "year of, on the, in the, month, day, date, dt, в, во, у, мес, месяц, месяца, месяце, число, "
        "числа, день, дня, дата, даты, місяць, місяця, місяці, день, дня, числа, об, о, ماه, روز, شهر, "
        "یوم, tarixli, tarihli, kecen, olan",
    ),
]
WEEKDAYS = [
    "monday mon понедельник понедельника понедельнику понедельником пн понеділок понеділка понеділку "
    "bazar_ertesi pazartesi",
    "tuesday tue tues вторник вторника вторнику вт вівторок вівторка cersenbe_axsami sali",
    "wednesday wed среда среды среду средой ср середа середу cersenbe carsamba",
    "thursday thu thur thurs четверг четверга четвергу чт четвер четверга cume_axsami persembe",
    "friday fri пятница пятницы пятницу пятницей пт пятниця пятницю пятниці cume cuma",
    "saturday sat суббота субботы субботу субботой сб субота суботу senbe cumartesi",
    "sunday sun воскресенье воскресенья воскресеньем вс неділя неділю нд bazar pazar",
]
# Words that take Azerbaijani and Turkish endings.
STEMS = [
    (Kind.YEAR_WORD, "az", "il"),
    (Kind.YEAR_WORD, "tr", "yil sene"),
    (Kind.YEARS_WORD, None, "iller yillar"),
    (Kind.NOISE, None, "ay aylar tarix tarixler tarih tarihler gun gunler"),
    (Kind.SEASON, "yaz", "yaz"),
    (Kind.SEASON, 1, "bahar ilkbahar"),
    (Kind.SEASON, 2, "yay"),
    (Kind.SEASON, 3, "payiz sonbahar guz"),
    (Kind.SEASON, 4, "qis kis"),
    (Kind.PART, "early", "evvel evveller bas baslar baslangic"),
    (Kind.PART, "mid", "orta ortalar"),
    (Kind.PART, "late", "son sonlar axir axirlar"),
]
