"""Removing the texts of earlier versions by decision: at once, logged, and never of what is public now."""

import pytest
from django.core.management import CommandError, call_command

from cases.models import Action, LedgerText
from cases.register.check import check
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.publishing import remove_earlier_versions
from tests.factories import CaseFactory, UserFactory, take_to_public
from tests.workflow.desk import everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected():
    """A public case whose first version said too much."""
    case = CaseFactory(summary="Held near the school of her son.", published=True)
    case.summary = "Held."
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    take_to_public(case)
    return case


def test_the_texts_go_and_the_current_version_stays(corrected):
    assert "her son" in everything_public()

    removed = remove_earlier_versions(
        corrected, by=UserFactory(username="publisher"), reason="Named a child."
    )

    assert removed == 1
    assert "her son" not in everything_public()
    assert LedgerText.objects.get(reference=corrected.reference).version == 2
    assert corrected.reviews.filter(action=Action.NARROWED, reason="Named a child.").exists()
    assert check() == []


def test_it_wants_a_reason_a_public_record_and_a_right_to_it(corrected):
    publisher = UserFactory(username="publisher")

    with pytest.raises(Refused, match="why"):
        remove_earlier_versions(corrected, by=publisher, reason=" ")
    with pytest.raises(Refused, match="not public"):
        remove_earlier_versions(CaseFactory(), by=publisher, reason="So.")
    with pytest.raises(Refused):
        remove_earlier_versions(corrected, by=UserFactory(username="entry"), reason="So.")
    assert "her son" in everything_public()


def test_a_command_does_it(corrected, capsys):
    call_command("forget_earlier_versions", corrected.reference, by="publisher", reason="Named a child.")

    assert "1 earlier versions removed." in capsys.readouterr().out
    assert "her son" not in everything_public()


@pytest.mark.parametrize(
    ("reference", "by"), [("C-0000-0000-0000", "publisher"), (None, "nobody"), (None, "entry")]
)
def test_a_command_says_what_is_wrong(corrected, reference, by):
    with pytest.raises(CommandError):
        call_command("forget_earlier_versions", reference or corrected.reference, by=by, reason="So.")
