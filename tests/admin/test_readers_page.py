"""The review shows what readers will see: the same page, the same difference, and what only the files say."""

import re

import pytest
from django.test import Client

from cases.admin.readers_page import review_of
from cases.models import Citation
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    EventFactory,
    take_to_public,
    take_to_review,
)
from tests.public.parts import assessment, citation, intervention, official_position, relation, states
from tests.register import documents as made

pytestmark = pytest.mark.django_db


def full_case():
    """A case with most of what a page prints, submitted."""
    case = CaseFactory(start_date="2024-05", host=["GE"])
    source = case.citations.get().source
    event = EventFactory(case=case, kind="remand", date="2024-05-04", description="By a court.")
    Citation.objects.create(case=case, source=source, event=event, remark="On page 3.")
    AttributionFactory(case=case, source=source)
    take_to_review(case)
    return case


def review(client, record):
    response = client.get(f"/admin/cases/{record._meta.model_name}/{record.pk}/publish/")
    assert response.status_code == 200
    return response


def spaced(html: str) -> str:
    return re.sub(r"\s+", " ", html).strip()


def from_title_to_sources(html: str) -> str:
    """Without the line above the title, where the public page tells the version, and links to facts of that version."""
    html = re.sub(r'<details class="fact-link.*?</details>', "", html, flags=re.S)
    start, sources = html.index("<h1"), html.index('id="sources"')
    return spaced(html[start : html.index("</section>", sources)])


@pytest.mark.parametrize("language", ["en", "az", "ru"])
@pytest.mark.parametrize("make", [full_case, lambda: CampaignFactory()])
def test_what_is_reviewed_is_what_readers_get(browser, make, language, settings):
    record = make()
    if record.state == "draft":
        take_to_review(record)
    client = browser("publisher")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    before = review(client, record)
    shown = before.context["readers_page"]
    answer = client.post(
        f"/admin/cases/{record._meta.model_name}/{record.pk}/publish/",
        {"edit_version": record.edit_version, "digest": before.context["digest"]},
    )
    prefix = "" if language == "en" else f"/{language}"
    public = Client().get(f"{prefix}/{record._meta.model_name}s/{record.reference}/").content.decode()
    public = re.sub(r'<section class="part" aria-labelledby="cases">.*?</section>', "", public, flags=re.S)

    assert answer.status_code == 302
    assert shown in before.content.decode()
    assert from_title_to_sources(shown) == from_title_to_sources(public)


def test_the_difference_is_that_of_the_readers(browser):
    case = full_case()
    take_to_public(case)
    case.summary = "Detained at the border, and heard."
    case.save()
    EventFactory(case=case, kind="hearing", date="2024-06-01").citations.create(
        case=case, source=case.citations.first().source
    )
    take_to_review(case)

    page = review(browser("publisher"), case)
    changes = page.context["changes"]
    take_to_public(case)
    public = Client().get(f"/cases/{case.reference}/versions/compare/").content.decode()

    assert "1 June 2024: Court hearing" in changes and "and heard." in changes
    assert changes in page.content.decode()
    assert spaced(changes) in spaced(public)


def test_a_campaign_has_a_difference_too(browser):
    campaign = CampaignFactory(published=True)
    campaign.summary, campaign.states = "Many arrests in May.", ["AZ", "RU"]
    campaign.save()
    take_to_review(campaign)

    changes = review(browser("publisher"), campaign).context["changes"]

    assert "in May." in changes and "<ins>Azerbaijan, Russia</ins>" in changes


def test_a_draft_that_nothing_stands_in_can_be_looked_at(browser):
    draft, campaign = CaseFactory(), CampaignFactory()
    draft.violations.all().delete()
    draft.citations.all().delete()

    pages = [review(browser("entry"), record).content.decode() for record in (draft, campaign)]

    assert all("As it would be (nothing is public now)" in page for page in pages)
    assert not any("Publish this text" in page or "What changes" in page for page in pages)


def test_a_record_as_it_is_public_changes_nothing(browser):
    case = CaseFactory(published=True)

    page = review(browser("publisher"), case).content.decode()

    assert "Nothing: readers have this text already." in page


def test_a_tie_to_what_is_not_public_is_not_shown(browser):
    hidden = CaseFactory(title="Nobody may know of this")
    case = CaseFactory(part_of=hidden)

    assert "Nobody may know of this" not in review(browser("entry"), case).context["readers_page"]


def full_document() -> dict:
    place = made.place(
        country="RU", region="RU-DA", locality="Derbent", facility="A station", names=["Derbend"]
    ) | {"latitude": 42.06, "longitude": 48.29, "precision": "locality"}
    return made.case_document(
        summary="Taken from a bus.",
        person=made.person("Bahruz Samadov", "Бахруз Самедов"),
        violations=[made.violation(date=made.date("2024-10"), place=place, assessor="A body", primary=True)],
        states=states(origin=["AZ"], location=["RU"], inferred=["origin"], basis="its words"),
        place=place,
        start=made.date("2024-10", "in autumn"),
        custody=made.custody("imprisoned", "2025-06-23") | {"source": 1},
        last_checked="2026-06-01",
        proceedings=[
            made.proceeding(
                made.charge(country="AZ", code="CC", article="274", title="High treason"),
                sentences=[made.sentence(date=made.date("2025-06-23"), words="fifteen years")],
                court="Baku Court on Grave Crimes",
            )
        ],
        events=[made.event("remand", "2024-08-23", until=made.date("2024-12-21"), agency="State Security")],
        attributions=[made.attribution()],
        official_positions=[official_position(stated_by="The ministry", text="Never held.")],
        interventions=[intervention(actor="A union", addressee="A president", requested="Release.")],
        assessments=[assessment(assessor="A working group", framework="wgad", outcome="arbitrary")],
        relations=[relation("parallel", text="A strike")],
        sources=[made.source(author="A. Writer", archived_url="https://archive.example/1")],
        citations=[citation(remark="Page 3", claimed_field="start_date", claimed_value="2024")],
    )


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from leaves(item, (*path, at))
    elif isinstance(value, str) and value:
        yield path, value


def test_every_text_of_a_document_is_seen_by_the_reviewer():
    """Whatever is written into any free text of a document stands in the review, on the page or in the files."""
    document = full_document()
    seen = review_of(None, document)
    shown = seen["readers_page"] + " ".join(cell["text"] for cell in seen["cells"])

    unseen = {
        ".".join(map(str, path)): text
        for path, text in leaves(document)
        if " " in text and text not in shown and text not in shown.replace("&#x27;", "'")
    }

    assert unseen == {}
    assert "42.06" in shown and "48.29" in shown
