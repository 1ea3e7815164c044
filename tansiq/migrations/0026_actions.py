"""Actions laid under decisions, their steps and how they are judged; the soundings of the chair."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _action_rules as rules
from tansiq.migrations import _advice_rules as advice
from tansiq.migrations import _text_rules as texts
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect, ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0025_silence'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionStep',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('not_started', 'not started'), ('in_progress', 'in progress'), ('done', 'done'), ('drop_asked', 'asks to drop it'), ('moved', 'due date moved'), ('dropped', 'dropped')], max_length=16, verbose_name='step')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='in what words')),
                ('due_on', models.DateField(null=True, verbose_name='due now')),
                ('turn', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('points', models.CharField(choices=[('unknown', 'no evidence to judge by'), ('not_started', 'not started'), ('limited', 'limited'), ('substantial', 'substantial'), ('complete', 'complete')], max_length=16, verbose_name='carried out')),
                ('words', tansiq.languages.words.WordsField(verbose_name='on what grounds')),
                ('turn', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Sounding',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('leaning', models.CharField(choices=[('along', 'would go along'), ('change', 'would go along with a change'), ('trouble', 'has trouble with it'), ('open', 'has not made up its mind')], max_length=8, verbose_name='how it leans')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='note')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='adviceanswer',
            name='an_answer_says_what_it_must',
        ),
        migrations.AddField(
            model_name='action',
            name='paragraph',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='tansiq.paragraph'),
        ),
        migrations.AddField(
            model_name='adviceanswer',
            name='action_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='bodyrule',
            name='judged_openly',
            field=models.BooleanField(default=True, verbose_name='all who read an action read how it is judged'),
        ),
        migrations.AlterField(
            model_name='action',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='tansiq.source'),
        ),
        migrations.AlterField(
            model_name='action',
            name='status',
            field=models.CharField(choices=[('not_started', 'not started'), ('planned', 'planned'), ('in_progress', 'in progress'), ('drop_asked', 'to be dropped, as its owner asks'), ('done', 'done'), ('late', 'late'), ('dropped', 'dropped')], max_length=16, verbose_name='status'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('source__isnull', False), models.Q(('decision__isnull', False), ('due_until__isnull', False), ('evidence', None), ('status', 'not_started')), _connector='OR'), name='an_action_rests_on_a_source_or_is_laid_here'),
        ),
        migrations.AddConstraint(
            model_name='adviceanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('into', None), ('review', None), ('until_on', None), ('way', 'taken_up'), models.Q(('decision_id__isnull', False), ('action_id__isnull', False), ('words__isnull', False), _connector='OR')), models.Q(('action_id', None), ('decision_id', None), models.Q(models.Q(('into__isnull', False), ('review', None), ('until_on', None), ('way', 'merged')), models.Q(('into', None), ('way', 'deferred'), models.Q(('review__isnull', False), ('until_on__isnull', False), _connector='OR')), models.Q(('into', None), ('review', None), ('until_on', None), ('way', 'not_taken_up'), ('words__isnull', False)), _connector='OR')), _connector='OR'), name='an_answer_says_what_it_must'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='action',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='tansiq.action'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='document',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action_steps', to='tansiq.document'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='report',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action_steps', to='tansiq.report'),
        ),
        migrations.AddField(
            model_name='actionstep',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='completion',
            name='action',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='completions', to='tansiq.action'),
        ),
        migrations.AddField(
            model_name='completion',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='completion',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='completion',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='paragraph',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='soundings', to='tansiq.paragraph'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='sounding',
            name='text',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='soundings', to='tansiq.text'),
        ),
        migrations.AddConstraint(
            model_name='actionstep',
            constraint=models.UniqueConstraint(fields=('action', 'turn'), name='one_step_of_an_action_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='actionstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_on__isnull', False), ('kind', 'moved'), ('words__isnull', False)), models.Q(('due_on', None), ('kind__in', ['dropped', 'drop_asked']), ('words__isnull', False)), models.Q(('due_on', None), ('kind', 'done'), models.Q(('words__isnull', False), ('document__isnull', False), ('report__isnull', False), _connector='OR')), models.Q(('due_on', None), ('kind__in', ['not_started', 'in_progress'])), _connector='OR'), name='a_step_says_what_it_must'),
        ),
        migrations.AddConstraint(
            model_name='completion',
            constraint=models.UniqueConstraint(fields=('owner', 'action', 'turn'), name='one_judgement_at_a_time'),
        ),
        ProtectAnew("BodyRule", parents=[("body_id", "Body")], also_add=texts.RULES),
        ProtectAnew(
            "Action",
            parents=[("decision_id", "Decision"), ("source_id", "Source"), ("paragraph_id", "Paragraph")],
            also_add=rules.LAYS,
        ),
        ProtectAnew("ActionOwner", parents=[("action_id", "Action")], also_add=rules.FALLS),
        Protect(
            "ActionStep",
            parents=[("action_id", "Action"), ("document_id", "Document"), ("report_id", "Report")],
            also_add=rules.STEPS,
        ),
        Protect("Completion", parents=[("action_id", "Action")]),
        ProtectAnew(
            "AdviceAnswer",
            parents=[
                ("advice_id", "Advice"),
                ("into_id", "Advice"),
                ("review_id", "Review"),
                ("decision_id", "Decision"),
                ("action_id", "Action"),
            ],
            also_add=advice.ANSWERS,
        ),
        Protect("Sounding", parents=[("text_id", "Text"), ("paragraph_id", "Paragraph")], also_add=rules.NOTES),
    ]
