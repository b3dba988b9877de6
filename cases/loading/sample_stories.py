"""Sample cases told one by one: what generated ones do not show.

Each is a function of the makings of a case (`Start`) that answers the case, entered. The cases of one person, of
defendants tried together and across borders are here, and those with an odd cell or several versions. Those of
`sample_fates.py` and `sample_abroad.py` come after these.
"""

from dataclasses import dataclass
from functools import partial

from cases.loading.loader import submit_and_publish
from cases.loading.sample_case import SampleCase
from cases.loading.sample_world import GIVEN_NAMES, MARK, SURNAMES, WITHDRAWN_SURNAME, new_person
from cases.models import Event, Relation, Sentence
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit
from cases.workflow.entering.citations import cite_once
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter


@dataclass
class Start:
    """What a story begins with. `cases` are those told before it, by the name of their story."""

    world: object
    note: str
    cases: dict

    def case(self, *sources, place=None, **fields):
        """A case with these sources, by number, at a place by name; origin and location are those of the place."""
        place = self.world.places[place] if place else None
        if place:
            fields = {"origin": [place.country], "location": [place.country], "place": place} | fields
        return SampleCase(
            self.world, self.note, [self.world.sources[number] for number in sources or (0, 1)], **fields
        )


def somebody(world, gender, given, surname, **details):
    """A person by the positions of their names in the lists of `sample_world.py`."""
    return new_person(world, GIVEN_NAMES[gender][given], SURNAMES[surname], gender=gender, **details)


def tie(world, case, other, kind):
    """Say how a case that was entered hangs together with a published one, which is published again with that."""
    relation = {"from_case": case, "kind": kind, "to_case": other, "source": world.sources[0]}
    enter(Entry(Relation, relation), by=world.entry)
    publish_again(other, world)
    case.refresh_from_db()


def publish_again(case, world):
    case.refresh_from_db()
    submit_and_publish(case, entry=world.entry, publisher=world.publisher)


def arrested_for_days(start):
    """The first case of a person who has a second one."""
    person = somebody(
        start.world,
        "male",
        5,
        0,
        birth_date="1988",
        nationalities=["AZ"],
        roles=["journalist", "civic_activist"],
        more_names=[("رشاد اولدوزسوی", "fa", "Arab", "transliteration"), ("R. Ulduz", "az", "Latn", "pen")],
    )
    made = start.case(
        0,
        1,
        3,
        place="Göydağ",
        person=person,
        violation="detention",
        begun="2019-03-08",
        text_language="az",
        title=f"{person} mitinqdən sonra iyirmi gün inzibati həbsdə",
        summary=f"Jurnalist {person} mitinqdən aparılıb və polisə müqavimətə görə iyirmi gün həbs edilib. Vəkil üçüncü "
        "gün buraxılıb. Sonra azad olunub.",
    )
    made.proceed("AZ", kind="administrative", counsel="during_interrogation")
    made.charge(words="polisə müqavimət", category="resistance")
    made.event("detained", "2019-03-08", verb="saxlanılıb", agency=start.world.agencies[2])
    made.event("administrative_sentence", "2019-03-09", until="2019-03-28", court=start.world.agencies[9])
    made.event("visit_denied", "2019-03-10", outside=True, description="Vəkil içəri buraxılmayıb.")
    turned_away = made.rows["events"][-1]
    made.event("release", "2019-03-28")
    made.sentence("administrative_arrest", "2019-03-09", days=20)
    made.translated(
        "en",
        title=f"{person}, under arrest for twenty days after a rally",
        summary=f"{person}, a journalist, was taken from a rally and put under arrest for twenty days for "
        "resisting the police. A lawyer was let in on the third day. Then he was let go.",
    )
    made.translated("en", event=turned_away, description="A lawyer was turned away.")
    made.translated(
        "ru",
        title="Рашад Улдузсой: двадцать суток ареста после митинга",
        summary="Журналиста Рашада Улдузсоя увели с митинга и арестовали на двадцать суток за сопротивление полиции. "
        "Адвоката допустили на третий день. Затем его отпустили.",
    )
    made.translated("ru", event=turned_away, description="Адвоката не впустили.")
    return made.finish(checked=900)


def convicted_years_later(start):
    """The second case of the same person: everything a criminal case can hold."""
    person = start.cases["arrested_for_days"].person
    made = start.case(
        1,
        2,
        5,
        10,
        place="Göydağ",
        person=person,
        violation="detention",
        begun="2022-11-21",
        title=f"{person}, convicted of smuggling",
        summary=f"{person} was arrested at work and remanded in custody. A court found him guilty of smuggling and "
        "dropped a charge of tax evasion; on appeal a year was taken off. Colleagues say that he is held for what he "
        "published.",
    )
    made.proceed("AZ", file_number="1-2022", is_final=True, counsel="before_indictment")
    made.charge("206", status="convicted", date="2022-11-22")
    made.charge("213", status="dropped", date="2022-11-22")
    made.charge("193-1", status="convicted", modality="complicity", date="2023-05-12")
    made.event("arrest", "2022-11-21", verb="tutulub", agency=start.world.agencies[0])
    made.event("charge", "2022-11-22")
    court, higher, of_appeal = start.world.agencies[9:12]
    made.event("remand", "2022-11-23", until="2023-03-21", place=start.world.places["Qızılyer"], court=court)
    made.event("remand_extension", "2023-03-18", until="2023-07-21", court=court)
    made.event(
        "hunger_strike",
        "2023-04-02",
        until="2023-04-11",
        outside=True,
        description="Against the closed hearings.",
    )
    made.event("indictment", "2023-05-30")
    made.event("referral_to_court", "2023-06-06")
    made.event("hearing", "2023-06-20", decision="preparatory")
    made.event("hearing", "2023-07-04", decision="merits")
    if made.event("verdict_guilty", "2023-07-19", court=higher):
        made.took_part(start.world.officials[0], "presiding_judge", in_last_event=True)
    made.took_part(start.world.officials[1], "prosecutor", words="asked for nine years")
    made.took_part(start.world.officials[2], "investigator")
    made.belongs_to(start.world.organisations[0], "employee", "an editor")
    made.belongs_to(start.world.organisations[1], "former_member")
    made.lawyer("Vəkil Uydurmazadə (invented)")
    made.lawyer("Gizli Vəkilov (invented)", openly=False)
    made.event("appeal_filed", "2023-08-02")
    made.event("appeal_decision", "2023-10-24", decision="reduced", court=of_appeal)
    made.event("transfer", "2023-11-15", place=start.world.places["Üçtəpə"])
    made.event(
        "solitary_confinement", "2024-01-09", until="2024-01-19", description="For a letter to a paper."
    )
    made.event(
        "medical_care_refused",
        "2024-02-02",
        until="2024-03-14",
        description="Relatives were told that there was no dentist.",
    )
    made.event("wgad_opinion", "2024-05-17", outside=True, description="The committee published its opinion.")
    first = made.sentence("imprisonment", "2023-07-19", years=9, regime="general")
    made.sentence(
        "imprisonment",
        "2023-10-24",
        years=8,
        regime="general",
        supersedes=first,
        expected_end_date="2030-11-20",
    )
    made.violation("unfair_trial", "2023-07-19", assessor="A committee (invented)")
    made.attribution(
        "Sample Rights Group", agency=start.world.agencies[0], level="2", says="other_explanation"
    )
    made.attribution(
        "a lawyer (invented)", agency=start.world.agencies[1], level="1", involvement="gave_orders"
    )
    made.assessment(
        "A committee (invented)",
        "wgad",
        "arbitrary",
        "2024-05-17",
        categories=["wgad.2", "wgad.3"],
        document=start.world.sources[10],
    )
    made.intervention(
        "un_communication",
        "Three rapporteurs (invented)",
        "2023-02-14",
        addressee="The government (invented)",
        requested="To say on what facts the charges rest.",
        response="That a court would decide.",
        status="answered",
    )
    made.intervention("letter", "A union of journalists (invented)", "2023-08-01", status="no_answer")
    made.event("confirmed_still_held", str(start.world.today.replace(day=1)), outside=True)
    made.values["campaigns"] = [start.world.campaigns[1]]
    case = made.finish(checked=6)
    tie(start.world, case, start.cases["arrested_for_days"], "follows")
    return case


def circle(start):
    """A group of which some have cases of their own: its numbers may count the same people."""
    made = start.case(
        0,
        4,
        place="Sarıçay",
        kind="group",
        group_description="Members of a reading circle",
        group_unit="group",
        group_roles=["student", "civic_activist"],
        count_min=9,
        count_max=11,
        # A cell that begins like a formula: files guard it, pages print it as it is.
        count_words="+/- 10 people",
        violation="mass_roundup",
        begun=PartialDate("2022-11-05", "on a Saturday evening"),
        start_date=PartialDate("2022-11-05", "on a Saturday evening"),
        end_date=PartialDate("2022-11-06", "the next morning"),
        title="A reading circle taken from a flat",
        summary="Police took everybody they found at a meeting of a reading circle. Most were let go the next morning; "
        "three were charged.",
    )
    made.event("detained", "2022-11-05")
    made.event("release", "2022-11-06", description="All but three.")
    made.translated(
        "az",
        title="Oxu dərnəyinin üzvləri mənzildən aparılıb",
        summary="Polis oxu dərnəyinin yığıncağında tapdığı hər kəsi aparıb. Çoxu ertəsi səhər buraxılıb; üç nəfərə "
        "ittiham irəli sürülüb.",
    )
    made.translated("ru", title="Читательский кружок задержали на квартире")
    made.values["campaigns"] = [start.world.campaigns[2]]
    return made.finish(checked=400)


def defendant(start, *, gender, given, surname, role, years, ends):
    """One of three who were tried together; `ends` says how it ended for this one."""
    person = somebody(
        start.world, gender, given, surname, birth_date="1999", nationalities=["AZ"], roles=[role, "student"]
    )
    made = start.case(
        1,
        5,
        7,
        place="Sarıçay",
        person=person,
        part_of=start.cases["circle"],
        violation="detention",
        begun="2022-11-05",
        title=f"{person}, tried with two others of a reading circle",
        summary=f"{person} was one of three whom police kept after a raid on a reading circle. They were tried "
        "together for public calls against the state.",
    )
    made.proceed("AZ", court="Court of Serious Example Crimes", is_final=True)
    status = "acquitted" if ends == "verdict_acquittal" else "convicted"
    made.charge("281", status=status)
    if status == "convicted":
        made.charge("228", words="a pistol found at the second search", status="dropped")
    made.event("arrest", "2022-11-05")
    made.event("charge", "2022-11-07")
    made.event("remand", "2022-11-08", until="2023-03-05")
    made.event("remand_extension", "2023-03-02", until="2023-08-05")
    made.event("referral_to_court", "2023-03-20")
    made.event("hearing", "2023-04-11", decision="merits")
    if status == "acquitted":
        made.event("verdict_acquittal", "2023-06-15")
    else:
        made.event("verdict_guilty", "2023-06-15")
        made.sentence("imprisonment", "2023-06-15", years=years)
        made.event("appeal_decision", "2023-09-28", decision="upheld")
        if ends == "pardon":
            made.event("pardon", "2024-05-26", decision="total")
    made.values["campaigns"] = [start.world.campaigns[2]]
    made.values["overlaps_with"] = [start.cases["circle"]]
    case = made.finish(checked=90)
    for other in start.cases.values():
        if other.part_of_id == start.cases["circle"].pk:
            tie(start.world, case, other, "tried_with")
    return case


def corrected_twice(start):
    """Three versions: first the arrest, then the judgment, then what a reader had corrected."""
    world = start.world
    person = somebody(world, "female", 6, 12, birth_date="1979", nationalities=["AZ"], roles=["lawyer"])
    made = start.case(
        0,
        1,
        place="Ağbulaq",
        person=person,
        violation="detention",
        begun="2024-02",
        title=f"{person}, a lawyer, arrested",
        summary=f"{person}, a lawyer, was arrested on a charge of fraud, a newspaper reports.",
        risk_review_date="2024-07-01",
        risk_review_outcome="clear",
    )
    made.proceed("AZ")
    made.charge(words="fraud", category="economic")
    made.event("arrest", "2024-02")
    case = made.finish(checked=700)
    publish_again(case, world)
    _tell_of_the_judgment(case, world.provisions["AZ"]["308"], world)
    publish_again(case, world)
    _correct_the_day(case, world)
    return case


def _tell_of_the_judgment(case, provision, world):
    proceeding, fraud = case.proceedings.get(), case.charges.get()
    of = {"case": case, "proceeding": proceeding}
    abuse = case.charges.create(proceeding=proceeding, provision=provision, status="convicted")
    fraud.status, fraud.replaced_by = "reclassified", abuse
    fraud.save()
    facts = [
        abuse,
        Event.objects.create(kind="remand", date="2024-02-20", until="2024-06-19", **of),
        Event.objects.create(kind="verdict_guilty", date="2024-06-11", **of),
        Event.objects.create(kind="release", date="2024-06-11", order=2, **of),
        Sentence.objects.create(kind="suspended", years=3, date="2024-06-11", **of),
    ]
    for fact in facts:
        cite_once(world.sources[5], fact)
    case.title = f"{case.person}, a lawyer, sentenced to three years, suspended"
    case.summary = (
        f"{case.person}, a lawyer, was arrested and remanded. The charge of fraud became one of abuse of office, of "
        "which a court found her guilty. The term is suspended, and she was let go in the courtroom."
    )
    case.last_checked_date = "2025-01-15"
    case.save()
    record_edit(case, by=world.entry)


def _correct_the_day(case, world):
    for row in (case.events.get(kind="arrest"), case.violations.get()):
        row.date = "2024-02-18"
        row.save()
    case.last_checked_date = "2025-03-02"
    case.save()
    record_edit(case, by=world.entry)


def withdrawn_later(start):
    """Published, and taken out again: the loader withdraws it, and says so."""
    person = new_person(
        start.world,
        GIVEN_NAMES["male"][8],
        WITHDRAWN_SURNAME,
        gender="male",
        birth_date="1991",
        nationalities=["AZ"],
        roles=["blogger"],
    )
    made = start.case(
        2,
        place="Narlıdərə",
        person=person,
        violation="threat",
        begun="2023-09-14",
        title=f"{person} threatened by telephone",
        summary=f"{person}, a blogger, was called by somebody who gave no name.",
    )
    return made.finish(checked=500)


def trio():
    """The three of the reading circle: two convicted, one of them pardoned, one acquitted."""
    return {
        "defendant_convicted": partial(
            defendant, gender="male", given=6, surname=2, role="researcher", years=6, ends="prison"
        ),
        "defendant_pardoned": partial(
            defendant, gender="female", given=5, surname=5, role="writer_artist", years=4, ends="pardon"
        ),
        "defendant_acquitted": partial(
            defendant, gender="male", given=7, surname=8, role="blogger", years=0, ends="verdict_acquittal"
        ),
    }


STORIES = {
    "arrested_for_days": arrested_for_days,
    "convicted_years_later": convicted_years_later,
    "corrected_twice": corrected_twice,
    "circle": circle,
    **trio(),
    "withdrawn_later": withdrawn_later,
}
"""In the order they are loaded, which binds: a sample is known by its number."""

WITHDRAWN = "withdrawn_later"


def note_of(name, number):
    """The private note a story is known by when it is loaded again."""
    return f"{MARK} {number}: {name}"
