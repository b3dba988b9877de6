from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0023_circles'),
    ]

    operations = [
        migrations.AlterField(
            model_name='accountevent',
            name='details',
            field=models.TextField(blank=True, default='', max_length=4000, verbose_name='details'),
        ),
    ]
