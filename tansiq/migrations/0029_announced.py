"""What was adopted by silence is announced at the next meeting, by an item of its agenda; rules go with their body."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _text_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect, Widen


class Migration(Together):

    dependencies = [
        ('tansiq', '0028_texts_found'),
    ]

    operations = [
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='announcements', to='tansiq.decision')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='announces', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        Protect(
            "Announcement",
            parents=[("decision_id", "Decision"), ("item_id", "AgendaItem")],
            also_add=rules.ANNOUNCES,
        ),
        Widen("BodyRule", parents=[("body_id", "Body")]),
    ]
