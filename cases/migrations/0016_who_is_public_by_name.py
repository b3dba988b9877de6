"""Who is public by name, or was under a reference that still says so: what hiding somebody asks (`workflow/naming.py`).

Persons whom only earlier releases named, and hid again, are left out: nothing of theirs is public.
"""

from django.db import migrations

FILL = """
    INSERT INTO cases_publicnaming (person_id, masked_names)
    SELECT person_id, CAST('[]' AS jsonb) FROM cases_case
    WHERE person_id IS NOT NULL AND published_at IS NOT NULL AND reference_identity = 'named'
    UNION
    SELECT targeted_because_of_id, CAST('[]' AS jsonb) FROM cases_case
    WHERE targeted_because_of_id IS NOT NULL AND EXISTS (
        SELECT FROM cases_publisheduse AS use
        WHERE use.case_id = cases_case.id AND use.record_type = 'person'
            AND use.record_id = cases_case.targeted_because_of_id)
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0015_masked_names'),
    ]

    operations = [
        migrations.RunSQL(FILL, "DELETE FROM cases_publicnaming"),
    ]
