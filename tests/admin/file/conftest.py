"""A case as large as the budget of its file speaks of: 6 charges, 10 events, 14 citations."""

import pytest

from cases.models import Agency, Case, Citation, LegalProvision, Organisation, Place
from tests.factories import CaseFactory, SourceFactory

STEPS = (
    ("arrest", "2023-03-01"),
    ("remand", "2023-03-02"),
    ("remand_extension", "2023-06-01"),
    ("indictment", "2023-09-01"),
    ("verdict_guilty", "2024-01-10"),
    ("appeal_filed", "2024-01-20"),
    ("transfer", "2024-02-01"),
    ("hunger_strike", "2024-03-01"),
    ("health", "2024-03-12"),
    ("confirmed_still_held", "2024-05-01"),
)


def filed_case() -> Case:
    """Made anew each time; the records that cases share are made once."""
    source, secret = (
        SourceFactory(title="List of the union", url=""),
        SourceFactory(title="A letter", confidential=True),
    )
    case = CaseFactory(title="The case of the printer", source=source)
    court, _is_new = Agency.objects.get_or_create(
        name="Sarıqaya District Court", kind="judiciary", country="AZ"
    )
    prison, _is_new = Place.objects.get_or_create(country="AZ", facility="Prison No. 99", name="")
    first = case.proceedings.create(number=1, jurisdiction="AZ", kind="criminal", court=court.name)
    for number in range(6):
        provision, _is_new = LegalProvision.objects.get_or_create(
            country="AZ", code="criminal", article=f"900.{number}", title="Smuggling", category="economic"
        )
        charge = case.charges.create(
            proceeding=first, provision=provision, status="charged", date="2023-03-02"
        )
        if number < 3:
            Citation.objects.create(case=case, source=source, charge=charge)
    sentence = case.sentences.create(
        proceeding=first, kind="imprisonment", years=8, months=6, date="2024-01-10"
    )
    Citation.objects.create(case=case, source=source, sentence=sentence)
    for kind, day in STEPS:
        event = case.events.create(kind=kind, date=day, proceeding=first, place=prison, court=court)
        if kind in (
            "arrest",
            "remand",
            "verdict_guilty",
            "transfer",
            "hunger_strike",
            "health",
            "indictment",
        ):
            Citation.objects.create(case=case, source=source, event=event)
    Citation.objects.create(case=case, source=secret, event=case.events.get(kind="health"))
    Citation.objects.create(case=case, source=secret, event=case.events.get(kind="confirmed_still_held"))
    outlet, _is_new = Organisation.objects.get_or_create(name="Nümunə Xəbər", country="AZ")
    case.affiliations.create(organisation=outlet, role="employee")
    case.attributions.create(
        attributed_to="the police",
        country="AZ",
        attributed_by="The Daily",
        source=source,
        level="1",
    )
    case.lawyers.create(name="V. Açıqzadə")
    return case


@pytest.fixture
def filed(db) -> Case:
    return filed_case()
