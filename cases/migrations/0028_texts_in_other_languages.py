"""Texts in other languages: the language a record is written in, its translations, and their columns in the register."""

import cases.models.fields
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0027_facilities'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Translation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(choices=[('title', 'Title'), ('summary', 'Summary'), ('description', 'Text of an event')], default='title', max_length=12, verbose_name='which text')),
                ('language', cases.models.fields.CodeField(max_length=40, verbose_name='language')),
                ('text', models.TextField(help_text='Public, like the text itself.', max_length=20000, verbose_name='text')),
                ('way', cases.models.fields.CodeField(default='person', max_length=40, verbose_name='made')),
                ('from_language', cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='from the language')),
                ('translated_by', models.CharField(blank=True, default='', help_text='Public: a name, a bureau, “the desk”. Empty where it is not to be said.', max_length=200, verbose_name='translated by')),
            ],
            options={
                'verbose_name': 'translation',
                'verbose_name_plural': 'translations',
                'ordering': ['field', models.OrderBy(models.F('event'), nulls_first=True), 'language', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TranslationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('field', models.CharField(choices=[('title', 'Title'), ('summary', 'Summary'), ('description', 'Text of an event')], default='title', max_length=12, verbose_name='which text')),
                ('language', cases.models.fields.CodeField(max_length=40, verbose_name='language')),
                ('text', models.TextField(help_text='Public, like the text itself.', max_length=20000, verbose_name='text')),
                ('way', cases.models.fields.CodeField(default='person', max_length=40, verbose_name='made')),
                ('from_language', cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='from the language')),
                ('translated_by', models.CharField(blank=True, default='', help_text='Public: a name, a bureau, “the desk”. Empty where it is not to be said.', max_length=200, verbose_name='translated by')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='campaign',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='campaign',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='campaign',
            name='deleted_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='case',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='case',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='case',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='campaign',
            name='text_language',
            field=cases.models.fields.CodeField(default='en', max_length=40, verbose_name='language of the texts'),
        ),
        migrations.AddField(
            model_name='campaignhistory',
            name='text_language',
            field=cases.models.fields.CodeField(default='en', max_length=40, verbose_name='language of the texts'),
        ),
        migrations.AddField(
            model_name='case',
            name='text_language',
            field=cases.models.fields.CodeField(default='en', max_length=40, verbose_name='language of the texts'),
        ),
        migrations.AddField(
            model_name='casehistory',
            name='text_language',
            field=cases.models.fields.CodeField(default='en', max_length=40, verbose_name='language of the texts'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='summary_az',
            field=models.TextField(default='', verbose_name='Summary in Azerbaijani'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='summary_en',
            field=models.TextField(default='', verbose_name='Summary in English'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='summary_ru',
            field=models.TextField(default='', verbose_name='Summary in Russian'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='text_language',
            field=models.TextField(default='', verbose_name='Language of the texts'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='title_az',
            field=models.TextField(default='', verbose_name='Title in Azerbaijani'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='title_en',
            field=models.TextField(default='', verbose_name='Title in English'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='title_ru',
            field=models.TextField(default='', verbose_name='Title in Russian'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='translations',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Translations'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='summary_az',
            field=models.TextField(null=True, verbose_name='Summary in Azerbaijani'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='summary_en',
            field=models.TextField(null=True, verbose_name='Summary in English'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='summary_ru',
            field=models.TextField(null=True, verbose_name='Summary in Russian'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='text_language',
            field=models.TextField(null=True, verbose_name='Language of the texts'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='title_az',
            field=models.TextField(null=True, verbose_name='Title in Azerbaijani'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='title_en',
            field=models.TextField(null=True, verbose_name='Title in English'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='title_ru',
            field=models.TextField(null=True, verbose_name='Title in Russian'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='translations',
            field=models.TextField(null=True, verbose_name='Translations'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "text_language", "title") VALUES (NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."id", NEW."is_sample", NEW."notes", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."states", NEW."summary", NEW."text_language", NEW."title"); RETURN NULL;', hash='cace5b6da2c71b9cb086aa3290242b8413884eaa', operation='INSERT', pgid='pgtrigger_added_insert_e9376', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "text_language", "title") VALUES (NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."id", NEW."is_sample", NEW."notes", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."states", NEW."summary", NEW."text_language", NEW."title"); RETURN NULL;', hash='e0d2528cfdd7dfc55add11455c8c3f44e01a16ab', operation='UPDATE', pgid='pgtrigger_changed_update_8af64', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "text_language", "title") VALUES (OLD."edit_version", OLD."edited_at", OLD."edited_by_id", OLD."end_date", OLD."end_date_earliest", OLD."end_date_latest", OLD."end_date_words", OLD."id", OLD."is_sample", OLD."notes", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."published_at", OLD."published_edit_version", OLD."published_version", OLD."reference", OLD."reference_identity", OLD."review_wanted", OLD."start_date", OLD."start_date_earliest", OLD."start_date_latest", OLD."start_date_words", OLD."state", OLD."states", OLD."summary", OLD."text_language", OLD."title"); RETURN NULL;', hash='9ddee8b9b5955d6a69d74b85053c00bdd42548a4', operation='DELETE', pgid='pgtrigger_deleted_delete_0a9f2', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."text_language", NEW."title", NEW."transit"); RETURN NULL;', hash='5a435877048b21fd25d198ca7e503f36218cd71d', operation='INSERT', pgid='pgtrigger_added_insert_93fc4', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."text_language", NEW."title", NEW."transit"); RETURN NULL;', hash='c78296d38643671a5ba8c77e1dcc18f28857017e', operation='UPDATE', pgid='pgtrigger_changed_update_eb1ce', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (OLD."consent", OLD."consent_by", OLD."consent_date", OLD."consent_expires_date", OLD."consent_scope", OLD."consent_spoken", OLD."cooperating", OLD."count_max", OLD."count_min", OLD."count_words", OLD."custody_override", OLD."custody_override_date", OLD."custody_override_date_earliest", OLD."custody_override_date_latest", OLD."custody_override_date_words", OLD."custody_override_source_id", OLD."destination", OLD."edit_version", OLD."edited_at", OLD."edited_by_id", OLD."end_date", OLD."end_date_earliest", OLD."end_date_latest", OLD."end_date_words", OLD."group_description", OLD."group_roles", OLD."group_unit", OLD."host", OLD."id", OLD."inference_basis", OLD."inferred_states", OLD."is_restricted", OLD."is_sample", OLD."kind", OLD."last_checked_date", OLD."location", OLD."methods", OLD."notes", OLD."origin", OLD."part_of_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place_id", OLD."publish_embargo_until", OLD."published_at", OLD."published_edit_version", OLD."published_version", OLD."reference", OLD."reference_identity", OLD."review_wanted", OLD."risk_review_date", OLD."risk_review_outcome", OLD."start_date", OLD."start_date_earliest", OLD."start_date_latest", OLD."start_date_words", OLD."state", OLD."summary", OLD."targeted_because_of_id", OLD."text_language", OLD."title", OLD."transit"); RETURN NULL;', hash='a7d76b1dc5db9087499f5591ecf26d2c7279667b', operation='DELETE', pgid='pgtrigger_deleted_delete_9c30b', table='cases_case', when='AFTER')),
        ),
        migrations.AddField(
            model_name='translation',
            name='campaign',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='cases.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='translation',
            name='case',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='translation',
            name='event',
            field=models.ForeignKey(blank=True, help_text='Whose text it is. Saved events only.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='cases.event', verbose_name='event'),
        ),
        migrations.AddField(
            model_name='translationhistory',
            name='campaign',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='translationhistory',
            name='case',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='translationhistory',
            name='event',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Whose text it is. Saved events only.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.event', verbose_name='event'),
        ),
        migrations.AddField(
            model_name='translationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='translationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.translation'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('campaign__isnull', True), ('case__isnull', False)), models.Q(('campaign__isnull', False), ('case__isnull', True)), _connector='OR'), name='translation_on_case_or_campaign'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', 'description'), _negated=True), ('event__isnull', False), _connector='OR'), name='translation_of_an_event_names_it', violation_error_message='Choose the event whose text this is.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(('field', 'description'), ('event__isnull', True), _connector='OR'), name='translation_of_a_record_names_no_event', violation_error_message='Title and summary are those of the record; leave the event empty.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='translation_says_something', violation_error_message='This cannot stand empty.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', 'title'), _negated=True), models.Q(('text__contains', '\n'), _negated=True), _connector='OR'), name='translation_of_a_title_is_one_line', violation_error_message='A title is one line.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', 'title'), _negated=True), ('text__length__lte', 300), _connector='OR'), name='translation_of_a_title_has_its_length'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', 'summary'), _negated=True), ('text__length__lte', 20000), _connector='OR'), name='translation_of_a_summary_has_its_length'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', 'description'), _negated=True), ('text__length__lte', 10000), _connector='OR'), name='translation_of_a_description_has_its_length'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(('way', 'facts'), models.Q(('from_language', ''), _negated=True), _connector='OR'), name='translation_says_from_which_language', violation_error_message='Say from which language it was translated.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('way', 'facts'), _negated=True), ('from_language', ''), _connector='OR'), name='translation_of_facts_is_of_no_language', violation_error_message='What is made from the facts is translated from no language.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.CheckConstraint(condition=models.Q(('from_language', models.F('language')), _negated=True), name='translation_is_of_another_language', violation_error_message='This is the language it was translated into.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.UniqueConstraint(condition=models.Q(('event__isnull', True)), fields=('case', 'field', 'language'), name='translation_of_a_case_once', violation_error_message='This text is there in this language already.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.UniqueConstraint(fields=('case', 'event', 'language'), name='translation_of_an_event_of_a_case_once', violation_error_message='This text is there in this language already.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.UniqueConstraint(condition=models.Q(('event__isnull', True)), fields=('campaign', 'field', 'language'), name='translation_of_a_campaign_once', violation_error_message='This text is there in this language already.'),
        ),
        migrations.AddConstraint(
            model_name='translation',
            constraint=models.UniqueConstraint(fields=('campaign', 'event', 'language'), name='translation_of_an_event_of_a_campaign_once', violation_error_message='This text is there in this language already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='translation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_translationhistory" ("campaign_id", "case_id", "event_id", "field", "from_language", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "translated_by", "way") VALUES (NEW."campaign_id", NEW."case_id", NEW."event_id", NEW."field", NEW."from_language", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."text", NEW."translated_by", NEW."way"); RETURN NULL;', hash='4aca492f023e5b3775af8f42124490903d6e959f', operation='INSERT', pgid='pgtrigger_added_insert_40481', table='cases_translation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='translation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_translationhistory" ("campaign_id", "case_id", "event_id", "field", "from_language", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "translated_by", "way") VALUES (NEW."campaign_id", NEW."case_id", NEW."event_id", NEW."field", NEW."from_language", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."text", NEW."translated_by", NEW."way"); RETURN NULL;', hash='b4f456658c1fdf7234dd0e87ae08a203d6986757', operation='UPDATE', pgid='pgtrigger_changed_update_c5dfa', table='cases_translation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='translation',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_translationhistory" ("campaign_id", "case_id", "event_id", "field", "from_language", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "translated_by", "way") VALUES (OLD."campaign_id", OLD."case_id", OLD."event_id", OLD."field", OLD."from_language", OLD."id", OLD."language", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."translated_by", OLD."way"); RETURN NULL;', hash='a7ce6da7d57feaed1e24247c253eb0a25f1ce494', operation='DELETE', pgid='pgtrigger_deleted_delete_66197', table='cases_translation', when='AFTER')),
        ),
    ]
