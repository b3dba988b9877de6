"""`peer_import_export.py FILE`: what django-import-export needs for the same rows, into one table of texts of SQLite in
memory: no person, no charge, no event, no source, no history, no comparison with who is on file.

Nothing of this program is imported here.
"""

import csv
import json
import resource
import sys
import time

import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["import_export"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

import import_export  # noqa: E402
import tablib  # noqa: E402
from django.db import connection, models  # noqa: E402
from import_export.resources import modelresource_factory  # noqa: E402

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    header = next(csv.reader(file))
columns = {name: models.TextField(blank=True, default="") for name in header}
Row = type(
    "Row", (models.Model,), {"__module__": "peer", "Meta": type("Meta", (), {"app_label": "peer"}), **columns}
)
with connection.schema_editor() as editor:
    editor.create_model(Row)

options = {"import_id_fields": ["list_id"], "use_bulk": True, "batch_size": 500, "skip_diff": True}
resource_class = modelresource_factory(Row, meta_options=options)
figures = {"django-import-export": import_export.__version__}
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    data = tablib.Dataset().load(file.read(), format="csv")
for title, is_dry in (("dry run, s", True), ("import, s", False)):
    began = time.monotonic()
    result = resource_class().import_data(data, dry_run=is_dry, raise_errors=True)
    figures[title] = round(time.monotonic() - began, 1)
figures["rows"] = Row.objects.count()
figures["memory, MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps(figures))
