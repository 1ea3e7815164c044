"""Starts of measures by themselves: each with its source or its words, its readers, and its former ones beside it."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _measure_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import PROGRAMS, Protect


class Migration(Together):
    dependencies = [("tansiq", "0033_figure_once")]

    operations = [
        migrations.CreateModel(
            name='Baseline',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('on', models.DateField(verbose_name='day of the baseline')),
                ('value', models.DecimalField(decimal_places=6, max_digits=26, null=True, verbose_name='baseline')),
                ('qualifier', models.CharField(choices=[('none_stated', 'no qualifier stated'), ('exact', 'exactly'), ('about', 'about'), ('nearly', 'nearly'), ('more_than', 'more than'), ('at_least', 'at least'), ('at_most', 'at most'), ('less_than', 'less than'), ('range', 'between'), ('words_only', 'in words only')], default='none_stated', max_length=16, verbose_name='qualifier')),
                ('level', models.CharField(blank=True, max_length=32)),
                ('basis', tansiq.languages.words.WordsField(null=True, verbose_name='by what it is known')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('base', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='baselines', to='tansiq.base')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='baselines', to='tansiq.measure')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('source', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_baselines', to='tansiq.source')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('level', ''), ('value__isnull', False)), models.Q(('value__isnull', True), models.Q(('level', ''), _negated=True)), _connector='OR'), name='a_start_is_a_value_or_a_level'), models.CheckConstraint(condition=models.Q(('source__isnull', False), ('basis__isnull', False), _connector='OR'), name='a_start_is_never_bare'), models.CheckConstraint(condition=models.Q(('qualifier__in', ['range', 'words_only']), _negated=True), name='a_start_is_one_number')],
            },
        ),
        Protect(
            "Baseline",
            parents=[("measure_id", "Measure"), ("source_id", "Source"), ("base_id", "Base", rules.ITS_BASE)],
            change=["audience_id"],
            only_wider=True,
            also_add=rules.STARTS,
        ),
        # A start that came with a measure stays as it came: another one is a baseline by itself.
        migrations.RunSQL(
            f"REVOKE UPDATE ({', '.join(f'baseline{part}' for part in rules.START)}) ON tansiq_measure FROM {PROGRAMS}",
            migrations.RunSQL.noop,
        ),
    ]
