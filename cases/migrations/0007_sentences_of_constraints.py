"""Each constraint carries its sentence. Nothing changes in the database: only Django asks for these."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0006_derived_anew_in_batches'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name='agency',
            name='agency_stands_once',
            constraint=models.UniqueConstraint(fields=('country', 'name'), name='agency_stands_once', violation_error_message='An agency of this name and country is on file already.'),
        ),
        migrations.AlterConstraint(
            model_name='assessment',
            name='assessment_names_its_assessor',
            constraint=models.CheckConstraint(condition=models.Q(('assessor', ''), _negated=True), name='assessment_names_its_assessor', violation_error_message='This cannot stand empty.'),
        ),
        migrations.AlterConstraint(
            model_name='assessment',
            name='assessment_withdrawn_not_before_date',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_date_latest__isnull', True), ('date_earliest__isnull', True), ('withdrawn_date_latest__gte', models.F('date_earliest')), _connector='OR'), name='assessment_withdrawn_not_before_date', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='campaign',
            name='campaign_end_not_before_start',
            constraint=models.CheckConstraint(condition=models.Q(('end_date_latest__isnull', True), ('start_date_earliest__isnull', True), ('end_date_latest__gte', models.F('start_date_earliest')), _connector='OR'), name='campaign_end_not_before_start', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='case',
            name='case_end_not_before_start',
            constraint=models.CheckConstraint(condition=models.Q(('end_date_latest__isnull', True), ('start_date_earliest__isnull', True), ('end_date_latest__gte', models.F('start_date_earliest')), _connector='OR'), name='case_end_not_before_start', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='event',
            name='event_until_not_before_date',
            constraint=models.CheckConstraint(condition=models.Q(('until_latest__isnull', True), ('date_earliest__isnull', True), ('until_latest__gte', models.F('date_earliest')), _connector='OR'), name='event_until_not_before_date', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='event',
            name='event_not_before_held_since',
            constraint=models.CheckConstraint(condition=models.Q(('date_latest__isnull', True), ('held_since_earliest__isnull', True), ('date_latest__gte', models.F('held_since_earliest')), _connector='OR'), name='event_not_before_held_since', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='legalprovision',
            name='legal_provision_stands_once',
            constraint=models.UniqueConstraint(fields=('country', 'code', 'article'), name='legal_provision_stands_once', violation_error_message='This article is on file already.'),
        ),
        migrations.AlterConstraint(
            model_name='legalprovision',
            name='legal_provision_has_article',
            constraint=models.CheckConstraint(condition=models.Q(('article', ''), _negated=True), name='legal_provision_has_article', violation_error_message='This cannot stand empty.'),
        ),
        migrations.AlterConstraint(
            model_name='person',
            name='person_death_not_before_birth',
            constraint=models.CheckConstraint(condition=models.Q(('death_date_latest__isnull', True), ('birth_date_earliest__isnull', True), ('death_date_latest__gte', models.F('birth_date_earliest')), _connector='OR'), name='person_death_not_before_birth', violation_error_message='The death lies before the birth.'),
        ),
        migrations.AlterConstraint(
            model_name='personname',
            name='person_has_one_primary_name',
            constraint=models.UniqueConstraint(condition=models.Q(('is_primary', True)), fields=('person',), name='person_has_one_primary_name', violation_error_message='Only one name can be primary; untick the other.'),
        ),
        migrations.AlterConstraint(
            model_name='personname',
            name='person_name_stands_once',
            constraint=models.UniqueConstraint(fields=('person', 'text'), name='person_name_stands_once', violation_error_message='This name stands here already.'),
        ),
        migrations.AlterConstraint(
            model_name='personname',
            name='person_name_not_empty',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='person_name_not_empty', violation_error_message='This cannot stand empty.'),
        ),
        migrations.AlterConstraint(
            model_name='personrelation',
            name='person_relation_stands_once',
            constraint=models.UniqueConstraint(fields=('person', 'other', 'kind'), name='person_relation_stands_once', violation_error_message='This relation stands here already.'),
        ),
        migrations.AlterConstraint(
            model_name='place',
            name='place_stands_once',
            constraint=models.UniqueConstraint(fields=('country', 'region', 'locality', 'facility', 'name'), name='place_stands_once', violation_error_message='This place is on file already.'),
        ),
        migrations.AlterConstraint(
            model_name='proceeding',
            name='proceeding_number_stands_once',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='proceeding_number_stands_once', violation_error_message='Another proceeding has this number.'),
        ),
        migrations.AlterConstraint(
            model_name='sentence',
            name='sentence_end_not_before_date',
            constraint=models.CheckConstraint(condition=models.Q(('expected_end_date_latest__isnull', True), ('date_earliest__isnull', True), ('expected_end_date_latest__gte', models.F('date_earliest')), _connector='OR'), name='sentence_end_not_before_date', violation_error_message='This lies before the start.'),
        ),
        migrations.AlterConstraint(
            model_name='source',
            name='source_address_stands_once',
            constraint=models.UniqueConstraint(condition=models.Q(('url', ''), _negated=True), fields=('url',), name='source_address_stands_once', violation_error_message='A source with this address is on file already.'),
        ),
        migrations.AlterConstraint(
            model_name='violation',
            name='case_has_one_primary_violation',
            constraint=models.UniqueConstraint(condition=models.Q(('is_primary', True)), fields=('case',), name='case_has_one_primary_violation', violation_error_message='Only one violation can be primary; untick the other.'),
        ),
        migrations.AlterConstraint(
            model_name='violation',
            name='violation_end_not_before_date',
            constraint=models.CheckConstraint(condition=models.Q(('end_date_latest__isnull', True), ('date_earliest__isnull', True), ('end_date_latest__gte', models.F('date_earliest')), _connector='OR'), name='violation_end_not_before_date', violation_error_message='This lies before the start.'),
        ),
    ]
