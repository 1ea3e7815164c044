"""Calls for reports and the members’ answers: what is asked, what is filed, and what stands beside it."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _report_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, ME, READERS, Protect, readable


class Migration(Together):

    dependencies = [
        ('tansiq', '0006_units'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asked',
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
            name='Call',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('question', tansiq.languages.words.WordsField(null=True, verbose_name='what is asked')),
                ('period_from', models.DateField(verbose_name='period from')),
                ('period_until', models.DateField(verbose_name='period until')),
                ('due_at', models.DateTimeField(verbose_name='due')),
                ('way', models.CharField(choices=[('clarification', 'a report stands as it was filed; questions and answers stand beside it'), ('acceptance', 'a report counts once it has been accepted')], max_length=16, verbose_name='what becomes of a report')),
                ('own_acceptance', models.BooleanField(default=False, verbose_name='whoever filed a report may accept it')),
            ],
        ),
        migrations.CreateModel(
            name='ClearanceDemand',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('lifted_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Confirmation',
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
            name='Evidence',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='evidence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Overlap',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('value', models.DecimalField(decimal_places=6, max_digits=26, verbose_name='counted by both')),
                ('note', tansiq.languages.words.WordsField(null=True, verbose_name='note')),
            ],
        ),
        migrations.CreateModel(
            name='OverlapAgreement',
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
            name='Phase',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('step', models.CharField(choices=[('planned', 'planned'), ('reporting', 'members report'), ('advising', 'members advise'), ('in_session', 'in session'), ('closing', 'closing'), ('published', 'published')], max_length=16, verbose_name='phase')),
                ('until_on', models.DateField(null=True, verbose_name='planned until')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Query',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', tansiq.languages.words.WordsField(verbose_name='question')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', tansiq.languages.words.WordsField(verbose_name='answer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('answer', models.CharField(choices=[('figure', 'a figure'), ('no_data', 'no data exist'), ('withheld', 'withheld'), ('no_report', 'no report to this circle')], max_length=16, verbose_name='answer')),
                ('reason', tansiq.languages.words.WordsField(null=True, verbose_name='why there is no figure')),
                ('method', tansiq.languages.words.WordsField(null=True, verbose_name='how it was counted')),
                ('reliability', models.CharField(blank=True, choices=[('A', 'completely reliable'), ('B', 'usually reliable'), ('C', 'fairly reliable'), ('D', 'not usually reliable'), ('E', 'unreliable'), ('F', 'reliability cannot be judged')], max_length=1, verbose_name='reliability of the source')),
                ('credibility', models.CharField(blank=True, choices=[('1', 'confirmed by other sources'), ('2', 'probably true'), ('3', 'possibly true'), ('4', 'doubtful'), ('5', 'improbable'), ('6', 'truth cannot be judged')], max_length=1, verbose_name='credibility of the information')),
                ('overruled', tansiq.languages.words.WordsField(null=True, verbose_name='why it is right though it looks unlikely')),
            ],
        ),
        migrations.CreateModel(
            name='ReportDraft',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('given', models.JSONField()),
                ('ready', models.BooleanField(default=False)),
                ('updated_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Restatement',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it was restated')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ruling',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('verdict', models.CharField(choices=[('accepted', 'accepted'), ('handed_back', 'handed back')], max_length=16, verbose_name='ruling')),
                ('reason', tansiq.languages.words.WordsField(null=True, verbose_name='reason')),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='a_figure_says_something',
        ),
        migrations.RemoveConstraint(
            model_name='figure',
            name='a_figure_is_somebodys',
        ),
        migrations.AddField(
            model_name='figure',
            name='denominator',
            field=models.DecimalField(decimal_places=6, max_digits=26, null=True, verbose_name='denominator'),
        ),
        migrations.AddField(
            model_name='figure',
            name='level',
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddField(
            model_name='figure',
            name='numerator',
            field=models.DecimalField(decimal_places=6, max_digits=26, null=True, verbose_name='numerator'),
        ),
        migrations.AddField(
            model_name='measure',
            name='pools',
            field=models.CharField(choices=[('none', 'each stands alone'), ('sum', 'their sum'), ('mean', 'their mean'), ('latest', 'the latest of them')], default='none', max_length=8, verbose_name='together'),
        ),
        migrations.AddField(
            model_name='measure',
            name='scale',
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name='figure',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='tansiq.source'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('value__isnull', False), ('words__isnull', False), models.Q(('level', ''), _negated=True), _connector='OR'), name='a_figure_says_something'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('speaker__isnull', False), ('speaker_label__isnull', False), models.Q(('said_by__isnull', False), ('source__isnull', True)), _connector='OR'), name='a_figure_is_somebodys'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('denominator__isnull', True), ('numerator__isnull', True)), models.Q(('denominator__gt', 0), ('denominator__isnull', False), ('numerator__isnull', False), ('value__isnull', False)), _connector='OR'), name='a_share_of_a_whole'),
        ),
        migrations.AddField(
            model_name='asked',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='asked',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='asked',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='asked',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='asked',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='call',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='call',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='tansiq.body'),
        ),
        migrations.AddField(
            model_name='call',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='call',
            name='review',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='tansiq.review'),
        ),
        migrations.AddField(
            model_name='call',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='asked',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='tansiq.call'),
        ),
        migrations.AddField(
            model_name='clearancedemand',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='clearancedemand',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='clearancedemand',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='tansiq.source'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overlaps', to='tansiq.call'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overlaps', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='overlap',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='overlapagreement',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='overlapagreement',
            name='overlap',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='tansiq.overlap'),
        ),
        migrations.AddField(
            model_name='overlapagreement',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='overlapagreement',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='phase',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='phase',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='phase',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phases', to='tansiq.review'),
        ),
        migrations.AddField(
            model_name='phase',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='query',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='query',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='query',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='reply',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='reply',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='reply',
            name='query',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='tansiq.query'),
        ),
        migrations.AddField(
            model_name='reply',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='report',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='report',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='tansiq.call'),
        ),
        migrations.AddField(
            model_name='report',
            name='figure',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='tansiq.figure'),
        ),
        migrations.AddField(
            model_name='report',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='report',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='report',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='query',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='queries', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='tansiq.call'),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='restatement',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='restatement',
            name='earlier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restated_by', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='restatement',
            name='later',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restates', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='restatement',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='restatement',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='ruling',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='ruling',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='ruling',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='ruling',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('period_from__lte', models.F('period_until'))), name='a_period_has_an_order'),
        ),
        migrations.AddConstraint(
            model_name='overlap',
            constraint=models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='an_overlap_is_something'),
        ),
        migrations.AddConstraint(
            model_name='overlap',
            constraint=models.CheckConstraint(condition=models.Q(('said_by', models.F('other')), _negated=True), name='an_overlap_is_of_two'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'figure'), ('figure__isnull', False), ('reason__isnull', True)), models.Q(('answer__in', ['no_data', 'withheld']), ('figure__isnull', True), ('reason__isnull', False)), models.Q(('answer', 'no_report'), ('figure__isnull', True), ('reason__isnull', True)), _connector='OR'), name='a_report_is_a_figure_or_says_why_not'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('said_by__isnull', False)), name='a_report_is_somebodys'),
        ),
        migrations.AddConstraint(
            model_name='ruling',
            constraint=models.CheckConstraint(condition=models.Q(('verdict', 'accepted'), ('reason__isnull', False), _connector='OR'), name='what_is_handed_back_says_why'),
        ),
        *(
            migrations.RunSQL(readable(table, EVERY_READER), migrations.RunSQL.noop)
            for table in ("tansiq_figure", "tansiq_measure")
        ),
        Protect("Phase", parents=[("review_id", "Review")], also_add=rules.OPENER),
        Protect("Call", parents=[("body_id", "Body"), ("review_id", "Review")], also_add=rules.OPENER),
        Protect("Asked", parents=[("call_id", "Call"), ("measure_id", "Measure")], also_add=rules.ASKS),
        Protect(
            "Report",
            parents=[("call_id", "Call"), ("measure_id", "Measure"), ("figure_id", "Figure")],
            also_add=rules.REPORTS,
        ),
        Protect("Evidence", parents=[("report_id", "Report"), ("source_id", "Source")], also_add=rules.EVIDENCE),
        Protect("Restatement", parents=[("earlier_id", "Report"), ("later_id", "Report")], also_add=rules.RESTATES),
        Protect("Query", parents=[("report_id", "Report")]),
        Protect("Reply", parents=[("query_id", "Query")], also_add=rules.REPLIES),
        Protect("Ruling", parents=[("report_id", "Report")], also_add=rules.RULES),
        Protect("Confirmation", parents=[("report_id", "Report")], also_add=rules.CONFIRMS),
        Protect("Overlap", parents=[("call_id", "Call"), ("measure_id", "Measure")], also_add=rules.OVERLAPS),
        Protect("OverlapAgreement", parents=[("overlap_id", "Overlap")], also_add=rules.AGREES),
        Protect("ClearanceDemand", change=["lifted_at"], also_add=rules.DEMANDS),
        migrations.RunSQL(
            "ALTER POLICY change ON tansiq_clearancedemand "
            f"WITH CHECK (owner_id = {ME} AND audience_id IN {READERS} AND {rules.DEMANDS})",
            migrations.RunSQL.noop,
        ),
        Protect(
            "ReportDraft",
            parents=[("call_id", "Call"), ("measure_id", "Measure")],
            change=["given", "ready", "updated_at"],
            erasable=True,
            newest="updated_at",
        ),
    ]
