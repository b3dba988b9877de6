"""An article typed as it is printed is found, or made on the spot under its head article."""

import pytest

from cases.models import LegalProvision
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(browser):
    """`typed(case, "28, 220.1")`: open the case's form, type that into a new charge, save; returns the answer."""
    client = browser("entry")

    def open_and_save(case, article, **values):
        address = f"/admin/cases/case/{case.pk}/whole/"
        form = record_form(client.get(address))
        form.add("charges", printed_article=article, **values)
        return client.post(address, form.data())

    return open_and_save


def errors_of(answer):
    formset = next(
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == "charges"
    )
    return formset.forms[0].errors


def head(article="234", category="drugs", **values):
    return LegalProvision.objects.create(
        **{
            "country": "AZ",
            "code": "CC",
            "article": article,
            "category": category,
            "source": "The code",
            **values,
        }
    )


def test_what_is_on_file_is_found(typed):
    provision, case = head(), CaseFactory()

    typed(case, "AR CM-in 234-cü maddəsi")

    charge = case.charges.get()
    assert (charge.provision, charge.modality) == (provision, "completed")
    assert LegalProvision.objects.count() == 1


def test_a_point_is_made_with_the_category_of_its_head_article_and_marked_unchecked(typed):
    head()
    case = CaseFactory()

    typed(case, "28-234.4.3")

    charge = case.charges.get()
    made = charge.provision
    assert (made.article, made.category, made.title, made.is_verified) == ("234.4.3", "drugs", "", False)
    assert (charge.category, charge.modality, charge.verbatim) == ("", "preparation", "28-234.4.3")


def test_without_a_head_article_the_category_is_not_stated(typed):
    case = CaseFactory()

    typed(case, "220.1")

    assert case.charges.get().provision.category == "unspecified"


def test_part_and_point_stay_in_the_words_in_russia_where_a_bare_number_is_russian(typed):
    case = CaseFactory(location=["RU"])

    typed(case, "п. «а» ч. 2 ст. 205")

    charge = case.charges.get()
    provision = charge.provision
    assert (provision.country, provision.article) == ("RU", "205")
    assert charge.verbatim == "п. «а» ч. 2 ст. 205"


def test_a_modality_that_was_chosen_stays(typed):
    case = CaseFactory()

    typed(case, "28, 220.1", modality="attempt")

    assert case.charges.get().modality == "attempt"


@pytest.mark.parametrize(
    ("article", "why"),
    [
        ("28", "no charge of its own"),
        ("234.4.3, 228.1", "These are 2 articles"),
        ("treason", "not understood"),
        ("9" * 600, "at most 500"),
    ],
)
def test_what_is_no_article_is_refused_beside_the_field_and_nothing_is_made(typed, article, why):
    case = CaseFactory()

    answer = typed(case, article)

    assert why in str(errors_of(answer)["printed_article"])
    assert not LegalProvision.objects.exists()
    assert not case.charges.exists()


def test_a_charge_that_cannot_be_saved_makes_no_provision(typed):
    case = CaseFactory()

    answer = typed(case, "220.1", date_0="not a day at all 2x")

    assert "date" in errors_of(answer)
    assert not LegalProvision.objects.exists()


def test_an_article_is_chosen_or_typed(typed):
    provision = head()

    answer = typed(CaseFactory(), "234", provision=provision.pk)

    assert "not both" in str(errors_of(answer)["printed_article"])
