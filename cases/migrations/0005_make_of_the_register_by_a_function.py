"""Takes the make of a new register from a function, so that raising it changes no table."""

from django.db import migrations, models

import cases.register.state


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_corrections_inbox")]

    operations = [
        migrations.AlterField(
            model_name="registerstate",
            name="make",
            field=models.PositiveIntegerField(default=cases.register.state.this_make),
        ),
    ]
