"""Further cases of persons are called so: a later one by its row need not be later in time."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0009_mark_sample_records'),
    ]

    operations = [
        migrations.RenameModel(old_name='LaterCase', new_name='FurtherCase'),
        migrations.RenameIndex(model_name='furthercase', old_name='later_case_sequence', new_name='further_case_sequence'),
    ]
