"""Custody from facts and decisions: totals, answered questions, and until when a status lasts, beside the row."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0011_names_of_fields'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnsweredAsk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, verbose_name='question')),
                ('about', models.CharField(blank=True, default='', max_length=500, verbose_name='about')),
                ('reason', models.TextField(verbose_name='this is so, because')),
                ('answered_at', models.DateTimeField(verbose_name='answered at')),
            ],
            options={
                'verbose_name': 'answered question',
                'verbose_name_plural': 'answered questions',
                'ordering': ['pk'],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sentence',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sentence',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sentence',
            name='deleted_delete',
        ),
        migrations.RemoveField(
            model_name='publishedcase',
            name='run_out',
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='confirmed_day',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='confirmed_on',
            field=models.TextField(default='', verbose_name='Confirmed on'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='last_known_from',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='confirmed_on',
            field=models.TextField(null=True, verbose_name='Confirmed on'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='last_known_from',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='sentence',
            name='total',
            field=models.ForeignKey(blank=True, help_text='The sentence that adds this one up with others; the total alone stands.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='cases.sentence', verbose_name='part of the total'),
        ),
        migrations.AddField(
            model_name='sentencehistory',
            name='total',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The sentence that adds this one up with others; the total alone stands.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.sentence', verbose_name='part of the total'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sentence',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_sentencehistory" ("case_id", "date", "date_earliest", "date_latest", "date_words", "days", "expected_end_date", "expected_end_date_earliest", "expected_end_date_latest", "expected_end_date_words", "id", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceeding_id", "regime", "supersedes_id", "total_id", "words", "years") VALUES (NEW."case_id", NEW."date", NEW."date_earliest", NEW."date_latest", NEW."date_words", NEW."days", NEW."expected_end_date", NEW."expected_end_date_earliest", NEW."expected_end_date_latest", NEW."expected_end_date_words", NEW."id", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."proceeding_id", NEW."regime", NEW."supersedes_id", NEW."total_id", NEW."words", NEW."years"); RETURN NULL;', hash='24a7be37d7177a5c3a48c0db11ba858f5b83f7de', operation='INSERT', pgid='pgtrigger_added_insert_391fb', table='cases_sentence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sentence',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_sentencehistory" ("case_id", "date", "date_earliest", "date_latest", "date_words", "days", "expected_end_date", "expected_end_date_earliest", "expected_end_date_latest", "expected_end_date_words", "id", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceeding_id", "regime", "supersedes_id", "total_id", "words", "years") VALUES (NEW."case_id", NEW."date", NEW."date_earliest", NEW."date_latest", NEW."date_words", NEW."days", NEW."expected_end_date", NEW."expected_end_date_earliest", NEW."expected_end_date_latest", NEW."expected_end_date_words", NEW."id", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."proceeding_id", NEW."regime", NEW."supersedes_id", NEW."total_id", NEW."words", NEW."years"); RETURN NULL;', hash='438875dfc89126e4e495b7d532b0afeec0535039', operation='UPDATE', pgid='pgtrigger_changed_update_55d77', table='cases_sentence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sentence',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_sentencehistory" ("case_id", "date", "date_earliest", "date_latest", "date_words", "days", "expected_end_date", "expected_end_date_earliest", "expected_end_date_latest", "expected_end_date_words", "id", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceeding_id", "regime", "supersedes_id", "total_id", "words", "years") VALUES (OLD."case_id", OLD."date", OLD."date_earliest", OLD."date_latest", OLD."date_words", OLD."days", OLD."expected_end_date", OLD."expected_end_date_earliest", OLD."expected_end_date_latest", OLD."expected_end_date_words", OLD."id", OLD."kind", OLD."months", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."proceeding_id", OLD."regime", OLD."supersedes_id", OLD."total_id", OLD."words", OLD."years"); RETURN NULL;', hash='bb391a74e947a379ce8e6a743d1dfaf3f29ad06f', operation='DELETE', pgid='pgtrigger_deleted_delete_93a96', table='cases_sentence', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='sentence',
            constraint=models.CheckConstraint(condition=models.Q(('total__isnull', True), models.Q(('total', models.F('pk')), _negated=True), _connector='OR'), name='sentence_is_not_its_own_total', violation_error_message='A sentence cannot be part of itself.'),
        ),
        migrations.AddField(
            model_name='answeredask',
            name='answered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by'),
        ),
        migrations.AddField(
            model_name='answeredask',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answered_asks', to='cases.case', verbose_name='case'),
        ),
        migrations.AddConstraint(
            model_name='answeredask',
            constraint=models.UniqueConstraint(fields=('case', 'code', 'about'), name='ask_is_answered_once'),
        ),
    ]
