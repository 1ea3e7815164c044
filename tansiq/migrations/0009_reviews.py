"""Reviews by phases, in series, at their time and zone, with who registers, attends and is concerned most."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _review_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, Protect, ProtectAnew, readable


class Migration(Together):

    dependencies = [
        ('tansiq', '0008_measures'),
    ]

    operations = [
        migrations.AddField(
            model_name='participation',
            name='level',
            field=models.CharField(blank=True, choices=[('ministers', 'ministers'), ('foreign_and_defence_ministers', 'foreign and defence ministers'), ('chiefs_of_defence', 'chiefs of defence'), ('political_directors', 'political directors'), ('senior_officials', 'senior officials'), ('ambassadors', 'ambassadors'), ('experts', 'experts')], max_length=32, verbose_name='level'),
        ),
        migrations.AddField(
            model_name='participation',
            name='session',
            field=tansiq.languages.words.WordsField(null=True, verbose_name='session'),
        ),
        migrations.AddField(
            model_name='phase',
            name='turn',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='review',
            name='last_hedged',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='review',
            name='last_on',
            field=models.DateField(null=True, verbose_name='since the last review'),
        ),
        migrations.AddField(
            model_name='review',
            name='last_precision',
            field=models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16),
        ),
        migrations.AddField(
            model_name='review',
            name='minutes',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='minutes planned'),
        ),
        migrations.AddField(
            model_name='review',
            name='start_hedged',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='review',
            name='start_on',
            field=models.DateField(null=True, verbose_name='since the start'),
        ),
        migrations.AddField(
            model_name='review',
            name='start_precision',
            field=models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16),
        ),
        migrations.AddField(
            model_name='review',
            name='starts_at',
            field=models.DateTimeField(null=True, verbose_name='time'),
        ),
        migrations.AddField(
            model_name='review',
            name='zone',
            field=models.CharField(blank=True, max_length=64, verbose_name='time zone'),
        ),
        migrations.AlterField(
            model_name='participation',
            name='part',
            field=models.CharField(choices=[('chair', 'chair'), ('co_chair', 'co-chair'), ('host', 'host'), ('briefer', 'briefing'), ('present', 'present'), ('observer', 'observer'), ('invited', 'invited'), ('registered', 'registered'), ('guest', 'guest for one session'), ('represented', 'represented'), ('absent', 'absent')], max_length=16, verbose_name='part'),
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concerns', to='tansiq.subject')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concerns', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='concerns', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('level', models.CharField(choices=[('ministers', 'ministers'), ('foreign_and_defence_ministers', 'foreign and defence ministers'), ('chiefs_of_defence', 'chiefs of defence'), ('political_directors', 'political directors'), ('senior_officials', 'senior officials'), ('ambassadors', 'ambassadors'), ('experts', 'experts')], max_length=32, verbose_name='level')),
                ('name', tansiq.languages.words.WordsField(verbose_name='name')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('every', models.PositiveSmallIntegerField(verbose_name='every')),
                ('unit', models.CharField(choices=[('weeks', 'weeks'), ('months', 'months')], max_length=8, verbose_name='unit')),
                ('weekday', models.PositiveSmallIntegerField(null=True, verbose_name='weekday')),
                ('nth', models.SmallIntegerField(null=True, verbose_name='which of the month')),
                ('hedged', models.BooleanField(default=False, verbose_name='about')),
                ('skipped', models.JSONField(default=list)),
                ('decides', tansiq.languages.words.WordsField(null=True, verbose_name='what it may decide by itself')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='series', to='tansiq.body')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Numbering',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='tansiq.series')),
            ],
        ),
        migrations.AddField(
            model_name='review',
            name='series',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='tansiq.series'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), models.Q(('zone', ''), _negated=True), _connector='OR'), name='a_time_has_its_zone'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.CheckConstraint(condition=models.Q(('every__gte', 1)), name='a_series_comes_again'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.CheckConstraint(condition=models.Q(('nth__isnull', True), models.Q(('nth__in', [-1, 1, 2, 3, 4]), ('unit', 'months'), ('weekday__isnull', False)), _connector='OR'), name='a_day_of_the_month_has_its_weekday'),
        ),
        migrations.AddConstraint(
            model_name='numbering',
            constraint=models.UniqueConstraint(fields=('owner', 'series', 'audience', 'number'), name='one_review_of_a_number'),
        ),
        migrations.RunSQL(readable("tansiq_phase", EVERY_READER), migrations.RunSQL.noop),
        migrations.RunSQL(
            "ALTER TABLE tansiq_participation ADD CONSTRAINT participation_session_words "
            "CHECK ((session->'words') ? (session->>'source'))",
            migrations.RunSQL.noop,
        ),
        Protect("Series", parents=[("body_id", "Body")], also_add=rules.OPENER),
        ProtectAnew(
            "Review",
            parents=[("body_id", "Body"), ("series_id", "Series")],
            change=["audience_id"],
            also_add=rules.OF_ITS_SERIES,
        ),
        ProtectAnew(
            "Participation",
            parents=[("review_id", "Review"), ("person_id", "Person"), ("source_id", "Source")],
            also_add=rules.ATTENDS,
        ),
        Protect("Numbering", parents=[("review_id", "Review"), ("series_id", "Series")], also_add=rules.NUMBERS),
        Protect("Concern", parents=[("review_id", "Review"), ("line_id", "Subject")], also_add=rules.CONCERNED),
    ]
