"""A column for the texts of events in every language; a step of the log for cases that an upgrade led to a building."""

import django.contrib.postgres.fields
from django.db import migrations, models

ACTIONS = [
    ("edited", "Edited"),
    ("submitted", "Submitted"),
    ("returned", "Returned"),
    ("published", "Published"),
    ("withdrawn", "Withdrawn"),
    ("tied", "Tied to another case"),
    ("led", "Led to the page of a building"),
    ("marked", "Marked for review"),
    ("narrowed", "Narrowed"),
    ("masked", "Name masked"),
    ("unmasked", "Mask lifted"),
    ("approved", "Approved"),
    ("day_chosen", "Another day chosen"),
    ("hidden", "Hidden at once"),
    ("shown", "Shown again"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0029_courts_and_people_of_a_case"),
    ]

    operations = [
        migrations.AddField(
            model_name="publishedcase",
            name="event_texts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None, verbose_name="Texts of events"
            ),
        ),
        migrations.AddField(
            model_name="publishedcells",
            name="event_texts",
            field=models.TextField(null=True, verbose_name="Texts of events"),
        ),
        migrations.AlterField(
            model_name="review",
            name="action",
            field=models.CharField(choices=ACTIONS, max_length=12),
        ),
        migrations.AlterField(
            model_name="reviewhistory",
            name="action",
            field=models.CharField(choices=ACTIONS, max_length=12),
        ),
    ]
