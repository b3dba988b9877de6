"""The first real records: what two published articles say, and nothing else.

Neither copy states its address or date. What an article does not state stays empty here, too: no date, place,
agency, article of law or address was filled in from elsewhere. Each record's private notes begin with
``Starter record`` and its row, and the history of that note
is how a second run knows it.
"""

from django.db import transaction

from cases.models import (
    Attribution,
    Campaign,
    Case,
    Charge,
    Event,
    Intervention,
    OfficialPosition,
    Person,
    PersonName,
    Place,
    Proceeding,
    Relation,
    Source,
    Violation,
)
from cases.text.partial_dates import PartialDate

from .loader import cite, enter_and_publish, history_of, loader_accounts

MARK = "Starter record"
BEFORE_VISIT = (
    "before an early-October visit to Baku by the director of Russia's foreign intelligence service"
)


@transaction.atomic
def load_starter_records():
    """Enter, submit and publish the starter records that are not on file. Returns how many records that were."""
    entry, publisher = loader_accounts()
    sources = {"A": _source_a(), "B": _source_b()}
    Place.objects.get_or_create(
        name="Derbent", country="RU", region="RU-DA", locality="Derbent", defaults={"spellings": ["Derbend"]}
    )
    loaded = 0
    for row, build in (("A2", _crackdown), ("B7", _against_minority_activism)):
        if not _on_file(Campaign, row):
            enter_and_publish(build(row, sources), entry=entry, publisher=publisher)
            loaded += 1
    campaigns = {row: _loaded(Campaign, row) for row in ("A2", "B7")}
    for row, build in CASES.items():
        if not _on_file(Case, row):
            enter_and_publish(build(row, sources, campaigns), entry=entry, publisher=publisher)
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


def _person(name, *roles):
    person = Person.objects.create(roles=list(roles))
    PersonName.objects.create(
        person=person, text=name, language="en", script="Latn", kind="official", is_primary=True
    )
    return person


def _case(row, *, violation, **fields):
    case = Case.objects.create(notes=_mark(row), **fields)
    first = Violation.objects.create(case=case, kind=violation, is_primary=True)
    return case, first


def _treason_charges(case):
    proceeding = Proceeding.objects.create(case=case, number=1, kind="criminal", jurisdiction="AZ")
    return Charge.objects.create(
        case=case, proceeding=proceeding, verbatim="treason charges", category="treason", status="charged"
    )


def _samadov(row, sources, campaigns):
    case, violation = _case(
        row,
        violation="detention",
        person=_person("Bahruz Samadov", "researcher"),
        title="Bahruz Samadov, detained on treason charges",
        summary="Bahruz Samadov, a researcher, was detained in Azerbaijan on treason charges. The article places "
        "this before the head of Russia's foreign intelligence service came to Baku in early October; it gives no "
        "date.",
        origin=["AZ"],
        location=["AZ"],
        start_date=_words(BEFORE_VISIT),
    )
    event = Event.objects.create(
        case=case,
        kind="detained",
        date=_words(BEFORE_VISIT),
        verb="detained",
        description="Detained in Azerbaijan on treason charges.",
    )
    cite(sources["A"], case=case, facts=[violation, event, _treason_charges(case)])
    case.campaigns.add(campaigns["A2"])
    return case


def _abilov(row, sources, campaigns):
    case, violation = _case(
        row,
        violation="detention",
        person=_person("Igbal Abilov", "researcher"),
        title="Igbal Abilov, jailed on treason charges",
        summary="Igbal Abilov, a Talysh researcher, was jailed on treason charges. Whether “Talysh” means his people "
        "or his subject, and whether he was remanded or sentenced, the article does not say.",
        start_date=_words("late last month"),
        **_inferred_azerbaijan(),
    )
    event = Event.objects.create(
        case=case,
        kind="detained",
        date=_words("late last month"),
        verb="jailed",
        description="Jailed on treason charges.",
    )
    cite(sources["B"], case=case, facts=[violation, event])
    cite(
        sources["B"],
        case=case,
        facts=[_treason_charges(case)],
        remark="The article's author calls the evidence thin.",
    )
    case.campaigns.add(campaigns["B7"])
    return case


def _inferred_azerbaijan():
    return {
        "origin": ["AZ"],
        "location": ["AZ"],
        "inferred_states": ["origin", "location"],
        "inference_basis": "domestic campaign",
    }


def _gadjiev(row, sources, campaigns):
    case, violation = _case(
        row,
        violation="killing",
        person=_person("Nazim Gadjiev", "community_leader"),
        title="Nazim Gadjiev, community leader, killed",
        summary="Nazim Gadjiev, a community leader, was assassinated at some time in the ten years before the article. "
        "It calls this a blow to the Lezgin movement in Dagestan, and does not say who did it, where or when.",
        origin=["not_stated"],
        location=["not_stated"],
        start_date=_words("over the last decade"),
    )
    death = Event.objects.create(
        case=case,
        kind="death",
        date=_words("over the last decade"),
        verb="assassinated",
        description="Assassinated.",
    )
    cite(sources["B"], case=case, facts=[violation, death])
    return case


def _magomedragimov(row, sources, campaigns):
    case, violation = _case(
        row,
        violation="killing",
        person=_person("Ruslan Magomedragimov", "community_leader"),
        title="Ruslan Magomedragimov, community leader, killed",
        summary="Ruslan Magomedragimov, a community leader, was assassinated at some time in the ten years before the "
        "article, which calls this a blow to the Lezgin movement in Dagestan. He had opposed Azerbaijan's growing "
        "weight in Derbent and the drawing off of local water; the article does not say that he was killed for it.",
        origin=["not_stated"],
        location=["not_stated"],
        start_date=_words("over the last decade"),
    )
    death = Event.objects.create(
        case=case,
        kind="death",
        date=_words("over the last decade"),
        verb="assassinated",
        description="Assassinated.",
    )
    attribution = Attribution.objects.create(
        case=case,
        attributed_to="Russia's security services",
        country="RU",
        attributed_by="Bellingcat",
        level="2",
        source=sources["B"],
        notes="The investigation itself was not seen.",
    )
    cite(sources["B"], case=case, facts=[violation, death, attribution])
    return case


def _talysh_intellectuals(row, sources, campaigns):
    case, violation = _case(
        row,
        kind="group",
        violation="detention",
        group_description="Talysh intellectuals",
        group_unit="group",
        count_words="a handful",
        title="A handful of Talysh intellectuals, still imprisoned",
        summary="The article says that a handful of Talysh intellectuals are still imprisoned. It gives neither their "
        "names nor their number nor the charges; Igbal Abilov may be one of them.",
        **_inferred_azerbaijan(),
    )
    event = Event.objects.create(
        case=case,
        kind="detained",
        verb="imprisoned",
        description="Imprisoned; still so when the article was written.",
    )
    cite(sources["B"], case=case, facts=[violation, event])
    case.overlaps_with.add(_loaded(Case, "B1"))
    case.campaigns.add(campaigns["B7"])
    return case


def _exclaves(row, sources, campaigns):
    case, violation = _case(
        row,
        kind="group",
        violation="forced_displacement",
        group_description="Inhabitants of two Russian exclaves that a 2010 treaty transferred",
        group_unit="community",
        count_words="several hundred",
        title="Several hundred inhabitants of two transferred exclaves left for Dagestan",
        summary="A border treaty of 2010 transferred two Russian exclaves, most of whose inhabitants were Lezgin. "
        "Several hundred inhabitants left their homes for Dagestan amid sustained pressure by Azerbaijan's "
        "authorities. The article does not say when they left, nor how many of those who left were Lezgin.",
        origin=["AZ"],
        location=["AZ"],
        destination=["RU"],
    )
    cite(sources["B"], case=case, facts=[violation])
    return case


def _sent_to_baku(row, sources, campaigns):
    case, violation = _case(
        row,
        kind="pattern",
        violation="removal_form_unknown",
        group_description="Minority activists sent from Russia to Baku",
        title="Minority activists routinely sent to Baku at Azerbaijan's demand",
        summary="The article says that Moscow, giving in to Azerbaijan's demands, routinely sends minority activists "
        "to Baku. It names nobody, gives no number and does not say in what legal form.",
        methods=["coopting.unspecified"],
        origin=["AZ"],
        location=["RU"],
        cooperating=["RU"],
        destination=["AZ"],
    )
    attribution = Attribution.objects.create(
        case=case,
        attributed_to="Moscow",
        country="RU",
        attributed_by="the article's author",
        involvement="accomplice",
        level="2",
        source=sources["B"],
    )
    cite(sources["B"], case=case, facts=[violation, attribution])
    cite(sources["B"], case=case, claimed_field="methods", claimed_value="at Azerbaijan's demand")
    return case


CASES = {
    "A1": _samadov,
    "B1": _abilov,
    "B2": _gadjiev,
    "B3": _magomedragimov,
    "B4": _talysh_intellectuals,
    "B5": _exclaves,
    "B6": _sent_to_baku,
}


def _crackdown(row, sources):
    """Row A2 with what belongs to it: the petitions and the speech (A3, A4) and the silence on the talks (A5)."""
    campaign = Campaign.objects.create(
        notes=_mark(row),
        title="Crackdown before COP29",
        summary="A recent wave of arrests and sentences of dissident and critical voices in Azerbaijan, as an article "
        "written in the month before COP29 describes it. It gives neither a number nor a full list of names.",
        states=["AZ"],
        start_date=_words("recent, in the month before COP29"),
    )
    talks = Event.objects.create(
        campaign=campaign,
        kind="other",
        date=_words("early October; no year stated"),
        description="Talks in Baku with the director of Russia's foreign intelligence service.",
    )
    OfficialPosition.objects.create(
        campaign=campaign,
        event=talks,
        position="no_statement",
        stated_by="Azerbaijan's officials",
        text="They gave no version of their own of the talks.",
        source=sources["A"],
    )
    petition = Intervention.objects.create(
        campaign=campaign,
        kind="petition",
        actor="Dozens of members of the US Congress",
        addressee="Antony Blinken, US Secretary of State",
        date=PartialDate("XXXX-10-03", "October 3"),
        requested="To act on Azerbaijan's human-rights violations.",
        linked_by_us=True,
    )
    speech = Intervention.objects.create(
        campaign=campaign,
        kind="speech",
        actor="The president of Azerbaijan",
        date=_words("the next day"),
        response_to=petition,
        linked_by_us=True,
    )
    counter_petition = Intervention.objects.create(
        campaign=campaign,
        kind="petition",
        actor="Members of Azerbaijan's parliament",
        addressee="Jeyhun Bayramov, foreign minister of Azerbaijan",
        date=_words("subsequently"),
        requested="To end active contacts with the United States and the work of USAID.",
        linked_by_us=True,
    )
    Relation.objects.create(from_event=talks, kind="follows", to_campaign=campaign, source=sources["A"])
    for earlier in (petition, speech):
        Relation.objects.create(
            from_intervention=counter_petition, kind="follows", to_intervention=earlier, source=sources["A"]
        )
    cite(sources["A"], campaign=campaign)
    cite(sources["A"], campaign=campaign, facts=[talks, petition, speech, counter_petition])
    return campaign


def _against_minority_activism(row, sources):
    campaign = Campaign.objects.create(
        notes=_mark(row),
        title="Domestic campaign against minority activism",
        summary="The article speaks of a domestic campaign against minority activism that has intensified in recent "
        "years. That it means Azerbaijan is our inference from the word “domestic”.",
        states=["AZ"],
        start_date=_words("in recent years"),
    )
    cite(sources["B"], campaign=campaign)
    return campaign
