"""A secret is made once, whole, for its owner alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tracker.kept_secret import kept_secret


def test_those_who_ask_at_once_get_the_same(tmp_path):
    path = tmp_path / "folder" / "secret"

    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(kept_secret, [path] * 40))

    assert len(secrets) == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_an_empty_file_is_not_taken_for_a_secret(tmp_path):
    path = tmp_path / "secret"
    path.touch()

    with pytest.raises(ValueError, match="is empty"):
        kept_secret(path)
