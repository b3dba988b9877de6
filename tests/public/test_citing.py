"""Citations: exact in their formats, whatever a title holds, and always of a named version."""

from datetime import UTC, datetime

import pytest

from cases.public.records.citing import Citation
from cases.register.register import put
from tests.register.documents import case_document

HOSTILE = 'A {brace, an "end} of \\input{x} 50% & $1_#2 ~ ^ @misc{x,\r\nER  - \r\nTY  - BOOK\x0bend'


def citation(**changes) -> Citation:
    return Citation(
        **{
            "title": "Bahruz Samadov",
            "reference": "C-7K3F-9Q2M-T4XW",
            "version": 2,
            "published_at": datetime(2026, 10, 3, 12, tzinfo=UTC),
            "address": "https://tracker.example/cases/C-7K3F-9Q2M-T4XW/",
        }
        | changes
    )


def test_bibtex_names_version_and_day(settings):
    settings.SITE_NAME = "Tracker & Co"

    assert citation().bibtex == (
        "@misc{C-7K3F-9Q2M-T4XW-v2,\n"
        "  title = {{Bahruz Samadov}},\n"
        "  author = {{Tracker \\& Co}},\n"
        "  year = {2026},\n"
        "  month = {10},\n"
        "  day = {03},\n"
        "  version = {2},\n"
        "  number = {C-7K3F-9Q2M-T4XW},\n"
        "  note = {C-7K3F-9Q2M-T4XW, version 2 of 2026-10-03},\n"
        "  url = {https://tracker.example/cases/C-7K3F-9Q2M-T4XW/},\n"
        "}\n"
    )


def test_ris_names_version_and_day(settings):
    settings.SITE_NAME = "Tracker"

    assert citation().ris == (
        "TY  - ELEC\r\n"
        "TI  - Bahruz Samadov\r\n"
        "AU  - Tracker\r\n"
        "PB  - Tracker\r\n"
        "PY  - 2026\r\n"
        "DA  - 2026/10/03/\r\n"
        "AN  - C-7K3F-9Q2M-T4XW\r\n"
        "ET  - version 2 of 2026-10-03\r\n"
        "UR  - https://tracker.example/cases/C-7K3F-9Q2M-T4XW/\r\n"
        "ER  - \r\n"
    )


def test_a_hostile_title_stays_inside_its_braces():
    [line] = [line for line in citation(title=HOSTILE).bibtex.splitlines() if "title" in line]

    depth, least = 0, []
    for sign in line.removeprefix("  title = ").removesuffix(","):
        depth += (sign == "{") - (sign == "}")
        least.append(depth)
    assert depth == 0
    assert min(least[:-1]) > 0, "the value ends before its last brace"
    assert "\\input" not in line
    assert "{\\textbackslash}input{\\textbraceleft}x{\\textbraceright} 50\\% \\& \\$1\\_\\#2" in line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"])
def test_a_hostile_title_begins_no_line_of_its_own(end):
    text = citation(title=f"One{end}ER  - {end}TY  - BOOK").ris

    lines = text.split("\r\n")
    assert [line[:2] for line in lines] == ["TY", "TI", "AU", "PB", "PY", "DA", "AN", "ET", "UR", "ER", ""]
    assert lines[1].startswith("TI  - One ER")
    assert len(text.splitlines()) == 10


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "media_type"),
    [("cite.bib", "application/x-bibtex"), ("cite.ris", "application/x-research-info-systems")],
)
def test_files_hold_what_the_page_offers_for_copying(client, settings, file, media_type):
    settings.SITE_URL = "https://tracker.example"
    document = case_document(title="Bəhruz Səmədov")
    put(document)
    put(document | {"summary": "Something else."})

    response = client.get(f"/cases/{document['reference']}/{file}")

    text = response.content.decode()
    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{document["reference"]}{file[4:]}"'
    assert "Bəhruz Səmədov" in text
    assert "version 2 of" in text
    assert f"https://tracker.example/cases/{document['reference']}/" in text
    page = client.get(f"/cases/{document['reference']}/").content.decode().replace("\r\n", "\n")
    assert text.replace("\r\n", "\n").strip() in page


@pytest.mark.django_db
@pytest.mark.parametrize("file", ["cite.bib", "cite.ris"])
def test_a_citation_has_one_address_for_all_languages(client, file):
    document = case_document()
    put(document)

    response = client.get(f"/ru/cases/{document['reference']}/{file}")

    assert (response.status_code, response["Location"]) == (301, f"/cases/{document['reference']}/{file}")
    page = client.get(f"/ru/cases/{document['reference']}/").content.decode()
    assert f'href="/cases/{document["reference"]}/{file}"' in page
