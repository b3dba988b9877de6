"""Which texts of a public document are masked, and which names in it stay. No database is asked."""

import pytest

from cases.register.documents.keys import SHAPES
from cases.register.documents.prose import ADDRESSES, PROSE, prose_of, texts_of
from cases.register.documents.shape import Each, Maybe, Shape
from cases.workflow.masked_text import MASK, OWN, Masker, at_path, put_at
from tests.register import documents

NAME = "Zarema Kayanova"
GIVEN_NAMES = {"leyla"}

_CODE_KEYS = (
    "court_reference counsel role office "
    "type reference kind identity gender language script region country precision unit decision custody_stated custody "
    "code article category modality status regime jurisdiction stage involvement level position framework outcome "
    "direction target credibility part_of claimed_field reliability last_checked published accessed "
    "text_language field way from_language amount currency"
)
CODES = frozenset(_CODE_KEYS.split())
"""Keys of texts that are codes, references or days: nobody writes names there."""


def masker(*names):
    return Masker(names or [NAME], is_given_name=lambda word: word in GIVEN_NAMES)


def case(**parts):
    return documents.case_document(person=documents.person("Aydan Ulduzlu"), **parts)


def masked(document, **how):
    return masker().masked(document, **({"tied": False} | how))


def keys_of_texts(shape, found=None):
    """Every key of a shape at which a text can stand."""
    found = set() if found is None else found
    for key, kind in shape._keys.items():
        if isinstance(kind, Shape | Maybe | Each):
            keys_of_texts(kind if isinstance(kind, Shape) else kind.shape, found)
        elif isinstance(kind, str):
            found.add(key)
    return found


def test_every_key_of_a_text_is_prose_an_address_or_a_code():
    keys = set().union(*(keys_of_texts(SHAPES[name]) for name in ("case", "campaign")))

    assert keys - PROSE - ADDRESSES - CODES == set()
    assert not (PROSE | ADDRESSES) & CODES


def test_both_ways_to_read_a_document_give_the_same_texts():
    document = case(summary="A text", sources=[documents.source()])

    assert sorted(prose_of(document)) == sorted((each.text, each.is_address) for each in texts_of(document))


@pytest.mark.parametrize(
    "parts",
    [
        {"title": NAME},
        {"summary": f"With {NAME}."},
        {"events": [documents.event("other", description=f"With {NAME}.")]},
        {"events": [documents.event("other", verb=f"took {NAME}")]},
        {"attributions": [documents.attribution(by=f"{NAME}, her sister")]},
        {"sources": [documents.source(title=f"{NAME} sentenced")]},
        {"sources": [documents.source(author=NAME)]},
        {"sources": [documents.source(url="https://n.example/zarema-kayanova")]},
        {
            "sources": [
                documents.source(
                    archived_url="https://a.example/https://n.example/%D0%B7%D0%B0%D1%80%D0%B5%D0%BC%D0%B0-%D0%BA%D0%B0%D1%8F%D0%BD%D0%BE%D0%B2%D0%B0"
                )
            ]
        },
        {
            "relations": [
                {"kind": "follows", "direction": "from", "text": "", "reference": "", "title": f"{NAME} held"}
            ]
        },
        {"campaigns": [{"reference": "K-1", "title": f"Free {NAME}"}]},
        {"place": documents.place(facility=f"the house of {NAME}")},
    ],
    ids=str,
)
def test_the_whole_name_goes_from_every_text(parts):
    result = masked(case(**parts))

    assert "ayanov" not in str(result.document).lower() and "каянов" not in str(result.document)
    assert len(result.changes) == 1 and result.doubtful == []


def test_an_address_is_dropped_and_a_text_says_so():
    document = case(
        sources=[documents.source(title=f"{NAME} sentenced", url="https://n.example/zarema-kayanova")]
    )

    source = masked(document).document["sources"][0]

    assert (source["title"], source["url"]) == (f"{MASK} sentenced", "")


def test_an_address_in_a_text_is_masked_as_a_whole():
    result = masked(case(summary="See https://n.example/zarema-kayanova?x=1 there."))

    assert result.document["summary"] == f"See {MASK} there."


@pytest.mark.parametrize(
    "parts",
    [
        {
            "events": [
                documents.event(
                    "other", agency=f"{NAME} Foundation", description=f"By the {NAME} Foundation."
                )
            ]
        },
        {
            "attributions": [documents.attribution(to=f"{NAME}, Prosecutor General", agency="")],
            "summary": f"{NAME} ordered it.",
        },
        {
            "official_positions": [
                {
                    "position": "denies",
                    "stated_by": f"Minister {NAME}",
                    "date": documents.date(),
                    "text": f"{NAME} denied it.",
                    "about": "",
                    "sources": [],
                }
            ]
        },
        {"person": documents.person(NAME), "title": f"{NAME} held", "summary": "Kayanova was held."},
        {"person": documents.person("Aydan Ulduzlu", NAME), "summary": f"{NAME} is her pen name."},
        {"targeted_because_of": NAME, "summary": "Held."},
    ],
    ids=["agency", "official", "statement", "namesake", "alias of a namesake", "on account"],
)
def test_names_public_in_their_own_right_stay(parts):
    document = documents.case_document(**({"person": documents.person("Aydan Ulduzlu")} | parts))

    result = masked(document, tied=True)

    assert result.document == document
    assert (result.changes, result.doubtful) == ([], [])


def test_a_lawyer_of_somebody_is_no_official_in_their_own_right():
    document = case(attributions=[documents.attribution(to=f"{NAME}'s lawyer", agency="")])

    assert masked(document).document["attributions"][0]["to"] == f"{MASK}'s lawyer"


def test_a_surname_alone_goes_from_tied_records_only():
    document = case(summary="Relatives of Kayanova wept.")

    assert masked(document).doubtful[0].after == f"Relatives of {MASK} wept."
    assert masked(document).document == document
    assert masked(document, tied=True).document["summary"] == f"Relatives of {MASK} wept."


def test_a_text_that_holds_the_whole_name_ties_the_record():
    document = case(title=f"With {NAME}", summary="Kayanova wept.")

    assert masked(document).document["summary"] == f"{MASK} wept."


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("With Leyla Kayanova.", "With Leyla Kayanova."),
        ("Leyla Kayanova was there.", "Leyla Kayanova was there."),
        ("L. Kayanova was there.", "L. Kayanova was there."),
        ("Yesterday Kayanova spoke.", f"Yesterday {MASK} spoke."),
        ("Journalist Kayanova Detained At Border", f"Journalist {MASK} Detained At Border"),
        ("Z. Kayanova spoke.", f"{MASK} spoke."),
        ("In Derbent Kayanova spoke.", f"In Derbent {MASK} spoke."),
        (f"Among them {NAME} and Leyla Kayanova.", f"Among them {MASK} and Leyla Kayanova."),
    ],
)
def test_other_persons_named_there_keep_their_names(text, after):
    document = case(summary=text, place=documents.place(locality="Derbent"))

    assert masked(document, tied=True).document["summary"] == after


def test_a_surname_of_the_subject_stays_where_the_person_is_a_relative():
    document = documents.case_document(
        person=documents.person("Leyla Kayanova"), summary=f"Kayanova, a sister of {NAME}, was held."
    )

    assert masked(document, tied=True).document["summary"] == f"Kayanova, a sister of {MASK}, was held."


def test_in_the_person_s_own_record_nothing_of_the_name_stays():
    document = documents.case_document(person=documents.person(NAME), title=f"{NAME} held", identity="named")

    result = masked(document, tied=True, own=True)

    assert "Kayanova" not in str(result.document)


def test_what_somebody_decided_to_leave_stays():
    document = case(summary=f"With {NAME}.")

    assert masked(document, kept=[f"With {NAME}."]).changes == []


def test_a_name_of_one_word_is_never_whole():
    document = case(summary="Kayana spoke of the sea.")

    result = masker("Kayana").masked(document, tied=False)

    assert result.document == document and len(result.doubtful) == 1


def test_nothing_else_of_a_document_changes():
    document = case(summary=f"With {NAME}.", sources=[documents.source()])
    before = str(document)

    result = masked(document)

    put_at(result.document, ("summary",), at_path(document, ("summary",)))
    assert result.document == document and str(document) == before
    assert {"agency", "court"} <= OWN
