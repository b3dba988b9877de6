"""Sample cases in any number: seeded, so that two people who load as many on one day see the same ones."""

import random
from datetime import date, timedelta

from cases.loading.sample_case import SETS_FREE, SampleCase
from cases.loading.sample_courses import COURSES, fined, until
from cases.loading.sample_world import GIVEN_NAMES, MARK, PLACES, PROTECTED_SURNAMES, SURNAMES, new_person
from cases.text.partial_dates import PartialDate

SEED = 20240
YEARS = {
    2015: 3,
    2016: 4,
    2017: 8,
    2018: 13,
    2019: 7,
    2020: 10,
    2021: 8,
    2022: 13,
    2023: 17,
    2024: 14,
    2025: 9,
}
"""How many cases begin in which year, in parts: there are waves."""
KINDS = {"detention": 74, "prosecution": 10, "torture": 8}
OTHERS = {
    "travel_restriction": ("{who} kept from leaving the country", 6),
    "raid": ("Home of {who} searched", 6),
    "threat": ("{who} threatened", 6),
    "surveillance": ("{who} watched and followed", 5),
    "assault": ("{who} beaten by unknown men", 5),
    "eviction": ("{who} put out of the home", 2),
    "denial_of_return": ("{who} turned back at the border", 3),
    "abduction": ("{who} taken away in a car", 2),
}
"""Violations without proceedings: title, and how often, in parts."""
TITLES = {
    "detention": "{who} detained",
    "prosecution": "{who} prosecuted",
    "torture": "{who} ill-treated in custody",
}
OUTCOMES = {
    "release": "{who} was let go {day}",
    "case_closed": "the case was closed {day}",
    "verdict_acquittal": "a court acquitted {who} {day}",
    "verdict_guilty": "a court found {who} guilty {day}",
    "appeal_decision": "a court of appeal decided {day}",
    "pardon": "a pardon set {who} free {day}",
    "amnesty": "an amnesty set {who} free {day}",
    "parole": "{who} was let out on parole {day}",
    "sentence_completed": "the term ran out and {who} was let go {day}",
    "death": "{who} died in custody {day}",
}
ROLES = {
    "journalist": 14, "blogger": 9, "civic_activist": 12, "human_rights_defender": 6, "lawyer": 4, "believer": 12,
    "student": 6, "party_activist": 9, "politician": 4, "researcher": 4, "minority_activist": 6, "anti_war": 7,
    "trade_unionist": 2, "writer_artist": 4, "business": 4, "official": 3, "military": 3, "family_member": 2,
}  # fmt: skip
ARTICLES = {
    "AZ": ("234", "206", "228", "283", "274", "278", "281", "192", "213", "311", "308", "318", "335", "281-1",
           "284-2", "204"),
    "RU": ("280.3", "207.3", "205.2", "275", "275.1", "284.1", "205.1", "281.1", "280.4", "205.4", "313"),
}  # fmt: skip
CHARGES_IN_WORDS = {
    "drugs": "drug charges",
    "public_order": "hooliganism",
    "resistance": "resisting the police",
    "extremism": "extremism",
    "religion": "unlawful religious activity",
    "documents": "use of a forged document",
    "economic": "fraud charges",
    "insult_authority": "insulting an official",
    "assembly": "an unsanctioned gathering",
    "defamation": "slander",
}
PETTY = ("resistance", "public_order", "assembly", "religion")
GROUPS = (
    ("Villagers at a protest", "detention", "community"),
    ("Members of a congregation", "raid", "group"),
    ("Workers of a closed plant", "mass_roundup", "social_group"),
    ("Students at a march", "mass_roundup", "group"),
    ("Families of a street that was torn down", "eviction", "family"),
    ("Readers of a banned newspaper", "surveillance", "social_group"),
)
PATTERNS = (
    ("Relatives of exiled bloggers called in for questioning", "threat"),
    ("Passports not renewed for critics abroad", "travel_restriction"),
    ("Night searches at homes of believers", "raid"),
)


ABROAD = {
    "threat": "distance.online_intimidation",
    "surveillance": "distance.surveillance",
    "assault": "direct.assault",
    "travel_restriction": "mobility.passport_cancelled",
    "denial_of_return": "mobility.entry_ban",
}
"""By which method it happened to somebody who lives abroad."""
HOSTS = {"TR": 6, "GE": 6, "DE": 5, "PL": 3, "FR": 2, "UA": 2, "KZ": 2, "LT": 1}
WORDS = ("in the last days of winter", "shortly before the trial", "at the time of the harvest")


MONEY = {"AZ": "AZN", "RU": "RUB", "GE": "GEL", "TR": "TRY"}
"""The currency in which a court of a country sets a fine."""


def generated_case(number, world):
    """The sample case of that number, saved with all its facts."""
    chance = random.Random(SEED + number)
    kind = chance.choices(("person", "group", "pattern"), (90, 8, 2))[0]
    note = f"{MARK} {number}"
    begun = _day(chance, world.today)
    name = chance.choices([name for name, *_where in PLACES], [parts for *_where, parts in PLACES])[0]
    place = world.places[name]
    where = {"place": place, "origin": [place.country], "location": [place.country]}
    sources = chance.sample(world.sources, chance.choice((1, 2, 2, 3)))
    if kind != "person":
        made = _of_many(kind, chance, world, note, sources, begun, where)
    else:
        made = _of_person(chance, world, note, sources, begun, where)
    if chance.random() < 0.3:
        made.attribution(
            chance.choice(("a lawyer (invented)", "the family (invented)", "Sample Rights Group")),
            agency=_agency_of(chance, world, place.country),
            country=place.country,
            level=chance.choice("112224"),
            involvement=chance.choice(("carried_out", "carried_out", "gave_orders", "present")),
            says=chance.choice(("", "", "denies", "no_statement", "other_explanation", "acknowledges")),
        )
    if chance.random() < 0.15:
        made.values["campaigns"] = [chance.choice(world.campaigns[:2])]
    return made.finish(checked=chance.choice((None, chance.randrange(0, 120), chance.randrange(0, 700))))


def _day(chance, today):
    year = chance.choices(tuple(YEARS), tuple(YEARS.values()))[0]
    return min(date(year, 1, 1) + timedelta(days=chance.randrange(365)), today - timedelta(days=30))


def _as_known(chance, day):
    form = chance.choices(("day", "month", "about", "year"), (78, 12, 5, 5))[0]
    return {"day": f"{day}", "month": f"{day:%Y-%m}", "about": f"{day:%Y-%m}~", "year": f"{day:%Y}"}[form]


def _as_told(chance, day):
    """As known, and one in eight times with words of a source, now and then with nothing but words."""
    if chance.random() > 0.12:
        return _as_known(chance, day)
    return PartialDate(chance.choice((f"{day:%Y-%m}~", f"{day:%Y}", "")), chance.choice(WORDS))


def _agency_of(chance, world, country):
    own = [agency for agency in world.agencies if agency.country == country]
    return chance.choice(own or world.agencies[:2])


def _of_many(kind, chance, world, note, sources, begun, where):
    who, violation, unit = (
        chance.choice(GROUPS) if kind == "group" else (*chance.choice(PATTERNS), "people_in_general")
    )
    people = {
        "group_description": who,
        "group_unit": unit,
        "group_roles": chance.choice(([], ["believer"], ["student"])),
    }
    if kind == "group":
        least = chance.choice((3, 5, 7, 12, 18, 25, 40, 64))
        people |= {"count_min": least, "count_words": chance.choice((f"at least {least}", "dozens", ""))}
        if chance.random() < 0.4:
            people["count_max"] = least + chance.choice((0, 4, 20))
    made = SampleCase(
        world,
        note,
        sources,
        kind=kind,
        violation=violation,
        begun=_as_known(chance, begun),
        title=who,
        summary=f"{who}, as invented articles report. Nobody in them exists.",
        **people,
        **where,
    )
    if violation in ("detention", "mass_roundup"):
        made.event("detained", begun)
        if chance.random() < 0.8:
            made.event("release", begun + timedelta(days=chance.choice((0, 1, 2, 10, 15))))
    return made


def _person(world, chance, begun, country):
    gender = chance.choices(("female", "male"), (35, 65))[0]
    identity = chance.choices(("named", "initials", "withheld"), (90, 5, 5))[0]
    groups = chance.choice(
        ([], [], [], ["religious"], ["linguistic"], ["women"] if gender == "female" else [])
    )
    return new_person(
        world,
        chance.choice(GIVEN_NAMES[gender]),
        chance.choice(SURNAMES if identity == "named" else PROTECTED_SURNAMES),
        gender=gender,
        identity=identity,
        birth_date=str(chance.randrange(1948, begun.year - 19)),
        nationalities=[country],
        roles=[
            *dict.fromkeys(chance.choices(tuple(ROLES), tuple(ROLES.values()), k=chance.choice((1, 1, 1, 2))))
        ],
        affected_groups=groups,
        published_groups=groups,
    )


def _of_person(chance, world, note, sources, begun, where):
    person = _person(world, chance, begun, where["origin"][0])
    who = str(person) if person.identity == "named" else "A person"
    kinds = KINDS | {kind: parts for kind, (_title, parts) in OTHERS.items()}
    violation = chance.choices(tuple(kinds), tuple(kinds.values()))[0]
    title = (TITLES.get(violation) or OTHERS[violation][0]).format(who=who)
    tried = violation in TITLES
    course = chance.choices(tuple(COURSES), tuple(COURSES.values()))[0]
    if violation == "prosecution":
        course = fined
    elif tried and course is fined:
        violation, title = "prosecution", TITLES["prosecution"].format(who=who)
    details = {"methods": ["mobility.exit_ban"]} if violation == "travel_restriction" else {}
    if violation in ABROAD and chance.random() < 0.6:
        host = chance.choices(tuple(HOSTS), tuple(HOSTS.values()))[0]
        if host not in where["origin"]:
            details = {"methods": [ABROAD[violation]], "host": [host]}
            # One is turned back at the border of one's own country.
            location = where["origin"] if violation == "denial_of_return" else [host]
            where = {"origin": where["origin"], "location": location}
    made = SampleCase(
        world,
        note,
        sources,
        person=person,
        violation=violation,
        begun=_as_known(chance, begun) if tried else _as_told(chance, begun),
        title=title,
        summary=title,
        **details,
        **where,
    )
    told = _go_through(made, course(chance), chance, begun, who) if tried else ""
    made.values["summary"] = f"{title}, as invented articles report.{told} Nobody in this record exists."
    if chance.random() < 0.12:
        made.violation(chance.choice(("raid", "threat", "surveillance")))
    return made


def _go_through(made, way, chance, begun, who):
    """Carry out the course as far as it has come; answers in words how it ended."""
    country = made.values["location"][0]
    made.proceed(
        country,
        kind=way.kind,
        court=chance.choice(("", "", "Sample District Court", "Court of Serious Example Crimes")),
    )
    status, told, free = "charged", "", True
    for step in sorted(way.steps, key=lambda step: (step.after, step.details.get("order", 0))):
        day = begun + timedelta(days=step.after)
        details = {key: value for key, value in step.details.items() if key != "until"}
        if not made.event(step.kind, day, until=until(begun, step), place=made.values["place"], **details):
            break
        status = way.ends.get(step.kind, status)
        free, last = step.kind in SETS_FREE or step.kind == "death" or way.steps[0].kind == "charge", day
        if step.kind == "death":
            made.violation("death_in_custody", day)
        if step.kind in OUTCOMES:
            words = OUTCOMES[step.kind].format(
                who=who if who != "A person" else "the person", day=f"in {day:%B %Y}"
            )
            told = f" {words[:1].upper()}{words[1:]}."
    confirmed = made.world.today - timedelta(days=chance.randrange(3, 260))
    if not free and confirmed > last and chance.random() < 0.7:
        made.event("confirmed_still_held", confirmed, outside=True)
    _charges(made, way, chance, country, status)
    if way.sentence and made.world.today >= begun + timedelta(days=way.sentence[2]):
        kind, term, after = way.sentence
        regime = chance.choice(("general", "strict", "settlement")) if kind == "imprisonment" else ""
        if kind == "fine" and country in MONEY:
            term = {"amount": 500 * (after % 9 + 1), "currency": MONEY[country]}
        made.sentence(kind, begun + timedelta(days=after), regime=regime, **term)
    if way.is_final and status == "convicted":
        made.proceeding["is_final"] = True
    return told


def _charges(made, way, chance, country, status):
    """One to three charges. Of several, one may have been dropped, or become another one, on the way."""
    if way.kind == "administrative":
        category = chance.choice(PETTY)
        made.charge(words=CHARGES_IN_WORDS[category], category=category)
        return
    articles = ARTICLES.get(country, ())
    # The first articles come most often.
    chosen = sorted(
        {min(int(chance.expovariate(0.28)), len(articles) - 1) for _n in range(chance.choice((1, 1, 2, 3)))}
    )
    charges = [made.charge(articles[at], status=status) for at in chosen if articles]
    if not charges or chance.random() < 0.25:
        category = chance.choice(tuple(CHARGES_IN_WORDS))
        charges.append(made.charge(words=CHARGES_IN_WORDS[category], category=category, status=status))
    if len(charges) > 1 and chance.random() < 0.4:
        first = charges[0]
        if status == "convicted" and chance.random() < 0.5:
            first["status"] = "dropped"
        else:
            first |= {"status": "reclassified", "replaced_by": charges[1]}
