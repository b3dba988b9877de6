"""Sample cases of people who did not come back: died in custody, disappeared, confined to a hospital."""

from cases.loading.sample_stories import somebody


def died_in_custody(start):
    person = somebody(
        start.world,
        "male",
        11,
        19,
        birth_date="1964",
        death_date="2021-08-30",
        nationalities=["RU"],
        roles=["believer", "religious_figure"],
        affected_groups=["religious"],
        published_groups=["religious"],
    )
    made = start.case(
        2,
        9,
        place="Kara-Bulak Sample",
        person=person,
        violation="death_in_custody",
        begun="2021-08-30",
        start_date="2019-05-07",
        end_date="2021-08-30",
        title=f"{person}, a preacher, died in a prison hospital",
        summary=f"{person}, a preacher, was serving six years when he died in a prison hospital. The family says "
        "that he was refused medicine for months.",
    )
    made.proceed("RU", court="Example Military Court", is_final=True)
    made.charge("205.2", status="convicted")
    made.violation("raid", "2019-05-07")
    made.event("arrest", "2019-05-07")
    made.event("charge", "2019-05-09")
    made.event("remand", "2019-05-09", until="2019-07-07")
    made.event("remand_extension", "2019-07-04", until="2020-02-07")
    made.event("verdict_guilty", "2020-01-23")
    made.sentence("imprisonment", "2020-01-23", years=6, regime="strict")
    made.event("appeal_decision", "2020-06-10", decision="upheld")
    made.event("health", "2021-03", outside=True, description="Moved to the hospital of the colony.")
    made.event("death", "2021-08-30", outside=True)
    made.attribution(
        "the family (invented)",
        agency=start.world.agencies[4],
        involvement="failed_to_protect",
        level="1",
        says="denies",
    )
    made.assessment("Sample Rights Group", "memorial", "recognised", "2020-09-01")
    return made.finish(checked=60)


def disappeared(start):
    person = somebody(
        start.world, "male", 12, 20, birth_date="1996", nationalities=["RU"], roles=["civic_activist"]
    )
    made = start.case(
        6,
        8,
        place="Vysokoye Sample",
        person=person,
        violation="enforced_disappearance",
        assessor="A committee (invented)",
        begun="2023-07-11",
        title=f"{person}, not seen since masked men took him",
        summary=f"{person} was pushed into a car by masked men. No authority says that it holds him.",
    )
    made.event("disappeared", "2023-07-11")
    made.attribution(
        "witnesses (invented)",
        to="masked men in uniform",
        country="RU",
        level="1",
        involvement="suspected",
        says="no_statement",
    )
    made.assessment(
        "Amnesty of Examples (invented)",
        "amnesty_poc",
        "recognised",
        "2023-10-01",
        withdrawn_date="2024-04-02",
    )
    return made.finish(checked=20)


def confined(start):
    person = somebody(
        start.world,
        "female",
        7,
        13,
        birth_date="1971",
        nationalities=["RU"],
        roles=["anti_war", "minority_activist"],
    )
    made = start.case(
        2,
        6,
        place="Primorny Sample",
        person=person,
        violation="detention",
        begun="2023-03-02",
        title=f"{person} sent to a psychiatric hospital over a post",
        summary=f"{person} was arrested over a post against the war; a court ordered treatment instead of "
        "a punishment.",
    )
    made.proceed("RU", court="Sample City Court")
    made.charge("207.3")
    made.event("arrest", "2023-03-02")
    made.event("remand", "2023-03-03", until="2023-06-02")
    made.event("psychiatric_order", "2023-05-29")
    made.assessment(
        "Sample Rights Group",
        "pace_1900",
        "recognised",
        "2024-01-15",
        categories=["pace_1900.a", "pace_1900.c"],
    )
    return made.finish(checked=100)


STORIES = {"died_in_custody": died_in_custody, "disappeared": disappeared, "confined": confined}
"""In the order they are loaded, after those of `sample_stories.py`."""
