"""Chains of contributions told by both ends, joint gifts, caveats; needs and offers; what moved after all that."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.units
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _chain_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect, ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0018_rest'),
    ]

    operations = [
        migrations.CreateModel(
            name='Caveat',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', tansiq.languages.words.WordsField(verbose_name='limit')),
                ('place', tansiq.languages.words.WordsField(null=True, verbose_name='where')),
                ('activity', tansiq.languages.words.WordsField(null=True, verbose_name='for which activity')),
                ('hours', tansiq.languages.words.WordsField(null=True, verbose_name='at which time of day')),
                ('against', tansiq.languages.words.WordsField(null=True, verbose_name='against whom')),
                ('approval', tansiq.languages.words.WordsField(null=True, verbose_name='whose approval is needed')),
                ('starts_on', models.DateField(null=True)),
                ('until_on', models.DateField(null=True)),
                ('lifted_on', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('consents', models.BooleanField()),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='remark')),
                ('place', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JointGiver',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('verdict', models.CharField(choices=[('moved', 'it moved'), ('none', 'no movement'), ('lost', 'reached, then lost')], max_length=8, verbose_name='whether it moved')),
                ('words', tansiq.languages.words.WordsField(verbose_name='in words')),
                ('as_of', models.DateField(verbose_name='as of')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('cash', 'money'), ('in_kind', 'in kind'), ('personnel', 'personnel'), ('training', 'training'), ('basing', 'basing and transit'), ('information', 'information'), ('hosting', 'hosting')], max_length=16, verbose_name='kind')),
                ('text', tansiq.languages.words.WordsField(verbose_name='what')),
                ('amount', models.DecimalField(decimal_places=6, max_digits=26, null=True)),
                ('high', models.DecimalField(decimal_places=6, max_digits=26, null=True)),
                ('qualifier', models.CharField(choices=[('none_stated', 'no qualifier stated'), ('exact', 'exactly'), ('about', 'about'), ('nearly', 'nearly'), ('more_than', 'more than'), ('at_least', 'at least'), ('at_most', 'at most'), ('less_than', 'less than'), ('range', 'between'), ('words_only', 'in words only')], max_length=16, verbose_name='qualifier')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='as it was said')),
                ('unit', tansiq.languages.units.UnitField(null=True, verbose_name='unit')),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('place', tansiq.languages.words.WordsField(null=True, verbose_name='where')),
                ('by_on', models.DateField(null=True, verbose_name='by when')),
            ],
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('side', models.CharField(choices=[('giver', 'the giver’s word'), ('recipient', 'the recipient’s word')], max_length=16, verbose_name='whose word')),
                ('stage', models.CharField(choices=[('pledged', 'pledged'), ('committed', 'committed'), ('allocated', 'allocated'), ('in_delivery', 'in delivery'), ('delivered', 'delivered'), ('confirmed', 'confirmed by the recipient'), ('reduced', 'reduced'), ('withdrawn', 'withdrawn'), ('lapsed', 'lapsed'), ('disputed', 'disputed by the recipient')], max_length=16, verbose_name='stage')),
                ('amount', models.DecimalField(decimal_places=6, max_digits=26, null=True)),
                ('high', models.DecimalField(decimal_places=6, max_digits=26, null=True)),
                ('qualifier', models.CharField(choices=[('none_stated', 'no qualifier stated'), ('exact', 'exactly'), ('about', 'about'), ('nearly', 'nearly'), ('more_than', 'more than'), ('at_least', 'at least'), ('at_most', 'at most'), ('less_than', 'less than'), ('range', 'between'), ('words_only', 'in words only')], max_length=16, verbose_name='qualifier')),
                ('words', tansiq.languages.words.WordsField(null=True, verbose_name='as it was said')),
                ('unit', tansiq.languages.units.UnitField(null=True, verbose_name='unit')),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('not_stated', 'not stated')], default='day', max_length=16)),
                ('instalment', models.BooleanField(default=False)),
                ('reason', tansiq.languages.words.WordsField(null=True, verbose_name='reason')),
                ('place', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='StepCorrection',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('reason', tansiq.languages.words.WordsField(verbose_name='why it is corrected')),
            ],
        ),
        migrations.AddField(
            model_name='contribution',
            name='context',
            field=models.CharField(blank=True, choices=[('before', 'spent before the start'), ('outside', 'spent outside the coalition')], max_length=8, verbose_name='context'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='earmarking',
            field=models.CharField(blank=True, choices=[('none', 'not earmarked'), ('softly', 'softly: a region or a theme'), ('tightly', 'tightly: one project')], max_length=8, verbose_name='earmarking'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='measure',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='rate_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='contribution',
            name='recipient_member',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='receives', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='contribution',
            name='shown_amount',
            field=models.DecimalField(decimal_places=6, max_digits=26, null=True),
        ),
        migrations.AddField(
            model_name='contribution',
            name='shown_currency',
            field=models.CharField(blank=True, max_length=3),
        ),
        migrations.AlterField(
            model_name='contribution',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='tansiq.source'),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rate_on__isnull', True), ('shown_amount__isnull', True), ('shown_currency', '')), models.Q(('rate_on__isnull', False), ('shown_amount__isnull', False), models.Q(('shown_currency', ''), _negated=True)), _connector='OR'), name='a_conversion_has_its_day'),
        ),
        migrations.AddField(
            model_name='caveat',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='caveat',
            name='contribution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='caveats', to='tansiq.contribution'),
        ),
        migrations.AddField(
            model_name='caveat',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='caveat',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='consent',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='consent',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='consent',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='jointgiver',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='jointgiver',
            name='contribution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='givers', to='tansiq.contribution'),
        ),
        migrations.AddField(
            model_name='jointgiver',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gives_jointly', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='jointgiver',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='jointgiver',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='consent',
            name='giver',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='tansiq.jointgiver'),
        ),
        migrations.AddField(
            model_name='movement',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='movement',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='tansiq.measure'),
        ),
        migrations.AddField(
            model_name='movement',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='movement',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='movement',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='tansiq.source'),
        ),
        migrations.AddField(
            model_name='need',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='need',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='tansiq.subject'),
        ),
        migrations.AddField(
            model_name='need',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='need',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='offer',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='offer',
            name='contribution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='tansiq.contribution'),
        ),
        migrations.AddField(
            model_name='offer',
            name='need',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='tansiq.need'),
        ),
        migrations.AddField(
            model_name='offer',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='offer',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='step',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='step',
            name='contribution',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='tansiq.contribution'),
        ),
        migrations.AddField(
            model_name='step',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='step',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='stepcorrection',
            name='audience',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience'),
        ),
        migrations.AddField(
            model_name='stepcorrection',
            name='earlier',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='tansiq.step'),
        ),
        migrations.AddField(
            model_name='stepcorrection',
            name='later',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrects', to='tansiq.step'),
        ),
        migrations.AddField(
            model_name='stepcorrection',
            name='owner',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddField(
            model_name='stepcorrection',
            name='said_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member'),
        ),
        migrations.AddConstraint(
            model_name='jointgiver',
            constraint=models.UniqueConstraint(fields=('contribution', 'member'), name='a_joint_giver_once'),
        ),
        migrations.AddConstraint(
            model_name='need',
            constraint=models.CheckConstraint(condition=models.Q(('amount__isnull', False), ('words__isnull', False), _connector='OR'), name='a_need_in_numbers_or_words'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(fields=('need', 'contribution'), name='an_offer_once'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('side', 'giver'), models.Q(('stage__in', ['confirmed', 'disputed']), _negated=True)), models.Q(('side', 'recipient'), ('stage__in', ['in_delivery', 'delivered', 'confirmed', 'disputed'])), _connector='OR'), name='each_end_states_its_own_stages'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage__in', ['reduced', 'withdrawn', 'lapsed', 'disputed']), _negated=True), ('reason__isnull', False), _connector='OR'), name='a_fall_and_a_dispute_have_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='stepcorrection',
            constraint=models.UniqueConstraint(fields=('earlier',), name='a_step_is_corrected_once'),
        ),
        ProtectAnew(
            "Contribution",
            parents=[("review_id", "Review"), ("source_id", "Source"), ("measure_id", "Measure")],
            also_add=rules.GIVES,
        ),
        Protect("Step", parents=[("contribution_id", "Contribution")], also_add=rules.STEPS),
        Protect("StepCorrection", parents=[("earlier_id", "Step"), ("later_id", "Step")], also_add=rules.CORRECTS),
        Protect("JointGiver", parents=[("contribution_id", "Contribution")], also_add=rules.NAMES),
        Protect("Consent", parents=[("giver_id", "JointGiver")], also_add=rules.CONSENTS),
        Protect(
            "Caveat", parents=[("contribution_id", "Contribution")], change=["lifted_on"], also_add=rules.LIMITS
        ),
        Protect("Need", parents=[("line_id", "Subject")]),
        Find("Need"),
        Protect(
            "Offer", parents=[("need_id", "Need"), ("contribution_id", "Contribution")], also_add=rules.OFFERS
        ),
        Protect("Movement", parents=[("measure_id", "Measure"), ("source_id", "Source")]),
    ]
