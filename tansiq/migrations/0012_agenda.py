"""The agenda of a review: its items, each with its time and its kind."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _agenda_rules as rules
from tansiq.release.protect import Protect


class Migration(migrations.Migration):

    dependencies = [
        ('tansiq', '0011_notices'),
    ]

    operations = [
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
                ('origin', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('presented_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='tansiq.review')),
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
        Protect("AgendaItem", parents=[("review_id", "Review"), ("origin_id", "AgendaItem")], also_add=rules.SETS),
        Protect("AgendaChange", parents=[("item_id", "AgendaItem")], also_add=rules.CHANGES),
    ]
