"""What counts as checked recently."""

from datetime import date

import pytest

from cases.wording.recency import recent_since, recently_checked

TODAY = date(2026, 8, 31)


def test_six_months_end_with_the_shorter_month():
    assert recent_since(TODAY) == date(2026, 2, 28)
    assert recent_since(date(2026, 3, 15)) == date(2025, 9, 15)


@pytest.mark.parametrize(
    ("checked", "recent"),
    [("2026-02-28", True), ("2026-02-27", False), ("2026-03", True), ("2026-02", False), ("", False)],
)
def test_recently_checked_counts_a_month_only_if_all_of_it_is_recent(checked, recent):
    assert recently_checked(checked, today=TODAY) is recent
