"""An answer says what it is about in any number of words: many events at once make more than 500 characters."""

from django.db import migrations, models
from django.db.models.functions import MD5

# On the way back a longer text is cut to what fits, and stays one of its own. What it answers is asked anew then, and
# the reason is kept.
SHORTENED = (
    "UPDATE cases_answeredask SET about = left(about, 460) || ' ' || md5(about) WHERE length(about) > 500"
)


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0012_custody_from_facts'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='answeredask',
            name='ask_is_answered_once',
        ),
        migrations.AlterField(
            model_name='answeredask',
            name='about',
            field=models.TextField(blank=True, default='', verbose_name='about'),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, SHORTENED),
        migrations.AddConstraint(
            model_name='answeredask',
            constraint=models.UniqueConstraint(models.F('case'), models.F('code'), MD5('about'), name='ask_is_answered_once'),
        ),
    ]
