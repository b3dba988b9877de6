"""Courts of decisions, organisations, officials, lawyers, counsel, age at arrest; names of what has a page."""

import cases.models.fields
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0028_texts_in_other_languages'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', cases.models.fields.CodeField(max_length=40, verbose_name='tie')),
                ('words', models.CharField(blank=True, default='', help_text='As the source has it: “editor-in-chief”, “since 2019”.', max_length=200, verbose_name='post, in words')),
            ],
            options={
                'verbose_name': 'affiliation',
                'verbose_name_plural': 'affiliations',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='AffiliationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', cases.models.fields.CodeField(max_length=40, verbose_name='tie')),
                ('words', models.CharField(blank=True, default='', help_text='As the source has it: “editor-in-chief”, “since 2019”.', max_length=200, verbose_name='post, in words')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Lawyer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Private, until a public source that names them as a lawyer of this case is cited for it.', max_length=200, verbose_name='name')),
            ],
            options={
                'verbose_name': 'lawyer',
                'verbose_name_plural': 'lawyers',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='LawyerHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(help_text='Private, until a public source that names them as a lawyer of this case is cited for it.', max_length=200, verbose_name='name')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Official',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', cases.models.fields.ReferenceField(editable=False, max_length=20, prefix='J', unique=True, verbose_name='reference')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('spellings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, help_text='Separated by commas.', size=None, verbose_name='other names and spellings')),
                ('office', cases.models.fields.CodeField(max_length=40, verbose_name='office')),
            ],
            options={
                'verbose_name': 'official',
                'verbose_name_plural': 'officials',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='OfficialHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reference', cases.models.fields.ReferenceField(editable=False, max_length=20, prefix='J', verbose_name='reference')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('spellings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, help_text='Separated by commas.', size=None, verbose_name='other names and spellings')),
                ('office', cases.models.fields.CodeField(max_length=40, verbose_name='office')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', cases.models.fields.ReferenceField(editable=False, max_length=20, prefix='O', unique=True, verbose_name='reference')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('spellings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, help_text='Separated by commas.', size=None, verbose_name='other names and spellings')),
                ('country', cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='country')),
                ('kind', cases.models.fields.CodeField(default='unknown', max_length=40, verbose_name='kind')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ['country', 'name'],
            },
        ),
        migrations.CreateModel(
            name='OrganisationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reference', cases.models.fields.ReferenceField(editable=False, max_length=20, prefix='O', verbose_name='reference')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('spellings', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, help_text='Separated by commas.', size=None, verbose_name='other names and spellings')),
                ('country', cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='country')),
                ('kind', cases.models.fields.CodeField(default='unknown', max_length=40, verbose_name='kind')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', cases.models.fields.CodeField(max_length=40, verbose_name='took part as')),
                ('words', models.CharField(blank=True, default='', help_text='As the source has it: “presided over the trial”.', max_length=200, verbose_name='part, in words')),
            ],
            options={
                'verbose_name': 'part',
                'verbose_name_plural': 'parts of officials',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ParticipationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', cases.models.fields.CodeField(max_length=40, verbose_name='took part as')),
                ('words', models.CharField(blank=True, default='', help_text='As the source has it: “presided over the trial”.', max_length=200, verbose_name='part, in words')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RenameModel(
            old_name='PublishedAgency',
            new_name='PublishedName',
        ),
        migrations.AlterModelOptions(
            name='publishedname',
            options={'verbose_name_plural': 'published names'},
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
        pgtrigger.migrations.RemoveTrigger(
            model_name='citation',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='citation',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='citation',
            name='deleted_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='event',
            name='deleted_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proceeding',
            name='added_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proceeding',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='proceeding',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='case',
            name='age_at_arrest',
            field=models.PositiveSmallIntegerField(blank=True, help_text='As a source states it; left empty, the year of birth tells it, at least and at most.', null=True, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='age at arrest'),
        ),
        migrations.AddField(
            model_name='casehistory',
            name='age_at_arrest',
            field=models.PositiveSmallIntegerField(blank=True, help_text='As a source states it; left empty, the year of birth tells it, at least and at most.', null=True, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='age at arrest'),
        ),
        migrations.AddField(
            model_name='event',
            name='court',
            field=models.ForeignKey(blank=True, help_text='The court that decided, where a court did.', limit_choices_to={'kind': 'judiciary'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='cases.agency', verbose_name='court'),
        ),
        migrations.AddField(
            model_name='eventhistory',
            name='court',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The court that decided, where a court did.', limit_choices_to={'kind': 'judiciary'}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.agency', verbose_name='court'),
        ),
        migrations.AddField(
            model_name='proceeding',
            name='counsel',
            field=cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='contact with counsel'),
        ),
        migrations.AddField(
            model_name='proceedinghistory',
            name='counsel',
            field=cases.models.fields.CodeField(blank=True, default='', max_length=40, verbose_name='contact with counsel'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='age_at_arrest',
            field=models.TextField(default='', verbose_name='Age at arrest'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='counsel',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Contact with counsel'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='court_references',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Courts with a page'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='courts',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Courts'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='lawyers',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Lawyers'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='official_agencies',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Agencies of officials'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='official_references',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Officials with a page'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='official_roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Offices'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='officials',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Officials'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='organisation_references',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Organisations with a page'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='organisation_roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Ties to organisations'),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='organisations',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None, verbose_name='Organisations'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='age_at_arrest',
            field=models.TextField(null=True, verbose_name='Age at arrest'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='counsel',
            field=models.TextField(null=True, verbose_name='Contact with counsel'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='courts',
            field=models.TextField(null=True, verbose_name='Courts'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='lawyers',
            field=models.TextField(null=True, verbose_name='Lawyers'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='official_agencies',
            field=models.TextField(null=True, verbose_name='Agencies of officials'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='official_roles',
            field=models.TextField(null=True, verbose_name='Offices'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='officials',
            field=models.TextField(null=True, verbose_name='Officials'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='organisation_roles',
            field=models.TextField(null=True, verbose_name='Ties to organisations'),
        ),
        migrations.AddField(
            model_name='publishedcells',
            name='organisations',
            field=models.TextField(null=True, verbose_name='Organisations'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("age_at_arrest", "consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (NEW."age_at_arrest", NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."text_language", NEW."title", NEW."transit"); RETURN NULL;', hash='f60aa434c79e6788c9a5f9276bba86d1c4866f3d', operation='INSERT', pgid='pgtrigger_added_insert_93fc4', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casehistory" ("age_at_arrest", "consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (NEW."age_at_arrest", NEW."consent", NEW."consent_by", NEW."consent_date", NEW."consent_expires_date", NEW."consent_scope", NEW."consent_spoken", NEW."cooperating", NEW."count_max", NEW."count_min", NEW."count_words", NEW."custody_override", NEW."custody_override_date", NEW."custody_override_date_earliest", NEW."custody_override_date_latest", NEW."custody_override_date_words", NEW."custody_override_source_id", NEW."destination", NEW."edit_version", NEW."edited_at", NEW."edited_by_id", NEW."end_date", NEW."end_date_earliest", NEW."end_date_latest", NEW."end_date_words", NEW."group_description", NEW."group_roles", NEW."group_unit", NEW."host", NEW."id", NEW."inference_basis", NEW."inferred_states", NEW."is_restricted", NEW."is_sample", NEW."kind", NEW."last_checked_date", NEW."location", NEW."methods", NEW."notes", NEW."origin", NEW."part_of_id", NEW."person_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."place_id", NEW."publish_embargo_until", NEW."published_at", NEW."published_edit_version", NEW."published_version", NEW."reference", NEW."reference_identity", NEW."review_wanted", NEW."risk_review_date", NEW."risk_review_outcome", NEW."start_date", NEW."start_date_earliest", NEW."start_date_latest", NEW."start_date_words", NEW."state", NEW."summary", NEW."targeted_because_of_id", NEW."text_language", NEW."title", NEW."transit"); RETURN NULL;', hash='ed7eea2a816173d9264204becd44f502f50f57b8', operation='UPDATE', pgid='pgtrigger_changed_update_eb1ce', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='case',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casehistory" ("age_at_arrest", "consent", "consent_by", "consent_date", "consent_expires_date", "consent_scope", "consent_spoken", "cooperating", "count_max", "count_min", "count_words", "custody_override", "custody_override_date", "custody_override_date_earliest", "custody_override_date_latest", "custody_override_date_words", "custody_override_source_id", "destination", "edit_version", "edited_at", "edited_by_id", "end_date", "end_date_earliest", "end_date_latest", "end_date_words", "group_description", "group_roles", "group_unit", "host", "id", "inference_basis", "inferred_states", "is_restricted", "is_sample", "kind", "last_checked_date", "location", "methods", "notes", "origin", "part_of_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "publish_embargo_until", "published_at", "published_edit_version", "published_version", "reference", "reference_identity", "review_wanted", "risk_review_date", "risk_review_outcome", "start_date", "start_date_earliest", "start_date_latest", "start_date_words", "state", "summary", "targeted_because_of_id", "text_language", "title", "transit") VALUES (OLD."age_at_arrest", OLD."consent", OLD."consent_by", OLD."consent_date", OLD."consent_expires_date", OLD."consent_scope", OLD."consent_spoken", OLD."cooperating", OLD."count_max", OLD."count_min", OLD."count_words", OLD."custody_override", OLD."custody_override_date", OLD."custody_override_date_earliest", OLD."custody_override_date_latest", OLD."custody_override_date_words", OLD."custody_override_source_id", OLD."destination", OLD."edit_version", OLD."edited_at", OLD."edited_by_id", OLD."end_date", OLD."end_date_earliest", OLD."end_date_latest", OLD."end_date_words", OLD."group_description", OLD."group_roles", OLD."group_unit", OLD."host", OLD."id", OLD."inference_basis", OLD."inferred_states", OLD."is_restricted", OLD."is_sample", OLD."kind", OLD."last_checked_date", OLD."location", OLD."methods", OLD."notes", OLD."origin", OLD."part_of_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place_id", OLD."publish_embargo_until", OLD."published_at", OLD."published_edit_version", OLD."published_version", OLD."reference", OLD."reference_identity", OLD."review_wanted", OLD."risk_review_date", OLD."risk_review_outcome", OLD."start_date", OLD."start_date_earliest", OLD."start_date_latest", OLD."start_date_words", OLD."state", OLD."summary", OLD."targeted_because_of_id", OLD."text_language", OLD."title", OLD."transit"); RETURN NULL;', hash='0c95fa773947cd27850b6c3976880bde6b2be12a', operation='DELETE', pgid='pgtrigger_deleted_delete_9c30b', table='cases_case', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_citationhistory" ("affiliation_id", "assessment_id", "attribution_id", "campaign_id", "case_id", "charge_id", "claimed_field", "claimed_value", "credibility", "event_id", "id", "intervention_id", "lawyer_id", "notes", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "preference_reason", "preferred", "remark", "sentence_id", "source_id", "violation_id") VALUES (NEW."affiliation_id", NEW."assessment_id", NEW."attribution_id", NEW."campaign_id", NEW."case_id", NEW."charge_id", NEW."claimed_field", NEW."claimed_value", NEW."credibility", NEW."event_id", NEW."id", NEW."intervention_id", NEW."lawyer_id", NEW."notes", NEW."participation_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."pinpoint", NEW."preference_reason", NEW."preferred", NEW."remark", NEW."sentence_id", NEW."source_id", NEW."violation_id"); RETURN NULL;', hash='0fa2ccae70ef3b34351c251b91586ebb49065b15', operation='INSERT', pgid='pgtrigger_added_insert_2bca0', table='cases_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_citationhistory" ("affiliation_id", "assessment_id", "attribution_id", "campaign_id", "case_id", "charge_id", "claimed_field", "claimed_value", "credibility", "event_id", "id", "intervention_id", "lawyer_id", "notes", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "preference_reason", "preferred", "remark", "sentence_id", "source_id", "violation_id") VALUES (NEW."affiliation_id", NEW."assessment_id", NEW."attribution_id", NEW."campaign_id", NEW."case_id", NEW."charge_id", NEW."claimed_field", NEW."claimed_value", NEW."credibility", NEW."event_id", NEW."id", NEW."intervention_id", NEW."lawyer_id", NEW."notes", NEW."participation_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."pinpoint", NEW."preference_reason", NEW."preferred", NEW."remark", NEW."sentence_id", NEW."source_id", NEW."violation_id"); RETURN NULL;', hash='2e2d9179ab2a50909f466eb1854cd1873a48175c', operation='UPDATE', pgid='pgtrigger_changed_update_2daa6', table='cases_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_citationhistory" ("affiliation_id", "assessment_id", "attribution_id", "campaign_id", "case_id", "charge_id", "claimed_field", "claimed_value", "credibility", "event_id", "id", "intervention_id", "lawyer_id", "notes", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "preference_reason", "preferred", "remark", "sentence_id", "source_id", "violation_id") VALUES (OLD."affiliation_id", OLD."assessment_id", OLD."attribution_id", OLD."campaign_id", OLD."case_id", OLD."charge_id", OLD."claimed_field", OLD."claimed_value", OLD."credibility", OLD."event_id", OLD."id", OLD."intervention_id", OLD."lawyer_id", OLD."notes", OLD."participation_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."pinpoint", OLD."preference_reason", OLD."preferred", OLD."remark", OLD."sentence_id", OLD."source_id", OLD."violation_id"); RETURN NULL;', hash='aeeb19fb638263bc3000639f0b89bbe1c856d0a4', operation='DELETE', pgid='pgtrigger_deleted_delete_d1c0c', table='cases_citation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_eventhistory" ("agency_id", "campaign_id", "case_id", "conditions", "court_id", "custody_stated", "date", "date_earliest", "date_latest", "date_words", "decision", "description", "held_since", "held_since_earliest", "held_since_latest", "held_since_words", "id", "in_absentia", "kind", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proceeding_id", "taken_into_custody", "until", "until_earliest", "until_latest", "until_words", "verb") VALUES (NEW."agency_id", NEW."campaign_id", NEW."case_id", NEW."conditions", NEW."court_id", NEW."custody_stated", NEW."date", NEW."date_earliest", NEW."date_latest", NEW."date_words", NEW."decision", NEW."description", NEW."held_since", NEW."held_since_earliest", NEW."held_since_latest", NEW."held_since_words", NEW."id", NEW."in_absentia", NEW."kind", NEW."order", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."place_id", NEW."proceeding_id", NEW."taken_into_custody", NEW."until", NEW."until_earliest", NEW."until_latest", NEW."until_words", NEW."verb"); RETURN NULL;', hash='e6c3b7deb746489bfe8c0691571fe54530f4d5ce', operation='INSERT', pgid='pgtrigger_added_insert_29e7f', table='cases_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_eventhistory" ("agency_id", "campaign_id", "case_id", "conditions", "court_id", "custody_stated", "date", "date_earliest", "date_latest", "date_words", "decision", "description", "held_since", "held_since_earliest", "held_since_latest", "held_since_words", "id", "in_absentia", "kind", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proceeding_id", "taken_into_custody", "until", "until_earliest", "until_latest", "until_words", "verb") VALUES (NEW."agency_id", NEW."campaign_id", NEW."case_id", NEW."conditions", NEW."court_id", NEW."custody_stated", NEW."date", NEW."date_earliest", NEW."date_latest", NEW."date_words", NEW."decision", NEW."description", NEW."held_since", NEW."held_since_earliest", NEW."held_since_latest", NEW."held_since_words", NEW."id", NEW."in_absentia", NEW."kind", NEW."order", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."place_id", NEW."proceeding_id", NEW."taken_into_custody", NEW."until", NEW."until_earliest", NEW."until_latest", NEW."until_words", NEW."verb"); RETURN NULL;', hash='4cabd79b3de05a09e7f53546317555fe9e1772ff', operation='UPDATE', pgid='pgtrigger_changed_update_66337', table='cases_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_eventhistory" ("agency_id", "campaign_id", "case_id", "conditions", "court_id", "custody_stated", "date", "date_earliest", "date_latest", "date_words", "decision", "description", "held_since", "held_since_earliest", "held_since_latest", "held_since_words", "id", "in_absentia", "kind", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proceeding_id", "taken_into_custody", "until", "until_earliest", "until_latest", "until_words", "verb") VALUES (OLD."agency_id", OLD."campaign_id", OLD."case_id", OLD."conditions", OLD."court_id", OLD."custody_stated", OLD."date", OLD."date_earliest", OLD."date_latest", OLD."date_words", OLD."decision", OLD."description", OLD."held_since", OLD."held_since_earliest", OLD."held_since_latest", OLD."held_since_words", OLD."id", OLD."in_absentia", OLD."kind", OLD."order", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place_id", OLD."proceeding_id", OLD."taken_into_custody", OLD."until", OLD."until_earliest", OLD."until_latest", OLD."until_words", OLD."verb"); RETURN NULL;', hash='a96af8ed1d5e3d26450a0cba10b5d0c6deb18f5d', operation='DELETE', pgid='pgtrigger_deleted_delete_66a94', table='cases_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proceeding',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_proceedinghistory" ("case_id", "counsel", "court", "file_number", "id", "in_absentia", "is_final", "jurisdiction", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_override", "stage_override_source_id") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."file_number", NEW."id", NEW."in_absentia", NEW."is_final", NEW."jurisdiction", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."stage_override", NEW."stage_override_source_id"); RETURN NULL;', hash='b5f03c79212165808485484a81028c3c1bcde840', operation='INSERT', pgid='pgtrigger_added_insert_07d99', table='cases_proceeding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proceeding',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_proceedinghistory" ("case_id", "counsel", "court", "file_number", "id", "in_absentia", "is_final", "jurisdiction", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_override", "stage_override_source_id") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."file_number", NEW."id", NEW."in_absentia", NEW."is_final", NEW."jurisdiction", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."stage_override", NEW."stage_override_source_id"); RETURN NULL;', hash='4c6de0c63cb75dd363d989da0138c67ef957181b', operation='UPDATE', pgid='pgtrigger_changed_update_13595', table='cases_proceeding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proceeding',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_proceedinghistory" ("case_id", "counsel", "court", "file_number", "id", "in_absentia", "is_final", "jurisdiction", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_override", "stage_override_source_id") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."file_number", OLD."id", OLD."in_absentia", OLD."is_final", OLD."jurisdiction", OLD."kind", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."stage_override", OLD."stage_override_source_id"); RETURN NULL;', hash='7d25b75e99cb118ed3db3088235d80d5c1027876', operation='DELETE', pgid='pgtrigger_deleted_delete_65063', table='cases_proceeding', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'person'), ('age_at_arrest__isnull', True), _connector='OR'), name='case_age_is_of_a_person', violation_error_message='Only a person has an age.'),
        ),
        migrations.AddField(
            model_name='affiliation',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='citation',
            name='affiliation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='cases.affiliation', verbose_name='affiliation'),
        ),
        migrations.AddField(
            model_name='citationhistory',
            name='affiliation',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.affiliation', verbose_name='affiliation'),
        ),
        migrations.AddField(
            model_name='affiliationhistory',
            name='case',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='affiliationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='affiliationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.affiliation'),
        ),
        migrations.AddField(
            model_name='lawyer',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lawyers', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='citation',
            name='lawyer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='cases.lawyer', verbose_name='lawyer'),
        ),
        migrations.AddField(
            model_name='citationhistory',
            name='lawyer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.lawyer', verbose_name='lawyer'),
        ),
        migrations.AddField(
            model_name='lawyerhistory',
            name='case',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='lawyerhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='lawyerhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.lawyer'),
        ),
        migrations.AddField(
            model_name='official',
            name='agency',
            field=models.ForeignKey(help_text='Court, prosecution or service in which they hold the office.', on_delete=django.db.models.deletion.PROTECT, related_name='officials', to='cases.agency', verbose_name='agency'),
        ),
        migrations.AddField(
            model_name='official',
            name='source',
            field=models.ForeignKey(help_text='A public source that names them in this office.', limit_choices_to={'is_public': True}, on_delete=django.db.models.deletion.PROTECT, related_name='officials', to='cases.source', verbose_name='source'),
        ),
        migrations.AddField(
            model_name='officialhistory',
            name='agency',
            field=models.ForeignKey(db_constraint=False, help_text='Court, prosecution or service in which they hold the office.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.agency', verbose_name='agency'),
        ),
        migrations.AddField(
            model_name='officialhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='officialhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.official'),
        ),
        migrations.AddField(
            model_name='officialhistory',
            name='source',
            field=models.ForeignKey(db_constraint=False, help_text='A public source that names them in this office.', limit_choices_to={'is_public': True}, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.source', verbose_name='source'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(fields=('country', 'name'), name='organisation_stands_once', violation_error_message='An organisation of this name and country is on file already.'),
        ),
        migrations.AddField(
            model_name='affiliationhistory',
            name='organisation',
            field=models.ForeignKey(db_constraint=False, help_text='Employer, outlet, party, community: what the person or the group belongs to.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.organisation', verbose_name='organisation'),
        ),
        migrations.AddField(
            model_name='affiliation',
            name='organisation',
            field=models.ForeignKey(help_text='Employer, outlet, party, community: what the person or the group belongs to.', on_delete=django.db.models.deletion.PROTECT, related_name='affiliations', to='cases.organisation', verbose_name='organisation'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_organisationhistory" ("country", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "spellings") VALUES (NEW."country", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."reference", NEW."spellings"); RETURN NULL;', hash='54e76fdc637f63104914a730dec08a456249f301', operation='INSERT', pgid='pgtrigger_added_insert_7d1a1', table='cases_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_organisationhistory" ("country", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "spellings") VALUES (NEW."country", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."reference", NEW."spellings"); RETURN NULL;', hash='a0d2250cf0d5abbcb8d7ee40fd41ec1fcb0ce1d8', operation='UPDATE', pgid='pgtrigger_changed_update_47a1f', table='cases_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_organisationhistory" ("country", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "spellings") VALUES (OLD."country", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reference", OLD."spellings"); RETURN NULL;', hash='ab55ce36b93af404dbc5ae908ee422929f55e6d4', operation='DELETE', pgid='pgtrigger_deleted_delete_5170f', table='cases_organisation', when='AFTER')),
        ),
        migrations.AddField(
            model_name='organisationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='organisationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.organisation'),
        ),
        migrations.AddField(
            model_name='participation',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='participation',
            name='event',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='participations', to='cases.event', verbose_name='event'),
        ),
        migrations.AddField(
            model_name='participation',
            name='official',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='cases.official', verbose_name='official'),
        ),
        migrations.AddField(
            model_name='citation',
            name='participation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='cases.participation', verbose_name='part'),
        ),
        migrations.AddField(
            model_name='citationhistory',
            name='participation',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.participation', verbose_name='part'),
        ),
        migrations.AddField(
            model_name='participationhistory',
            name='case',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='participationhistory',
            name='event',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.event', verbose_name='event'),
        ),
        migrations.AddField(
            model_name='participationhistory',
            name='official',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.official', verbose_name='official'),
        ),
        migrations.AddField(
            model_name='participationhistory',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='participationhistory',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='cases.participation'),
        ),
        migrations.AddConstraint(
            model_name='lawyer',
            constraint=models.UniqueConstraint(fields=('case', 'name'), name='lawyer_stands_once', violation_error_message='This lawyer stands here already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lawyer',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_lawyerhistory" ("case_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'added\', NEW."id"); RETURN NULL;', hash='62eb69f13827c5e1c5bbfe6b53482966bba0c188', operation='INSERT', pgid='pgtrigger_added_insert_28ce2', table='cases_lawyer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lawyer',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_lawyerhistory" ("case_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'changed\', NEW."id"); RETURN NULL;', hash='806e950ae22c159993bb35556b221a3c0ceb7e0c', operation='UPDATE', pgid='pgtrigger_changed_update_b0f3b', table='cases_lawyer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lawyer',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_lawyerhistory" ("case_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='f1103e9c607169e100dd1ac955eb0454c24c07c3', operation='DELETE', pgid='pgtrigger_deleted_delete_ec51c', table='cases_lawyer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='official',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_officialhistory" ("agency_id", "id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source_id", "spellings") VALUES (NEW."agency_id", NEW."id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."reference", NEW."source_id", NEW."spellings"); RETURN NULL;', hash='75b9f8703536dfa5ad4a43a74533d92ba87738d8', operation='INSERT', pgid='pgtrigger_added_insert_a6adc', table='cases_official', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='official',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_officialhistory" ("agency_id", "id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source_id", "spellings") VALUES (NEW."agency_id", NEW."id", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."reference", NEW."source_id", NEW."spellings"); RETURN NULL;', hash='5c6be1591800c60a9e70378d96f0d1dd88c1e136', operation='UPDATE', pgid='pgtrigger_changed_update_f5593', table='cases_official', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='official',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_officialhistory" ("agency_id", "id", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source_id", "spellings") VALUES (OLD."agency_id", OLD."id", OLD."name", OLD."office", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reference", OLD."source_id", OLD."spellings"); RETURN NULL;', hash='eb76a7bb3ba69279ed34f80df30ce3d07e6ab597', operation='DELETE', pgid='pgtrigger_deleted_delete_76233', table='cases_official', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='affiliation',
            constraint=models.UniqueConstraint(fields=('case', 'organisation', 'role'), name='affiliation_stands_once', violation_error_message='This tie stands here already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_affiliationhistory" ("case_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (NEW."case_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."role", NEW."words"); RETURN NULL;', hash='43a78c11585a8f739fb9426acb17e23623c52182', operation='INSERT', pgid='pgtrigger_added_insert_b9c51', table='cases_affiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_affiliationhistory" ("case_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (NEW."case_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."role", NEW."words"); RETURN NULL;', hash='41a0b7649cfe70a4a56be9631be45f78ea10a1e8', operation='UPDATE', pgid='pgtrigger_changed_update_d3369', table='cases_affiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_affiliationhistory" ("case_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (OLD."case_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."role", OLD."words"); RETURN NULL;', hash='8a21a4d996a4db5e0ff9218d68ab1ad42d6b1a0e', operation='DELETE', pgid='pgtrigger_deleted_delete_e4a74', table='cases_affiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='added_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_participationhistory" ("case_id", "event_id", "id", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (NEW."case_id", NEW."event_id", NEW."id", NEW."official_id", _pgh_attach_context(), NOW(), \'added\', NEW."id", NEW."role", NEW."words"); RETURN NULL;', hash='2ad321a545c97dd124eee700746b194bc2b15dee', operation='INSERT', pgid='pgtrigger_added_insert_05744', table='cases_participation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_participationhistory" ("case_id", "event_id", "id", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (NEW."case_id", NEW."event_id", NEW."id", NEW."official_id", _pgh_attach_context(), NOW(), \'changed\', NEW."id", NEW."role", NEW."words"); RETURN NULL;', hash='8581b9246ebe92cb20968f6234bd51451f08f167', operation='UPDATE', pgid='pgtrigger_changed_update_5ea89', table='cases_participation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_participationhistory" ("case_id", "event_id", "id", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "words") VALUES (OLD."case_id", OLD."event_id", OLD."id", OLD."official_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."role", OLD."words"); RETURN NULL;', hash='a16f9aae84656cf9a828ac130fb7bd0338431351', operation='DELETE', pgid='pgtrigger_deleted_delete_1a134', table='cases_participation', when='AFTER')),
        ),
    ]
