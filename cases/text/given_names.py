"""Given names that languages write by names of their own: Микола is how Ukrainian has Николай.

Only what sound rules cannot bring together stands here. Each line, with those indented below it, is one name: its
forms in the languages of this register, in any script, after the articles on given names in the Wikipedias of those
languages and the dictionaries they cite (for Ukrainian and Belarusian the parallel forms that passports print). Words
that agree in a line are *similar*, never the *same*: which form somebody uses may matter.
"""

import re
from collections import defaultdict
from functools import cache

from cases.text.arabic_spelling import arabic_forms
from cases.text.romanisation import has_arabic, is_azerbaijani_cyrillic, normalised
from cases.text.sounds import loose, readings, smoothed

EQUIVALENTS = """
Aleksandr Александр Олександр Аляксандр Aliaksandr Alexander İskəndər Iskander Искандер إسكندر
    اسکندر Sandro Sasha ألكسندر الکساندر
Aleksey Alexei Алексей Олексій Oleksii Аляксей Aliaksei Alexis أليكسي الکسی
Anna Ganna Ганна Анна Hanna Ana Hannah آنا
Anton Antony Anthony Антон Антоній Anatoli Анатолий Анатоль أنطون
Afanasy Афанасий Опанас Апанас Панас Panas
Boris Борис Барыс Barys بوريس بوریس
Catherine Yekaterina Екатерина Катерина Kateryna Кацярына Katsiaryna Ekaterine Katarine يكاترينا
    كاترينا کاترین
Charles Шарль Şarl Карл Karl Carl شارل تشارلز چارلز Шарлз
Daniel Данила Даниил Данило Данііл Danylo دانيال دانیل
David Davit Davud داود ديفيد داوید Дэвид
Dmitri Dmitry Дмитрий Дмитро Dmytro Дзмітрый Dzmitry Dimitri Demetrius ديمتري دميتري دیمیتری
Yelena Elena Елена Олена Olena Алена Alena Helen Elene Ալենա إيلينا يلينا النا هيلين
Yevgeni Eugene Евгений Євген Yevhen Яўген Yauhen Yauheni Yevgen Evgeni Евген يفغيني یوگنی
Fyodor Fedor Федор Фёдор Федір Fedir Фёдар Theodore Fiodar Тодор تيودور فيودور فئودور
George Georgi Giorgi Георгий Георгій Юрій Georges Gevorg Kevork Գևորգ Геворк Геворг Gevork Ґеорґій
    جورج جيورجي گئورگی Corc Heorhii Heorhiy Yegor Егор Єгор
Grigori Григорий Григорій Рыгор Ryhor Hryhorii Hryhoriy Gregory Grigol Krikor Grigor Գրիգոր غريغوري
    گریگوری
Illarion Илларион Ларион Іларіон
Ilya Илья Ілля Illia Ілья Ilia Elias Elijah إيليا ایلیا İlya
Ivan Иван Іван Ян John Ivane Ioane Yohannes Hovhannes Ованес Hovannes Оганес Ованнес Аванес Hovhanes
    Jean إيفان ایوان يوحنا هوفانيس هوانس Ioann Иоанн
James Yakov Яков Яків Якаў Jacob Iakob Hakob Agop Yaqub Yakup Якуб Акоп Hagop يعقوب یعقوب
Joseph Iosif Иосиф Йосип Yosyp Yusif Yusuf Юсуф Язэп Ioseb Osip Осип Hovsep Осеп Jozef يوسف یوسف
    جوزيف ژوزف
Kirill Cyril Кирилл Кирило Kyrylo Кірыл Kiryl Kirile كيريل
Konstantin Константин Костянтин Kostiantyn Kostyantyn Канстанцін Kanstantsin Constantine Konstantine
    قسطنطين کنستانتین كونستانتين
Leo Lev Лев Леў Leon Леон Levon Левон ليف ليون
Luke Luka Лука Lucas لوقا
Margarita Margaret Маргарита Маргарыта مارغريت
Mark Marcus Марк Marko Марко مارك
Mary Maria Mariya Мария Марія Марыя Mariam Maryam Marine Marie Məryəm Meryem مريم مریم ماريا ماریا
Martha Marfa Марфа Марта مارتا
Matthew Matvey Матвей Матвій Мацвей Matvii Mate ماتفي
Michael Mikhail Михаил Михайло Mykhailo Міхаіл Mikheil Mikayil Mikael Микаэл Mişel ميخائيل میخائیل
    مايكل Mykhaylo Mixail Mihail Michail Михаэль
Nicholas Nikolai Николай Микола Mykola Мікалай Mikalai Mikola Nikoloz Nikoghayos نيكولاي نیکولای
    نيكولاس Nikolas
Oleg Олег Алег Aleh Oleh Oleq أوليغ اولگ أوليج
Igor Игорь Ігор Ihor Ігар Ihar İqor إيغور ایگور إيجور
Paul Pavel Павел Павло Pavlo Паўло Pavle Boghos Poghos Pol Pauls بول بافل بافيل پاول
Peter Pyotr Пётр Петр Петро Petro Petre Petros Bedros Петрос Пятро Piatro بيتر پیوتر بطرس بيوتر
Philip Filipp Филипп Пилип Pylyp Піліп Филип فيليب
Sergey Sergei Сергей Сергій Serhii Serhiy Сяргей Siarhei Sergo Sargis Sarkis Serhij سيرغي سرگئی
    سيرجي Սարգիս Serge Serj
Simon Semyon Семён Семен Сымон Simeon Svimon سيمون شمعون
Solomon Süleyman Suleiman Сулейман Соломон سليمان سلیمان
Sophia Sofia Sofya София Софья Софія صوفيا
Stephen Stepan Степан Стефан Sciapan Сцяпан Siarpan Stepane Stephan ستيبان ستيفن
Theodosius Feodosy Феодосий Теодозій
Timothy Timofey Тимофей Тимофій Цімафей Tymofii تيموفي
Thomas Foma Фома Хома Tovmas Tuma Тамаш توماس
Tatyana Tatiana Татьяна Тетяна Tetiana Таццяна Tatsiana تاتيانا تاتیانا
Vasily Vasili Василий Василь Vasyl Васіль Vasil Basil Barsegh Vasilios فاسيلي واسیلی
Veronica Veronika Вероника Вероніка Вераніка
Victor Viktor Виктор Віктор Віктар Viktar فيكتور ویکتور
Vincent Викентий Вінцэнт Вікентій
Vladimir Владимир Володимир Volodymyr Уладзімір Uladzimir Vladimer Wladimir Waldemar فلاديمير
    ولادیمیر
Vladislav Владислав Уладзіслаў Uladzislau Władysław فلاديسلاف
Vsevolod Всеволод Усевалад Usevalad فسيفولود
Vyacheslav Вячеслав В'ячеслав Вячаслаў Viachaslau Viacheslav فياتشيسلاف ویاچسلاو
Zacharias Zakhar Захар Zakaria Zakariya زكريا
Mehmet Məhəmməd Mohammed Muhammad Mohamed Mehmed Мухаммед Магомед Магомет Мохаммед Мохаммад محمد
    Mämmät
Cövhər Cevher Jovhar Dzhokhar Джохар Джахар Jokhar Dzhokar Cahar جوهر Ջոխար ჯოხარ Ҹөвһәр
Ramazan Ramzan Ramadan Рамазан Рамзан رمضان
Xədicə Khadija Hatice Хадиджа خديجة خدیجه
Zəhra Zahra Zehra Захра Зохра زهراء زهرا
Fatimə Fatima Fatma Фатима Фатма Patimat Патимат فاطمة فاطمه
Ayşə Ayşe Aisha Айша Aishat Айшат عائشة عایشه
Rəcəb Recep Rajab Раджаб Реджеп رجب
Əbdülla Abdulla Abdullah Abdallah Абдулла Абдалла عبدالله
Kərim Karim Kerim Керим Карим كريم کریم
İbrahim Ibrahim Ибрагим Ибрахим Abraham Avraam Абрам إبراهيم ابراهیم
Musa Moses Moisey Моисей Мойсей Movses Муса موسى موسی
İshaq Isaac Isaak Исаак Ісак Sahak إسحاق اسحاق
Lavrenti Lavrentiy Лаврентий Лаврентій Lavrenty Лаўрэнцій لافرينتي
Maxim Maksim Максим Максім مكسيم ماکسیم
""".strip()


def equivalents_of(forms: tuple[str, ...]) -> frozenset[int]:
    """The lines in which a word with these forms (strict ones, or those of Arabic script) stands."""
    lines = _lines()
    return frozenset().union(*(lines.get(loose(form), ()) for form in forms))


@cache
def written_in(line: int) -> tuple[str, ...]:
    """How languages write the name of a line of `equivalents_of`."""
    return tuple(_raw_lines()[line].split())


@cache
def _raw_lines() -> list[str]:
    return re.split(r"\n(?! )", EQUIVALENTS)


@cache
def _lines() -> dict[str, frozenset[int]]:
    found = defaultdict(set)
    for number, line in enumerate(_raw_lines()):
        for word in line.split():
            word = normalised(word).replace("'", "")
            codes = smoothed(word, is_azerbaijani_cyrillic(word))
            for form in arabic_forms(codes)[:1] if has_arabic(word) else readings(codes)[:1]:
                found[loose(form)].add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
