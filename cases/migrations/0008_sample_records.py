"""Whether a record is a fictional sample, at a field of its own. `prepare` fills the rows of the register."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0007_sentences_of_constraints'),
    ]

    operations = [
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
            name='is_sample',
            field=models.BooleanField(default=False, editable=False, verbose_name='fictional sample'),
        ),
        migrations.AddField(
            model_name='campaignhistory',
            name='is_sample',
            field=models.BooleanField(default=False, editable=False, verbose_name='fictional sample'),
        ),
        migrations.AddField(
            model_name='case',
            name='is_sample',
            field=models.BooleanField(default=False, editable=False, verbose_name='fictional sample'),
        ),
        migrations.AddField(
            model_name='casehistory',
            name='is_sample',
            field=models.BooleanField(default=False, editable=False, verbose_name='fictional sample'),
        ),
        migrations.AddField(
            model_name='publishedcampaign',
            name='sample',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='sample',
            field=models.BooleanField(null=True, verbose_name='Sample'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='sample',
            field=models.TextField(null=True, verbose_name='Sample'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "title") VALUES (NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."id", NEW."is_sample", NEW."notes", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."states", NEW."summary", NEW."title"); RETURN NULL;', hash='bfe520a483573eeabecff135819b7c1662b2af0a', operation='INSERT', pgid='pgtrigger_added_insert_e9376', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "title") VALUES (NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."id", NEW."is_sample", NEW."notes", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."states", NEW."summary", NEW."title"); RETURN NULL;', hash='e65a748e143a3d1a6cf630eb5a9542c0ca2dee00', operation='UPDATE', pgid='pgtrigger_changed_update_8af64', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_campaignhistory" ("edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "id", "is_sample", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "states", "summary", "title") VALUES (OLD."edit_version", OLD."edited_at", OLD."edited_by_id", OLD."end_date", OLD."end_date_earliest", OLD."end_date_latest", OLD."end_date_words", OLD."id", OLD."is_sample", OLD."notes", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."published_at", OLD."published_edit_version", OLD."published_version", OLD."reference", OLD."reference_identity", OLD."review_wanted", OLD."start_date", OLD."start_date_earliest", OLD."start_date_latest", OLD."start_date_words", OLD."state", OLD."states", OLD."summary", OLD."title"); RETURN NULL;', hash='16398c202a983e1bfa82cc2b9c99faba92802a86', operation='DELETE', pgid='pgtrigger_deleted_delete_0a9f2', table='cases_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "title", "transit") VALUES (NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."title", NEW."transit"); RETURN NULL;', hash='3a57ceb7f987e7f51606552e10be35d70ea071ae', operation='INSERT', pgid='pgtrigger_added_insert_93fc4', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "title", "transit") VALUES (NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."title", NEW."transit"); RETURN NULL;', hash='53be92f6b873112bc3c75d9c641db7baa5179d0b', operation='UPDATE', pgid='pgtrigger_changed_update_eb1ce', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "title", "transit") VALUES (OLD."consent", OLD."consent_by", OLD."consent_date", OLD."consent_expires_date", OLD."consent_scope", OLD."consent_spoken", OLD."cooperating", OLD."count_max", OLD."count_min", OLD."count_words", OLD."custody_override", OLD."custody_override_date", OLD."custody_override_date_earliest", OLD."custody_override_date_latest", OLD."custody_override_date_words", OLD."custody_override_source_id", OLD."destination", OLD."edit_version", OLD."edited_at", OLD."edited_by_id", OLD."end_date", OLD."end_date_earliest", OLD."end_date_latest", OLD."end_date_words", OLD."group_description", OLD."group_roles", OLD."group_unit", OLD."host", OLD."id", OLD."inference_basis", OLD."inferred_states", OLD."is_restricted", OLD."is_sample", OLD."kind", OLD."last_checked_date", OLD."location", OLD."methods", OLD."notes", OLD."origin", OLD."part_of_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place_id", OLD."publish_embargo_until", OLD."published_at", OLD."published_edit_version", OLD."published_version", OLD."reference", OLD."reference_identity", OLD."review_wanted", OLD."risk_review_date", OLD."risk_review_outcome", OLD."start_date", OLD."start_date_earliest", OLD."start_date_latest", OLD."start_date_words", OLD."state", OLD."summary", OLD."targeted_because_of_id", OLD."title", OLD."transit"); RETURN NULL;', hash='014f3868be3afcd41f2a2d31ac2d9cd8acbb5052', operation='DELETE', pgid='pgtrigger_deleted_delete_9c30b', table='cases_case', when='AFTER')),
        ),
    ]
