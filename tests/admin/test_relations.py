"""A relation that is added, moved or deleted is an edit of every record it touches or touched."""

import pytest

from cases.models import Relation, Review
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def test_a_relation_moved_away_is_an_edit_of_the_record_it_left(browser):
    left, joined, other = (CaseFactory(title=title) for title in ("Left", "Joined", "Other"))
    relation = Relation.objects.create(from_case=left, kind="follows", to_case=other)
    client = browser("entry")
    address = f"/admin/cases/relation/{relation.pk}/change/"

    form = record_form(client.get(address)).set("from_case", str(joined.pk))
    client.post(address, form.data("_save"))

    assert Relation.objects.get().from_case == joined
    edited = set(Review.objects.filter(action="edited").values_list("case", flat=True))
    assert edited == {left.pk, joined.pk, other.pk}


def test_what_a_public_document_used_cannot_be_deleted(browser):
    case = CaseFactory(published=True)
    client = browser("admin")
    user = case.edited_by
    user.is_superuser = True
    user.save()
    client.force_login(user)
    source = case.citations.get().source
    case.citations.all().delete()

    answer = client.post(f"/admin/cases/source/{source.pk}/delete/", {"post": "yes"})

    source.refresh_from_db()
    assert answer.status_code == 403
