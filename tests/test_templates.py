"""Templates and style sheets fit: none is left over, and a page links the few sheets that dress it."""

import ast
import re
from pathlib import Path

import django
import pytest
from django.conf import settings as configured

from cases.register.register import put
from tests.crawling import crawl
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    custody,
    event,
    place,
    proceeding,
    sentence,
)

ROOT = configured.BASE_DIR
TEMPLATES = ROOT / "templates"
MOST_SHEETS = 6
OF_DJANGO = [Path(django.__file__).parent / "contrib" / "admin" / "templates"]
TAKEN_IN = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
# The value of an attribute may hold tags, and they quotes.
CLASSES = re.compile(r"""\bclass=(["'])((?:{%.*?%}|{{.*?}}|(?!\1).)*)\1""", re.DOTALL)


def python_texts():
    """Every string in the program; of one with gaps, what stands between them, joined by `{}`."""
    for file in [file for room in ("cases", "tracker") for file in (ROOT / room).rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def classes_of(sheet):
    """The classes that the selectors of a style sheet name."""
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}|\"[^\"]*\"", " ", sheet.read_text(), flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


def as_pattern(text):
    """A name with gaps; none of them reaches into another folder, or to a fragment (`_name`)."""
    return re.compile("(?!_)[^/]+".join(map(re.escape, text.split("{}"))))


def test_every_template_is_shown_by_the_program_or_taken_in_by_one_that_is():
    templates = {str(path.relative_to(TEMPLATES)): path for path in TEMPLATES.rglob("*") if path.is_file()}
    named = [as_pattern(text) for text in python_texts() if text.endswith((".html", ".svg"))]
    waiting = {name for name in templates if any(pattern.fullmatch(name) for pattern in named)}
    # Django's own pages of the desk look here first.
    waiting |= {name for name in templates if any((folder / name).exists() for folder in OF_DJANGO)}

    shown = set()
    while waiting:
        shown |= waiting
        waiting = {other for name in waiting for other in TAKEN_IN.findall(templates[name].read_text())}
        waiting &= templates.keys() - shown

    assert len(shown) > 50
    assert templates.keys() - shown == set()


def test_every_class_of_a_public_style_sheet_is_used():
    templates = [path.read_text() for path in TEMPLATES.rglob("*") if path.is_file()]
    texts = list(python_texts())
    words = {text for text in texts if text.isascii()}
    for text in [*templates, *texts]:
        for _quote, value in CLASSES.findall(text):
            words.update(re.sub("{{.*?}}", "{}", re.sub("{%.*?%}", " ", value)).split())
    used = [as_pattern(word) for word in words if re.fullmatch(r"[\w-]+(\{\}[\w-]*)*", word)]

    classes = set().union(*map(classes_of, (ROOT / "static" / "css").rglob("*.css")))

    assert len(classes) > 100
    assert {name for name in classes if not any(pattern.fullmatch(name) for pattern in used)} == set()


@pytest.mark.django_db
def test_a_page_links_six_style_sheets_at_most_and_all_that_dress_it(client, settings):
    settings.CONTACT_ADDRESS = "desk@tracker.example"  # without it there is no security.txt
    campaign = campaign_document()
    case = case_document(
        place=place(region="AZ-BA", names=["Bakı"], facility="A prison", reference="F-7K3F-9Q2M-T4XW"),
        custody=custody("imprisoned", "2024-11"),
        proceedings=[proceeding(charge(country="AZ", code="CC", article="274"), sentences=[sentence()])],
        events=[event("arrest", "2024-10-03")],
        attributions=[attribution()],
        campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}],
    )
    for document in (campaign, case, case | {"summary": "He was detained in October."}):
        put(document)
    references = [campaign["reference"], case["reference"], case["person"]["reference"]]

    answers = [answer.partition("\n") for answer in crawl(client, references=references)]
    pages = {path: page for path, _, page in answers if "<!DOCTYPE html>" in page}

    dressed = {sheet: classes_of(sheet) for sheet in (ROOT / "static" / "css").rglob("*.css")}
    known = set().union(*dressed.values())
    for path, page in pages.items():
        linked = [
            ROOT / "static" / name for name in re.findall(r'rel="stylesheet"\s+href="/static/([^"]+)"', page)
        ]
        worn = {name for _quote, value in CLASSES.findall(page) for name in value.split()}
        assert 4 <= len(linked) <= MOST_SHEETS, path
        assert worn & known <= set().union(*(dressed[sheet] for sheet in linked)), path
    assert len(pages) > 20
