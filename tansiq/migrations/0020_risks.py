"""Risks stated, said anew, ended and ranked; forecasts with their horizons, what came of them, and calibrations."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _forecast_rules as foretold
from tansiq.migrations import _risk_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect, ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0019_chains'),
    ]

    operations = [
        migrations.AddField(
            model_name='risk',
            name='again_on',
            field=models.DateField(null=True, verbose_name='to be looked at again'),
        ),
        migrations.AddField(
            model_name='risk',
            name='answers',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='risk',
            name='hedge',
            field=tansiq.languages.words.WordsField(null=True, verbose_name='hedge of the level'),
        ),
        migrations.AddField(
            model_name='risk',
            name='impact',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='how grave'),
        ),
        migrations.AddField(
            model_name='risk',
            name='likelihood',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='how likely'),
        ),
        migrations.AddField(
            model_name='risk',
            name='mitigation',
            field=tansiq.languages.words.WordsField(null=True, verbose_name='what is done against it'),
        ),
        migrations.AddField(
            model_name='risk',
            name='step',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='level on the scale'),
        ),
        migrations.AddField(
            model_name='risk',
            name='thread',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='risk',
            name='turn',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='risk',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='tansiq.source'),
        ),
        migrations.CreateModel(
            name='Ending',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('way', models.CharField(choices=[('closed', 'closed'), ('came', 'has come to pass')], max_length=8, verbose_name='how it ended')),
                ('on', models.DateField(verbose_name='since')),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why')),
                ('evidence', tansiq.languages.words.WordsField(verbose_name='by what this is known')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='tansiq.risk')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Ranking',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='why in this order')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rankings', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Ranked',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('place', models.PositiveSmallIntegerField(verbose_name='place')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ranked', to='tansiq.risk')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('ranking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ranked', to='tansiq.ranking')),
            ],
        ),
        migrations.CreateModel(
            name='Renewal',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='what has changed')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renewed_by', to='tansiq.risk')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renews', to='tansiq.risk')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Scale',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('levels', models.JSONField(default=list, verbose_name='levels')),
                ('likelihoods', models.JSONField(default=list, verbose_name='how likely')),
                ('impacts', models.JSONField(default=list, verbose_name='how grave')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='risk',
            name='scale',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='tansiq.scale'),
        ),
        migrations.AddConstraint(
            model_name='risk',
            constraint=models.CheckConstraint(condition=models.Q(('scale__isnull', False), models.Q(('impact__isnull', True), ('likelihood__isnull', True), ('step__isnull', True)), _connector='OR'), name='a_step_is_of_a_scale'),
        ),
        migrations.AddConstraint(
            model_name='risk',
            constraint=models.CheckConstraint(condition=models.Q(('source__isnull', False), ('thread__isnull', False), _connector='OR'), name='a_risk_is_known_from_somewhere'),
        ),
        migrations.AddConstraint(
            model_name='ending',
            constraint=models.UniqueConstraint(fields=('risk',), name='a_risk_ends_once'),
        ),
        migrations.AddConstraint(
            model_name='ranking',
            constraint=models.UniqueConstraint(fields=('owner', 'review', 'turn'), name='one_ranking_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='ranked',
            constraint=models.UniqueConstraint(fields=('ranking', 'risk'), name='a_risk_is_ranked_once'),
        ),
        migrations.AddConstraint(
            model_name='ranked',
            constraint=models.UniqueConstraint(fields=('ranking', 'place'), name='one_risk_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='renewal',
            constraint=models.UniqueConstraint(fields=('earlier',), name='a_risk_is_renewed_once'),
        ),
        migrations.CreateModel(
            name='Prediction',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('claim', tansiq.languages.words.WordsField(verbose_name='what is foretold')),
                ('hedge', tansiq.languages.words.WordsField(null=True, verbose_name='in what hedge')),
                ('low', models.PositiveSmallIntegerField(null=True, verbose_name='probability, per cent')),
                ('high', models.PositiveSmallIntegerField(null=True)),
                ('said_on', models.DateField(verbose_name='said on')),
                ('line', models.CharField(blank=True, max_length=32)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('milestone', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predictions', to='tansiq.milestone')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predictions', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Horizon',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_on', models.DateField(null=True, verbose_name='not before')),
                ('until_on', models.DateField(verbose_name='by')),
                ('hedged', models.BooleanField(default=False, verbose_name='about')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('prediction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='horizon', to='tansiq.prediction')),
            ],
        ),
        migrations.CreateModel(
            name='PublishedCalibration',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('as_of', models.DateField(verbose_name='as of')),
                ('figures', models.JSONField(verbose_name='figures')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Resolution',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('outcome', models.CharField(choices=[('happened', 'it happened'), ('did_not_happen', 'it did not happen'), ('cannot_tell', 'it cannot be told')], max_length=16, verbose_name='what came of it')),
                ('came_on', models.DateField(null=True, verbose_name='when it happened')),
                ('evidence', tansiq.languages.words.WordsField(verbose_name='by what this is known')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('prediction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='resolutions', to='tansiq.prediction')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resolutions', to='tansiq.source')),
            ],
        ),
        migrations.CreateModel(
            name='Demur',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='how the author sees it')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='demurs', to='tansiq.resolution')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='prediction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('high__isnull', True), ('low__isnull', True)), models.Q(('high__lte', 100), ('low__gte', 0), ('low__isnull', False), ('low__lte', models.F('high'))), _connector='OR'), name='a_probability_has_both_its_ends'),
        ),
        migrations.AddConstraint(
            model_name='horizon',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('from_on__lte', models.F('until_on')), _connector='OR'), name='a_horizon_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('came_on__isnull', False), ('outcome', 'happened')), models.Q(models.Q(('outcome', 'happened'), _negated=True), ('came_on__isnull', True)), _connector='OR'), name='what_happened_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='resolution',
            constraint=models.UniqueConstraint(fields=('prediction', 'owner', 'turn'), name='one_resolution_at_a_time'),
        ),
        *(migrations.RunSQL(sql) for sql in rules.WORDS_OF_RISKS),
        Protect("Scale", also_add=rules.SETS_THE_SCALE),
        ProtectAnew("Risk", parents=[("review_id", "Review"), ("source_id", "Source"), ("scale_id", "Scale")]),
        Protect("Renewal", parents=[("earlier_id", "Risk"), ("later_id", "Risk")], also_add=rules.RENEWS),
        Protect("Ending", parents=[("risk_id", "Risk")], also_add=rules.ENDS),
        Protect("Ranking", parents=[("review_id", "Review")]),
        Protect("Ranked", parents=[("ranking_id", "Ranking"), ("risk_id", "Risk")], also_add=rules.RANKS),
        Protect(
            "Prediction", parents=[("review_id", "Review"), ("milestone_id", "Milestone")]
        ),
        Find("Prediction"),
        Protect("Horizon", parents=[("prediction_id", "Prediction")], also_add=foretold.DATES),
        Protect(
            "Resolution",
            parents=[("prediction_id", "Prediction"), ("source_id", "Source")],
            also_add=foretold.RESOLVES,
        ),
        Protect("Demur", parents=[("resolution_id", "Resolution")], also_add=foretold.DEMURS),
        Protect("PublishedCalibration"),
    ]
