"""The web server's way in: `gunicorn tracker.wsgi`."""

import logging
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
application = get_wsgi_application()

# Settings can be read only now. Of the files as they are when the program is loaded, not when the first page is asked.
from django.db import DatabaseError, connection  # noqa: E402

from cases.register.snapshot import NotReady, take_snapshot  # noqa: E402
from tracker.build import build  # noqa: E402

build()


def warm_up():
    """Read the bitmaps before anybody asks. What is read here is shared by all workers that are forked later."""
    try:
        with take_snapshot():
            pass
    except (DatabaseError, NotReady) as error:
        # Whoever asks first is told; the database may be there by then.
        logging.getLogger(__name__).warning("the register cannot be read yet: %s", type(error).__name__)
    finally:
        # A connection must not be shared by processes.
        connection.close()


warm_up()
