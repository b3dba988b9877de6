"""Line ends of every origin become one."""

import pytest

from cases.text.line_ends import with_line_feeds


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\r\r\n\n", "\n\n\n"),
    ],
)
def test_every_line_ends_in_a_line_feed(given, kept):
    assert with_line_feeds(given) == kept
