"""Closing calls, and letters about what needs somebody."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _notice_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Own, Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0010_widen_reports'),
    ]

    operations = [
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closings', to='tansiq.call')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Missed',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('asked', models.PositiveIntegerField(verbose_name='measures asked for')),
                ('unanswered', models.PositiveIntegerField(verbose_name='without an answer')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('closing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missed', to='tansiq.closing')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missed', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(editable=False)),
                ('way', models.CharField(choices=[('digest', 'once a day, where something new needs me'), ('at_once', 'at once, whenever something new needs me'), ('none', 'never: I look for myself')], default='digest', max_length=16, verbose_name='letters about what needs me')),
                ('language', models.CharField(choices=[('both', 'Arabic and English'), ('ar', 'Arabic'), ('en', 'English')], default='both', max_length=4, verbose_name='language')),
                ('secret', models.CharField(editable=False, max_length=43)),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'account'), name='one_choice_of_a_hat')],
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField()),
                ('need', models.UUIDField()),
                ('step', models.CharField(max_length=32)),
                ('at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'account', 'need', 'step'), name='told_once')],
            },
        ),
        Protect("Closing", parents=[("call_id", "Call")], also_add=rules.CLOSES),
        Protect("Missed", parents=[("closing_id", "Closing")], also_add=rules.MISSES),
        Own("NoticeChoice", change=["way", "language", "secret"]),
        Own("Told"),
    ]
