"""Guests of one session: readers of their own, who read what is shown to them by name until it ends."""

import django.db.models.deletion
import tansiq.chance
import tansiq.languages.words
from django.conf import settings
from django.db import migrations, models

from tansiq.migrations import _guest_rules as guests
from tansiq.migrations import _review_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import Protect, ProtectAnew, Widen


class Migration(Together):

    dependencies = [
        ('tansiq', '0016_by_key'),
    ]

    operations = [
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('review_id', models.UUIDField(verbose_name='review')),
                ('name', tansiq.languages.words.WordsField(verbose_name='name')),
                ('speaks_for', tansiq.languages.words.WordsField(verbose_name='speaks for')),
                ('session', tansiq.languages.words.WordsField(verbose_name='session')),
                ('reader', models.IntegerField(unique=True)),
                ('until_at', models.DateTimeField(verbose_name='until')),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='participation',
            name='visitor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='tansiq.guest'),
        ),
        migrations.CreateModel(
            name='GuestInvitation',
            fields=[
                ('key', models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ('said_by_name', tansiq.languages.words.WordsField(editable=False, null=True)),
                ('created_at', models.DateTimeField(editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('account', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('audience', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.audience')),
                ('guest', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='tansiq.guest')),
                ('owner', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
                ('said_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tansiq.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        *guests.laid(
            # A guest's number is no member's, nor that of a member's heads.
            "ALTER TABLE tansiq_guest ADD CONSTRAINT reader_below_zero CHECK (reader < 0 AND reader % 2 = 0)",
            "ALTER TABLE tansiq_guest ADD CONSTRAINT guest_of_a_review FOREIGN KEY (review_id) REFERENCES tansiq_review",
        ),
        Protect(
            "Guest",
            parents=[("review_id", "Review")],
            change=["until_at"],
            also_read=guests.ITSELF,
            also_add=rules.OPENER,
        ),
        Protect("GuestInvitation", parents=[("guest_id", "Guest")], also_add=guests.INVITES),
        ProtectAnew(
            "Participation",
            parents=[
                ("review_id", "Review"),
                ("person_id", "Person"),
                ("source_id", "Source"),
                ("visitor_id", "Guest"),
            ],
            also_add=rules.ATTENDS,
        ),
        # What stands already can be shown to a guest.
        Widen(
            "AgendaItem",
            parents=[("review_id", "Review"), ("matter_id", "Matter")],
            also=guests.CLOSED_TO_SOME,
        ),
        ProtectAnew(
            "AgendaItem", parents=[("review_id", "Review"), ("matter_id", "Matter")], also_add=guests.SETS
        ),
        Widen("AgendaChange", parents=[("item_id", "AgendaItem")]),
        ProtectAnew("AgendaChange", parents=[("item_id", "AgendaItem")], also_add=guests.CHANGES),
        Widen("Document", parents=[("review_id", "Review"), ("item_id", "AgendaItem")]),
        *guests.laid("GRANT UPDATE (account_id, accepted_at) ON tansiq_guestinvitation TO tansiq_definer"),
    ]
