"""What became of a need; the coordinator alone writes a briefing, which is found by its words."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _prepared_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect, ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0021_ground'),
    ]

    operations = [
        migrations.CreateModel(
            name='NeedState',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('state', models.CharField(choices=[('open', 'open again'), ('met', 'met'), ('withdrawn', 'withdrawn'), ('not_needed', 'no longer needed')], max_length=16, verbose_name='what became of it')),
                ('words', tansiq.languages.words.WordsField(verbose_name='why')),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='states', to='tansiq.need')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('need', 'place'), name='one_word_on_a_need_at_a_time')],
            },
        ),
        Protect("NeedState", parents=[("need_id", "Need")], also_add=rules.OWN_NEED),
        ProtectAnew("Briefing", parents=[("review_id", "Review")], also_add=rules.BRIEFS),
        Find("Briefing"),
    ]
