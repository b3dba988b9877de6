"""The inbox: what readers send, and the history of its handling. Takes the make of a new register from a function, so that
raising it changes no table."""

import cases.register.state
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_uses_of_earlier_versions'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='registerstate',
            name='make',
            field=models.PositiveIntegerField(default=cases.register.state.this_make),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('received_at', models.DateTimeField(help_text='The hour, in UTC.', verbose_name='received')),
                ('record', models.CharField(blank=True, default='', max_length=16, verbose_name='record')),
                ('wrong', models.TextField(max_length=5000, verbose_name='what is wrong')),
                ('proposal', models.TextField(blank=True, default='', max_length=5000, verbose_name='what it should say, and how they know')),
                ('contact', models.CharField(blank=True, default='', max_length=300, verbose_name='contact')),
                ('language', models.CharField(max_length=8, verbose_name='language of the page')),
                ('digest', models.BinaryField(max_length=32, unique=True)),
                ('state', models.CharField(choices=[('new', 'New'), ('in_work', 'In work'), ('done', 'Done'), ('refused', 'Refused')], default='new', max_length=8, verbose_name='state')),
                ('note', models.TextField(blank=True, default='', help_text='Private.', verbose_name='our note')),
                ('handled_at', models.DateTimeField(editable=False, null=True, verbose_name='handled at')),
                ('handled_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['-received_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CorrectionHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('state', models.CharField(choices=[('new', 'New'), ('in_work', 'In work'), ('done', 'Done'), ('refused', 'Refused')], default='new', max_length=8, verbose_name='state')),
                ('note', models.TextField(blank=True, default='', help_text='Private.', verbose_name='our note')),
                ('handled_at', models.DateTimeField(editable=False, null=True, verbose_name='handled at')),
                ('handled_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.correction')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['received_at'], name='correction_received'),
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['state', '-received_at'], name='correction_by_state'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', True), ('handled_by__isnull', True)), models.Q(('handled_at__isnull', False), ('handled_by__isnull', False)), _connector='OR'), name='correction_handled_by_somebody_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['new', 'in_work', 'done', 'refused'])), name='correction_of_a_known_state'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."handled_at" IS DISTINCT FROM (NEW."handled_at") OR OLD."handled_by_id" IS DISTINCT FROM (NEW."handled_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."state" IS DISTINCT FROM (NEW."state"))', func='INSERT INTO "cases_correctionhistory" ("handled_at", "handled_by_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."state"); RETURN NULL;', hash='7d2790023fc6439d3e72dadaeeb5b3cd16efc762', operation='UPDATE', pgid='pgtrigger_changed_update_92b40', table='cases_correction', when='AFTER')),
        ),
    ]
