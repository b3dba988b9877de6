"""The invented people, places, agencies, newspapers and campaigns that sample records share.

Countries, regions and articles of law are real; every name is made up. Towns lie roughly in the middle of their region,
and their coordinates say so.
"""

from django.db import transaction
from django.utils import timezone

from cases.loading.loader import submit_and_publish
from cases.loading.sample_case import marked
from cases.models import (
    Agency,
    Campaign,
    LegalProvision,
    Official,
    Organisation,
    Person,
    Place,
    Source,
)
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter

MARK = "Fictional sample record"
"""The private note of everything loaded begins so."""

GIVEN_NAMES = {
    "female": (
        ("Aydan", "Айдан"), ("Nərmin", "Нармин"), ("Sevda", "Севда"), ("Zarema", "Зарема"), ("Ana", "Ана"),
        ("Lalə", "Лала"), ("Günay", "Гюнай"), ("Patimat", "Патимат"), ("Xədicə", "Хадиджа"), ("Nino", "Нино"),
        ("Anahit", "Анаит"), ("Dilfuza", "Дилфуза"), ("Səbinə", "Сабина"), ("Madina", "Мадина"),
    ),
    "male": (
        ("Nurlan", "Нурлан"), ("Elçin", "Эльчин"), ("Kamran", "Камран"), ("Shamil", "Шамиль"), ("Levan", "Леван"),
        ("Rəşad", "Рашад"), ("Toğrul", "Тогрул"), ("Əziz", "Азиз"), ("Murad", "Мурад"), ("Tigran", "Тигран"),
        ("Giorgi", "Георгий"), ("Farrux", "Фаррух"), ("Vüqar", "Вугар"), ("Zaur", "Заур"), ("İsa", "Иса"),
    ),
}  # fmt: skip
# Surnames no register of real people is likely to hold: they are made of words for stars, rivers and stones.
SURNAMES = (
    ("Ulduzsoy", "Улдузсой"), ("Çaykənarlı", "Чайкенарлы"), ("Daşqayalı", "Дашгаялы"), ("Yelqovan", "Елгован"),
    ("Gilavarlı", "Гилаварлы"), ("Xəzriyan", "Хазриян"), ("Buludoğan", "Булудоган"), ("Ayparalı", "Айпаралы"),
    ("Qarğasuyu", "Гаргасую"), ("Şimşəkov", "Шимшеков"), ("Tutqunay", "Тутгунай"), ("Palıdgöz", "Палыдгёз"),
    ("Dumanlıdərə", "Думанлыдере"), ("Göyqurşaq", "Гёйгуршаг"), ("Sərçəyurd", "Серчеюрд"), ("Çınarbaşı", "Чинарбаши"),
    ("Narınqum", "Нарынгум"), ("Qartalqanad", "Гарталганад"), ("Suçiçəyi", "Сучичеи"), ("Torağaylı", "Торагайлы"),
    ("Külkdərəli", "Кюлькдерели"), ("Yaşılbulaq", "Яшылбулаг"), ("Ilğımov", "Илгымов"), ("Qumrovşan", "Гумровшан"),
)  # fmt: skip
# Kept apart, so that no public sample text prints the name of a protected sample person.
PROTECTED_SURNAMES = (
    ("Pərdəsaxlarlı", "Пердесахларлы"),
    ("Sirrdaşıyanlı", "Сиррдашиянлы"),
    ("Kölgəyurdlu", "Кёльгеюрдлу"),
)
WITHDRAWN_SURNAME = ("Qayadibili", "Гаядибили")
"""Of somebody whose case is taken out again, and whose name no other text may print from then on."""

# Name, country, region, facility, latitude, longitude, and how much happens there, in parts.
PLACES = (
    ("Göydağ", "AZ", "AZ-BA", "Qala prison (fictional)", 40.4, 49.9, 12),
    ("Sarıçay", "AZ", "AZ-GA", "", 40.7, 46.4, 9),
    ("Ağbulaq", "AZ", "AZ-LAN", "District police (fictional)", 38.8, 48.7, 6),
    ("Qızılyer", "AZ", "AZ-BA", "Investigation isolator 4 (fictional)", 40.4, 49.8, 7),
    ("Narlıdərə", "AZ", "AZ-QBA", "", 41.4, 48.3, 3),
    ("Gümüşkənd", "AZ", "AZ-NX", "", 39.3, 45.5, 2),
    ("Üçtəpə", "AZ", "AZ-SA", "Penal colony 21 (fictional)", 41.2, 47.2, 5),
    ("Nartkala Sample", "RU", "RU-KB", "", 43.5, 43.4, 3),
    ("Kara-Bulak Sample", "RU", "RU-DA", "Isolator 9 (fictional)", 43.1, 47.0, 6),
    ("Primorny Sample", "RU", "RU-KDA", "Settlement colony 3 (fictional)", 45.3, 39.4, 2),
    ("Vysokoye Sample", "RU", "RU-CE", "", 43.4, 45.7, 2),
    ("Zarechye Sample", "RU", "RU-MOW", "Isolator 12 (fictional)", 55.8, 37.6, 6),
    ("Tsiskari", "GE", "GE-TB", "", 41.7, 44.8, 4),
    ("Mtisdziri", "GE", "GE-AJ", "Prison 14 (fictional)", 41.6, 42.0, 2),
    ("Verdzor", "AM", "AM-ER", "", 40.2, 44.5, 2),
    ("Arevaberd", "AM", "AM-SU", "", 39.3, 46.2, 1),
    ("Kuşluca", "TR", "TR-34", "Removal centre (fictional)", 41.0, 29.0, 3),
    ("Dereboyu", "TR", "TR-61", "", 40.9, 39.7, 1),
)  # fmt: skip
AGENCIES = (
    ("Office of Sample Security (fictional)", "AZ", "intelligence"),
    ("Sample Prosecution Service (fictional)", "AZ", "judiciary"),
    ("Sample City Police (fictional)", "AZ", "police"),
    ("Invented Penitentiary Service (fictional)", "AZ", "prison"),
    ("Example Interior Department (fictional)", "RU", "police"),
    ("Example Security Directorate (fictional)", "RU", "intelligence"),
    ("Imaginary Migration Service (fictional)", "TR", "executive_national"),
    ("Imaginary Border Police (fictional)", "GE", "police"),
    ("Makers of Sample Spyware (fictional)", "", "corporation"),
    ("Sample District Court (fictional)", "AZ", "judiciary"),
    ("Court of Serious Example Crimes (fictional)", "AZ", "judiciary"),
    ("Example Court of Appeal (fictional)", "AZ", "judiciary"),
)
ORGANISATIONS = (
    ("Nümunə Xəbər (fictional)", "AZ", "media_outlet"),
    ("Party of Invented Freedoms (fictional)", "AZ", "political_party"),
    ("Sample Rights Group (fictional)", "AZ", "ngo"),
    ("University of Göydağ (fictional)", "AZ", "educational"),
)
# Name, office, which of AGENCIES.
OFFICIALS = (
    ("Uydurma Hakimov (fictional)", "judge", 10),
    ("Nümunə Prokurorlu (fictional)", "prosecutor", 1),
    ("Xəyal Müstəntiqli (fictional)", "investigator", 0),
)
# Title, kind, publisher, language, reliability.
SOURCES = (
    ("Courier: who was taken last night", "news_article", "The Sample Courier", "en", "B"),
    ("Məhkəmə: hökm oxundu", "news_article", "Nümunə Xəbər", "az", "B"),
    ("Суд вынес решение", "news_article", "Образцовый листок", "ru", "C"),
    ("Monitoring of trials, annual report", "ngo_report", "Sample Rights Group", "en", "A"),
    ("@gundelik_numune: post on the hearing", "social_media", "Gündəlik Nümunə", "az", "C"),
    ("Judgment, as read out", "court_document", "A lawyer (invented)", "az", "A"),
    ("Interview with the family", "interview", "Evening Example", "en", "C"),
    ("Statement of the prosecution", "official_statement", "Sample Prosecution Service (fictional)", "az", "D"),
    ("Across the border: five stories", "investigation", "Example Reporters", "en", "B"),
    ("Письмо из изолятора", "letter", "Образцовый листок", "ru", "C"),
    ("Opinion on the case", "international_document", "A committee (invented)", "en", "A"),
    ("Evening news", "broadcast", "Channel Example", "az", "C"),
)  # fmt: skip
SOURCES_FOR_ALL = 36
"""Articles, reports and posts: the titles above in turn, each with its number."""
CAMPAIGNS = (
    ("Arrests before an election", ["AZ"], "2018-01", "2018-05"),
    ("The border cases", ["AZ", "RU"], "2020~", ""),
    ("The reading circle case", ["AZ"], "2022-11", ""),
)
TRANSLATED_TITLES = {
    "Arrests before an election": {"az": "Seçkiqabağı həbslər", "ru": "Аресты перед выборами"},
    "The reading circle case": {"az": "Oxu dərnəyi işi", "ru": "Дело читательского кружка"},
}


class World:
    """What sample cases share. Made anew for each run; what is on file is found again."""

    @transaction.atomic
    def __init__(self, entry, publisher):
        self.entry, self.publisher = entry, publisher
        self.today = timezone.localdate()
        self.places = {name: _place(name, *where) for name, *where, _parts in PLACES}
        self.agencies = [
            Agency.objects.get_or_create(name=name, country=country, defaults={"kind": kind})[0]
            for name, country, kind in AGENCIES
        ]
        self.sources = [_source(number) for number in range(SOURCES_FOR_ALL)]
        self.organisations = [
            Organisation.objects.get_or_create(name=name, country=country, defaults={"kind": kind})[0]
            for name, country, kind in ORGANISATIONS
        ]
        self.officials = [
            Official.objects.get_or_create(
                name=name,
                agency=self.agencies[agency],
                defaults={"office": office, "source": self.sources[3]},
            )[0]
            for name, office, agency in OFFICIALS
        ]
        self.campaigns = [self._campaign(*campaign) for campaign in CAMPAIGNS]
        self.provisions = {}
        for provision in LegalProvision.objects.all():
            self.provisions.setdefault(provision.country, {})[provision.article] = provision

    def _campaign(self, title, states, begun, ended):
        campaign = Campaign.objects.filter(title=title, is_sample=True).first()
        if campaign is None:
            values = {
                "title": title,
                "summary": f"{title}: an invented wave of cases, to try the pages of campaigns with.",
                "states": states,
                "start_date": begun,
                "end_date": ended,
                "notes": MARK,
            }
            petition = {
                "kind": "petition",
                "actor": "Two hundred readers (invented)",
                "addressee": "A parliament (invented)",
                "date": begun,
                "requested": "To look into the cases.",
                "status": "no_answer",
            }
            translations = [
                {"field": "title", "language": language, "text": text, "from_language": "en"}
                for language, text in TRANSLATED_TITLES.get(title, {}).items()
            ]
            entry = Entry(
                Campaign,
                values,
                source=self.sources[3],
                interventions=[petition],
                translations=translations,
                citations=[{}],
            )
            campaign = enter(marked(entry), by=self.entry)
            submit_and_publish(campaign, entry=self.entry, publisher=self.publisher)
        return campaign


def _place(name, country, region, facility, latitude, longitude):
    place, _is_new = Place.objects.get_or_create(
        name=name,
        country=country,
        region=region,
        locality=name,
        facility=facility,
        defaults={"latitude": latitude, "longitude": longitude, "precision": "region"},
    )
    return place


def _source(number):
    title, kind, publisher, language, reliability = SOURCES[number % len(SOURCES)]
    address = f"https://news.example/sample/{number}"
    day = f"20{15 + number % 11}-{1 + number % 12:02}"
    return Source.objects.get_or_create(
        url=address,
        defaults={
            "title": f"{title} ({number // len(SOURCES) + 1})",
            "kind": kind,
            "publisher": publisher,
            "language": language,
            "reliability": reliability,
            # Two in three were kept before they could vanish.
            "archived_url": f"https://archive.example/2025/{address}" if number % 3 else "",
            "published_date": PartialDate(day),
            "is_public": True,
            "notes": MARK,
        },
    )[0]


def new_person(world, given, surname, *, gender, more_names=(), **values):
    """An invented person: `given` and `surname` in Latin and Cyrillic letters; `more_names` as (text, language, script,
    kind)."""
    names = [
        (f"{given[0]} {surname[0]}", "az", "Latn", "official"),
        (f"{surname[1]} {given[1]}", "ru", "Cyrl", "transliteration"),
        *more_names,
    ]
    rows = [dict(zip(("text", "language", "script", "kind"), each, strict=True)) for each in names]
    return enter(Entry(Person, {"gender": gender, "notes": MARK, **values}, names=rows), by=world.entry)
