"""The address at which a person's calendar program reads that person's reviews."""

from django.db import models

from tansiq import chance
from tansiq.release.models import Member


class CalendarFeed(models.Model):
    """The one address of a person under one hat; its secret is kept as a digest, and none is in force without one."""

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+", editable=False)
    account = models.UUIDField(editable=False)
    accreditation = models.UUIDField(editable=False)  # Whose end ends the address.
    digest = models.CharField(max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "account"], name="one_feed_of_a_hat")]
