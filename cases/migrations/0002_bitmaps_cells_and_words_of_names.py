"""Adds what the public side counts, finds and downloads with; drops the indexes that did it before.

Columns are added with constant defaults and tables are new, so that no table is rewritten.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FacetBlock',
            fields=[
                ('pk', models.CompositePrimaryKey('parameter', 'value', 'block', blank=True, editable=False, primary_key=True, serialize=False)),
                ('parameter', models.TextField()),
                ('value', models.TextField()),
                ('block', models.PositiveIntegerField()),
                ('sequence', models.PositiveBigIntegerField()),
                ('bits', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='LaterCase',
            fields=[
                ('row_number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('first_row', models.BigIntegerField()),
                ('sequence', models.PositiveBigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='MergedReference',
            fields=[
                ('reference', models.TextField(primary_key=True, serialize=False)),
                ('into', models.TextField()),
                ('merged_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='NameToken',
            fields=[
                ('token', models.TextField(primary_key=True, serialize=False)),
                ('keys', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('uses', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='PublishedAgency',
            fields=[
                ('pk', models.CompositePrimaryKey('reference', 'name', blank=True, editable=False, primary_key=True, serialize=False)),
                ('reference', models.TextField()),
                ('name', models.TextField()),
                ('uses', models.IntegerField()),
            ],
            options={
                'verbose_name_plural': 'published agencies',
            },
        ),
        migrations.CreateModel(
            name='PublishedCells',
            fields=[
                ('reference', models.TextField(null=True, verbose_name='Reference')),
                ('version', models.TextField(null=True, verbose_name='Version')),
                ('published_at', models.TextField(null=True, verbose_name='Published at')),
                ('kind', models.TextField(null=True, verbose_name='Kind')),
                ('title', models.TextField(null=True, verbose_name='Title')),
                ('name', models.TextField(null=True, verbose_name='Name')),
                ('other_names', models.TextField(null=True, verbose_name='Other names')),
                ('person_reference', models.TextField(null=True, verbose_name='Person')),
                ('identity', models.TextField(null=True, verbose_name='Identity')),
                ('gender', models.TextField(null=True, verbose_name='Gender')),
                ('birth_year', models.TextField(null=True, verbose_name='Year of birth')),
                ('nationalities', models.TextField(null=True, verbose_name='Nationalities')),
                ('roles', models.TextField(null=True, verbose_name='Roles')),
                ('groups', models.TextField(null=True, verbose_name='Groups')),
                ('people_min', models.TextField(null=True, verbose_name='People, at least')),
                ('people_max', models.TextField(null=True, verbose_name='People, at most')),
                ('people_words', models.TextField(null=True, verbose_name='People, in words')),
                ('violations', models.TextField(null=True, verbose_name='Violations')),
                ('methods', models.TextField(null=True, verbose_name='Methods')),
                ('cross_border', models.TextField(null=True, verbose_name='Cross-border')),
                ('origin', models.TextField(null=True, verbose_name='Origin')),
                ('host', models.TextField(null=True, verbose_name='Host')),
                ('location', models.TextField(null=True, verbose_name='Location')),
                ('cooperating', models.TextField(null=True, verbose_name='Cooperating')),
                ('transit', models.TextField(null=True, verbose_name='Transit')),
                ('destination', models.TextField(null=True, verbose_name='Destination')),
                ('place', models.TextField(null=True, verbose_name='Place')),
                ('region', models.TextField(null=True, verbose_name='Region')),
                ('latitude', models.TextField(null=True, verbose_name='Latitude')),
                ('longitude', models.TextField(null=True, verbose_name='Longitude')),
                ('start_date', models.TextField(null=True, verbose_name='Start')),
                ('start_earliest', models.TextField(null=True, verbose_name='Start, earliest')),
                ('start_latest', models.TextField(null=True, verbose_name='Start, latest')),
                ('start_words', models.TextField(null=True, verbose_name='Start, in words')),
                ('end_date', models.TextField(null=True, verbose_name='End')),
                ('end_earliest', models.TextField(null=True, verbose_name='End, earliest')),
                ('end_latest', models.TextField(null=True, verbose_name='End, latest')),
                ('end_words', models.TextField(null=True, verbose_name='End, in words')),
                ('custody_status', models.TextField(null=True, verbose_name='Custody')),
                ('status_as_of', models.TextField(null=True, verbose_name='Status as of')),
                ('last_checked', models.TextField(null=True, verbose_name='Last checked')),
                ('procedural_stage', models.TextField(null=True, verbose_name='Stage')),
                ('charges', models.TextField(null=True, verbose_name='Charges')),
                ('charge_articles', models.TextField(null=True, verbose_name='Articles')),
                ('charge_categories', models.TextField(null=True, verbose_name='Charge categories')),
                ('charge_statuses', models.TextField(null=True, verbose_name='Charge statuses')),
                ('sentence', models.TextField(null=True, verbose_name='Sentence')),
                ('attributed_to', models.TextField(null=True, verbose_name='Attributed to')),
                ('attributed_by', models.TextField(null=True, verbose_name='Attributed by')),
                ('attribution_level', models.TextField(null=True, verbose_name='Level of attribution')),
                ('official_position', models.TextField(null=True, verbose_name='Official position')),
                ('campaigns', models.TextField(null=True, verbose_name='Campaigns')),
                ('assessments', models.TextField(null=True, verbose_name='Assessments')),
                ('interventions', models.TextField(null=True, verbose_name='Interventions')),
                ('source_count', models.TextField(null=True, verbose_name='Sources')),
                ('source_titles', models.TextField(null=True, verbose_name='Source titles')),
                ('source_urls', models.TextField(null=True, verbose_name='Source addresses')),
                ('archived_urls', models.TextField(null=True, verbose_name='Archived addresses')),
                ('summary', models.TextField(null=True, verbose_name='Summary')),
                ('row_number', models.BigIntegerField(primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name_plural': 'published cells',
            },
        ),
        migrations.RemoveIndex(
            model_name='publishedcase',
            name='published_case_codes',
        ),
        migrations.RemoveIndex(
            model_name='publishedcase',
            name='published_case_name_keys',
        ),
        migrations.RemoveIndex(
            model_name='publishedcase',
            name='published_case_span',
        ),
        migrations.RemoveIndex(
            model_name='publishedcase',
            name='published_case_possibly_held',
        ),
        migrations.RemoveIndex(
            model_name='publishedcase',
            name='published_case_custody',
        ),
        migrations.RemoveField(
            model_name='publishedcase',
            name='name_keys',
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='name_tokens',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        migrations.AddField(
            model_name='publishedcase',
            name='overlaps_with',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        # What is there already is of an earlier make: `prepare` makes rows, cells, bitmaps and words anew from the ledger.
        migrations.AddField(
            model_name='registerstate',
            name='make',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='registerstate',
            name='make',
            field=models.PositiveIntegerField(default=2),
        ),
        migrations.AddField(
            model_name='registerstate',
            name='rebuilt_at',
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='registerstate',
            name='epoch',
            field=models.CharField(blank=True, default='', max_length=32),
        ),
        migrations.AddIndex(
            model_name='facetblock',
            index=models.Index(condition=models.Q(('parameter__in', ('word', 'name')), _negated=True), fields=['sequence'], name='facet_block_sequence'),
        ),
        migrations.AddIndex(
            model_name='latercase',
            index=models.Index(fields=['sequence'], name='later_case_sequence'),
        ),
        migrations.AddIndex(
            model_name='mergedreference',
            index=models.Index(fields=['into'], name='merged_reference_into'),
        ),
        migrations.AddIndex(
            model_name='nametoken',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['keys'], name='name_token_keys'),
        ),
        # Bitmaps do not compress any further; trying costs more than it saves.
        migrations.RunSQL(
            "ALTER TABLE cases_facetblock ALTER COLUMN bits SET STORAGE EXTERNAL",
            "ALTER TABLE cases_facetblock ALTER COLUMN bits SET STORAGE EXTENDED",
        ),
    ]
