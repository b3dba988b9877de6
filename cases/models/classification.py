"""What of the private record may ever show: one table, every field of every private model.

A field has the narrowest identity at which the public may see it:

- `NAMED`: only where the person is named (or the record is about no person);
- `INITIALS`: also where the person is shown by initials;
- `WITHHELD`: even where the identity is withheld;
- `NEVER`: on no public surface.

`workflow.document` reads private rows only through this table, so a field that is missing here cannot be
published, and a test refuses a model whose field is missing. Dates classified `WITHHELD` are coarsened to
the month below *named*, and lose the source's words.
"""

from django.db.models import Model

from cases.inbox.correction import Correction
from cases.models.account_event import AccountEvent
from cases.models.agency import Agency, Attribution, OfficialPosition
from cases.models.anonymisation import Anonymisation, FormerText
from cases.models.answered_ask import AnsweredAsk
from cases.models.campaign import Assessment, Campaign, Intervention
from cases.models.case import Case, Violation
from cases.models.charge import Charge, LegalProvision
from cases.models.circle import Circle, CircleLog, CircleRecord
from cases.models.clean_up import CleanUp
from cases.models.deleted_record import DeletedRecord
from cases.models.desk_draft import DeskDraft
from cases.models.desk_session import DeskSession
from cases.models.event import Event
from cases.models.fields import PartialDateField
from cases.models.hiding import Hiding
from cases.models.lawyer import Lawyer
from cases.models.list_import import ExternalId, ImportedCase, ImportedRow, ListImport, ListMapping
from cases.models.name_mask import NameMask, PublicNaming
from cases.models.official import Official, Participation
from cases.models.organisation import Affiliation, Organisation
from cases.models.person import Person, PersonName, PersonRelation
from cases.models.place import Place
from cases.models.proceeding import Proceeding, Sentence
from cases.models.relation import Relation
from cases.models.review import PublishedUse, Review
from cases.models.source import Citation, Source
from cases.models.status_change import StatusChange
from cases.models.translation import Translation

NAMED, INITIALS, WITHHELD, NEVER = "named", "initials", "withheld", "never"
RANK = {NAMED: 0, INITIALS: 1, WITHHELD: 2}


def _dates(*names: str) -> dict[str, str]:
    """The columns of partial dates that show at every level; their bounds are worked out anew."""
    table = dict.fromkeys(names, WITHHELD)
    for name in names:
        table |= {f"{name}_words": NAMED, f"{name}_earliest": NEVER, f"{name}_latest": NEVER}
    return table


def _all(level: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, level)


_CONSENT = _all(
    NEVER,
    "consent",
    "consent_by",
    "consent_date",
    "consent_expires_date",
    "consent_scope",
    "consent_spoken",
)
_WORKFLOW = _all(
    NEVER,
    "id",
    "state",
    "edit_version",
    "edited_at",
    "edited_by",
    "published_version",
    "published_edit_version",
    "published_at",
    "reference_identity",
    "review_wanted",
    "notes",
)

EVENT_KINDS_OF_THE_NAMED = frozenset(
    {
        "letters_refused",
        "medical_care_refused",
        "solitary_confinement",
        "transfer_ordered",
        "transfer_appealed",
        "accounts_frozen",
        "passport_seized",
        "licence_withdrawn",
    }
)
"""Kinds of events that show, with what is cited for them, only where the person is named: they tell who it is."""

CLASSIFICATION = {
    Person: {
        **_CONSENT,
        **_all(NEVER, "id", "affected_groups", "ethnicities", "languages", "notes", "identity"),
        **_all(NAMED, "reference", "birth_date"),
        **_all(NEVER, "birth_date_words", "birth_date_earliest", "birth_date_latest"),
        **_dates("death_date"),
        **_all(INITIALS, "nationalities", "published_groups"),
        **_all(WITHHELD, "gender", "roles"),
    },
    PersonName: {
        **_all(NEVER, "id", "is_public"),
        **_all(NAMED, "person", "text", "language", "script", "kind", "is_primary"),
    },
    PersonRelation: _all(NEVER, "id", "person", "other", "kind", "notes"),
    Case: {
        **_WORKFLOW,
        **_CONSENT,
        **_dates("start_date", "end_date", "custody_override_date"),
        **_all(
            WITHHELD,
            "is_sample",
            "reference",
            "kind",
            "title",
            "summary",
            "text_language",
            "person",
            "group_description",
            "group_unit",
            "group_roles",
            "count_min",
            "count_max",
            "count_words",
            "overlaps_with",
            "methods",
            "origin",
            "host",
            "location",
            "cooperating",
            "transit",
            "destination",
            "inferred_states",
            "inference_basis",
            "place",
            "custody_override",
            "custody_override_source",
            "last_checked_date",
            "campaigns",
        ),
        **_all(NAMED, "part_of", "targeted_because_of", "age_at_arrest"),
        **_all(
            NEVER,
            "publish_embargo_until",
            "risk_review_date",
            "risk_review_outcome",
            "is_restricted",
        ),
    },
    Violation: {
        **_all(NEVER, "id"),
        **_dates("date", "end_date"),
        **_all(WITHHELD, "case", "kind", "place", "is_primary", "assessor"),
    },
    Proceeding: {
        **_all(NEVER, "id", "file_number"),
        **_all(
            WITHHELD, "case", "number", "jurisdiction", "kind", "stage_override", "is_final", "in_absentia"
        ),
        **_all(WITHHELD, "stage_override_source"),
        **_all(NAMED, "court", "counsel"),
    },
    Sentence: {
        **_all(NEVER, "id"),
        **_dates("date", "expected_end_date"),
        **_all(
            WITHHELD, "case", "proceeding", "kind", "years", "months", "days", "regime", "supersedes", "total"
        ),
        **_all(NAMED, "words", "amount", "currency"),
    },
    LegalProvision: {
        **_all(NEVER, "id", "source"),
        **_all(WITHHELD, "country", "code", "article", "title", "title_original", "category"),
        **_all(WITHHELD, "valid_from", "valid_to"),
    },
    Charge: {
        **_all(NEVER, "id"),
        **_dates("date"),
        **_all(
            WITHHELD,
            "case",
            "proceeding",
            "provision",
            "verbatim",
            "category",
            "modality",
            "status",
            "replaced_by",
        ),
    },
    Event: {
        **_all(NEVER, "id", "conditions"),
        **_dates("date", "until", "held_since"),
        **_all(
            WITHHELD,
            "case",
            "campaign",
            "proceeding",
            "kind",
            "decision",
            "custody_stated",
            "taken_into_custody",
            "in_absentia",
            "order",
            "place",
            "agency",
            "verb",
            "description",
        ),
        # A court says in which district somebody was tried.
        **_all(NAMED, "court"),
    },
    Place: {
        **_all(NEVER, "id"),
        **_all(
            NAMED,
            "reference",
            "name",
            "spellings",
            "locality",
            "facility",
            "latitude",
            "longitude",
            "precision",
        ),
        **_all(WITHHELD, "country", "region"),
    },
    Agency: {
        **_all(NEVER, "id"),
        **_all(WITHHELD, "reference", "name", "spellings", "country", "kind", "parent"),
    },
    Attribution: {
        **_all(NEVER, "id", "notes", "method_seen"),
        **_all(
            WITHHELD,
            "case",
            "violation",
            "agency",
            "attributed_to",
            "country",
            "attributed_by",
            "involvement",
            "level",
            "source",
        ),
    },
    # Where somebody worked, who judged and who defended them tells who they are.
    Organisation: {
        **_all(NEVER, "id"),
        **_all(NAMED, "reference", "name", "spellings", "country", "kind"),
    },
    Affiliation: {
        **_all(NEVER, "id"),
        **_all(NAMED, "case", "organisation", "role", "words"),
    },
    Official: {
        **_all(NEVER, "id"),
        **_all(NAMED, "reference", "name", "spellings", "office", "agency", "source"),
    },
    Participation: {
        **_all(NEVER, "id"),
        **_all(NAMED, "case", "official", "role", "event", "words"),
    },
    Lawyer: {
        **_all(NEVER, "id"),
        **_all(NAMED, "case", "name"),
    },
    OfficialPosition: {
        **_all(NEVER, "id"),
        **_dates("date"),
        **_all(
            WITHHELD, "case", "campaign", "event", "attribution", "position", "stated_by", "text", "source"
        ),
    },
    Source: {
        **_all(NEVER, "id", "notes", "is_public"),
        **_all(NAMED, "title", "publisher", "author", "url", "archived_url", "accessed_date"),
        **_dates("published_date"),
        **_all(WITHHELD, "kind", "language", "reliability"),
        **_all(NEVER, "derived_from"),
    },
    Citation: {
        **_all(NEVER, "id", "notes"),
        **_all(
            WITHHELD,
            "source",
            "case",
            "campaign",
            "violation",
            "charge",
            "sentence",
            "event",
            "attribution",
            "intervention",
            "assessment",
            "affiliation",
            "participation",
            "lawyer",
            "credibility",
        ),
        **_all(
            NAMED, "pinpoint", "claimed_field", "claimed_value", "preferred", "preference_reason", "remark"
        ),
    },
    Campaign: {
        **_WORKFLOW,
        **_dates("start_date", "end_date"),
        **_all(WITHHELD, "is_sample", "reference", "title", "summary", "text_language", "states"),
    },
    Translation: {
        **_all(NEVER, "id"),
        **_all(
            WITHHELD,
            "case",
            "campaign",
            "field",
            "event",
            "language",
            "text",
            "way",
            "from_language",
            "translated_by",
        ),
    },
    Intervention: {
        **_all(NEVER, "id"),
        **_dates("date"),
        **_all(
            WITHHELD,
            "case",
            "campaign",
            "kind",
            "actor",
            "addressee",
            "requested",
            "response",
            "impact",
            "status",
            "response_to",
            "linked_by_us",
        ),
    },
    Assessment: {
        **_all(NEVER, "id"),
        **_dates("date", "withdrawn_date"),
        **_all(WITHHELD, "case", "assessor", "framework", "categories", "outcome", "document"),
    },
    Relation: {
        **_all(NEVER, "id"),
        **_all(
            WITHHELD,
            "from_case",
            "from_event",
            "from_campaign",
            "from_intervention",
            "kind",
            "to_case",
            "to_event",
            "to_campaign",
            "to_intervention",
            "source",
        ),
    },
    Review: _all(
        NEVER,
        "id",
        "case",
        "campaign",
        "action",
        "by",
        "at",
        "reason",
        "edit_version",
        "public_version",
        "is_announced",
    ),
    Correction: _all(
        NEVER,
        "id",
        "received_at",
        "record",
        "wrong",
        "proposal",
        "contact",
        "language",
        "digest",
        "second_box",
        "state",
        "note",
        "handled_by",
        "handled_at",
    ),
    Anonymisation: _all(
        NEVER,
        "id",
        "case",
        "former_identity",
        "appears_on",
        "approved_on",
        "approved_digest",
        "approved_names",
    ),
    FormerText: _all(NEVER, "id", "case", "reference", "documents"),
    AnsweredAsk: _all(NEVER, "id", "case", "code", "about", "reason", "answered_by", "answered_at"),
    CleanUp: _all(NEVER, "id", "ended_at", "withdrawn", "narrowed"),
    Hiding: _all(
        NEVER,
        "id",
        "case",
        "campaign",
        "person",
        "source",
        "hidden_by",
        "hidden_at",
        "reason",
        "is_beyond_limit",
        "was_public",
        "followed_at",
        "asked_by",
        "asked_at",
        "asked_because",
        "ended_by",
        "ended_at",
        "ending",
    ),
    StatusChange: _all(
        NEVER,
        "id",
        "case",
        "changed_at",
        "custody_before",
        "custody_after",
        "stages_before",
        "stages_after",
        "seen_by",
        "seen_at",
    ),
    PublicNaming: _all(NEVER, "id", "person", "hidden_at", "hidden_by", "surname_elsewhere", "masked_names"),
    NameMask: _all(
        NEVER,
        "id",
        "naming",
        "case",
        "campaign",
        "path",
        "before",
        "after",
        "state",
        "made_at",
        "made_by",
        "decided_at",
        "decided_by",
        "reason",
    ),
    PublishedUse: _all(NEVER, "id", "case", "campaign", "record_type", "record_id", "is_earlier"),
    AccountEvent: _all(NEVER, "id", "at", "what", "account", "by", "details", "confirms"),
    DeletedRecord: _all(
        NEVER,
        "id",
        "kind",
        "key",
        "name",
        "reference",
        "deleted_at",
        "deleted_by",
        "rows",
        "links",
        "persons",
        "circles",
    ),
    DeskDraft: _all(
        NEVER,
        "id",
        "account",
        "sheet",
        "address",
        "case",
        "campaign",
        "person",
        "source",
        "data",
        "seen_version",
        "saved_at",
    ),
    DeskSession: _all(
        NEVER,
        "session_key",
        "session_data",
        "expire_date",
        "number",
        "user",
        "started_at",
        "seen_at",
        "device",
    ),
    Circle: _all(NEVER, "id", "name", "members", "asks_fresh_login"),
    CircleRecord: _all(NEVER, "id", "circle", "case", "person", "source"),
    ListImport: _all(
        NEVER,
        "id",
        "by",
        "uploaded_at",
        "asked_at",
        "beat_at",
        "file_name",
        "file_hash",
        "content",
        "encoding",
        "list_name",
        "shared",
        "mapping",
        "answers",
        "stage",
        "counts",
        "header",
        "total",
        "done",
        "told",
        "made",
        "language",
        "submits",
    ),
    ImportedRow: _all(NEVER, "id", "list_import", "number", "row", "verdict", "name", "told", "digest"),
    ImportedCase: _all(
        NEVER, "id", "list_import", "number", "part", "case", "person", "is_new", "digest", "edit_version"
    ),
    ExternalId: _all(NEVER, "id", "list_name", "value", "case"),
    ListMapping: _all(NEVER, "id", "name", "content", "by", "saved_at"),
    CircleLog: _all(NEVER, "id", "circle", "at", "by", "action", "member", "case", "person", "source"),
}


def is_partial_date(model: type[Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), PartialDateField)
