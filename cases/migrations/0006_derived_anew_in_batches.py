"""How far deriving everything anew has come, and whose status became another by it: for the desk."""

import cases.models.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0005_term_of_custody_run_out'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField(model_name='registerstate', old_name='make', new_name='derivation_version'),
        migrations.AddField(
            model_name='registerstate',
            name='derived_below',
            field=models.PositiveBigIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='StatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_at', models.DateTimeField()),
                ('custody_before', cases.models.fields.CodeField(blank=True, default='', max_length=40)),
                ('custody_after', cases.models.fields.CodeField(blank=True, default='', max_length=40)),
                ('stages_before', cases.models.fields.CodeArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('stages_after', cases.models.fields.CodeArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ('seen_at', models.DateTimeField(null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='status_changes', to='cases.case')),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-changed_at', 'pk'],
                'indexes': [models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['-changed_at'], name='status_change_unseen')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('seen_at__isnull', True), ('seen_by__isnull', True)), models.Q(('seen_at__isnull', False), ('seen_by__isnull', False)), _connector='OR'), name='status_change_seen_by_somebody_at_some_time')],
            },
        ),
    ]
