"""What a relation is called, of which a form may have read less than there must be."""

from cases.models import Relation


def test_one_without_ends_is_called_something():
    """The page of a form that came back prints it."""
    assert str(Relation()).split() == ["–", "–"]
    assert str(Relation(kind="follows")) == "– Follows –"
