"""No log holds a reader's address, browser or words."""

import logging
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from tracker.logs import PlacesOnlyFormatter, WebServerLogger


def formatted(error):
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Error: %s", ("/cases/",), None)
    record.exc_info = (type(error), error, error.__traceback__)
    return PlacesOnlyFormatter("%(message)s").format(record)


def test_an_exception_is_logged_by_kind_and_place_without_its_words():
    try:
        try:
            raise ValueError("a secret word")
        except ValueError as cause:
            raise LookupError("another secret word") from cause
    except LookupError as error:
        text = formatted(error)

    assert "builtins.ValueError" in text and "builtins.LookupError" in text
    assert "test_logs.py" in text
    assert text.index("ValueError") < text.index("builtins.LookupError")
    assert "word" not in text.replace("secret word", "") or 'raise ValueError("a secret word")' in text


@pytest.fixture
def web_log():
    lines = []
    logger = WebServerLogger(Config())
    handler = logging.Handler()
    handler.setFormatter(PlacesOnlyFormatter("%(message)s"))
    handler.emit = lambda record: lines.append(handler.format(record))
    logger.error_log.handlers = [handler]
    return logger, lines


def test_the_web_server_leaves_out_the_address_of_a_bad_request(web_log):
    logger, lines = web_log

    logger.warning("Invalid request from ip=203.0.113.7: Invalid Request Line 'GET /?q=word'")

    assert lines == ["Invalid request [left out]"]


def test_the_web_server_leaves_out_the_url_of_a_failed_request(web_log):
    logger, lines = web_log

    try:
        raise RuntimeError("q=word")
    except RuntimeError:
        logger.exception("Error handling request %s %s", "GET", "/cases/?q=word")

    assert "word" not in lines[0].replace('raise RuntimeError("q=word")', "")
    assert "Error handling a request" in lines[0]


def test_there_is_no_access_log(web_log):
    logger, lines = web_log

    logger.access(SimpleNamespace(), SimpleNamespace(), {}, None)

    assert lines == []


def test_a_failing_public_page_logs_no_search_words(client, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise RuntimeError("no such thing")

    monkeypatch.setattr("django.core.handlers.base.BaseHandler.resolve_request", fail)
    client.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("django.request").addHandler(caplog.handler)
        try:
            response = client.get(
                "/cases/", {"q": "Samadov"}, headers={"referer": "https://example.org/mail"}
            )
        finally:
            logging.getLogger("django.request").removeHandler(caplog.handler)

    assert response.status_code == 500
    assert "/cases/" in caplog.text
    assert "Samadov" not in caplog.text
    assert "example.org" not in caplog.text
