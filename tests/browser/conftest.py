"""One Chromium for all tests here, and sheets of it: each a context of its own that hears what goes wrong."""

import os
import shutil
import threading

import pytest

from tests.browser.sheet import Sheet


@pytest.fixture(scope="package")
def chromium():
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    # The synchronous interface keeps an event loop in this thread, which Django takes for asynchronous code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                # Frames of a page of another host of this machine: what runs here may be shown in them.
                "--disable-features=LocalNetworkAccessChecks",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_sheet(chromium, live_server):
    """`open_sheet(width=320, script=False)` gives a Sheet on the running site; all are closed afterwards."""
    sheets = []

    def open_sheet(**options) -> Sheet:
        sheets.append(Sheet(chromium, live_server.url, **options))
        return sheets[-1]

    yield open_sheet
    for sheet in sheets:
        sheet.close()
    _let_requests_end()


def _let_requests_end():
    """What a page had still asked for when it was closed, such as keeping a draft, must not meet the next test: it
    would write into its database, or keep it from being emptied."""
    # Named by socketserver, one for each connection; these end with the request when the browser hangs up.
    at_work = [each for each in threading.enumerate() if each.name.endswith("(process_request_thread)")]
    for thread in at_work:
        thread.join(60)
    assert not any(thread.is_alive() for thread in at_work), "the site still answers a page that is closed"
