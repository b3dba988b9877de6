"""What tests of imports share: the desk as a browser sees it."""

from tests.admin.conftest import browser  # noqa: F401  the fixture
