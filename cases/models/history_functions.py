"""The two functions of the database that every trigger of the history calls, without a subtransaction for each row.

As the libraries bring them, each reads a setting that mostly is not there, and catches the error. The end of such a
subtransaction goes through all checks that wait for the end of the transaction around it – the keys of all rows
written so far: with ten thousand cases in one transaction, nine tenths of the time. A setting can be asked for without
an error. They say the same otherwise, also once a transaction is over, when a setting stays behind as empty text.
"""

from typing import Any

from django.db import connections
from django.db.models.signals import post_migrate

_FUNCTIONS = """
CREATE OR REPLACE FUNCTION "public"._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN AS $$
BEGIN
    RETURN COALESCE(
        trigger_name = ANY(NULLIF(current_setting('pgtrigger.ignore', true), '')::TEXT[]), FALSE
    );
END;
$$ LANGUAGE plpgsql;

CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS UUID AS $$
DECLARE
    named UUID := NULLIF(current_setting('pghistory.context_id', true), '');
    told JSONB := NULLIF(current_setting('pghistory.context_metadata', true), '');
BEGIN
    IF named IS NULL OR told IS NULL THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM pghistory_context WHERE id = named AND metadata = told) THEN
        INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
            VALUES (named, told, NOW(), NOW())
            ON CONFLICT (id) DO UPDATE SET metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at;
    END IF;
    RETURN named;
END;
$$ LANGUAGE plpgsql;
"""


def install(using: str, **_signal: Any) -> None:
    """After every `migrate`, since making a trigger writes the library's own function again."""
    with connections[using].cursor() as cursor:
        cursor.execute(_FUNCTIONS)


def install_after_migrating(app: Any) -> None:
    post_migrate.connect(install, sender=app, dispatch_uid="history functions")
