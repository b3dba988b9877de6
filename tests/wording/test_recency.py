"""What counts as confirmed recently."""

from datetime import date

import pytest

from cases.wording.recency import is_recent, recent_since

TODAY = date(2026, 8, 31)


def test_six_months_end_with_the_shorter_month():
    assert recent_since(TODAY) == date(2026, 2, 28)
    assert recent_since(date(2026, 3, 15)) == date(2025, 9, 15)


@pytest.mark.parametrize(
    ("day", "recent"), [(date(2026, 2, 28), True), (date(2026, 2, 27), False), (None, False)]
)
def test_a_day_within_six_months_is_recent(day, recent):
    assert is_recent(day, today=TODAY) is recent
