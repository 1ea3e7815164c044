"""Another plan for a review, another rule for a series, a calendar’s own address, and documents."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.db import migrations, models

from tansiq.migrations import _review_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, Change, Own, Protect, readable


class Migration(Together):

    dependencies = [
        ('tansiq', '0012_agenda'),
    ]

    operations = [
        migrations.AddField(
            model_name='review',
            name='called_off_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='called off'),
        ),
        migrations.AddField(
            model_name='review',
            name='moved_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='review',
            name='moves',
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name='FormerRule',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('first_on', models.DateField(verbose_name='first day')),
                ('every', models.PositiveSmallIntegerField(verbose_name='every')),
                ('unit', models.CharField(choices=[('weeks', 'weeks'), ('months', 'months')], max_length=8, verbose_name='unit')),
                ('weekday', models.PositiveSmallIntegerField(null=True, verbose_name='weekday')),
                ('nth', models.SmallIntegerField(null=True, verbose_name='which of the month')),
                ('hedged', models.BooleanField(default=False, verbose_name='about')),
                ('skipped', models.JSONField(default=list)),
                ('decides', tansiq.languages.words.WordsField(null=True, verbose_name='what it may decide by itself')),
                ('until_on', models.DateField(verbose_name='until')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former', to='tansiq.series')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('account', models.UUIDField(editable=False)),
                ('accreditation', models.UUIDField(editable=False)),
                ('digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('made_at', models.DateTimeField(editable=False)),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'account'), name='one_feed_of_a_hat')],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', tansiq.languages.words.WordsField(verbose_name='title')),
                ('language', models.CharField(max_length=2, verbose_name='language')),
                ('name', models.CharField(max_length=100, verbose_name='file name')),
                ('media', models.CharField(choices=[('application/pdf', 'PDF'), ('image/png', 'Image (PNG)'), ('image/jpeg', 'Image (JPEG)'), ('image/webp', 'Image (WebP)'), ('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Text document (DOCX)'), ('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Workbook (XLSX)'), ('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'Slides (PPTX)'), ('text/csv', 'Table (CSV)'), ('text/plain', 'Plain text')], max_length=100, verbose_name='kind')),
                ('size', models.PositiveIntegerField(verbose_name='size')),
                ('digest', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('content', models.BinaryField()),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='tansiq.agendaitem')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='tansiq.review')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Replacement',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='tansiq.document')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='tansiq.document')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunSQL(readable("tansiq_review", EVERY_READER), migrations.RunSQL.noop),
        Change(
            "Review",
            parents=[("body_id", "Body"), ("series_id", "Series")],
            change=rules.PLAN,
            anew=False,
        ),
        Change("Series", parents=[("body_id", "Body")], change=rules.RULE),
        Protect("FormerRule", parents=[("series_id", "Series")], also_add=rules.HELD_UNTIL_NOW),
        Protect("Document", parents=[("review_id", "Review"), ("item_id", "AgendaItem")], also_add=rules.FILED),
        Protect(
            "Replacement", parents=[("earlier_id", "Document"), ("later_id", "Document")], also_add=rules.REPLACES
        ),
        Own("CalendarFeed", change=["accreditation", "digest", "made_at"]),
    ]
