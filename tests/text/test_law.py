"""Articles of law as lists, indictments and news print them: the key of each, how it was committed, or why not."""

import csv
import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.text.law.reading import Article, ArticleError, read_article, read_articles, read_code
from cases.vocabularies.charges import LEGAL_CODES, MODALITIES
from cases.vocabularies.provisions import PROVISION_SHAPE

FORMS = list(csv.DictReader((Path(__file__).parent / "provisions.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form['typed']} ({form['code']})")
def test_a_printed_form_is_read_or_refused(form):
    if form["reason"]:
        with pytest.raises(ArticleError) as refused:
            read_article(form["typed"], code=form["code"])
        assert form["reason"] in str(refused.value)
    else:
        article = read_article(form["typed"], code=form["code"])
        assert (article.key, article.modality) == (form["provision"], form["modality"])


def test_enough_forms_are_tried_and_each_once():
    assert len({(form["typed"], form["code"]) for form in FORMS}) == len(FORMS) >= 120


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form["provision"]], ids=lambda form: form["typed"]
)
def test_what_is_read_can_be_kept(form):

    country, code, number = form["provision"].split(":")

    assert re.fullmatch(PROVISION_SHAPE, form["provision"])
    assert code in LEGAL_CODES
    assert form["modality"] in MODALITIES
    assert read_article(form["provision"]) == Article(country, code, number)


def test_a_list_is_several_articles_each_with_its_own_modality():
    read = read_articles("28, 220.1; 234.4.3, 28-228.1, 32.5 and 311.3.3")

    assert [(article.number, article.modality) for article in read] == [
        ("220.1", "preparation"),
        ("234.4.3", "completed"),
        ("228.1", "preparation"),
        ("311.3.3", "complicity"),
    ]


@pytest.mark.parametrize(
    ("number", "head"),
    [("234.4.3", "234"), ("281-1", "281-1"), ("281-1.2", "281-1"), ("234.1-1", "234"), ("274", "274")],
)
def test_a_point_knows_its_head_article(number, head):
    assert read_article(number).head == head


@pytest.mark.parametrize("code", ["AZ", "az:cc", "AZ:XX", "AZ:CC1985", "AZ:CC:274", ""])
def test_a_code_that_is_none_is_refused(code):
    with pytest.raises(ArticleError):
        read_code(code)


def test_a_line_that_cannot_be_one_article_is_refused_by_its_length():
    with pytest.raises(ArticleError, match="longer than 500"):
        read_article("28," * 200)


def test_the_command_prints_and_writes_what_was_read(tmp_path, capsys):
    file, out = tmp_path / "typed.txt", tmp_path / "out.json"
    file.write_text("\ufeff28, 220.1\n\nст. 275 УК РФ\n28\n", encoding="utf-8")

    call_command("read_provisions", file, json=out)

    printed = capsys.readouterr()
    assert printed.out.splitlines()[:2] == [
        "28, 220.1\tAZ:CC:220.1\tpreparation",
        "ст. 275 УК РФ\tRU:CC:275\tcompleted",
    ]
    assert "2 read, 1 refused" in printed.err
    assert json.loads(out.read_text()) == [
        {"typed": "28, 220.1", "provision": "AZ:CC:220.1", "modality": "preparation", "reason": None},
        {"typed": "ст. 275 УК РФ", "provision": "RU:CC:275", "modality": "completed", "reason": None},
        {
            "typed": "28",
            "provision": None,
            "modality": None,
            "reason": "28 is no charge of its own: it says how the next article was committed.",
        },
    ]


def test_the_command_takes_what_a_bare_number_means(tmp_path, capsys):
    file = tmp_path / "typed.txt"
    file.write_text("57\n")

    call_command("read_provisions", file, "--code", "AZ:CC1960")

    assert capsys.readouterr().out == "57\tAZ:CC1960:57\tcompleted\n"


@pytest.mark.parametrize(
    ("arguments", "why"), [(["--code", "Azerbaijan"], "--code"), (["--json", "/nowhere/at/all"], "--json")]
)
def test_the_command_says_what_it_cannot_use(tmp_path, arguments, why):
    file = tmp_path / "typed.txt"
    file.write_text("57\n")

    with pytest.raises(CommandError, match=why):
        call_command("read_provisions", file, *arguments)


def test_the_command_says_which_file_it_cannot_read(tmp_path):
    with pytest.raises(CommandError, match="missing"):
        call_command("read_provisions", tmp_path / "missing")
