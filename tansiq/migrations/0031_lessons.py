"""Lessons of weak points and advice, each with its steps."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _action_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0030_uptime'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='what is to be learned')),
                ('analysis', tansiq.languages.words.WordsField(null=True, verbose_name='why it came about')),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lessons', to='tansiq.advice')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LessonStep',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('action', 'an action is to cure it'), ('validated', 'validation'), ('learned', 'learned')], max_length=16, verbose_name='step')),
                ('words', tansiq.languages.words.WordsField(verbose_name='in what words')),
                ('works', models.BooleanField(null=True, verbose_name='does it work')),
                ('place', models.CharField(blank=True, choices=[('doctrine', 'in doctrine'), ('rule', 'in a rule'), ('practice', 'in training and practice')], max_length=16, verbose_name='where it now stands')),
                ('turn', models.PositiveSmallIntegerField()),
                ('action', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lesson_steps', to='tansiq.action')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('lesson', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='tansiq.lesson')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('lesson', 'turn'), name='one_step_of_a_lesson_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('action__isnull', False), ('kind', 'action'), ('place', ''), ('works', None)), models.Q(('action__isnull', False), ('kind', 'validated'), ('place', ''), ('works__isnull', False)), models.Q(('action', None), ('kind', 'learned'), ('works', None), models.Q(('place', ''), _negated=True)), _connector='OR'), name='a_lesson_goes_its_way')],
            },
        ),
        Protect("Lesson", parents=[("advice_id", "Advice")], also_add=rules.LESSONS),
        Protect("LessonStep", parents=[("lesson_id", "Lesson"), ("action_id", "Action")], also_add=rules.LEARNS),
    ]
