"""Whether the stated term of custody has passed, so that the list need not read documents. `prepare` fills it (MAKE 3)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_corrections_inbox'),
    ]

    operations = [
        migrations.AddField(
            model_name='publishedcase',
            name='run_out',
            field=models.BooleanField(default=False),
        ),
    ]
