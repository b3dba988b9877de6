"""The first real records: what two published articles say, and nothing else.

Neither copy states its address or date. What an article does not state stays empty here, too: no date, place,
agency, article of law or address was filled in from elsewhere. Each record's private notes begin with
`Starter record` and its row, and the history of that note
is how a second run knows it.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from cases.loading.loader import history_of, loader_accounts, submit_and_publish
from cases.models import Campaign, Case, Person, Place, Relation, Source
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter

MARK = "Starter record"
BEFORE_VISIT = (
    "before an early-October visit to Baku by the director of Russia's foreign intelligence service"
)


@dataclass
class _Desk:
    """Who enters, and what is on file by now: articles by letter, campaigns by row."""

    by: User
    articles: dict[str, Source]
    campaigns: dict[str, Campaign]


@transaction.atomic
def load_starter_records():
    """Enter, submit and publish the starter records that are not on file. Returns how many records that were."""
    entry, publisher = loader_accounts()
    desk = _Desk(by=entry, articles={"A": _source_a(), "B": _source_b()}, campaigns={})
    Place.objects.get_or_create(
        name="Derbent", country="RU", region="RU-DA", locality="Derbent", defaults={"spellings": ["Derbend"]}
    )
    loaded = 0
    for row, build in CAMPAIGNS.items():
        if not _on_file(Campaign, row):
            submit_and_publish(build(row, desk), entry=entry, publisher=publisher)
            loaded += 1
    desk.campaigns = {row: _loaded(Campaign, row) for row in CAMPAIGNS}
    for row, build in CASES.items():
        if not _on_file(Case, row):
            submit_and_publish(build(row, desk), entry=entry, publisher=publisher)
            loaded += 1
    return loaded


def _mark(row):
    return f"{MARK} {row}."


def _on_file(model, row):
    """Whether a row was ever loaded, whatever became of its note since."""
    return history_of(model).filter(notes__startswith=_mark(row)).exists()


def _loaded(model, row):
    """The record a row was loaded as."""
    return model.objects.get(pk=history_of(model).filter(notes__startswith=_mark(row)).first().pgh_obj_id)


def _source(title, **details):
    return Source.objects.filter(title=title).order_by("pk").first() or Source.objects.create(
        title=title, language="en", kind="news_article", is_public=True, **details
    )


def _words(text):
    return PartialDate(words=text)


def _source_a():
    return _source(
        "The Aliyev paradox: clamping down to promote a sophisticated image",
        publisher="Eurasianet (implied by the article's footer)",
        published_date=_words("in the month before COP29; no year stated"),
        notes="A copy without address, author or date.",
    )


def _source_b():
    return _source(
        "Baku Commands Sway in Dagestan",
        publisher="Azerbaijan Brief, a weekly of an organisation that calls itself ISA",
        published_date=_words("undated"),
        notes="A copy without address, author or date.",
    )


def _person(name, *roles, by):
    names = [{"text": name, "language": "en", "script": "Latn"}]
    return enter(Entry(Person, {"roles": roles}, names=names), by=by)


def _case(row, desk, article, *, rows, **fields):
    """A case as one article tells it; `rows` are its facts."""
    case = Entry(Case, {"notes": _mark(row), **fields}, source=desk.articles[article], **rows)
    return enter(case, by=desk.by)


def _campaign(row, desk, article, *, rows, **fields):
    rows = {"citations": [{}], **rows}
    campaign = Entry(Campaign, {"notes": _mark(row), **fields}, source=desk.articles[article], **rows)
    return enter(campaign, by=desk.by)


def _treason_charges():
    return {"verbatim": "treason charges", "category": "treason", "status": "charged"}


def _samadov(row, desk):
    return _case(
        row,
        desk,
        "A",
        person=_person("Bahruz Samadov", "researcher", by=desk.by),
        title="Bahruz Samadov, detained on treason charges",
        summary="Bahruz Samadov, a researcher, was detained in Azerbaijan on treason charges. The article places "
        "this before the head of Russia's foreign intelligence service came to Baku in early October; it gives no "
        "date.",
        origin="AZ",
        location="AZ",
        start_date=_words(BEFORE_VISIT),
        campaigns=[desk.campaigns["A2"]],
        rows={
            "violations": [{"kind": "detention"}],
            "charges": [_treason_charges()],
            "events": [
                {
                    "kind": "detained",
                    "date": _words(BEFORE_VISIT),
                    "verb": "detained",
                    "description": "Detained in Azerbaijan on treason charges.",
                }
            ],
        },
    )


def _abilov(row, desk):
    return _case(
        row,
        desk,
        "B",
        person=_person("Igbal Abilov", "researcher", by=desk.by),
        title="Igbal Abilov, jailed on treason charges",
        summary="Igbal Abilov, a Talysh researcher, was jailed on treason charges. Whether “Talysh” means his people "
        "or his subject, and whether he was remanded or sentenced, the article does not say.",
        start_date=_words("late last month"),
        **_inferred_azerbaijan(),
        campaigns=[desk.campaigns["B7"]],
        rows={
            "violations": [{"kind": "detention"}],
            "charges": [_treason_charges()],
            "events": [
                {
                    "kind": "detained",
                    "date": _words("late last month"),
                    "verb": "jailed",
                    "description": "Jailed on treason charges.",
                }
            ],
            "citations": [{"charge": 1, "remark": "The article's author calls the evidence thin."}],
        },
    )


def _inferred_azerbaijan():
    return {
        "origin": "AZ",
        "location": "AZ",
        "inferred_states": ["origin", "location"],
        "inference_basis": "domestic campaign",
    }


def _killed(row, desk, name, *, summary, **rows):
    words = _words("over the last decade")
    death = {"kind": "death", "date": words, "verb": "assassinated", "description": "Assassinated."}
    return _case(
        row,
        desk,
        "B",
        person=_person(name, "community_leader", by=desk.by),
        title=f"{name}, community leader, killed",
        summary=summary,
        origin="not stated",
        location="not stated",
        start_date=words,
        rows={"violations": [{"kind": "killing"}], "events": [death], **rows},
    )


def _gadjiev(row, desk):
    return _killed(
        row,
        desk,
        "Nazim Gadjiev",
        summary="Nazim Gadjiev, a community leader, was assassinated at some time in the ten years before the article. "
        "It calls this a blow to the Lezgin movement in Dagestan, and does not say who did it, where or when.",
    )


def _magomedragimov(row, desk):
    services = {
        "attributed_to": "Russia's security services",
        "country": "RU",
        "attributed_by": "Bellingcat",
        "level": "2",
        "notes": "The investigation itself was not seen.",
    }
    return _killed(
        row,
        desk,
        "Ruslan Magomedragimov",
        summary="Ruslan Magomedragimov, a community leader, was assassinated at some time in the ten years before the "
        "article, which calls this a blow to the Lezgin movement in Dagestan. He had opposed Azerbaijan's growing "
        "weight in Derbent and the drawing off of local water; the article does not say that he was killed for it.",
        attributions=[services],
    )


def _talysh_intellectuals(row, desk):
    return _case(
        row,
        desk,
        "B",
        kind="group",
        group_description="Talysh intellectuals",
        group_unit="group",
        count_words="a handful",
        title="A handful of Talysh intellectuals, still imprisoned",
        summary="The article says that a handful of Talysh intellectuals are still imprisoned. It gives neither their "
        "names nor their number nor the charges; Igbal Abilov may be one of them.",
        **_inferred_azerbaijan(),
        overlaps_with=[_loaded(Case, "B1")],
        campaigns=[desk.campaigns["B7"]],
        rows={
            "violations": [{"kind": "detention"}],
            "events": [
                {
                    "kind": "detained",
                    "verb": "imprisoned",
                    "description": "Imprisoned; still so when the article was written.",
                }
            ],
        },
    )


def _exclaves(row, desk):
    return _case(
        row,
        desk,
        "B",
        kind="group",
        group_description="Inhabitants of two Russian exclaves that a 2010 treaty transferred",
        group_unit="community",
        count_words="several hundred",
        title="Several hundred inhabitants of two transferred exclaves left for Dagestan",
        summary="A border treaty of 2010 transferred two Russian exclaves, most of whose inhabitants were Lezgin. "
        "Several hundred inhabitants left their homes for Dagestan amid sustained pressure by Azerbaijan's "
        "authorities. The article does not say when they left, nor how many of those who left were Lezgin.",
        origin="AZ",
        location="AZ",
        destination="RU",
        rows={"violations": [{"kind": "forced_displacement"}]},
    )


def _sent_to_baku(row, desk):
    return _case(
        row,
        desk,
        "B",
        kind="pattern",
        group_description="Minority activists sent from Russia to Baku",
        title="Minority activists routinely sent to Baku at Azerbaijan's demand",
        summary="The article says that Moscow, giving in to Azerbaijan's demands, routinely sends minority activists "
        "to Baku. It names nobody, gives no number and does not say in what legal form.",
        methods="coopting.unspecified",
        origin="AZ",
        location="RU",
        cooperating="RU",
        destination="AZ",
        rows={
            "violations": [{"kind": "removal_form_unknown"}],
            "attributions": [
                {
                    "attributed_to": "Moscow",
                    "country": "RU",
                    "attributed_by": "the article's author",
                    "involvement": "accomplice",
                    "level": "2",
                }
            ],
            "citations": [{"claimed_field": "methods", "claimed_value": "at Azerbaijan's demand"}],
        },
    )


CASES = {
    "A1": _samadov,
    "B1": _abilov,
    "B2": _gadjiev,
    "B3": _magomedragimov,
    "B4": _talysh_intellectuals,
    "B5": _exclaves,
    "B6": _sent_to_baku,
}


def _crackdown(row, desk):
    """Row A2 with what belongs to it: the petitions and the speech (A3, A4) and the silence on the talks (A5)."""
    campaign = _campaign(
        row,
        desk,
        "A",
        title="Crackdown before COP29",
        summary="A recent wave of arrests and sentences of dissident and critical voices in Azerbaijan, as an article "
        "written in the month before COP29 describes it. It gives neither a number nor a full list of names.",
        states="AZ",
        start_date=_words("recent, in the month before COP29"),
        rows={
            "events": [
                {
                    "kind": "other",
                    "date": _words("early October; no year stated"),
                    "description": "Talks in Baku with the director of Russia's foreign intelligence service.",
                }
            ],
            "official_positions": [
                {
                    "event": 1,
                    "position": "no_statement",
                    "stated_by": "Azerbaijan's officials",
                    "text": "They gave no version of their own of the talks.",
                }
            ],
            "interventions": [
                {
                    "kind": "petition",
                    "actor": "Dozens of members of the US Congress",
                    "addressee": "Antony Blinken, US Secretary of State",
                    "date": PartialDate("XXXX-10-03", "October 3"),
                    "requested": "To act on Azerbaijan's human-rights violations.",
                    "linked_by_us": True,
                },
                {
                    "kind": "speech",
                    "actor": "The president of Azerbaijan",
                    "date": _words("the next day"),
                    "response_to": 1,
                    "linked_by_us": True,
                },
                {
                    "kind": "petition",
                    "actor": "Members of Azerbaijan's parliament",
                    "addressee": "Jeyhun Bayramov, foreign minister of Azerbaijan",
                    "date": _words("subsequently"),
                    "requested": "To end active contacts with the United States and the work of USAID.",
                    "linked_by_us": True,
                },
            ],
        },
    )
    petition, speech, counter_petition = campaign.interventions.order_by("pk")
    source = desk.articles["A"]
    _follows(desk, from_event=campaign.events.get(), to_campaign=campaign, source=source)
    for earlier in (petition, speech):
        _follows(desk, from_intervention=counter_petition, to_intervention=earlier, source=source)
    campaign.refresh_from_db()
    return campaign


def _follows(desk, **ends):
    return enter(Entry(Relation, {"kind": "follows", **ends}), by=desk.by)


def _against_minority_activism(row, desk):
    return _campaign(
        row,
        desk,
        "B",
        title="Domestic campaign against minority activism",
        summary="The article speaks of a domestic campaign against minority activism that has intensified in recent "
        "years. That it means Azerbaijan is our inference from the word “domestic”.",
        states="AZ",
        start_date=_words("in recent years"),
        rows={},
    )


CAMPAIGNS = {"A2": _crackdown, "B7": _against_minority_activism}
