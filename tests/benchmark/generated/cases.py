"""Fictional public documents in any number: a million cases that look and weigh like real ones.

`GeneratedCases(seed)` draws every document from the seed and its number alone: the same seed gives the same
documents, each can be made again by itself, and a million of them need no memory. They go straight into a register
made for measuring, never through the desk; sample records for people to read are in `loading/sample_records.py`.

Frequencies are skewed as in real registers. Titles and summaries say that everything is made up: names, places,
agencies and newspapers are; states, and some articles of law, are real.

Documents share parts (dates, places) with each other: read them, and change a copy.
"""

import random
from collections.abc import Iterable, Iterator
from datetime import date

from cases.register.custody import derive_into
from cases.register.documents.keys import CUSTODY, SCHEMA
from cases.register.documents.rules import RULES
from cases.text.references import ALPHABET, GROUP_LENGTH, GROUPS
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.people import GROUPS as AFFECTED_GROUPS
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import COUNTRIES, NOT_STATED
from cases.vocabularies.proceedings import CUSTODY_STATUSES, MEASURES, STAGES
from cases.vocabularies.sources import RELIABILITIES, SOURCE_KINDS
from cases.vocabularies.violations import METHODS, VIOLATIONS
from tests.benchmark.generated.claims import ClaimMaker
from tests.benchmark.generated.dates import LAST, UNDATED, as_known, day_of, start_of
from tests.benchmark.generated.involved import InvolvedMaker
from tests.benchmark.generated.names import NameMaker
from tests.benchmark.generated.places import places_of
from tests.benchmark.generated.proceedings import ProceedingMaker
from tests.benchmark.generated.skew import Skew
from tests.benchmark.generated.stories import STORIES, event, is_over
from tests.benchmark.generated.words import Vocabulary

NOTICE = "Fictional record, made to measure speed; nobody in it exists."
AGENCIES, CAMPAIGNS, PUBLISHERS, STATES_WITH_ARTICLES = 300, 200, 150, 12
SECOND_CASE_EVERY = 40
"""One case in so many is the second one of a person: 2 to 3 in a hundred."""

# The states most cases are about, and those most people fled to, the most frequent first; all others follow.
_ORIGINS = "AZ RU TR IR BY TJ UZ KZ TM KG CN EG"
_HOSTS = "TR GE RU DE UA FR US PL GB SE LT CZ AE IT NL AT KZ GR CA FI"

SAYS_WHERE = frozenset({"arrest", "detained", "transfer", "confirmed_still_held"})
"""Kinds of events that tell in which building somebody is held."""


class GeneratedCases:
    """An endless row of fictional cases, and the campaigns they mention."""

    def __init__(self, seed: int = 1):
        self.seed = seed
        chance = random.Random(f"cases {seed}")
        self.words = Vocabulary(seed)
        self._names = NameMaker(seed)
        self._steps = {prefix: chance.getrandbits(59) * 2 + 1 for prefix in "ACKPOJ"}

        states = _first(_ORIGINS.split(), [NOT_STATED, *_shuffled(chance, COUNTRIES.codes)])
        self._origins = Skew(states, 1.1)
        self._hosts = Skew(_first(_HOSTS.split(), states), 1.1)
        self._places = {
            state: Skew(places_of(chance, state, self.words, 1 + 60 // (1 + rank // 8)), 0.8)
            for rank, state in enumerate(states)
            if state != NOT_STATED
        }
        self._prisons = Skew(
            [place for places in self._places.values() for place in places.values if place["facility"]], 1.1
        )
        self._violations = Skew(VIOLATIONS.codes, 1.1)
        self._methods = Skew(_shuffled(chance, METHODS.codes))
        self._roles = Skew(ROLES.codes, 0.9)
        self._groups = Skew(AFFECTED_GROUPS.codes, 0.9)
        self._custody = Skew(CUSTODY_STATUSES.codes, 0.8)
        self._stages = Skew(_shuffled(chance, STAGES.codes), 0.8)
        self._stories = Skew(STORIES, 0.9)
        self._measures = Skew(MEASURES.codes, 0.8)
        self._source_kinds = Skew(SOURCE_KINDS.codes, 1.3)
        self._publishers = Skew([self.words.rare(chance).title() for _ in range(PUBLISHERS)], 0.9)
        self._campaigns = Skew([self._campaign(chance, number) for number in range(CAMPAIGNS)], 0.9)
        self._claims = ClaimMaker([self._agency(chance, number) for number in range(AGENCIES)], self.words)
        self._involved = InvolvedMaker(seed, self.reference)
        categories = _shuffled(chance, CHARGE_CATEGORIES.codes)
        self._proceedings = ProceedingMaker(chance, states[:STATES_WITH_ARTICLES], categories, self.words)

    def cases(self, count: int, first: int = 0) -> Iterator[dict]:
        """So many documents of cases, from the `first` on, which is counted from 0."""
        return (self.case(number) for number in range(first, first + count))

    def campaigns(self) -> Iterator[dict]:
        """The documents of all campaigns."""
        chance = random.Random(f"campaigns {self.seed}")
        for campaign in self._campaigns.values:
            yield {
                "schema": SCHEMA,
                "type": "campaign",
                "sample": True,
                **campaign,
                "summary": f"{NOTICE} {self.words.sentence(chance, 30)}",
                "text_language": "en",
                "translations": [],
                "states": [self._origins.draw(chance)],
                "start": day_of(start_of(chance)),
                "end": UNDATED,
                "events": [],
                "official_positions": [],
                "interventions": [],
                "relations": [],
                "sources": [],
                "citations": [],
            }

    def case(self, number: int) -> dict:
        """The document of one case."""
        chance = random.Random(self.seed * 1_000_000_007 + number)
        kind, since = _kind(number), start_of(chance)
        identity, person = self._person(number) if kind == "person" else ("", None)
        named = identity in ("named", "")
        if kind == "person":
            who = person["name"] if named else "A person"
        else:
            who = f"{self.words.rare(chance).title()} villagers"
        states, cross_border = self._states(chance)
        place = self._place(chance, states["location"][0])
        start = as_known(chance, since, to_the_day=named)
        violations = self._violations_of(chance, start, place)
        events, end, custody = self._story(chance, since, kind)
        for step in events if named else ():
            if step["kind"] in SAYS_WHERE:
                step["place"] = self._prisons.draw(chance)
        stage = "" if events else self._stages.draw(chance)
        where = f" In {place['locality']}." if place else ""
        document = {
            "schema": SCHEMA,
            "rules": RULES,
            "type": "case",
            "sample": True,
            "reference": self.reference("C", number),
            "kind": kind,
            "title": f"Fictional: {who}, {violations[0]['kind'].replace('_', ' ')}",
            "summary": f"{NOTICE}{where} {self.words.sentence(chance, chance.randrange(20, 70))}",
            "text_language": "en",
            "translations": [],
            "identity": identity,
            "person": person,
            "people": None if person else self._people(chance, number, kind, who),
            "roles": [] if person else [self._roles.draw(chance)],
            "violations": violations,
            "methods": self._several(chance, self._methods, 0.25),
            "states": states,
            "cross_border": cross_border,
            "place": place,
            "start": start,
            "end": end,
            "custody": custody,
            "held": [],
            "stays": [],
            "last_checked": _last_checked(chance, since, to_the_day=named),
            "proceedings": self._proceedings_of(chance, kind, states["origin"][0], stage, since, events),
            "events": events,
            **self._claims.draw(chance),
            "campaigns": [self._campaigns.draw(chance)] if chance.random() < 0.2 else [],
            "part_of": self.reference("C", number - 7) if number > 7 and chance.random() < 0.02 else "",
            "targeted_because_of": "",
            "relations": [],
            "sources": self._sources(chance, number, since, named),
            "citations": [],
        }
        self._involved.involve(document, number, named=named)
        derive_into(document, date.fromordinal(LAST))
        return document

    def reference(self, prefix: str, number: int) -> str:
        """Looks random, and is another for every number: multiplying by an odd number loses none of the 60 bits."""
        bits = (number + 1) * self._steps[prefix] % 2**60
        bits ^= bits >> 31
        signs = "".join([ALPHABET[bits >> shift & 31] for shift in range(0, 60, 5)])
        groups = [signs[group * GROUP_LENGTH : (group + 1) * GROUP_LENGTH] for group in range(GROUPS)]
        return "-".join([prefix, *groups])

    # -- who ---------------------------------------------------------------------------------------------------------

    def _person(self, number: int) -> tuple[str, dict]:
        """Identity and person of a case; now and then somebody who has an earlier case."""
        earlier = number - SECOND_CASE_EVERY // 2
        if number % SECOND_CASE_EVERY == SECOND_CASE_EVERY - 1 and _kind(earlier) == "person":
            number = earlier
        chance = random.Random(self.seed * 2_000_000_011 + number)
        form = chance.random()
        identity = "withheld" if form < 0.03 else "initials" if form < 0.05 else "named"
        gender = chance.choices(("male", "female", "unknown", "other"), cum_weights=(720, 950, 995, 1000))[0]
        name, other_names = self._names.draw(chance, gender)
        person = {
            "reference": self.reference("P", number),
            "name": name,
            "other_names": other_names,
            "gender": gender,
            "birth_year": chance.randrange(1940, 2006) if chance.random() < 0.6 else None,
            "death": UNDATED,
            "nationalities": [state for state in [self._origins.draw(chance)] if state != NOT_STATED],
            "roles": self._several(chance, self._roles, 0.95),
            "groups": self._several(chance, self._groups, 0.3),
        }
        if identity != "named":
            initials = " ".join(f"{part[0]}." for part in name.split()[:2])
            person |= {"reference": "", "other_names": [], "birth_year": None}
            person["name"] = initials if identity == "initials" else ""
        return identity, person

    def _people(self, chance: random.Random, number: int, kind: str, description: str) -> dict:
        people = {"description": description, "min": None, "max": None, "words": "many", "unit": "group"}
        if kind == "pattern":
            return people | {"overlaps": []}
        least = min(int(3 * chance.paretovariate(0.8)), 20_000)
        most = least + chance.randrange(least) if chance.random() < 0.3 else least
        overlapping = number > 4 and chance.random() < 0.05
        overlaps = [self.reference("C", number - 4)] if overlapping else []
        return people | {"min": least, "max": most, "words": f"at least {least}", "overlaps": overlaps}

    # -- what and where ----------------------------------------------------------------------------------------------

    def _violations_of(self, chance: random.Random, start: dict, place: dict | None) -> list[dict]:
        kinds = dict.fromkeys(self._violations.draw_several(chance, 2 if chance.random() < 0.3 else 1))
        return [
            {
                "kind": kind,
                "date": UNDATED if rank else start,
                "end": UNDATED,
                "place": None if rank else place,
                "primary": not rank,
                "assessor": "",
                "sources": [1],
            }
            for rank, kind in enumerate(kinds)
        ]

    def _states(self, chance: random.Random) -> tuple[dict, dict]:
        """The states and whether a border was crossed, which a fifth of those at home do not say."""
        origin, abroad = self._origins.draw(chance), chance.random() < 0.22
        host = self._hosts.draw(chance)
        states = {
            "origin": [origin],
            "host": [host] if abroad else [],
            "location": [host if abroad and chance.random() < 0.7 else origin],
            "cooperating": [self._hosts.draw(chance)] if abroad and chance.random() < 0.3 else [],
            "transit": [self._hosts.draw(chance)] if abroad and chance.random() < 0.15 else [],
            "destination": [self._origins.draw(chance)] if abroad and chance.random() < 0.25 else [],
            "inferred": [],
            "basis": "",
        }
        crossed = abroad and host != origin
        known = NOT_STATED not in (origin, host) and (abroad or chance.random() < 0.8)
        return states, {"value": crossed if known else None, "basis": "host" if known and crossed else ""}

    def _place(self, chance: random.Random, state: str) -> dict | None:
        if state == NOT_STATED or chance.random() < 0.15:
            return None
        return self._places[state].draw(chance)

    # -- what happened -----------------------------------------------------------------------------------------------

    def _story(self, chance: random.Random, since: int, kind: str) -> tuple[list[dict], dict, dict]:
        """The events, the end, and custody where it is stated. Three in ten cases have no events."""
        custody = CUSTODY.empty()
        form = chance.random()
        if kind == "pattern" or form < 0.3:
            if form < 0.1:
                as_of = day_of(since + chance.randrange(400))
                custody |= {
                    "status": self._custody.draw(chance),
                    "as_of": as_of,
                    "source": 1,
                    "overridden": True,
                }
            return [], UNDATED, custody
        pace = chance.choice((1, 1, 2, 3))
        story = [(step, decision, days * pace) for step, decision, days in self._stories.draw(chance)]
        over = is_over(story)
        if not over and form < 0.5:
            story.append(("confirmed_still_held", "", story[-1][2] + chance.randrange(30, 900)))
        events = [event(step, decision, day_of(since + days)) for step, decision, days in story]
        if kind == "person" and chance.random() < 0.2:
            events.insert(1, event(self._measures.draw(chance), "", events[0]["date"]))
        return events, events[-1]["date"] if over else UNDATED, custody

    def _proceedings_of(
        self, chance, kind: str, state: str, stage: str, since: int, events: list
    ) -> list[dict]:
        if kind != "person" or chance.random() < (0.1 if events else 0.5):
            return []
        sentenced = any(event["kind"] == "verdict_guilty" for event in events)
        return [self._proceedings.draw(chance, state=state, stage=stage, since=since, sentenced=sentenced)]

    # -- sources and shared records ----------------------------------------------------------------------------------

    def _sources(self, chance: random.Random, number: int, since: int, named: bool) -> list[dict]:
        """One to four; where nobody is named only what kind of source it is shows."""
        sources = []
        for rank in range(1, 1 + chance.choices((1, 2, 3, 4), cum_weights=(40, 75, 92, 100))[0]):
            source = {
                "number": rank,
                "kind": self._source_kinds.draw(chance),
                "language": chance.choice(("en", "az", "ru", "ru")),
                "reliability": chance.choice(RELIABILITIES.codes[:4]),
                "independent": rank == 1 or chance.random() < 0.7,
            }
            if named:
                publisher = self._publishers.draw(chance)
                address = f"https://news.example/{publisher.lower()}/{number}-{rank}"
                source |= {
                    "title": f"Fictional: {self.words.sentence(chance, 6)}",
                    "publisher": f"The {publisher} Example",
                    "author": "",
                    "url": address,
                    "archived_url": f"https://archive.example/{address}" if chance.random() < 0.8 else "",
                    "published": day_of(since + chance.randrange(60)),
                    "accessed": "",
                }
            sources.append(source)
        return sources

    def _agency(self, chance: random.Random, number: int) -> dict:
        return {
            "to": f"{self.words.rare(chance).title()} Office {number + 1} (fictional)",
            "agency": self.reference("A", number),
            "country": self._origins.draw(chance),
        }

    def _campaign(self, chance: random.Random, number: int) -> dict:
        title = f"Fictional campaign {number + 1}: {self.words.sentence(chance, 4).rstrip('.')}"
        return {"reference": self.reference("K", number), "title": title}

    def _several(self, chance: random.Random, values: Skew, share: float) -> list[str]:
        """One value, now and then two; none but for a `share` of the cases."""
        if chance.random() > share:
            return []
        return list(dict.fromkeys(values.draw_several(chance, 2 if chance.random() < 0.2 else 1)))


def _kind(number: int) -> str:
    """One case in a hundred is a pattern, three are groups."""
    place = number * 37 % 100
    return "pattern" if place == 99 else "group" if place >= 96 else "person"


def _last_checked(chance: random.Random, since: int, *, to_the_day: bool) -> str:
    if chance.random() > 0.7:
        return ""
    day = day_of(chance.randrange(max(since, LAST - 900), LAST + 1))["text"]
    return day if to_the_day else day[:7]


def _first(frequent: list[str], values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*frequent, *values]))


def _shuffled(chance: random.Random, codes: Iterable[str]) -> list[str]:
    codes = list(codes)
    chance.shuffle(codes)
    return codes
