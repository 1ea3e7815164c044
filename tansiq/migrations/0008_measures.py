"""Measures of every kind: where they shall be, of what a figure is made, and the milestones along a line."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _measure_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, Find, Protect, readable


class Migration(Together):

    dependencies = [
        ('tansiq', '0007_reports'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attestation',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('state', models.CharField(choices=[('reached', 'reached'), ('lost', 'lost again')], max_length=8, verbose_name='state')),
                ('on', models.DateField(verbose_name='since')),
                ('evidence', tansiq.languages.words.WordsField(verbose_name='by what this is known')),
                ('place', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Breakdown',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('dimension', models.CharField(choices=[('place', 'place'), ('sex', 'sex'), ('age', 'age'), ('own', 'something else')], max_length=8, verbose_name='told apart by')),
                ('by', tansiq.languages.words.WordsField(null=True, verbose_name='by what else')),
                ('why_not', tansiq.languages.words.WordsField(null=True, verbose_name='why the parts do not make the whole')),
            ],
        ),
        migrations.CreateModel(
            name='Expectation',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('on', models.DateField(verbose_name='expected')),
                ('precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16)),
                ('reason', tansiq.languages.words.WordsField(null=True, verbose_name='why')),
                ('place', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('line', models.CharField(max_length=32)),
                ('what', tansiq.languages.words.WordsField(verbose_name='what shall be reached')),
                ('doer_name', tansiq.languages.words.WordsField(null=True, verbose_name='who must reach it')),
                ('ready_for', tansiq.languages.words.WordsField(null=True, verbose_name='ready for what')),
            ],
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('label', tansiq.languages.words.WordsField(verbose_name='part')),
                ('value', models.DecimalField(decimal_places=6, max_digits=26, verbose_name='value')),
                ('qualifier', models.CharField(choices=[('none_stated', 'no qualifier stated'), ('exact', 'exactly'), ('about', 'about'), ('nearly', 'nearly'), ('more_than', 'more than'), ('at_least', 'at least'), ('at_most', 'at most'), ('less_than', 'less than'), ('range', 'between'), ('words_only', 'in words only')], default='none_stated', max_length=16, verbose_name='qualifier')),
                ('place', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Successor',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('on', models.DateField(verbose_name='by')),
                ('value', models.DecimalField(decimal_places=6, max_digits=26, null=True, verbose_name='target')),
                ('qualifier', models.CharField(choices=[('none_stated', 'no qualifier stated'), ('exact', 'exactly'), ('about', 'about'), ('nearly', 'nearly'), ('more_than', 'more than'), ('at_least', 'at least'), ('at_most', 'at most'), ('less_than', 'less than'), ('range', 'between'), ('words_only', 'in words only')], default='none_stated', max_length=16, verbose_name='qualifier')),
                ('high', models.DecimalField(decimal_places=6, max_digits=26, null=True)),
                ('level', models.CharField(blank=True, max_length=32)),
                ('basis', tansiq.languages.words.WordsField(null=True, verbose_name='by which decision')),
            ],
        ),
        migrations.CreateModel(
            name='Waiting',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='what waits for it')),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='measure',
            name='a_baseline_is_never_bare',
        ),
        migrations.AddField(
            model_name='measure',
            name='baseline_level',
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('baseline__isnull', True), ('baseline_level', '')), models.Q(('baseline_until__isnull', False), models.Q(('baseline_source__isnull', False), ('baseline_basis__isnull', False), _connector='OR')), _connector='OR'), name='a_baseline_is_never_bare'),
        ),
        migrations.AddField(
            model_name='attestation',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='attestation',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='attestation',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='breakdown',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='breakdown',
            name='figure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='breakdowns', to='tansiq.figure'),
        ),
        migrations.AddField(
            model_name='breakdown',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='breakdown',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='expectation',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='expectation',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='expectation',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='attester',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='doer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='measure',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='expectation',
            name='milestone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expectations', to='tansiq.milestone'),
        ),
        migrations.AddField(
            model_name='attestation',
            name='milestone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attestations', to='tansiq.milestone'),
        ),
        migrations.AddField(
            model_name='part',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='part',
            name='breakdown',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='tansiq.breakdown'),
        ),
        migrations.AddField(
            model_name='part',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='part',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='successor',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='successor',
            name='earlier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goes_on_in', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='successor',
            name='later',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goes_on_from', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='successor',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='successor',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='target',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='target',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='target',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='target',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='target',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='tansiq.source'),
        ),
        migrations.AddField(
            model_name='waiting',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='waiting',
            name='milestone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waited_for', to='tansiq.milestone'),
        ),
        migrations.AddField(
            model_name='waiting',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='waiting',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='waiting',
            name='waits',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='waits_for', to='tansiq.milestone'),
        ),
        migrations.AddConstraint(
            model_name='breakdown',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dimension', 'own'), _negated=True), ('by__isnull', False), _connector='OR'), name='what_is_told_apart_otherwise_says_by_what'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('doer__isnull', False), ('doer_name__isnull', False), _connector='OR'), name='somebody_must_reach_a_milestone'),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', ''), ('value__isnull', False)), models.Q(('value__isnull', True), models.Q(('level', ''), _negated=True)), _connector='OR'), name='a_target_is_a_value_or_a_level'),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.CheckConstraint(condition=models.Q(('source__isnull', False), ('basis__isnull', False), _connector='OR'), name='a_target_is_never_bare'),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('high__isnull', True), models.Q(('qualifier', 'range'), _negated=True)), models.Q(('high__gt', models.F('value')), ('qualifier', 'range')), _connector='OR'), name='a_target_range_has_two_ends'),
        ),
        migrations.AddConstraint(
            model_name='waiting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('waits__isnull', False), ('words__isnull', True)), models.Q(('waits__isnull', True), ('words__isnull', False)), _connector='OR'), name='what_waits_is_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='waiting',
            constraint=models.CheckConstraint(condition=models.Q(('waits__isnull', True), models.Q(('waits', models.F('milestone')), _negated=True), _connector='OR'), name='no_milestone_waits_for_itself'),
        ),
        migrations.RunSQL(readable("tansiq_measure", EVERY_READER), migrations.RunSQL.noop),
        *(migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in rules.MEASURES),
        Protect("Successor", parents=[("earlier_id", "Measure"), ("later_id", "Measure")], also_add=rules.GOES_ON),
        Protect("Target", parents=[("measure_id", "Measure"), ("source_id", "Source")], also_add=rules.AIMS),
        Protect("Breakdown", parents=[("figure_id", "Figure")], also_add=rules.DIVIDES),
        Protect("Part", parents=[("breakdown_id", "Breakdown")], also_add=rules.NAMES_PARTS),
        Protect("Milestone", parents=[("measure_id", "Measure")], also_add=rules.SETS),
        Find("Milestone"),
        Protect("Expectation", parents=[("milestone_id", "Milestone")], also_add=rules.EXPECTS),
        Protect("Attestation", parents=[("milestone_id", "Milestone")], also_add=rules.ATTESTS),
        Protect("Waiting", parents=[("milestone_id", "Milestone"), ("waits_id", "Milestone")]),
    ]
