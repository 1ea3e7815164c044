"""Proxies, where the rule of a body allows them, and that they were withdrawn."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _text_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect


class Migration(Together):

    dependencies = [
        ('tansiq', '0031_lessons'),
    ]

    operations = [
        migrations.CreateModel(
            name='Proxy',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(verbose_name='until')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proxies', to='tansiq.body')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('from_on__lte', models.F('until_on'))), name='a_proxy_ends'), models.CheckConstraint(condition=models.Q(('holder', models.F('owner')), _negated=True), name='nobody_is_its_own_proxy')],
            },
        ),
        migrations.CreateModel(
            name='ProxyEnd',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('proxy', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='tansiq.proxy')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        Protect("Proxy", parents=[("body_id", "Body")], also_add=rules.PROXIES),
        Protect("ProxyEnd", parents=[("proxy_id", "Proxy")], also_add=rules.WITHDRAWS),
    ]
