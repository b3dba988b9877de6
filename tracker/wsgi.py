"""The web server's way in: `gunicorn tracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
application = get_wsgi_application()

# Settings can be read only now. Of the files as they are when the program is loaded, not when the first page is asked.
from tracker.build import build  # noqa: E402

build()
