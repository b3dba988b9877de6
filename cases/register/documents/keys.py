"""Every key of every public document, of the newest version, with what stands there where nothing is known.

What the values mean: `cases/workflow/document.py`, which makes documents of cases and campaigns, and `register.py`,
which says in the ledger that something was withdrawn or merged.
"""

from cases.register.documents.rules import FIRST_RULES
from cases.register.documents.shape import Each, Maybe, Shape

SCHEMA = 5
"""The version of the shape: every document names the one it was sealed in. 2: documents name the rules by which status
and stage were derived. 3: whether a record is a fictional sample stands at a key of its own, not in the title. 4: they
hold all that custody was derived from, until when a status is said to last, and the spells of custody. 5: they name
the language of their texts, and hold what was made of them in other languages."""

WITHDRAWAL, MERGER = "withdrawal", "merger"

TRANSLATION = Shape(field="", language="", text="", way="", from_language="", by="")
"""A text in another language: `field` says of which; `way` how it was made, `from_language` from what (empty: from the
facts), `by` whom."""

DATE = Shape(text="", words="", earliest=None, latest=None)

PLACE = Shape(
    reference="",
    country="",
    region="",
    region_name="",
    locality="",
    facility="",
    names=[],
    latitude=None,
    longitude=None,
    precision="",
)

NAME = Shape(text="", language="", script="", kind="")

PERSON = Shape(
    reference="",
    name="",
    other_names=Each(NAME),
    gender="",
    birth_year=None,
    death=DATE,
    nationalities=[],
    roles=[],
    groups=[],
)

PEOPLE = Shape(description="", min=None, max=None, words="", unit="", overlaps=[])

VIOLATION = Shape(kind="", date=DATE, end=DATE, place=Maybe(PLACE), primary=False, assessor="", sources=[])

STATES = Shape(
    origin=[],
    host=[],
    location=[],
    cooperating=[],
    transit=[],
    destination=[],
    inferred=[],
    basis="",
)

CUSTODY = Shape(
    status="unknown",
    as_of=DATE,
    source=None,
    overridden=False,
    in_doubt=False,
    runs_out=None,
    confirmed=DATE,
)
"""`in_doubt`: last known whatever the day. `runs_out`: the last day it is said to last; after it, last known.
`confirmed`: the day a source last shows the person held."""

_BOUNDS = Shape(earliest=None, latest=None)

SPELL = Shape(begin=_BOUNDS, shown=None, end=_BOUNDS, over=False, may_go_on=False)
"""A stretch of custody; `shown`: the last day a source shows it; `may_go_on`: after its end nobody knows."""

STAY = Shape(place=PLACE, begin=_BOUNDS, shown=None, end=_BOUNDS, over=False, as_of=DATE, sources=[])
"""A stretch in one facility; `as_of` and `sources`: of what last shows the person there."""

_STEP = {
    "kind": "",
    "date": DATE,
    "until": DATE,
    "held_since": DATE,
    "decision": "",
    "custody_stated": "",
    "taken_into_custody": False,
    "in_absentia": False,
    "order": None,
    "verb": "",
    "description": "",
    "translations": Each(TRANSLATION),
    "place": Maybe(PLACE),
    "agency": "",
    "court": "",
    "court_reference": "",
    "proceeding": None,
    "sources": [],
}

EVENT = Shape(**_STEP)
"""Of a campaign."""

CASE_EVENT = Shape(**_STEP, custody="")
"""Of a case: with the custody that followed from it, empty where custody stayed."""

CHARGE = Shape(
    number=None,
    text="",
    country="",
    code="",
    article="",
    title="",
    category="",
    modality="",
    status="",
    date=DATE,
    replaced_by=None,
    sources=[],
)

SENTENCE = Shape(
    number=None,
    kind="",
    years=None,
    months=None,
    days=None,
    amount="",
    currency="",
    words="",
    regime="",
    date=DATE,
    expected_end=DATE,
    superseded=False,
    supersedes=None,
    total_of=[],
    added_up=False,
    sources=[],
)
"""`amount`: a decimal number as text. `added_up`: a total holds it, of this proceeding (`total_of`) or of another."""

PROCEEDING = Shape(
    number=None,
    jurisdiction="",
    kind="",
    stage="unknown",
    stage_as_of=DATE,
    stage_source=None,
    stage_stated=False,
    final=None,
    in_absentia=False,
    court="",
    counsel="",
    charges=Each(CHARGE),
    sentences=Each(SENTENCE),
)

ATTRIBUTION = Shape(to="", agency="", country="", by="", involvement="", level="", sources=[])

AFFILIATION = Shape(organisation="", reference="", country="", kind="", role="", words="", sources=[])

PARTICIPATION = Shape(
    official="", reference="", office="", agency="", role="", words="", about="", sources=[]
)
"""An official who took part as `role`; `office` is the one a public source names them in. `about`: in which step."""

LAWYER = Shape(lawyer="", sources=[])

OFFICIAL_POSITION = Shape(position="", stated_by="", date=DATE, text="", about="", sources=[])

INTERVENTION = Shape(
    kind="",
    actor="",
    addressee="",
    date=DATE,
    requested="",
    response="",
    impact="",
    status="",
    response_to="",
    linked_by_us=False,
    sources=[],
)

ASSESSMENT = Shape(
    assessor="", framework="", categories=[], outcome="", date=DATE, withdrawn_date=DATE, sources=[]
)

RELATION = Shape(kind="", direction="", text="", reference="", title="")

SOURCE = Shape(
    number=None,
    kind="",
    language="",
    reliability="",
    independent=False,
    title="",
    publisher="",
    author="",
    url="",
    archived_url="",
    published=DATE,
    accessed="",
    # A source that must not be told apart has none of these.
    may_lack=("title", "publisher", "author", "url", "archived_url", "published", "accessed"),
)

CITATION = Shape(
    source=None,
    target="",
    credibility="",
    pinpoint="",
    claimed_field="",
    claimed_value="",
    preferred=None,
    preference_reason="",
    remark="",
)

_HEAD = {"schema": SCHEMA, "type": "", "reference": ""}

CASE = Shape(
    **_HEAD,
    sample=False,
    rules=FIRST_RULES,
    kind="",
    title="",
    summary="",
    text_language="",
    translations=Each(TRANSLATION),
    identity="",
    person=Maybe(PERSON),
    people=Maybe(PEOPLE),
    roles=[],
    violations=Each(VIOLATION),
    methods=[],
    states=STATES,
    cross_border=Shape(value=None, basis=""),
    place=Maybe(PLACE),
    start=DATE,
    end=DATE,
    custody=CUSTODY,
    held=Each(SPELL),
    stays=Each(STAY),
    last_checked="",
    proceedings=Each(PROCEEDING),
    events=Each(CASE_EVENT),
    attributions=Each(ATTRIBUTION),
    affiliations=Each(AFFILIATION),
    participations=Each(PARTICIPATION),
    lawyers=Each(LAWYER),
    age_at_arrest=None,
    official_positions=Each(OFFICIAL_POSITION),
    interventions=Each(INTERVENTION),
    assessments=Each(ASSESSMENT),
    campaigns=Each(Shape(reference="", title="")),
    part_of="",
    targeted_because_of="",
    relations=Each(RELATION),
    sources=Each(SOURCE),
    citations=Each(CITATION),
)

CAMPAIGN = Shape(
    **_HEAD,
    sample=False,
    title="",
    summary="",
    text_language="",
    translations=Each(TRANSLATION),
    states=[],
    start=DATE,
    end=DATE,
    events=Each(EVENT),
    official_positions=Each(OFFICIAL_POSITION),
    interventions=Each(INTERVENTION),
    relations=Each(RELATION),
    sources=Each(SOURCE),
    citations=Each(CITATION),
)

SHAPES = {
    "case": CASE,
    "campaign": CAMPAIGN,
    WITHDRAWAL: Shape(**_HEAD, at=""),
    MERGER: Shape(**_HEAD, at="", into=""),
}
