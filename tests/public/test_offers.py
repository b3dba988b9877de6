"""What words mean: the cases that a search finds by places, articles and codes, the filters it offers, and why not."""

import pytest

from tests.public.parts import states
from tests.register.documents import charge, event, place, proceeding, sentence, violation

pytestmark = pytest.mark.django_db

COURT = "A-7K3F-9Q2M-T4XW"


@pytest.fixture
def world(publish):
    """Cases by a letter for what tells them apart; D and E are in one region, E says so in no text."""

    def publish_bare(title, **facts):
        publish(title, **{"proceedings": []} | facts)

    publish_bare(
        "D",
        violations=[violation(place=place(country="RU", locality="Derbent"))],
        place=place(region="RU-DA"),
    )
    publish_bare("E", place=place(country="RU", region="RU-DA"), roles=["journalist"])
    publish_bare("K", place=place(country="RU", region="RU-KB"))
    publish_bare("M", place=place(country="RU", region="RU-MOS"))
    publish_bare("T", states=states(origin=["AZ"], location=["TR"]))
    publish_bare(
        "S",
        proceedings=[
            proceeding(charge("", country="AZ", code="CC", article="206.3.2", category="economic")),
            proceeding(charge("", country="RU", code="CC", article="205.2", category="terrorism")),
        ],
    )
    publish_bare("X", events=[event("exchange", "2024-08-01", court="Ganja Court", court_reference=COURT)])
    publish_bare(
        "L", proceedings=[proceeding(charge(""), sentences=[sentence(kind="life_imprisonment", years=None)])]
    )


REGION = ("Region: Dagestan (Russia), 2 cases", "region=RU-DA")
SMUGGLING = (
    "Article of law: Azerbaijan, Criminal Code, 206.3.2, 1 case",
    "provision=AZ%3ACC%3A206.3.2",
)
# What is typed, whom it finds, and the first filter it offers with its query.
ASKED = [
    ("Dagestan", "DE", REGION),
    ("Dağıstan", "DE", REGION),
    ("dagistan", "DE", REGION),
    ("Дагестане", "DE", REGION),
    ("Dağıstanda", "DE", REGION),
    ("Дербентом", "D", None),
    ("Derbentdə", "D", None),
    ("Кабардино-Балкарии", "K", ("Region: Kabardino-Balkaria (Russia), 1 case", "region=RU-KB")),
    ("Kabardino-Balkaria", "K", ("Region: Kabardino-Balkaria (Russia), 1 case", "region=RU-KB")),
    ("Turkey", "T", ("Where it happened: Türkiye, 1 case", "location=TR")),
    ("Türkiyə", "T", ("Where it happened: Türkiye, 1 case", "location=TR")),
    ("Moscow", "", None),
    ("Moscow Region", "M", ("Region: Moscow Region (Russia), 1 case", "region=RU-MOS")),
    ("Турции", "T", ("Where it happened: Türkiye, 1 case", "location=TR")),
    ("контрабанду", "S", SMUGGLING),
    ("qacaqmalciliq", "S", SMUGGLING),
    ("206", "S", SMUGGLING),
    ("206.3.2", "S", SMUGGLING),
    ("205", "S", None),
    ("госизмены", "L", ("Charge, ever brought: High treason, 1 case", "charge=treason")),
    ("exchange", "X", ("Event: Exchange of prisoners, 1 case", "event=exchange")),
    ("mübadilə", "X", ("Event: Exchange of prisoners, 1 case", "event=exchange")),
    (
        "life sentence",
        "L",
        ("Kind of sentence: Life imprisonment, 1 case", "sentence_kind=life_imprisonment"),
    ),
    ("journalist Dagestan", "E", ("Region: Dagestan (Russia)", "q=journalist&region=RU-DA")),
    ("Ganja Court", "X", ("Court: Ganja Court, 1 case", f"court={COURT}")),
]


def test_words_find_what_they_mean_and_offer_it_as_a_filter(client, world):
    answers = []
    for q, _titles, _offer in ASKED:
        context = client.get("/cases/", {"q": q}).context
        offered = [
            (", ".join(filter(None, [f"{each['title']}: {each['value']}", each["count"]])), each["query"][1:])
            for each in context["offers"]
        ]
        answers.append((q, "".join(sorted(row["title"] for row in context["rows"])), (offered or [None])[0]))

    assert answers == ASKED


def test_a_filter_that_is_offered_finds_as_many_cases_as_it_says(client, world):
    page = client.get("/cases/?q=Dagestan&location=AZ&page=1")
    [offer] = page.context["offers"]

    response = client.get(f"/cases/{offer['query']}")

    assert offer["query"] == "?location=AZ&region=RU-DA"
    assert f"{response.context['people'].cases} cases" == offer["count"]
    assert "Region: Dagestan (Russia)</a>, 2 cases" in page.content.decode()
    assert response.context["offers"] == []


def test_a_person_of_that_name_comes_before_the_place(client, world, publish):
    publish("Magomed Dagestan")

    rows = client.get("/cases/?q=Dagestan").context["rows"]

    assert rows[0]["title"] == "Magomed Dagestan"
    assert len(rows) == 3


NOTHING = [
    ("?q=Dagestan+qwrtzpl", "No case has: “qwrtzpl”."),
    ("?q=exchange+Dagestan", "Each word is found in some case, but all of them together in none."),
    ("?q=exchange&charge=espionage", "1 case matches the words; the filters leave it out."),
    ("?q=C-7K3F-9Q2M-T4XW", "Nothing of this reference is published."),
]


def test_what_found_nothing_is_told(client, world):
    told = [client.get(f"/cases/{query}").context["nothing"]["sentence"] for query, _sentence in NOTHING]

    assert told == [sentence for _query, sentence in NOTHING]


def test_a_label_that_is_near_is_suggested_in_place_of_the_word(client, world):
    near = client.get("/cases/?q=Ganja+journlaist").context["nothing"]["near"]

    assert near == [{"words": "Journalist", "query": "?q=ganja+Journalist"}]
