"""Calls for advice, what is given and how its author is named, the chair's answers, and positions on advice."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _advice_rules as rules
from tansiq.migrations._guest_rules import laid
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0022_prepared'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdviceCall',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('question', tansiq.languages.words.WordsField(null=True, verbose_name='question')),
                ('line', models.CharField(blank=True, max_length=32)),
                ('opens_at', models.DateTimeField(verbose_name='opens')),
                ('closes_at', models.DateTimeField(verbose_name='advice until')),
                ('settled_at', models.DateTimeField(verbose_name='positions until')),
                ('zone', models.CharField(max_length=64)),
                ('hidden', models.BooleanField(default=False, verbose_name='positions are hidden from others until then')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='advice_calls', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Advice',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('advice', 'advice'), ('weak_point', 'weak point'), ('performance', 'performance note'), ('proposal', 'proposal for the coming period')], max_length=16, verbose_name='kind')),
                ('line', models.CharField(blank=True, max_length=32)),
                ('words', tansiq.languages.words.WordsField(verbose_name='in what words')),
                ('severity', models.CharField(blank=True, choices=[('low', 'low'), ('moderate', 'moderate'), ('high', 'high')], max_length=8, verbose_name='how grave')),
                ('evidence', tansiq.languages.words.WordsField(null=True, verbose_name='evidence')),
                ('attribution', models.CharField(choices=[('attributed', 'in the name of its member'), ('secretariat', 'through the secretariat'), ('chatham', 'under the Chatham House Rule')], max_length=16, verbose_name='attribution')),
                ('of_itself', models.BooleanField(default=False, verbose_name='it is about its own member')),
                ('thread', models.UUIDField(editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice', to='tansiq.advicecall')),
            ],
        ),
        migrations.CreateModel(
            name='AdviceCorrection',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it is corrected')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='tansiq.advice')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrects', to='tansiq.advice')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='AdvicePosition',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('stance', models.CharField(choices=[('support', 'supports'), ('change', 'supports with a change'), ('neutral', 'neutral'), ('doubt', 'doubts'), ('oppose', 'opposes'), ('nothing', 'nothing to add')], max_length=8, verbose_name='position')),
                ('wording', tansiq.languages.words.WordsField(null=True, verbose_name='the wording that one would accept')),
                ('turn', models.PositiveSmallIntegerField()),
                ('open_at', models.DateTimeField(editable=False)),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='tansiq.advice')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='AdviceReason',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('words', tansiq.languages.words.WordsField(verbose_name='reason')),
                ('turn', models.PositiveSmallIntegerField()),
                ('open_at', models.DateTimeField(editable=False)),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reasons', to='tansiq.advice')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Cure',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('on', models.DateField(verbose_name='since')),
                ('words', tansiq.languages.words.WordsField(verbose_name='what cured it')),
                ('evidence', tansiq.languages.words.WordsField(verbose_name='by what this is known')),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cures', to='tansiq.advice')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='HandedIn',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('advice', 'advice'), ('weak_point', 'weak point'), ('performance', 'performance note'), ('proposal', 'proposal for the coming period')], max_length=16, verbose_name='kind')),
                ('line', models.CharField(blank=True, max_length=32)),
                ('words', tansiq.languages.words.WordsField(verbose_name='in what words')),
                ('severity', models.CharField(blank=True, choices=[('low', 'low'), ('moderate', 'moderate'), ('high', 'high')], max_length=8, verbose_name='how grave')),
                ('evidence', tansiq.languages.words.WordsField(null=True, verbose_name='evidence')),
                ('way', models.CharField(choices=[('secretariat', 'through the secretariat'), ('chatham', 'under the Chatham House Rule')], max_length=16, verbose_name='how')),
                ('becomes', models.UUIDField(editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handed_in', to='tansiq.advicecall')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Invitee',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitees', to='tansiq.advicecall')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='NothingToAdd',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nothing_to_add', to='tansiq.advicecall')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='UnsignedAdvice',
            fields=[
                ('kind', models.CharField(choices=[('advice', 'advice'), ('weak_point', 'weak point'), ('performance', 'performance note'), ('proposal', 'proposal for the coming period')], max_length=16, verbose_name='kind')),
                ('line', models.CharField(blank=True, max_length=32)),
                ('words', tansiq.languages.words.WordsField(verbose_name='in what words')),
                ('severity', models.CharField(blank=True, choices=[('low', 'low'), ('moderate', 'moderate'), ('high', 'high')], max_length=8, verbose_name='how grave')),
                ('evidence', tansiq.languages.words.WordsField(null=True, verbose_name='evidence')),
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('call_key', models.UUIDField(editable=False)),
                ('open_at', models.DateTimeField(editable=False)),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdviceAnswer',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('way', models.CharField(choices=[('taken_up', 'taken up'), ('merged', 'merged'), ('deferred', 'deferred'), ('not_taken_up', 'not taken up')], max_length=16, verbose_name='what becomes of it')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='in what words')),
                ('decision_id', models.UUIDField(null=True)),
                ('until_on', models.DateField(null=True, verbose_name='until')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='tansiq.advice')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='tansiq.advice')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deferred_advice', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'advice', 'turn'), name='one_answer_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('into', None), ('review', None), ('until_on', None), ('way', 'taken_up'), models.Q(('decision_id__isnull', False), ('words__isnull', False), _connector='OR')), models.Q(('decision_id', None), ('into__isnull', False), ('review', None), ('until_on', None), ('way', 'merged')), models.Q(('decision_id', None), ('into', None), ('way', 'deferred'), models.Q(('review__isnull', False), ('until_on__isnull', False), _connector='OR')), models.Q(('decision_id', None), ('into', None), ('review', None), ('until_on', None), ('way', 'not_taken_up'), ('words__isnull', False)), _connector='OR'), name='an_answer_says_what_it_must')],
            },
        ),
        migrations.AddConstraint(
            model_name='advicecall',
            constraint=models.CheckConstraint(condition=models.Q(('review__isnull', False), models.Q(('line', ''), _negated=True), ('question__isnull', False), _connector='OR'), name='a_call_for_advice_is_about_something'),
        ),
        migrations.AddConstraint(
            model_name='advicecall',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__lte', models.F('settled_at')), ('opens_at__lt', models.F('closes_at'))), name='a_call_for_advice_runs_forward'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('evidence__isnull', False), ('kind', 'weak_point'), models.Q(('severity', ''), _negated=True)), models.Q(models.Q(('kind', 'weak_point'), _negated=True), ('evidence__isnull', True), ('severity', '')), _connector='OR'), name='advice_has_evidence_where_weak'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(('of_itself', False), models.Q(('attribution', 'attributed'), ('kind', 'weak_point')), _connector='OR'), name='a_weak_point_is_the_coalitions_or_ones_own'),
        ),
        migrations.AddConstraint(
            model_name='advicecorrection',
            constraint=models.UniqueConstraint(fields=('earlier',), name='advice_is_corrected_once'),
        ),
        migrations.AddConstraint(
            model_name='adviceposition',
            constraint=models.UniqueConstraint(fields=('owner', 'advice', 'turn'), name='one_position_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='adviceposition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stance', 'change'), _negated=True), ('wording__isnull', False), _connector='OR'), name='a_change_has_its_wording'),
        ),
        migrations.AddConstraint(
            model_name='advicereason',
            constraint=models.UniqueConstraint(fields=('owner', 'advice', 'turn'), name='one_reason_for_a_position'),
        ),
        migrations.AddConstraint(
            model_name='cure',
            constraint=models.UniqueConstraint(fields=('owner', 'advice'), name='one_cure_by_one'),
        ),
        migrations.AddConstraint(
            model_name='handedin',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('evidence__isnull', False), ('kind', 'weak_point'), models.Q(('severity', ''), _negated=True)), models.Q(models.Q(('kind', 'weak_point'), _negated=True), ('evidence__isnull', True), ('severity', '')), _connector='OR'), name='handedin_has_evidence_where_weak'),
        ),
        migrations.AddConstraint(
            model_name='invitee',
            constraint=models.UniqueConstraint(fields=('call', 'member'), name='a_member_is_asked_once'),
        ),
        migrations.AddConstraint(
            model_name='nothingtoadd',
            constraint=models.UniqueConstraint(fields=('owner', 'call'), name='nothing_to_add_once'),
        ),
        migrations.AddConstraint(
            model_name='unsignedadvice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('evidence__isnull', False), ('kind', 'weak_point'), models.Q(('severity', ''), _negated=True)), models.Q(models.Q(('kind', 'weak_point'), _negated=True), ('evidence__isnull', True), ('severity', '')), _connector='OR'), name='unsignedadvice_has_evidence_where_weak'),
        ),
        *laid(
            "ALTER TABLE tansiq_adviceanswer ADD CONSTRAINT taken_up_by_a_decision "
            "FOREIGN KEY (decision_id) REFERENCES tansiq_decision",
            "CREATE INDEX tansiq_advice_thread ON tansiq_advice (thread)",
        ),
        Protect("AdviceCall", parents=[("review_id", "Review")], also_add=rules.CALLS),
        Protect("Invitee", parents=[("call_id", "AdviceCall")], also_add=rules.INVITES),
        Protect("NothingToAdd", parents=[("call_id", "AdviceCall")], also_add=rules.HAS_NOTHING),
        Protect("HandedIn", parents=[("call_id", "AdviceCall")], also_add=rules.HANDS_IN),
        rules.Unsigned("UnsignedAdvice"),
        Protect("Advice", parents=[("call_id", "AdviceCall")], also_add=rules.GIVES),
        Find("Advice"),
        Protect(
            "AdviceCorrection", parents=[("earlier_id", "Advice"), ("later_id", "Advice")], also_add=rules.CORRECTS
        ),
        Protect("Cure", parents=[("advice_id", "Advice")], also_add=rules.CURES),
        Protect(
            "AdviceAnswer",
            parents=[
                ("advice_id", "Advice"),
                ("into_id", "Advice"),
                ("review_id", "Review"),
                ("decision_id", "Decision"),
            ],
            also_add=rules.ANSWERS,
        ),
        Protect("AdviceReason", parents=[("advice_id", "Advice")], also_add=rules.EXPLAINS, open_from="open_at"),
        Protect("AdvicePosition", parents=[("advice_id", "Advice")], also_add=rules.TAKES, open_from="open_at"),
    ]
