"""Assessments of lines of effort, each in its own eyes; what they rest on, and who sees it otherwise."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _assessment_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0014_outbox'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('stance', models.CharField(choices=[('self', 'by those who lead it'), ('coordinator', 'by the coordinator'), ('secretariat', 'by the secretariat'), ('peer', 'by another member'), ('independent', 'independent')], max_length=16, verbose_name='who assesses')),
                ('aspect', models.CharField(choices=[('performance', 'Our own performance'), ('context', 'The state of the context')], max_length=16, verbose_name='of what')),
                ('window', models.CharField(choices=[('start', 'since the start'), ('last', 'since the last review')], max_length=8, verbose_name='window')),
                ('since_on', models.DateField(null=True, verbose_name='since')),
                ('since_precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16)),
                ('since_hedged', models.BooleanField(default=False, verbose_name='about')),
                ('as_of', models.DateField(verbose_name='as of')),
                ('rating', models.CharField(blank=True, choices=[('on_track', 'on track'), ('at_risk', 'at risk'), ('off_track', 'off track'), ('no_data', 'no data')], max_length=16, verbose_name='rating')),
                ('trend', models.CharField(choices=[('better', 'better'), ('same', 'the same'), ('worse', 'worse'), ('unknown', 'not known')], max_length=8, verbose_name='trend')),
                ('confidence', models.CharField(choices=[('high', 'high confidence'), ('moderate', 'moderate confidence'), ('low', 'low confidence')], max_length=8, verbose_name='confidence')),
                ('why', tansiq.languages.words.WordsField(verbose_name='why so sure or unsure')),
                ('words', tansiq.languages.words.WordsField(verbose_name='assessment')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='tansiq.subject')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='tansiq.source')),
            ],
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='how one sees it otherwise')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dissents', to='tansiq.assessment')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ground',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grounds', to='tansiq.assessment')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grounds', to='tansiq.figure')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it is revised')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revised_by', to='tansiq.assessment')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revises', to='tansiq.assessment')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('aspect', 'context'), ('rating', '')), models.Q(('aspect', 'performance'), models.Q(('rating', ''), _negated=True)), _connector='OR'), name='our_own_performance_alone_is_rated'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stance', 'independent'), _negated=True), models.Q(('said_by_name__isnull', False), ('source__isnull', False)), _connector='OR'), name='independent_eyes_have_a_source_and_a_name'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('owner', 'line', 'review', 'aspect', 'window', 'stance', 'said_by_name', 'turn'), name='one_assessment_at_a_time', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='ground',
            constraint=models.UniqueConstraint(fields=('assessment', 'figure'), name='a_ground_once'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('earlier',), name='an_assessment_is_revised_once'),
        ),
        Protect(
            "Assessment",
            parents=[("line_id", "Subject"), ("review_id", "Review"), ("source_id", "Source")],
            also_add=rules.ASSESSES,
        ),
        Find("Assessment"),
        Protect(
            "Revision", parents=[("earlier_id", "Assessment"), ("later_id", "Assessment")], also_add=rules.REVISES
        ),
        Protect("Dissent", parents=[("assessment_id", "Assessment")]),
        Protect("Ground", parents=[("assessment_id", "Assessment"), ("figure_id", "Figure")], also_add=rules.RESTS),
    ]
