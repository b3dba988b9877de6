"""Sample cases across borders: one at least for each method of transnational repression.

Whose repression it is, where the person lived, where it happened, what was passed through, where it ended and who is
said to have helped stand in the table `sample_abroad.toml`; what followed is told here.
"""

import tomllib
from functools import partial
from pathlib import Path

from cases.loading.sample_stories import Start, somebody


def _abroad(
    start: Start,
    *,
    method,
    violation,
    title,
    summary,
    begun,
    who,
    origin,
    place="",
    also=(),
    then="",
    **where,
):
    """A case with that method, and `also` others."""
    given, surname = who["given"], who["surname"]
    person = somebody(
        start.world,
        who["gender"],
        given,
        surname,
        birth_date=str(1960 + 2 * given + surname // 2),
        nationalities=[origin],
        roles=[*who["roles"], "migrant_exile"],
        affected_groups=["exile"],
        published_groups=["exile"],
    )
    made = start.case(
        8,
        0,
        3,
        place=place,
        person=person,
        violation=violation,
        begun=begun,
        title=title.format(who=person),
        summary=summary.format(who=person),
        methods=[method, *also],
        **{"origin": [origin], "host": [], "location": []} | where,
    )
    if any(each.startswith("coopting.") for each in (method, *also)):
        made.asked_for()
    for country in where.get("cooperating", []):
        made.attribution(
            "a lawyer (invented)",
            to="its authorities",
            country=country,
            involvement="accomplice",
            says="no_statement",
        )
    if then:
        _FOLLOWED[then](made)
    return made.finish(checked=(given * 31 + surname * 7) % 330)


def killed(made):
    made.event("death", "2021-09-18", description="Shot at the door of the house.")
    made.attribution(
        "a prosecutor of the host state (invented)",
        agency=made.world.agencies[0],
        level="4",
        involvement="planned",
        says="denies_responsibility",
    )


def found_in_prison(made):
    made.event("disappeared", "2022-06-03", outside=True)
    made.event("located_held", "2022-07-19", custody_stated="pretrial_detention", outside=True)
    made.proceed("AZ", court="Court of Serious Example Crimes")
    made.charge("274", status="convicted")
    made.event("charge", "2022-07-21")
    made.event("verdict_guilty", "2023-03-02")
    made.sentence("imprisonment", "2023-03-02", years=11, regime="strict")
    made.event("appeal_filed", "2023-03-20")


def brought_back(made):
    made.event("rendition", "2018-05-11", description="Flown home in a private aeroplane.")
    made.proceed("AZ", is_final=True)
    made.charge("278", status="convicted")
    made.event("arrest", "2018-05-11", order=2)
    made.event("remand", "2018-05-13", until="2018-09-11")
    made.event("remand_extension", "2018-09-08", until="2019-02-10")
    made.event("verdict_guilty", "2019-01-25")
    made.sentence("imprisonment", "2019-01-25", years=15, regime="strict")
    made.event("appeal_decision", "2019-06-06", decision="upheld")


def held_and_let_go(made):
    made.proceed("GE", kind="extradition")
    made.event("arrest_foreign_request", "2020-11-09", place=made.world.places["Mtisdziri"])
    made.event("extradition_request", "2020-11-12")
    made.event("extradition_decision", "2021-01-27", decision="refused")
    made.event("release", "2021-01-27", order=2)


def deported(made):
    made.event("detained", "2021-02-10", outside=True)
    made.event("deportation", "2021-02-17", outside=True)
    made.proceed("AZ", is_final=True)
    made.charge("234", status="convicted")
    made.event("arrest", "2021-02-17", order=2)
    made.event("remand", "2021-02-19", until="2021-06-17")
    made.event("verdict_guilty", "2021-06-09")
    made.sentence("imprisonment", "2021-06-09", years=5, months=6)
    made.event("appeal_decision", "2021-09-30", decision="upheld")
    made.event("pardon", "2023-05-27", decision="total")


def extradited(made):
    made.proceed("AM", kind="extradition")
    made.event("arrest_foreign_request", "2019-08-20", place=made.world.places["Arevaberd"])
    made.event("extradition_decision", "2019-12-11", decision="granted")
    made.event("extradition", "2020-01-16")
    made.proceed("RU")
    made.charge("205.1", status="charged")
    made.event("arrest", "2020-01-16", order=2)
    made.event("remand", "2020-01-17", until="2020-07-17")


def notice_deleted(made):
    made.event("interpol_notice", "2019-04-02", description="A red notice.")
    made.event("arrest_foreign_request", "2019-06-21")
    made.event("release", "2019-07-05")
    made.event("ccf_decision", "2020-03-18", decision="not_compliant", description="The notice was deleted.")


def tried_unseen(made):
    made.proceed("AZ", in_absentia=True, court="Court of Serious Example Crimes")
    made.charge("281", status="convicted")
    made.event("charge", "2023-01-16", in_absentia=True)
    made.event("remand", "2023-01-20", in_absentia=True)
    made.event("verdict_guilty", "2023-10-05", in_absentia=True)
    made.sentence("imprisonment", "2023-10-05", years=7)


def sent_on(made):
    made.event("detained", "2022-09-06", outside=True)
    made.event("deportation", "2022-09-30", outside=True)
    made.event(
        "statement",
        "2022-10-03",
        outside=True,
        description="A court had forbidden it the day before, the lawyer says.",
    )


def handed_over(made):
    made.event("detained", "2017-04-27", verb="задержан")
    made.event("rendition", "2017-05-04", description="Handed over at a crossing at night.")


def targeted_for(made):
    """Pressed because of a relative abroad, who may be named."""
    made.values["targeted_because_of"] = somebody(
        made.world, "female", 3, 21, birth_date="1983", roles=["blogger", "migrant_exile"]
    )
    made.values["host"] = ["DE"]
    made.event("statement", "2024-01-20", description="Told to make the sister fall silent.")


def attributed(made):
    made.attribution(
        "Example Reporters",
        agency=made.world.agencies[8],
        country="AZ",
        level="3",
        involvement="accomplice",
        says="denies",
    )


_FOLLOWED = {
    each.__name__: each
    for each in (
        killed,
        found_in_prison,
        brought_back,
        held_and_let_go,
        deported,
        extradited,
        notice_deleted,
        tried_unseen,
        sent_on,
        handed_over,
        targeted_for,
        attributed,
    )
}

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
STORIES = {f"abroad_{name}": partial(_abroad, **parts) for name, parts in _TABLE.items()}
"""In the order they are loaded, after those of `sample_stories.py`."""
