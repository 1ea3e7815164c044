"""The agenda of a review: its items, each with its time and its kind, how they are referred, and their minutes."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _agenda_rules as rules
from tansiq.migrations import _minutes_rules as minutes
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0011_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('kind', models.CharField(choices=[('information', 'for information'), ('discussion', 'for discussion'), ('decision', 'for decision'), ('closed', 'closed')], max_length=16, verbose_name='kind')),
                ('starts_at', models.DateTimeField(null=True, verbose_name='time')),
                ('minutes', models.PositiveSmallIntegerField(null=True, verbose_name='minutes planned')),
                ('note', tansiq.languages.words.WordsField(null=True, verbose_name='note')),
                ('place', models.BigIntegerField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('presented_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='tansiq.matter')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Minutes',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('step', models.CharField(choices=[('draft', 'draft'), ('circulated', 'circulated'), ('adopted', 'adopted')], max_length=16, verbose_name='step')),
                ('text', tansiq.languages.words.WordsField(verbose_name='minutes')),
                ('until_on', models.DateField(null=True, verbose_name='corrections until')),
                ('place', models.PositiveSmallIntegerField(default=1)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='minuted', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='MinutesCorrection',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', tansiq.languages.words.WordsField(verbose_name='correction')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='tansiq.minutes')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MinutesAnswer',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('taken', models.BooleanField(verbose_name='taken in')),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('correction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='tansiq.minutescorrection')),
            ],
        ),
        migrations.CreateModel(
            name='MinutesSeal',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seals', to='tansiq.agendaitem')),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seals', to='tansiq.minutes')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referred_to', to='tansiq.agendaitem')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referred_from', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgendaChange',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('kind', models.CharField(choices=[('information', 'for information'), ('discussion', 'for discussion'), ('decision', 'for decision'), ('closed', 'closed')], max_length=16, verbose_name='kind')),
                ('starts_at', models.DateTimeField(null=True, verbose_name='time')),
                ('minutes', models.PositiveSmallIntegerField(null=True, verbose_name='minutes planned')),
                ('note', tansiq.languages.words.WordsField(null=True, verbose_name='note')),
                ('place', models.BigIntegerField()),
                ('turn', models.PositiveSmallIntegerField()),
                ('is_withdrawal', models.BooleanField(default=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('presented_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='tansiq.agendaitem')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('item', 'turn'), name='one_change_of_a_turn')],
            },
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.UniqueConstraint(fields=('item', 'step', 'place'), name='one_text_of_a_place'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'circulated'), ('until_on__isnull', False)), models.Q(models.Q(('step', 'circulated'), _negated=True), ('until_on__isnull', True)), _connector='OR'), name='circulated_minutes_have_a_date_for_corrections'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(('step', 'draft'), ('place', 1), _connector='OR'), name='minutes_are_circulated_and_adopted_once'),
        ),
        migrations.AddConstraint(
            model_name='minutesanswer',
            constraint=models.UniqueConstraint(fields=('correction',), name='one_answer_to_a_correction'),
        ),
        migrations.AddConstraint(
            model_name='minutesseal',
            constraint=models.UniqueConstraint(fields=('item',), name='one_seal_of_an_item'),
        ),
        Protect("Matter", also_add=rules.OPENER),
        Protect("AgendaItem", parents=[("review_id", "Review"), ("matter_id", "Matter")], also_add=rules.SETS),
        Protect("AgendaChange", parents=[("item_id", "AgendaItem")], also_add=rules.CHANGES),
        Protect("Referral", parents=[("earlier_id", "AgendaItem"), ("later_id", "AgendaItem")], also_add=rules.REFERS),
        Protect("Minutes", parents=[("item_id", "AgendaItem")], also_add=minutes.WRITES),
        Protect("MinutesCorrection", parents=[("minutes_id", "Minutes")], also_add=minutes.PROPOSES),
        Protect("MinutesAnswer", parents=[("correction_id", "MinutesCorrection")], also_add=minutes.ANSWERS),
        Protect(
            "MinutesSeal", parents=[("item_id", "AgendaItem"), ("minutes_id", "Minutes")], also_add=minutes.SEALS
        ),
    ]
