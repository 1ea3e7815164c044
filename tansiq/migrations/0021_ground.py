"""Developments on the ground and what they make doubtful, claims of cause, and the coordinator's briefing."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _briefing_rules as briefing
from tansiq.migrations import _development_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0020_risks'),
    ]

    operations = [
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('step', models.CharField(choices=[('draft', 'draft'), ('given', 'given')], max_length=8, verbose_name='step')),
                ('as_of', models.DateField(verbose_name='as of')),
                ('words', tansiq.languages.words.WordsField(verbose_name='opening words')),
                ('turn', models.PositiveSmallIntegerField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='BriefingQuestion',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='question')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='tansiq.briefing')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BriefingAnswer',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='answer')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='tansiq.briefingquestion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('effect', tansiq.languages.words.WordsField(verbose_name='what came about')),
                ('cause', tansiq.languages.words.WordsField(verbose_name='thanks to what')),
                ('grounds', tansiq.languages.words.WordsField(verbose_name='grounds')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('cause_line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claimed_causes', to='tansiq.subject')),
                ('line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='tansiq.subject')),
                ('measure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='tansiq.measure')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='tansiq.source')),
            ],
        ),
        migrations.CreateModel(
            name='ClaimAnswer',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('side', models.CharField(choices=[('disputes', 'disputes it'), ('supports', 'supports it')], max_length=8, verbose_name='side')),
                ('words', tansiq.languages.words.WordsField(verbose_name='in what words')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='tansiq.claim')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClaimFigure',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='tansiq.claim')),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='tansiq.figure')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Development',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='what changed')),
                ('since_on', models.DateField(verbose_name='since')),
                ('since_precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16)),
                ('since_hedged', models.BooleanField(default=False, verbose_name='about')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='developments', to='tansiq.subject')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='developments', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='developments', to='tansiq.source')),
            ],
        ),
        migrations.AddField(
            model_name='claim',
            name='development',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='tansiq.development'),
        ),
        migrations.CreateModel(
            name='BriefingDevelopment',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='developments', to='tansiq.briefing')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('development', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to='tansiq.development')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DevelopmentCorrection',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it is corrected')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='tansiq.development')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrects', to='tansiq.development')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='DevelopmentWithdrawal',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it is withdrawn')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('development', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='tansiq.development')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='DoubtedAssessment',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doubts', to='tansiq.assessment')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('development', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doubted_assessments', to='tansiq.development')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='DoubtedMeasure',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('development', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doubted_measures', to='tansiq.development')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='doubts', to='tansiq.measure')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='NextStep',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='next step')),
                ('place', models.PositiveSmallIntegerField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='tansiq.briefing')),
                ('line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_steps', to='tansiq.subject')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StepTaken',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='tansiq.nextstep')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='briefing',
            constraint=models.UniqueConstraint(fields=('owner', 'review', 'turn'), name='one_briefing_of_a_turn'),
        ),
        migrations.AddConstraint(
            model_name='claimfigure',
            constraint=models.UniqueConstraint(fields=('claim', 'figure'), name='a_claim_rests_on_a_figure_once'),
        ),
        migrations.AddConstraint(
            model_name='development',
            constraint=models.CheckConstraint(condition=models.Q(('said_by__isnull', False), models.Q(('said_by_name__isnull', False), ('source__isnull', False)), _connector='OR'), name='a_development_was_seen_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='development',
            constraint=models.CheckConstraint(condition=models.Q(('since_precision', 'not_stated'), _negated=True), name='a_development_is_dated'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('said_by__isnull', False), models.Q(('said_by_name__isnull', False), ('source__isnull', False)), _connector='OR'), name='a_claim_has_its_claimant'),
        ),
        migrations.AddConstraint(
            model_name='developmentcorrection',
            constraint=models.UniqueConstraint(fields=('earlier',), name='a_development_is_corrected_once'),
        ),
        migrations.AddConstraint(
            model_name='developmentwithdrawal',
            constraint=models.UniqueConstraint(fields=('development',), name='a_development_is_withdrawn_once'),
        ),
        migrations.AddConstraint(
            model_name='doubtedassessment',
            constraint=models.UniqueConstraint(fields=('development', 'assessment'), name='an_assessment_doubted_once'),
        ),
        migrations.AddConstraint(
            model_name='doubtedmeasure',
            constraint=models.UniqueConstraint(fields=('development', 'measure'), name='a_measure_doubted_once'),
        ),
        Protect("Development", parents=[("line_id", "Subject"), ("review_id", "Review"), ("source_id", "Source")]),
        Find("Development"),
        Protect(
            "DevelopmentCorrection",
            parents=[("earlier_id", "Development"), ("later_id", "Development")],
            also_add=rules.CORRECTS,
        ),
        Protect("DevelopmentWithdrawal", parents=[("development_id", "Development")], also_add=rules.WITHDRAWS),
        Protect(
            "DoubtedMeasure",
            parents=[("development_id", "Development"), ("measure_id", "Measure")],
            also_add=rules.DOUBTS_A_MEASURE,
        ),
        Protect(
            "DoubtedAssessment",
            parents=[("development_id", "Development"), ("assessment_id", "Assessment")],
            also_add=rules.DOUBTS_AN_ASSESSMENT,
        ),
        Protect(
            "Claim",
            parents=[
                ("line_id", "Subject"),
                ("development_id", "Development"),
                ("measure_id", "Measure"),
                ("cause_line_id", "Subject"),
                ("source_id", "Source"),
            ],
        ),
        Find("Claim"),
        Protect("ClaimFigure", parents=[("claim_id", "Claim"), ("figure_id", "Figure")], also_add=rules.RESTS),
        Protect("ClaimAnswer", parents=[("claim_id", "Claim")]),
        Protect("Briefing", parents=[("review_id", "Review")], also_add=briefing.BRIEFS),
        Protect(
            "BriefingDevelopment",
            parents=[("briefing_id", "Briefing"), ("development_id", "Development")],
            also_add=briefing.TELLS,
        ),
        Protect("NextStep", parents=[("briefing_id", "Briefing"), ("line_id", "Subject")], also_add=briefing.PROPOSES),
        Protect("StepTaken", parents=[("step_id", "NextStep"), ("item_id", "AgendaItem")], also_add=briefing.TAKES),
        Protect("BriefingQuestion", parents=[("briefing_id", "Briefing")]),
        Protect("BriefingAnswer", parents=[("question_id", "BriefingQuestion")], also_add=briefing.EXPLAINS),
    ]
