"""Risks stated, said anew, ended and ranked; the scale on which they are placed."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _risk_rules as rules
from tansiq.release.protect import Protect, ProtectAnew


class Migration(migrations.Migration):

    dependencies = [
        ('tansiq', '0015_assessments'),
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
        *(migrations.RunSQL(sql) for sql in rules.WORDS_OF_RISKS),
        Protect("Scale", also_add=rules.SETS_THE_SCALE),
        ProtectAnew("Risk", parents=[("review_id", "Review"), ("source_id", "Source"), ("scale_id", "Scale")]),
        Protect("Renewal", parents=[("earlier_id", "Risk"), ("later_id", "Risk")], also_add=rules.RENEWS),
        Protect("Ending", parents=[("risk_id", "Risk")], also_add=rules.ENDS),
        Protect("Ranking", parents=[("review_id", "Review")]),
        Protect("Ranked", parents=[("ranking_id", "Ranking"), ("risk_id", "Risk")], also_add=rules.RANKS),
    ]
