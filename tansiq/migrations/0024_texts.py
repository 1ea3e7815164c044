"""Texts by version and paragraph, the rules of bodies, questions, positions and actions."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _position_rules as positions
from tansiq.migrations import _text_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect, ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0023_advice'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='body',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='tansiq.body'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='tansiq.source'),
        ),
        migrations.CreateModel(
            name='BodyRule',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_on', models.DateField(verbose_name='in force from')),
                ('way', models.CharField(choices=[('consensus', 'by consensus'), ('minus', 'by consensus minus some'), ('majority', 'by a qualified majority'), ('silence', 'by silence')], max_length=16, verbose_name='decides')),
                ('minus', models.PositiveSmallIntegerField(default=0, verbose_name='objections that it survives')),
                ('numerator', models.PositiveSmallIntegerField(default=0, verbose_name='majority: parts')),
                ('denominator', models.PositiveSmallIntegerField(default=0, verbose_name='majority: of so many')),
                ('majority_of', models.CharField(choices=[('entitled', 'of all who are entitled'), ('voting', 'of those who say yes or no')], default='entitled', max_length=16, verbose_name='majority of whom')),
                ('quorum', models.PositiveSmallIntegerField(default=0, verbose_name='quorum: members')),
                ('quorum_numerator', models.PositiveSmallIntegerField(default=0, verbose_name='quorum: parts')),
                ('quorum_denominator', models.PositiveSmallIntegerField(default=0, verbose_name='quorum: of so many')),
                ('silence_hours', models.PositiveSmallIntegerField(default=72, verbose_name='least hours of silence')),
                ('extensions', models.PositiveSmallIntegerField(default=2, verbose_name='most extensions')),
                ('downtime_hours', models.PositiveSmallIntegerField(default=4, verbose_name='hours before the end in which the house must run')),
                ('hidden', models.BooleanField(default=False, verbose_name='positions hidden until the close')),
                ('breaker_shown', models.BooleanField(default=False, verbose_name='all see who broke silence')),
                ('reasons', models.BooleanField(default=True, verbose_name='an objection bears a reason')),
                ('languages', models.JSONField(default=list, verbose_name='languages required')),
                ('without_meeting', models.BooleanField(default=False, verbose_name='silence may start without a meeting')),
                ('proxies', models.BooleanField(default=False, verbose_name='proxies allowed')),
                ('voice', models.CharField(blank=True, max_length=16)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='tansiq.body')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Paragraph',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('strand', models.UUIDField(editable=False)),
                ('verb', models.CharField(blank=True, max_length=16, verbose_name='operative verb')),
                ('text', tansiq.languages.words.WordsField(verbose_name='text')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('way', models.CharField(choices=[('meeting', 'in a meeting'), ('silence', 'by silence')], max_length=16, verbose_name='how it is decided')),
                ('rule', models.JSONField()),
                ('proposed', models.CharField(choices=[('meeting', 'in a meeting'), ('writing', 'in writing')], max_length=16, verbose_name='proposed')),
                ('turn', models.PositiveSmallIntegerField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('turn', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('agrees', 'agrees'), ('statement', 'agrees, with a statement'), ('referendum', 'agrees ad referendum'), ('reservation', 'agrees, with a reservation'), ('awaiting', 'awaits instructions'), ('aside', 'stands aside'), ('objects', 'objects'), ('out', 'does not participate')], max_length=16, verbose_name='position')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='statement or reservation')),
                ('no_reason', models.BooleanField(default=False, verbose_name='no reason given')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('opened', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('paragraph', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='tansiq.paragraph')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tansiq.question')),
            ],
        ),
        migrations.CreateModel(
            name='Explanation',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', tansiq.languages.words.WordsField(verbose_name='explanation of position')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='explanations', to='tansiq.question')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Elector',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='electorates', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='electors', to='tansiq.question')),
            ],
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('turn', models.PositiveSmallIntegerField()),
                ('text', tansiq.languages.words.WordsField(verbose_name='I lift it if this paragraph reads')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('opened', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('paragraph', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='tansiq.paragraph')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tansiq.question')),
            ],
        ),
        migrations.CreateModel(
            name='QuestionEnd',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('outcome', models.CharField(choices=[('adopted', 'adopted'), ('not_adopted', 'not adopted'), ('broken', 'silence broken'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed')], max_length=16, verbose_name='outcome')),
                ('note', tansiq.languages.words.WordsField(null=True, verbose_name='note')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='tansiq.question')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('turn', models.PositiveSmallIntegerField()),
                ('text', tansiq.languages.words.WordsField(verbose_name='reason')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('opened', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='tansiq.question')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('kind', models.CharField(choices=[('decision', 'decision'), ('statement', 'statement'), ('terms', 'terms of reference'), ('principles', 'guiding principles'), ('plan', 'plan of work')], max_length=16, verbose_name='kind')),
                ('authentic', models.CharField(choices=[('equal', 'all languages equally authentic'), ('ar', 'Arabic authentic'), ('en', 'English authentic')], default='equal', max_length=8, verbose_name='authentic')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='tansiq.body')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='question',
            name='text',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='tansiq.text'),
        ),
        migrations.CreateModel(
            name='TextVersion',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('digest', models.CharField(max_length=64, verbose_name='hash')),
                ('note', tansiq.languages.words.WordsField(null=True, verbose_name='what has changed')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='tansiq.text')),
            ],
        ),
        migrations.AddField(
            model_name='question',
            name='text_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='tansiq.textversion'),
        ),
        migrations.AddField(
            model_name='paragraph',
            name='text_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paragraphs', to='tansiq.textversion'),
        ),
        migrations.AddField(
            model_name='decision',
            name='text_version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='tansiq.textversion'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('text_version__isnull', True)), models.Q(('body__isnull', False), ('source__isnull', True), ('text_version__isnull', False)), _connector='OR'), name='a_decision_rests_on_a_source_or_is_adopted_here'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('text_version__isnull', False)), fields=('body', 'audience', 'code'), name='one_decision_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('text_version',), name='a_version_is_adopted_once'),
        ),
        migrations.AddConstraint(
            model_name='bodyrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('way', 'majority'), _negated=True), models.Q(('numerator__gte', 1), ('numerator__lte', models.F('denominator'))), _connector='OR'), name='a_majority_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='bodyrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('way', 'minus'), _negated=True), ('minus__gte', 1), _connector='OR'), name='minus_some_is_some'),
        ),
        migrations.AddConstraint(
            model_name='bodyrule',
            constraint=models.CheckConstraint(condition=models.Q(('quorum_numerator__lte', models.F('quorum_denominator'))), name='a_quorum_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(fields=('question', 'owner', 'turn'), name='one_position_of_a_turn'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('no_reason', False), ('kind', 'objects'), _connector='OR'), name='an_objection_alone_may_bear_no_reason'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['statement', 'reservation']), _negated=True), ('words__isnull', False), _connector='OR'), name='a_statement_and_a_reservation_have_words'),
        ),
        migrations.AddConstraint(
            model_name='elector',
            constraint=models.UniqueConstraint(fields=('question', 'member'), name='an_elector_once'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.UniqueConstraint(fields=('question', 'owner', 'turn', 'paragraph'), name='one_wording_of_a_paragraph'),
        ),
        migrations.AddConstraint(
            model_name='reason',
            constraint=models.UniqueConstraint(fields=('question', 'owner', 'turn'), name='one_reason_of_a_turn'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.UniqueConstraint(fields=('text', 'number'), name='one_version_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(fields=('text', 'turn'), name='one_question_of_a_turn'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(condition=models.Q(('way', 'silence')), fields=('text_version',), name='a_version_goes_under_silence_once'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('proposed', 'meeting'), ('review__isnull', False)), models.Q(('proposed', 'writing'), ('review__isnull', True)), _connector='OR'), name='what_is_proposed_in_a_meeting_names_it'),
        ),
        migrations.AddConstraint(
            model_name='paragraph',
            constraint=models.UniqueConstraint(fields=('text_version', 'place'), name='one_paragraph_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='paragraph',
            constraint=models.UniqueConstraint(fields=('text_version', 'strand'), name='one_paragraph_of_a_strand'),
        ),
        Protect("Text", parents=[("body_id", "Body"), ("review_id", "Review")], also_add=rules.OF_ITS_BODY),
        Protect("TextVersion", parents=[("text_id", "Text")], also_add=rules.REVISES),
        Protect("Paragraph", parents=[("text_version_id", "TextVersion")], also_add=rules.WRITES),
        Protect("BodyRule", parents=[("body_id", "Body")], also_add=rules.RULES),
        Protect(
            "Question",
            parents=[("text_id", "Text"), ("text_version_id", "TextVersion"), ("review_id", "Review")],
            also_add=rules.PUTS,
        ),
        Protect("Elector", parents=[("question_id", "Question")], also_add=rules.ELECTS),
        Protect("QuestionEnd", parents=[("question_id", "Question")], also_add=rules.ENDS),
        Protect(
            "Reason",
            parents=[("question_id", "Question")],
            also_read=positions.opens("reason"),
            also_add=positions.voices("reason"),
        ),
        Protect(
            "Position",
            parents=[("question_id", "Question"), ("paragraph_id", "Paragraph")],
            also_read=positions.opens("position"),
            also_add=positions.POSITION,
        ),
        Protect(
            "Condition",
            parents=[("question_id", "Question"), ("paragraph_id", "Paragraph")],
            also_read=positions.opens("condition"),
            also_add=positions.CONDITION,
        ),
        Protect("Explanation", parents=[("question_id", "Question")], also_add=positions.EXPLAINS),
        ProtectAnew(
            "Decision",
            parents=[
                ("review_id", "Review"),
                ("source_id", "Source"),
                ("body_id", "Body"),
                ("text_version_id", "TextVersion"),
            ],
            also_add=positions.ADOPTS,
        ),
    ]
