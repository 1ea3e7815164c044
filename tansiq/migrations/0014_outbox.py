"""Letters to many, which are looked at before they leave; and the time zone by which a body's due times are told."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _notice_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, PROGRAMS, Protect, readable


class Migration(Together):

    dependencies = [
        ('tansiq', '0013_papers'),
    ]

    operations = [
        migrations.CreateModel(
            name='MassLetter',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('subject', tansiq.languages.words.WordsField(verbose_name='subject')),
                ('text', tansiq.languages.words.WordsField(verbose_name='text')),
                ('released_at', models.DateTimeField(editable=False, null=True)),
                ('discarded_at', models.DateTimeField(editable=False, null=True)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='tansiq.call')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        Protect(
            "MassLetter",
            parents=[("call_id", "Call")],
            change=["audience_id", "released_at", "discarded_at"],
            also_add=rules.WRITES,
        ),
        migrations.AddField(
            model_name='body',
            name='zone',
            field=models.CharField(default='UTC', max_length=64, verbose_name='time zone'),
        ),
        migrations.RunSQL(
            [readable("tansiq_body", EVERY_READER), f"GRANT UPDATE (zone) ON tansiq_body TO {PROGRAMS}"],
        ),
    ]
