"""Fictional records to try the product with. Every record is marked as a sample.

The generator is seeded, so that two people who load the same number of records see the same ones. Names of
people, places, agencies and newspapers are invented; countries and articles of law are real.
"""

import random
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cases.models import (
    Agency,
    Attribution,
    Campaign,
    Case,
    Charge,
    Event,
    LegalProvision,
    OfficialPosition,
    Person,
    PersonName,
    Place,
    Proceeding,
    Sentence,
    Source,
    Violation,
)
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit
from cases.workflow.review import submit

from .loader import cite, enter_and_publish, history_of, loader_accounts

MARK = "Fictional sample record"
SEED = 20240
NOTICE = "This is a fictional sample record; nobody in it exists."

GIVEN_NAMES = {
    "female": (
        ("Aydan", "Айдан"),
        ("Nərmin", "Нармин"),
        ("Sevda", "Севда"),
        ("Zarema", "Зарема"),
        ("Ana", "Ана"),
    ),
    "male": (
        ("Nurlan", "Нурлан"),
        ("Elçin", "Эльчин"),
        ("Kamran", "Камран"),
        ("Shamil", "Шамиль"),
        ("Levan", "Леван"),
    ),
}
# Surnames no register of real people is likely to hold: they are made of words for stars, rivers and stones.
SURNAMES = (
    ("Ulduzsoy", "Улдузсой"),
    ("Çaykənarlı", "Чайкенарлы"),
    ("Daşqayalı", "Дашгаялы"),
    ("Yelqovan", "Елгован"),
    ("Gilavarlı", "Гилаварлы"),
    ("Xəzriyan", "Хазриян"),
    ("Buludoğan", "Булудоган"),
    ("Ayparalı", "Айпаралы"),
    ("Qarğasuyu", "Гаргасую"),
    ("Şimşəkov", "Шимшеков"),
    ("Tutqunay", "Тутгунай"),
    ("Palıdgöz", "Палыдгёз"),
)
# Kept apart, so that no public sample text prints the name of a protected sample person.
PROTECTED_SURNAMES = (
    ("Pərdəsaxlarlı", "Пердесахларлы"),
    ("Sirrdaşıyanlı", "Сиррдашиянлы"),
    ("Kölgəyurdlu", "Кёльгеюрдлу"),
)
PLACES = (
    ("Göydağ", "AZ", "", "Qala prison (fictional)"),
    ("Sarıçay", "AZ", "", ""),
    ("Ağbulaq", "AZ", "", "District police (fictional)"),
    ("Nartkala Sample", "RU", "RU-KB", ""),
    ("Kara-Bulak Sample", "RU", "RU-DA", "Isolator 9 (fictional)"),
    ("Tsiskari", "GE", "", ""),
    ("Verdzor", "AM", "", ""),
)
PUBLISHERS = ("The Sample Courier", "Nümunə Xəbər", "Образцовый листок", "Evening Example")
LANGUAGES = ("en", "az", "ru")
ROLES = ("journalist", "blogger", "civic_activist", "human_rights_defender", "lawyer", "believer", "student")
GROUPS = (
    "Villagers at a protest",
    "Members of a congregation",
    "Workers of a closed plant",
    "Students at a march",
)
TITLES = {
    "detention": "{who} detained",
    "prosecution": "{who} prosecuted",
    "torture": "{who} ill-treated in custody",
    "travel_restriction": "{who} kept from leaving the country",
    "raid": "Home of {who} searched",
    "deportation": "{who} deported",
    "threat": "{who} threatened",
}
METHODS = {"travel_restriction": ["mobility.exit_ban"], "threat": ["distance.proxy"]}


def sample_count():
    """How many sample cases were ever loaded."""
    loaded = history_of(Case).filter(notes__startswith=MARK).order_by()
    return loaded.values("pgh_obj_id").distinct().count()


def load_sample_records(*, count, progress=lambda done: None):
    """Add fictional cases until ``count`` are on file. Returns how many were added.

    One in thirty waits for review and one in sixty is a draft; the others are published. ``progress`` is
    called with the number that is done. Each case is its own transaction: a stopped run goes on where it was.
    """
    entry, publisher = loader_accounts()
    world = _World(entry, publisher)
    done = sample_count()
    for number in range(done, count):
        with transaction.atomic():
            case = _sample(number, world)
            if number % 60 == 59:
                record_edit(case, by=entry)
            elif number % 30 == 29:
                record_edit(case, by=entry)
                submit(case, by=entry, edit_version=case.edit_version)
            else:
                enter_and_publish(case, entry=entry, publisher=publisher)
        progress(number + 1)
    return max(count - done, 0)


class _World:
    """The invented places, agencies, papers and campaigns that the sample cases share."""

    @transaction.atomic
    def __init__(self, entry, publisher):
        self.places = [self._place(*place) for place in PLACES]
        self.agencies = [
            Agency.objects.get_or_create(name=name, country=country, defaults={"kind": kind})[0]
            for name, country, kind in (
                ("Office of Sample Security (fictional)", "AZ", "intelligence"),
                ("Example Interior Department (fictional)", "RU", "police"),
            )
        ]
        self.sources = [self._source(number) for number in range(24)]
        self.campaigns = [
            self._campaign(title, entry, publisher)
            for title in (
                "Arrests before an election",
                "The border cases",
            )
        ]
        self.provisions = {
            country: list(LegalProvision.objects.filter(country=country)) for country in ("AZ", "RU")
        }

    @staticmethod
    def _place(name, country, region, facility):
        return Place.objects.get_or_create(
            name=name, country=country, region=region, locality=name, facility=facility
        )[0]

    @staticmethod
    def _source(number):
        return Source.objects.get_or_create(
            url=f"https://news.example/sample/{number}",
            defaults={
                "title": f"Fictional sample article {number + 1}",
                "publisher": PUBLISHERS[number % len(PUBLISHERS)],
                "language": LANGUAGES[number % len(LANGUAGES)],
                "reliability": "BCB"[number % 3],
                "is_public": True,
                "notes": MARK,
            },
        )[0]

    def _campaign(self, title, entry, publisher):
        campaign = Campaign.objects.filter(title=title).first()
        if campaign is None:
            campaign = Campaign.objects.create(
                title=title, summary=NOTICE, states=["AZ"], notes=MARK, is_sample=True
            )
            cite(self.sources[0], campaign=campaign)
            enter_and_publish(campaign, entry=entry, publisher=publisher)
        return campaign


def _sample(number, world):
    chance = random.Random(SEED + number)
    kind = chance.choices(("person", "group", "pattern"), (88, 9, 3))[0]
    violation = chance.choices(tuple(TITLES), (45, 20, 8, 8, 8, 4, 7))[0]
    place = chance.choice(world.places)
    begun = date(2019, 1, 1) + timedelta(days=chance.randrange(2400))
    start = _as_known(chance, begun)
    case = Case(
        notes=f"{MARK} {number}",
        is_sample=True,
        kind=kind,
        origin=[place.country],
        location=[place.country],
        place=place,
        start_date=start,
        methods=METHODS.get(violation, []),
    )
    if chance.random() < 0.1:
        case.host, case.location = ["TR"], ["TR"]
        case.place = None
    _subject(case, chance)
    who = str(case.person) if case.person else case.group_description
    shown = who if case.person is None or case.person.identity == "named" else "A person"
    case.title = TITLES[violation].format(who=shown)
    case.summary = f"{NOTICE} {TITLES[violation].format(who=shown)}, as two invented articles report."
    if chance.random() < 0.7:
        case.last_checked_date = timezone.localdate() - timedelta(days=chance.randrange(400))
    case.save()
    fact = Violation.objects.create(case=case, kind=violation, date=start, place=case.place, is_primary=True)
    if chance.random() < 0.15:
        Violation.objects.create(case=case, kind="raid" if violation != "raid" else "threat")
    sources = chance.sample(world.sources, 2)
    cite(sources[0], case=case, facts=[fact])
    cite(sources[1], case=case)
    if kind == "person" and violation in ("detention", "prosecution", "torture"):
        _criminal_case(case, chance, world, begun, sources)
    if chance.random() < 0.35:
        _attribution(case, chance, world, sources)
    if chance.random() < 0.25:
        case.campaigns.add(chance.choice(world.campaigns))
    return case


def _as_known(chance, day):
    form = chance.choices(("day", "month", "about", "year"), (70, 15, 8, 7))[0]
    text = {
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "about": f"{day:%Y-%m}~",
        "year": f"{day:%Y}",
    }[form]
    return PartialDate(text)


def _subject(case, chance):
    if case.kind != "person":
        case.group_description = chance.choice(GROUPS)
        case.group_unit = "group"
        if case.kind == "group":
            case.count_min = chance.randrange(3, 80)
            case.count_words = f"at least {case.count_min}"
        return
    gender = chance.choice(("female", "male"))
    identity = chance.choices(("named", "initials", "withheld"), (90, 5, 5))[0]
    latin, cyrillic = chance.choice(SURNAMES if identity == "named" else PROTECTED_SURNAMES)
    given, given_cyrillic = chance.choice(GIVEN_NAMES[gender])
    person = Person.objects.create(
        gender=gender,
        identity=identity,
        birth_date=PartialDate(str(chance.randrange(1955, 2001))),
        nationalities=[case.origin[0]],
        roles=chance.sample(ROLES, chance.choice((1, 1, 2))),
        notes=MARK,
    )
    PersonName.objects.create(
        person=person, text=f"{given} {latin}", language="az", script="Latn", is_primary=True
    )
    PersonName.objects.create(
        person=person,
        text=f"{cyrillic} {given_cyrillic}",
        language="ru",
        script="Cyrl",
        kind="transliteration",
    )
    case.person = person


def _criminal_case(case, chance, world, begun, sources):
    country = case.location[0] if case.location[0] in world.provisions else case.origin[0]
    proceeding = Proceeding.objects.create(case=case, number=1, jurisdiction=country)
    facts = []
    provisions = world.provisions.get(country) or []
    for provision in chance.sample(provisions, min(len(provisions), chance.choice((1, 1, 2)))):
        facts.append(
            Charge.objects.create(case=case, proceeding=proceeding, provision=provision, status="charged")
        )
    if not facts:
        facts.append(
            Charge.objects.create(
                case=case, proceeding=proceeding, verbatim="drug charges (invented)", category="drugs"
            )
        )
    steps = [("arrest", 0, {}), ("charge", 2, {}), ("remand", 3, {"until": begun + timedelta(days=93)})]
    fate = chance.choices(("open", "sentenced", "released"), (4, 4, 2))[0]
    if fate == "sentenced":
        steps += [
            ("verdict_guilty", 200, {}),
            ("appeal_decision", 320, {"decision": "upheld"}),
        ]
        proceeding.is_final = True
        proceeding.save()
        facts.append(
            Sentence.objects.create(
                case=case,
                proceeding=proceeding,
                kind="imprisonment",
                years=chance.randrange(2, 15),
                date=PartialDate(str(begun + timedelta(days=200))),
            )
        )
    if fate == "released":
        steps.append(("release", 150, {}))
        case.risk_review_date = begun + timedelta(days=170)
        case.risk_review_outcome = "clear"
        case.end_date = PartialDate(str(begun + timedelta(days=150)))
        case.save()
    for kind, days, details in steps:
        until = details.get("until")
        facts.append(
            Event.objects.create(
                case=case,
                proceeding=proceeding,
                kind=kind,
                date=PartialDate(str(begun + timedelta(days=days))),
                until=PartialDate(str(until)) if until else PartialDate(),
                decision=details.get("decision", ""),
                place=case.place,
            )
        )
    cite(sources[0], case=case, facts=facts)


def _attribution(case, chance, world, sources):
    agency = chance.choice(world.agencies)
    attribution = Attribution.objects.create(
        case=case,
        agency=agency,
        country=agency.country,
        attributed_by="a lawyer (invented)",
        involvement="carried_out",
        level=chance.choice(("1", "2")),
        source=sources[0],
    )
    if chance.random() < 0.4:
        OfficialPosition.objects.create(
            case=case,
            attribution=attribution,
            position="denies",
            stated_by="a spokesperson (invented)",
            source=sources[1],
        )
