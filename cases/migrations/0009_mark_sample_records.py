"""The records that our own program loaded as samples get the mark, and their titles lose the words that said so.

They are known by the private note they were loaded with, in their history where it was edited since. From then on the
database lets nobody change the mark. What is public of them is read anew from its texts (`register/documents/steps.py`).
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

MARK = """
    UPDATE cases_{table} SET is_sample = true,
        title = CASE WHEN title LIKE 'Fictional sample: _%'
                     THEN upper(substr(title, 19, 1)) || substr(title, 20) ELSE title END
    WHERE id IN (SELECT pgh_obj_id FROM cases_{table}history WHERE notes LIKE 'Fictional sample record%')
"""
UNMARK = """
    UPDATE cases_{table} SET is_sample = false, title = left('Fictional sample: ' || title, 300) WHERE is_sample
"""


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0008_sample_records'),
    ]

    operations = [
        migrations.RunSQL(MARK.format(table='case'), UNMARK.format(table='case')),
        migrations.RunSQL(MARK.format(table='campaign'), UNMARK.format(table='campaign')),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='is_sample_for_ever', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_sample" IS DISTINCT FROM (NEW."is_sample"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='22cf523960575a71dfa7453e93b52dde1622c4be', operation='UPDATE', pgid='pgtrigger_is_sample_for_ever_2b6b7', table='cases_campaign', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='is_sample_for_ever', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_sample" IS DISTINCT FROM (NEW."is_sample"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='287efa48ba28d8612b1680326a2b79bd1bb49b33', operation='UPDATE', pgid='pgtrigger_is_sample_for_ever_7b99f', table='cases_case', when='BEFORE')),
        ),
    ]
