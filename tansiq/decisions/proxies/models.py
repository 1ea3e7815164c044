"""A proxy that one member of a body gives another, and that it was withdrawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.members.models import Body
from tansiq.release.models import Member, Releasable


class Proxy(Releasable):
    """That its owner speaks through another member of the body while it says nothing itself."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="proxies")
    holder = models.ForeignKey(Member, models.PROTECT, related_name="+")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_proxy_ends", condition=models.Q(from_on__lte=models.F("until_on"))),
            models.CheckConstraint(name="nobody_is_its_own_proxy", condition=~models.Q(holder=models.F("owner"))),
        ]

    @property
    def withdrawal(self) -> "ProxyEnd | None":
        """How it was withdrawn; None where it was not."""
        return getattr(self, "end", None)


class ProxyEnd(Releasable):
    """That a proxy was withdrawn by the member that gave it: from then on it counts nowhere."""

    proxy = models.OneToOneField(Proxy, models.PROTECT, related_name="end")
