"""Published records that try the pages: one of each kind, long words, several scripts, every part filled."""

from cases.register.documents.keys import AFFILIATION, PARTICIPATION
from cases.register.register import put, withdraw
from tests.public.parts import assessment, citation, intervention, official_position, relation
from tests.register import documents as made
from tests.register.documents import campaign_document, case_document, date, group_document

FACILITY, ORGANISATION, OFFICIAL = "F-0000-0000-0001", "O-0000-0000-0001", "J-0000-0000-0001"
COURT = "A-0000-0000-0002"
LONG_WORD = "Staatssicherheitsdienstverwaltungsgebäudeuntersuchungsabteilung"
LONG_LINK = "https://news.example/" + "a-very-long-address-without-a-break" * 4


def publish_one_of_each() -> dict[str, tuple[str, int]]:
    """Publish them; answers path and expected status of every kind of page by a name for it."""
    campaign = campaign_document(sources=[made.source()], events=[made.event("statement", "2024-05")])
    put(campaign)
    full = _full_case(campaign["reference"])
    below = [_below_named("initials", "R. M."), _below_named("withheld", "")]
    group = group_document(people={**group_document()["people"], "min": 1200, "max": 1500})
    pattern = group_document(kind="pattern", title="Relatives visited by police")
    gone = case_document(title="Withdrawn later")
    put(full | {"title": "Before", "summary": f"He was seen in the {LONG_WORD} before.", "events": []})
    put(full | {"title": "In between"})
    for document in (full, *below, group, pattern, gone):
        put(document)
    withdraw(gone["reference"], announced=True)

    cases = {"named": full, "initials": below[0], "withheld": below[1], "group": group, "pattern": pattern}
    return {
        "home": ("/", 200),
        "list": ("/cases/", 200),
        "filtered": ("/cases/?charge=treason&origin=AZ", 200),
        "searched": ("/cases/?q=%D0%A1%D0%B0%D0%BC%D0%B5%D0%B4%D0%BE%D0%B2&violation=detention", 200),
        "nothing found": ("/cases/?q=nobodyofthisname", 200),
        "held on a day": ("/cases/?held_on=2025-01-01", 200),
        "statistics": ("/statistics/", 200),
        "statistics of a search": ("/statistics/?charge=treason&origin=AZ", 200),
        "statistics of nothing": ("/statistics/?q=nobodyofthisname", 200),
        "map": ("/map/?location=AZ", 200),
        "map of nothing": ("/map/?role=lawyer", 200),
        "people": ("/people/", 200),
        "campaigns": ("/campaigns/", 200),
        "agencies": ("/agencies/", 200),
        "articles": ("/provisions/", 200),
        "places": ("/places/", 200),
        "changes": ("/changes/", 200),
        "country": ("/places/AZ/", 200),
        "region": ("/places/RU/RU-DA/", 200),
        "agency": (f"/agencies/{made.attribution()['agency']}/", 200),
        "court": (f"/agencies/{COURT}/", 200),
        "facility on a day": (f"/places/facility/{FACILITY}/?held_on=2025-01-01", 200),
        "article": ("/provisions/AZ/CC/274/", 200),
        "facility": (f"/places/facility/{FACILITY}/", 200),
        "organisation": (f"/organisations/{ORGANISATION}/", 200),
        "official": (f"/officials/{OFFICIAL}/", 200),
        "data": ("/data/", 200),
        "about": ("/about/", 200),
        "methodology": ("/methodology/", 200),
        "privacy": ("/privacy/", 200),
        "security": ("/security/", 200),
        "correction": (f"/corrections/?record={full['reference']}", 200),
        "correction received": ("/corrections/received/", 200),
        **{name: (f"/cases/{document['reference']}/", 200) for name, document in cases.items()},
        "versions": (f"/cases/{full['reference']}/versions/", 200),
        "old version": (f"/cases/{full['reference']}/versions/1/", 200),
        "comparison": (f"/cases/{full['reference']}/versions/compare/?from=1&to=3", 200),
        "person": (f"/people/{full['person']['reference']}/", 200),
        "campaign": (f"/campaigns/{campaign['reference']}/", 200),
        "bad parameter": (f"/cases/?chrage={LONG_WORD}", 400),
        "unknown": ("/cases/C-0000-0000-0000/", 404),
        "nowhere": (f"/{LONG_WORD}/", 404),
        "withdrawn": (f"/cases/{gone['reference']}/", 410),
    }


def _full_case(campaign: str) -> dict:
    place = made.place(
        country="RU",
        region="RU-DA",
        locality="Derbent",
        facility=LONG_WORD,
        names=["Derbent", "Derbend", "Дербент"],
    )
    text = "Treason in the form of passing on secrets"
    return case_document(
        title=f"Bahruz Samadov, held by the {LONG_WORD}",
        summary=f"He was detained in the autumn.\n\nThe {LONG_WORD} said nothing.",
        person=made.person("Bahruz Samadov", "Бахруз Самедов", "بهروز صمدوف"),
        violations=[made.violation(date=date("2024-10"), place=place, assessor="a monitoring body")],
        place=place,
        custody={**made.custody("imprisoned", "2025-06-23"), "source": 1},
        last_checked="2026-06-01",
        proceedings=[
            made.proceeding(
                made.charge(text, country="AZ", code="CC", article="274", title=text, number=1),
                made.charge(text, number=2, replaced_by=1),
                sentences=[made.sentence(date=date("2025-06-23"), words="fifteen years")],
                counsel="not_permitted",
            )
        ],
        events=[
            made.event("detained", "2024-08-21", place=place, description="At home."),
            made.event("transfer", "2024-08-22", place=_prison()),
            made.event("remand", "2024-08-23", until=date("2024-12-21"), proceeding=1),
            made.event("solitary_confinement", "2025-01-10", until=date("2025-01-25")),
            made.event(
                "verdict_guilty",
                "2025-06-23",
                description=f"By the court of {LONG_WORD}.",
                court=f"Court of the {LONG_WORD}",
                court_reference=COURT,
                translations=[_translation("description", "Göydağ rayon məhkəməsi tərəfindən.")],
            ),
        ],
        attributions=[made.attribution(to=LONG_WORD)],
        affiliations=[
            AFFILIATION.empty()
            | {"organisation": LONG_WORD, "reference": ORGANISATION, "role": "employee", "sources": [1]}
        ],
        participations=[
            PARTICIPATION.empty()
            | {
                "official": "A judge",
                "reference": OFFICIAL,
                "office": "judge",
                "role": "presiding_judge",
                "sources": [1],
            }
        ],
        lawyers=[{"lawyer": f"A lawyer of the {LONG_WORD}", "sources": [1]}],
        age_at_arrest=33,
        translations=[_translation("title", f"Bəhruz Səmədov, {LONG_WORD} tərəfindən saxlanılıb")],
        official_positions=[official_position(stated_by="The ministry", text="He was never held.")],
        interventions=[intervention(actor="A union", addressee="The president", requested="Release.")],
        assessments=[assessment(assessor="A working group", framework="wgad", outcome="arbitrary")],
        campaigns=[{"reference": campaign, "title": "Crackdown before a summit"}],
        relations=[relation("parallel", reference="C-0000-0000-0001", title="Another case")],
        sources=[made.source(url=LONG_LINK), made.source(number=2, title=LONG_LINK, archived_url=LONG_LINK)],
        citations=[citation(remark=LONG_WORD), citation(2, claimed_field="start_date", claimed_value="2024")],
    )


def _translation(field: str, text: str) -> dict:
    made_by = {"way": "person", "from_language": "en", "by": "A. Sample"}
    return {"field": field, "language": "az", "text": text} | made_by


def _prison() -> dict:
    name = f"Prison of the {LONG_WORD}"
    return made.place(reference=FACILITY, facility=name, names=[name])


def _below_named(identity: str, name: str) -> dict:
    """As the door makes it: no person's page, and of sources only what kind they are."""
    kept = ("number", "kind", "language", "reliability", "independent")
    source = made.source()
    return case_document(
        identity=identity,
        title="A person detained",
        person=made.person(name, reference="", birth_year=None),
        sources=[{key: source[key] for key in kept}],
    )
