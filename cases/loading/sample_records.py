"""Fictional records to try the product with. Every record is marked as a sample.

The generator is seeded, so that two people who load the same number of records see the same ones. Names of
people, places, agencies and newspapers are invented; countries and articles of law are real.
"""

import random
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cases.models import Agency, Campaign, Case, LegalProvision, Person, Place, Source
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter
from cases.workflow.review import submit

from .loader import history_of, loader_accounts, submit_and_publish

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
            case = enter(_sample(number, world), by=entry)
            if number % 30 != 29:
                submit_and_publish(case, entry=entry, publisher=publisher)
            elif number % 60 != 59:
                submit(case, by=entry, edit_version=case.edit_version)
        progress(number + 1)
    return max(count - done, 0)


class _World:
    """The invented places, agencies, papers and campaigns that the sample cases share."""

    @transaction.atomic
    def __init__(self, entry, publisher):
        self.entry = entry
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
            values = {"title": title, "summary": NOTICE, "states": "AZ", "notes": MARK}
            campaign = enter(
                _marked(Entry(Campaign, values, citations=[{"source": self.sources[0]}])), by=entry
            )
            submit_and_publish(campaign, entry=entry, publisher=publisher)
        return campaign


def _sample(number, world):
    """The Entry of one case."""
    chance = random.Random(SEED + number)
    kind = chance.choices(("person", "group", "pattern"), (88, 9, 3))[0]
    violation = chance.choices(tuple(TITLES), (45, 20, 8, 8, 8, 4, 7))[0]
    place = chance.choice(world.places)
    begun = date(2019, 1, 1) + timedelta(days=chance.randrange(2400))
    start = _as_known(chance, begun)
    case = {
        "notes": f"{MARK} {number}",
        "kind": kind,
        "origin": place.country,
        "location": place.country,
        "place": place,
        "start_date": start,
        "methods": METHODS.get(violation, []),
    }
    if chance.random() < 0.1:
        case |= {"host": "TR", "location": "TR", "place": None}
    shown = _subject(case, chance, world)
    case["title"] = TITLES[violation].format(who=shown)
    case["summary"] = f"{NOTICE} {TITLES[violation].format(who=shown)}, as two invented articles report."
    if chance.random() < 0.7:
        case["last_checked_date"] = timezone.localdate() - timedelta(days=chance.randrange(400))
    rows = {"violations": [{"kind": violation, "date": start, "place": case["place"], "is_primary": True}]}
    if chance.random() < 0.15:
        rows["violations"].append({"kind": "raid" if violation != "raid" else "threat"})
    sources = chance.sample(world.sources, 2)
    rows["citations"] = [{"source": sources[1]}]
    if kind == "person" and violation in ("detention", "prosecution", "torture"):
        rows |= _criminal_case(case, chance, world, begun)
    if chance.random() < 0.35:
        rows |= _attribution(chance, world, sources)
    if chance.random() < 0.25:
        case["campaigns"] = [chance.choice(world.campaigns)]
    return _marked(Entry(Case, case, source=sources[0], **rows))


def _marked(entry):
    """The same, as a sample for ever: nobody can enter that, nor change it later."""
    entry.record.is_sample = True
    return entry


def _as_known(chance, day):
    form = chance.choices(("day", "month", "about", "year"), (70, 15, 8, 7))[0]
    return {
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "about": f"{day:%Y-%m}~",
        "year": f"{day:%Y}",
    }[form]


def _subject(case, chance, world):
    """Say whose case it is; returns the name, and what a title may call them."""
    if case["kind"] != "person":
        case |= {"group_description": chance.choice(GROUPS), "group_unit": "group"}
        if case["kind"] == "group":
            least = chance.randrange(3, 80)
            case |= {"count_min": least, "count_words": f"at least {least}"}
        return case["group_description"]
    gender = chance.choice(("female", "male"))
    identity = chance.choices(("named", "initials", "withheld"), (90, 5, 5))[0]
    latin, cyrillic = chance.choice(SURNAMES if identity == "named" else PROTECTED_SURNAMES)
    given, given_cyrillic = chance.choice(GIVEN_NAMES[gender])
    values = {
        "gender": gender,
        "identity": identity,
        "birth_date": str(chance.randrange(1955, 2001)),
        "nationalities": case["origin"],
        "roles": chance.sample(ROLES, chance.choice((1, 1, 2))),
        "notes": MARK,
    }
    names = [
        {"text": f"{given} {latin}", "language": "az", "script": "Latn"},
        {
            "text": f"{cyrillic} {given_cyrillic}",
            "language": "ru",
            "script": "Cyrl",
            "kind": "transliteration",
        },
    ]
    case["person"] = enter(Entry(Person, values, names=names), by=world.entry)
    return f"{given} {latin}" if identity == "named" else "A person"


def _criminal_case(case, chance, world, begun):
    """The rows of a prosecution."""
    country = case["location"] if case["location"] in world.provisions else case["origin"]
    provisions = world.provisions.get(country) or []
    chosen = chance.sample(provisions, min(len(provisions), chance.choice((1, 1, 2))))
    charges = [{"provision": provision, "status": "charged"} for provision in chosen]
    steps = [("arrest", 0, {}), ("charge", 2, {}), ("remand", 3, {"until": _day(begun, 93)})]
    proceeding, sentences = {"jurisdiction": country}, []
    fate = chance.choices(("open", "sentenced", "released"), (4, 4, 2))[0]
    if fate == "sentenced":
        steps += [("verdict_guilty", 200, {}), ("appeal_decision", 320, {"decision": "upheld"})]
        proceeding["is_final"] = True
        sentences = [{"kind": "imprisonment", "years": chance.randrange(2, 15), "date": _day(begun, 200)}]
    if fate == "released":
        steps.append(("release", 150, {}))
        case |= {
            "risk_review_date": begun + timedelta(days=170),
            "risk_review_outcome": "clear",
            "end_date": _day(begun, 150),
        }
    return {
        "proceedings": [proceeding],
        "charges": charges or [{"verbatim": "drug charges (invented)", "category": "drugs"}],
        "sentences": sentences,
        "events": [
            {"kind": kind, "date": _day(begun, days), "place": case["place"], **details}
            for kind, days, details in steps
        ],
    }


def _day(begun, days):
    return str(begun + timedelta(days=days))


def _attribution(chance, world, sources):
    """A claim about an agency, and at times what its state answers."""
    agency = chance.choice(world.agencies)
    claim = {
        "agency": agency,
        "country": agency.country,
        "attributed_by": "a lawyer (invented)",
        "involvement": "carried_out",
        "level": chance.choice(("1", "2")),
    }
    answer = {
        "attribution": 1,
        "position": "denies",
        "stated_by": "a spokesperson (invented)",
        "source": sources[1],
    }
    return {"attributions": [claim], "official_positions": [answer] if chance.random() < 0.4 else []}
