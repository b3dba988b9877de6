"""Sessions of the desk with whose and since when they are, and the log of accounts, which a trigger protects."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0016_who_is_public_by_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeskSession',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('number', models.UUIDField(unique=True)),
                ('started_at', models.DateTimeField(verbose_name='logged in')),
                ('seen_at', models.DateTimeField(verbose_name='last seen')),
                ('device', models.CharField(blank=True, default='', max_length=60, verbose_name='device')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='desk_sessions', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ['-seen_at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AccountEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='moment')),
                ('what', models.CharField(choices=[('logged_in', 'logged in'), ('refused', 'login refused'), ('limited', 'login put off, after too many'), ('code_refused', 'second factor refused'), ('recovery_code_used', 'recovery code used'), ('factor_added', 'second factor added'), ('factor_removed', 'second factor removed'), ('codes_renewed', 'recovery codes made anew'), ('password_changed', 'password changed by its owner'), ('sessions_ended', 'sessions ended'), ('disabled', 'account disabled'), ('made', 'account made'), ('password_set', 'password set by somebody else'), ('roles_changed', 'roles changed'), ('factors_reset', 'second factors taken away by somebody else'), ('confirmed', 'confirmed by a second administrator')], max_length=20, verbose_name='what')),
                ('details', models.TextField(blank=True, default='', verbose_name='details')),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account_events', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('confirms', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='confirmation', to='cases.accountevent', verbose_name='confirms')),
            ],
            options={
                'verbose_name': 'entry about accounts',
                'verbose_name_plural': 'log of accounts',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['account', '-at'], name='account_event_of_account')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('confirms__isnull', False), ('what', 'confirmed')), models.Q(models.Q(('what', 'confirmed'), _negated=True), ('confirms__isnull', True)), _connector='OR'), name='account_event_confirms_when_it_says_so')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accountevent',
            trigger=pgtrigger.compiler.Trigger(name='lines_are_only_added', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8fcad0728933bf3f5f8eedfbf88eb5c736f5cf86', operation='UPDATE OR DELETE', pgid='pgtrigger_lines_are_only_added_8c21d', table='cases_accountevent', when='BEFORE')),
        ),
    ]
