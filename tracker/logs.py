"""Logs that hold nothing about readers: no address, no browser, no referrer, no words of a search.

There is no access log. Errors print where they happened and of what kind they are. The text of an exception is left
out, because it may quote a query, a parameter or a row.
"""

import logging
import re
import traceback

from gunicorn.glogging import Logger


class PlacesOnlyFormatter(logging.Formatter):
    """Formats an exception as its chain of kinds and code places, without its message."""

    def formatException(self, exc_info):
        lines = []
        error = exc_info[1]
        while error is not None and len(lines) < 200:
            lines[:0] = [
                *traceback.format_tb(error.__traceback__),
                f"{type(error).__module__}.{type(error).__qualname__}\n",
            ]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(lines).rstrip()


class WebServerLogger(Logger):
    """gunicorn's messages, less the address and the URL it adds to them."""

    error_fmt = "%(asctime)s web server: %(message)s"

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PlacesOnlyFormatter(self.error_fmt, self.datefmt))

    def warning(self, msg, *args, **kwargs):
        super().warning(
            re.sub(r"\b(from ip=|ip=).*", "[left out]", str(msg), flags=re.DOTALL), *args, **kwargs
        )

    def exception(self, msg, *args, **kwargs):
        # The arguments of gunicorn's request errors are the method and the URL, query string included.
        super().exception(msg if isinstance(msg, str) and not args else "Error handling a request", **kwargs)

    def access(self, resp, req, environ, request_time):
        """No access log, whatever gunicorn is told."""
