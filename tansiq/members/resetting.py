"""A lost second factor, removed by whoever runs the house on the word of the secretariat; its holder is told."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.members import factors, letters, offices
from tansiq.members.models import Account, Accreditation, Session
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.record.models import Entry
from tansiq.record.queries import entries_on
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader

KIND = "second_factor.reset"


@act("second_factor.reset")
def reset_second_factor(*, account: Account) -> Accreditation:
    """Remove all second factors of a person who has lost them; its sign-ins close, and its members read the entry.

    Raises:
        ValidationError: the person speaks for nobody, or has no second factor.
    """
    offices.only(offices.SECRETARIAT)
    held = Accreditation.objects.filter(account=account, ended_at=None).select_related("member", "audience")
    spoken_for = list(held.order_by("created_at", "key"))
    if not spoken_for:
        raise ValidationError(_("Nobody of this address speaks for a member."))
    if not factors.has_factor(account.pk):
        raise ValidationError(_("This person has no second factor."))
    factors.forget(account)
    Session.objects.filter(account=account).delete()
    for one in spoken_for:
        readers = audience_of({*one.audience.readers, own_reader()})
        append(KIND, about=one, audience=readers, content={"member": one.member.code, "role": one.role})
    letters.post(letters.compose("account/email/factors_changed", account.email, {}))
    return spoken_for[0]


def reset_of_mine(account: Account) -> Entry | None:
    """The entry by which the acting person's factors were removed, until it has set another one up."""
    if factors.has_factor(account.pk):
        return None
    found = entries_on(acting().accreditation).filter(kind=KIND)
    return found.order_by("-epoch", "key").first()
