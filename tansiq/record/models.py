"""The append-only record: entries, their separately released groups, and what a bulk act commits to."""

from django.db import models

from tansiq import chance
from tansiq.release.models import Member, Releasable, Released


class Entry(Released):
    """One act, in clear: form, kind, item, the entry before it on that item, epoch; the rest behind commitments."""

    by_audience_alone = False  # A disclosure lets others read it.

    v = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=48)
    item = models.UUIDField()
    previous = models.BinaryField(null=True)  # The hash of the entry before this one on the same item.
    epoch = models.BigIntegerField()  # Hours since 1970: the clear text tells no time but this.
    commitments = models.JSONField()  # {group: hex of SHA-256(salt ‖ canonical JSON of the group)}
    salt = models.BinaryField()
    leaf = models.BinaryField()  # SHA-256(0x00 ‖ SHA-256(salt ‖ entry))

    class Meta:
        indexes = [models.Index(fields=["item"], name="entry_item")]


class EntryGroup(Released):
    """One group of an entry's fields (actor, time, content, person, attachment), withheld or erased by itself."""

    by_audience_alone = False  # A disclosure lets others read it.

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=16)
    salt = models.BinaryField()
    body = models.JSONField()

    class Meta:
        db_table = "tansiq_entry_group"
        constraints = [models.UniqueConstraint(fields=["entry", "name"], name="one_group_of_a_name")]


class Disclosure(Released):
    """A later release of an entry to more readers; entries themselves never change."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="disclosures")
    at = models.DateTimeField()


class BulkRow(Releasable):
    """One row of a bulk act, and its place in the tree to whose root the act's entry commits."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="rows")
    ref = models.CharField(max_length=200)  # Its name in the file, unique within its owner: loading twice adds nothing.
    kind = models.CharField(max_length=32)
    item = models.UUIDField()
    position = models.PositiveIntegerField()
    path = models.BinaryField()  # The neighbours from its leaf to the root: the row carries its own proof.
    salt = models.BinaryField()
    body = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "ref"], name="one_row_of_a_ref")]


class DoneAct(models.Model):
    """An act already done under an idempotency key: the same key gives the same answer, once."""

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    account = models.UUIDField()
    once = models.CharField(max_length=64)
    kind = models.CharField(max_length=48)
    digest = models.CharField(max_length=64)
    model = models.CharField(max_length=48, blank=True)
    item = models.UUIDField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "account", "once"], name="an_act_once")]
