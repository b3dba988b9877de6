"""The one list of what is public about a case: each field's name, label, type, meaning, codes and parameter.

The table (`published_case.py`), the row of a document (`row.py`), the filters, every download and the data
dictionary are made from `FIELDS`. Its order is the order of the CSV columns and binds from the first release:
a new field goes to the end. How a value is written into a cell is in `cells.py`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.vocabularies.attributions import ATTRIBUTION_LEVELS, OFFICES, OFFICIAL_POSITIONS
from cases.vocabularies.charges import CHARGE_CATEGORIES, CHARGE_STATUSES
from cases.vocabularies.languages import TEXT_LANGUAGES
from cases.vocabularies.organisations import AFFILIATION_ROLES
from cases.vocabularies.people import GENDERS, GROUPS, IDENTITIES, ROLES
from cases.vocabularies.places import NATIONALITIES, STATES
from cases.vocabularies.proceedings import COUNSEL, CUSTODY_STATUSES, MEASURES, STAGES
from cases.vocabularies.terms import CodeList
from cases.vocabularies.violations import CASE_KINDS, METHODS, VIOLATIONS

TYPES = ("text", "texts", "integer", "number", "date", "moment", "boolean", "code", "codes")
EVERYWHERE = frozenset({"csv", "list", "case"})
FILE_AND_CASE = frozenset({"csv", "case"})
FILE_ONLY = frozenset({"csv"})
NOWHERE = frozenset()


@dataclass(frozen=True)
class Field:
    """One public field of a case.

    `type` is one of TYPES; `texts` and `codes` are lists. `codes` is the list its codes come from, where
    there is one. `facet` names the parameter that filters and counts by this field. `parallel` lists have one
    position for each item of their group, holding an empty text where that item states nothing. `origin` says
    who supplies the value: the document, the register as it writes the row (`register`), or the moment of
    reading (`output`: no column). `entered`: people state it, and what they state comes back when the file is brought
    in again; what is not follows from other facts, or is kept by the program, and is worked out anew.
    """

    name: str
    label: str | Promise
    type: str
    description: str | Promise
    codes: CodeList | None = None
    facet: str = ""
    where: frozenset[str] = FILE_AND_CASE
    parallel: str = ""
    origin: str = "document"
    entered: bool = True

    @property
    def stored(self) -> bool:
        return self.origin != "output"

    @property
    def is_list(self) -> bool:
        return self.type in ("texts", "codes")


def _states(name: str, label, description) -> Field:
    return Field(name, label, "codes", description, codes=STATES, facet=name, where=EVERYWHERE)


TRANSLATED = ("en", "az", "ru")
"""The languages that have columns of their own for what was translated; more come behind the last column."""


def translated_column(text: str, language: str) -> str:
    """The column of a title or summary in a language."""
    return f"{text}_{language}"


def _translated(language: str, title: str | Promise, summary: str | Promise) -> tuple[Field, Field]:
    return (
        Field(
            translated_column("title", language),
            title,
            "text",
            _("Title translated into this language; empty where it was not, or is the title itself."),
            where=FILE_ONLY,
        ),
        Field(
            translated_column("summary", language),
            summary,
            "text",
            _("Summary translated into this language; empty where it was not, or is the summary itself."),
            where=FILE_ONLY,
        ),
    )


_EDTF = _("EDTF text as published, e.g. 2024-10 or 2024~; XXXX-10-03 is a day whose year nobody stated.")

FIELDS: tuple[Field, ...] = (
    Field(
        "reference", _("Reference"), "text", _("Permanent, random identifier of the case."), where=EVERYWHERE
    ),
    Field(
        "url", _("Address"), "text", _("Page of the case."), where=FILE_ONLY, origin="output", entered=False
    ),
    Field(
        "version",
        _("Version"),
        "integer",
        _("Counts the published versions of the case."),
        origin="register",
        entered=False,
    ),
    Field(
        "published_at",
        _("Published at"),
        "moment",
        _("When this version was published, in UTC."),
        where=EVERYWHERE,
        origin="register",
        entered=False,
    ),
    Field(
        "kind",
        _("Kind"),
        "code",
        _("One person, a group known by description, or a pattern without countable people."),
        codes=CASE_KINDS,
        facet="kind",
        where=EVERYWHERE,
    ),
    Field("title", _("Title"), "text", _("Title of the case."), where=EVERYWHERE),
    Field("name", _("Name"), "text", _("The person as the public may know them."), where=EVERYWHERE),
    Field("other_names", _("Other names"), "texts", _("Further names and spellings, in any script.")),
    Field(
        "person_reference",
        _("Person"),
        "text",
        _("Identifier of the person, the same on all their cases; empty unless the person is named."),
    ),
    Field(
        "identity",
        _("Identity"),
        "code",
        _("How the person is shown to the public."),
        codes=IDENTITIES,
        entered=False,
    ),
    Field("gender", _("Gender"), "code", _("Gender of the person."), codes=GENDERS, facet="gender"),
    Field("birth_year", _("Year of birth"), "integer", _("Year of birth of a named person.")),
    Field(
        "nationalities",
        _("Nationalities"),
        "codes",
        _("ISO 3166-1 alpha-2 codes, or stateless."),
        codes=NATIONALITIES,
    ),
    Field(
        "roles",
        _("Roles"),
        "codes",
        _("What the person or the people did in public life."),
        codes=ROLES,
        facet="role",
        where=EVERYWHERE,
    ),
    Field("groups", _("Groups"), "codes", _("Kinds of affected group."), codes=GROUPS, facet="group"),
    Field("people_min", _("People, at least"), "integer", _("Lowest stated head count of a group.")),
    Field("people_max", _("People, at most"), "integer", _("Highest stated head count of a group.")),
    Field(
        "people_words", _("People, in words"), "text", _("Head count of a group in the words of the source.")
    ),
    Field(
        "violations",
        _("Violations"),
        "codes",
        _("Every kind of violation recorded on the case, the primary one first."),
        codes=VIOLATIONS,
        facet="violation",
        where=EVERYWHERE,
    ),
    Field(
        "methods",
        _("Methods"),
        "codes",
        _("Methods of transnational repression."),
        codes=METHODS,
        facet="method",
        where=EVERYWHERE,
    ),
    Field(
        "cross_border",
        _("Cross-border"),
        "boolean",
        _("Whether the target lived, or an act happened, outside the state of origin; empty if not known."),
        facet="cross_border",
        where=EVERYWHERE,
        entered=False,
    ),
    _states("origin", _("Origin"), _("State whose repression it is: alpha-2 code or not_stated.")),
    _states("host", _("Host"), _("State where the target lived: alpha-2 code or not_stated.")),
    _states("location", _("Location"), _("State where it happened: alpha-2 code or not_stated.")),
    _states("cooperating", _("Cooperating"), _("State said to have helped: alpha-2 code or not_stated.")),
    _states("transit", _("Transit"), _("State passed through: alpha-2 code or not_stated.")),
    _states(
        "destination",
        _("Destination"),
        _("State people were brought or went to: alpha-2 code or not_stated."),
    ),
    Field("place", _("Place"), "text", _("Facility and locality, where both may be public.")),
    Field(
        "region",
        _("Region"),
        "text",
        _("ISO 3166-2 code of the region, or its name where there is none."),
        facet="region",
    ),
    Field("latitude", _("Latitude"), "number", _("Decimal degrees, WGS 84.")),
    Field("longitude", _("Longitude"), "number", _("Decimal degrees, WGS 84.")),
    Field("start_date", _("Start"), "text", _EDTF, where=EVERYWHERE),
    Field(
        "start_earliest",
        _("Start, earliest"),
        "date",
        _("First day the start can mean; empty if unbounded."),
        entered=False,
    ),
    Field(
        "start_latest",
        _("Start, latest"),
        "date",
        _("Last day the start can mean; empty if unbounded."),
        entered=False,
    ),
    Field(
        "start_words",
        _("Start, in words"),
        "text",
        _("The start in the words of the source."),
        where=EVERYWHERE,
    ),
    Field("end_date", _("End"), "text", _EDTF, where=EVERYWHERE),
    Field(
        "end_earliest",
        _("End, earliest"),
        "date",
        _("First day the end can mean; empty if unbounded."),
        entered=False,
    ),
    Field(
        "end_latest",
        _("End, latest"),
        "date",
        _("Last day the end can mean; empty if unbounded."),
        entered=False,
    ),
    Field("end_words", _("End, in words"), "text", _("The end in the words of the source.")),
    Field(
        "custody_status",
        _("Custody"),
        "code",
        _("Custody as of status_as_of: last known, never assumed to have ended because time passed."),
        codes=CUSTODY_STATUSES,
        facet="custody",
        where=EVERYWHERE,
        entered=False,
    ),
    Field(
        "status_as_of",
        _("Status as of"),
        "text",
        _("Date the custody status rests on, as EDTF."),
        where=EVERYWHERE,
        entered=False,
    ),
    Field("last_checked", _("Last checked"), "text", _("Day, or month, one of us last looked.")),
    Field(
        "procedural_stage",
        _("Stage"),
        "codes",
        _("Stage of each proceeding, in order."),
        codes=STAGES,
        facet="stage",
        where=EVERYWHERE,
        entered=False,
    ),
    Field(
        "charges",
        _("Charges"),
        "texts",
        _("Each charge ever brought, as the source words it."),
        parallel="charge",
    ),
    Field(
        "charge_articles",
        _("Articles"),
        "texts",
        _("Country, code and article of each charge as printed; empty where none was stated."),
        parallel="charge",
    ),
    Field(
        "charge_categories",
        _("Charge categories"),
        "codes",
        _("Category of each charge ever brought."),
        codes=CHARGE_CATEGORIES,
        facet="charge",
        where=EVERYWHERE,
        parallel="charge",
    ),
    Field(
        "charge_statuses",
        _("Charge statuses"),
        "codes",
        _("What became of each charge."),
        codes=CHARGE_STATUSES,
        facet="charge_status",
        parallel="charge",
    ),
    Field(
        "sentence",
        _("Sentence"),
        "text",
        _("Sentences in force; those replaced by a later one, or added up into a total, are left out."),
    ),
    Field(
        "attributed_to",
        _("Attributed to"),
        "texts",
        _("Whom the conduct is attributed to. A claim by attributed_by, not a finding of ours."),
        parallel="attribution",
    ),
    Field("attributed_by", _("Attributed by"), "texts", _("Who attributes it."), parallel="attribution"),
    Field(
        "attribution_level",
        _("Level of attribution"),
        "codes",
        _("How firmly it is established."),
        codes=ATTRIBUTION_LEVELS,
        parallel="attribution",
    ),
    Field(
        "official_position",
        _("Official position"),
        "codes",
        _("Positions the authorities took."),
        codes=OFFICIAL_POSITIONS,
    ),
    Field(
        "campaigns",
        _("Campaigns"),
        "texts",
        _("References of the campaigns it belongs to."),
        facet="campaign",
    ),
    Field(
        "assessments",
        _("Assessments"),
        "texts",
        _("framework:outcome, with :withdrawn where it was taken back."),
    ),
    Field("interventions", _("Interventions"), "texts", _("kind: actor → addressee.")),
    Field(
        "source_count",
        _("Sources"),
        "integer",
        _("Independent sources: one that copies another is not counted."),
        entered=False,
    ),
    Field("source_titles", _("Source titles"), "texts", _("Title of each source."), parallel="source"),
    Field("source_urls", _("Source addresses"), "texts", _("Address of each source."), parallel="source"),
    Field(
        "archived_urls",
        _("Archived addresses"),
        "texts",
        _("Archived copy of each source."),
        parallel="source",
    ),
    Field("summary", _("Summary"), "text", _("What happened, in our words.")),
    Field(
        "licence",
        _("Licence"),
        "text",
        _("Licence of the data."),
        where=FILE_ONLY,
        origin="output",
        entered=False,
    ),
    Field(
        "custody_last_known",
        _("Custody is last known"),
        "boolean",
        _(
            "Whether on the day of the download custody_status is only last known: a term has run out, or what "
            "followed is not known."
        ),
        where=FILE_ONLY,
        origin="output",
        entered=False,
    ),
    Field(
        "confirmed_on",
        _("Confirmed on"),
        "text",
        _(
            "Date on which a source last shows the person in custody, as EDTF. last_checked is when we looked."
        ),
        entered=False,
    ),
    Field(
        "agencies",
        _("Agencies"),
        "texts",
        _("References of the agencies conduct is attributed to."),
        facet="agency",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "provisions",
        _("Provisions"),
        "texts",
        _("country:code:article of each charge that states all three."),
        facet="provision",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "sample",
        _("Sample"),
        "boolean",
        _("Whether the record is a fictional sample, made to try the product with: nobody in it exists."),
        where=EVERYWHERE,
        entered=False,
    ),
    Field(
        "sentence_months",
        _("Sentence, in months"),
        "integer",
        _(
            "Whole months of the longest term of imprisonment in force, days left out; empty for life, or where no "
            "term is stated."
        ),
        entered=False,
    ),
    Field(
        "measures",
        _("Measures and treatment"),
        "codes",
        _(
            "What was done to the person beside custody and court, such as solitary confinement, medical care refused "
            "or a seized passport; each kind once, in order of time."
        ),
        codes=MEASURES,
        facet="measure",
        entered=False,
    ),
    Field(
        "co_defendants",
        _("Co-defendants"),
        "texts",
        _(
            "References of the public cases that were tried together with this one, where both people are named."
        ),
    ),
    Field(
        "held_at",
        _("Held at"),
        "text",
        _(
            "Prison, remand centre or other building in which somebody who is held was last known to be; empty where "
            "no source says."
        ),
        where=EVERYWHERE,
        entered=False,
    ),
    Field(
        "held_at_as_of",
        _("Held there as of"),
        "text",
        _("Date on which a source last shows the person there, as EDTF."),
        entered=False,
    ),
    Field(
        "held_at_reference",
        _("Held at"),
        "text",
        _(
            "Reference of the prison or other building in which somebody who is held was last known to be; with "
            "held_on, where they may have been on that day."
        ),
        facet="held_at",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "text_language",
        _("Language of the texts"),
        "code",
        _("Language in which title and summary were written."),
        codes=TEXT_LANGUAGES,
    ),
    *_translated("en", _("Title in English"), _("Summary in English")),
    *_translated("az", _("Title in Azerbaijani"), _("Summary in Azerbaijani")),
    *_translated("ru", _("Title in Russian"), _("Summary in Russian")),
    Field(
        "translations",
        _("Translations"),
        "texts",
        _(
            "How each translated title and summary was made: language, which text: way, from language, by whom."
        ),
        where=FILE_ONLY,
    ),
    Field(
        "courts",
        _("Courts"),
        "texts",
        _("Each court that took a decision, in the order of the decisions, then those the proceedings name."),
        entered=False,
    ),
    Field(
        "court_references",
        _("Courts with a page"),
        "texts",
        _("References of the courts that took a decision."),
        facet="court",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "organisations",
        _("Organisations"),
        "texts",
        _("Employers, outlets, parties and other organisations the people belong to, of named people alone."),
        parallel="organisation",
    ),
    Field(
        "organisation_roles",
        _("Ties to organisations"),
        "codes",
        _("How they belong to each."),
        codes=AFFILIATION_ROLES,
        parallel="organisation",
    ),
    Field(
        "organisation_references",
        _("Organisations with a page"),
        "texts",
        _("References of the organisations the people belong to."),
        facet="organisation",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "officials",
        _("Officials"),
        "texts",
        _(
            "Judges, prosecutors, investigators and others who took part in an office, as a public source names them. "
            "That they took part is no finding of ours about what they did."
        ),
        parallel="official",
    ),
    Field(
        "official_roles",
        _("Offices"),
        "codes",
        _("The office in which each took part."),
        codes=OFFICES,
        parallel="official",
    ),
    Field(
        "official_agencies",
        _("Agencies of officials"),
        "texts",
        _("Court, prosecution or service of each."),
        parallel="official",
    ),
    Field(
        "official_references",
        _("Officials with a page"),
        "texts",
        _("References of the officials who took part."),
        facet="official",
        where=NOWHERE,
        entered=False,
    ),
    Field(
        "lawyers",
        _("Lawyers"),
        "texts",
        _("Lawyers whom a public source names in that role."),
    ),
    Field(
        "counsel",
        _("Contact with counsel"),
        "codes",
        _("Whether and when a lawyer was let in, of each proceeding of which that is stated."),
        codes=COUNSEL,
        facet="counsel",
    ),
    Field(
        "age_at_arrest",
        _("Age at arrest"),
        "text",
        _(
            "Age of a named person at the first arrest: as stated, else from the year of birth, with at least and at "
            "most where it allows both, e.g. 33–34."
        ),
        entered=False,
    ),
    Field(
        "event_texts",
        _("Texts of events"),
        "texts",
        _(
            "What is told of each event, in every language in which it is: date, kind of event, language and text, "
            "e.g. 2024-08-21 detained, en: At home."
        ),
        where=FILE_ONLY,
    ),
)

FIELD: dict[str, Field] = {field.name: field for field in FIELDS}
CSV_COLUMNS: tuple[str, ...] = tuple(field.name for field in FIELDS if "csv" in field.where)
STORED_FIELDS: tuple[Field, ...] = tuple(field for field in FIELDS if field.stored)
FACETS: dict[str, Field] = {field.facet: field for field in FIELDS if field.facet}
"""The field behind each counted parameter, e.g. FACETS["charge"].name == "charge_categories"."""
