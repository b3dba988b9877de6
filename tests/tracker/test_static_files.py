"""What `make run` does to static files: every file they refer to exists, or hashing their names fails."""

import json

from django.core.management import call_command


def test_every_file_named_in_a_style_sheet_exists(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert "admin/css/base.css" in json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
