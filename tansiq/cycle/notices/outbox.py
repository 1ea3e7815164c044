"""The outbox: a letter to many is put in, looked at, and then let out or thrown away; each is an act on record."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.cycle.notices.models import MassLetter
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import own_audience
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.models import Call
from tansiq.reports.waiting import open_calls


def letters() -> QuerySet[MassLetter]:
    """The acting office's letters to many, the newest first."""
    rows = MassLetter.objects.filter(owner=acting().member).select_related("call", "call__audience", "audience")
    return rows.order_by("-created_at", "key")


def calls_without_a_letter() -> QuerySet[Call]:
    """Open calls about which the acting office has written to nobody yet, and has nothing lying ready."""
    held = MassLetter.objects.filter(call=OuterRef("pk"), owner=acting().member, discarded_at__isnull=True)
    return open_calls().filter(~Exists(held))


def people_asked(call: Call) -> int:
    """How many people speak for them, as far as that is released to the acting office."""
    today = clock.today()
    rows = Accreditation.objects.filter(member__asked__call=call, account__isnull=False, ended_at__isnull=True)
    running = rows.filter(valid_from__lte=today).exclude(valid_until__lt=today)
    return running.values("account").distinct().count()


@act("mail.prepared")
def prepare_mail(*, call: Call, subject: Words, text: Words) -> MassLetter:
    """Put a letter to everyone whom a call asks into the outbox; it leaves when somebody lets it."""
    if acting().code not in CALLERS:
        raise PermissionDenied
    own = own_audience()
    letter = MassLetter.objects.create(call=call, subject=subject, text=text, **ownership(own))
    append("mail.prepared", about=letter, audience=own, content=_content(letter), first=True)
    return letter


@act("mail.released")
def release_mail(*, letter: MassLetter, version: int) -> MassLetter:
    """Let a letter leave that one has looked at: those whom the call reached read it from now on."""
    _decide(letter)
    if letter.call.closings.exists():
        raise ValidationError(_("Reporting to this call is closed already."))
    edit(letter, version=version, released_at=clock.now(), audience=letter.call.audience)
    append("mail.released", about=letter, audience=letter.call.audience, content=_content(letter))
    return letter


@act("mail.discarded")
def discard_mail(*, letter: MassLetter, version: int) -> MassLetter:
    """Throw a letter away: nobody is written to."""
    _decide(letter)
    edit(letter, version=version, discarded_at=clock.now())
    append("mail.discarded", about=letter, audience=own_audience(), content=_content(letter))
    return letter


def _decide(letter: MassLetter) -> None:
    if acting().member != letter.owner_id:
        raise PermissionDenied
    if not letter.is_waiting:
        raise Stale(_("This letter was decided on already. Look at it again."))


def _content(letter: MassLetter) -> dict[str, object]:
    return {"call": str(letter.call_id), "subject": letter.subject.as_json(), "text": letter.text.as_json()}
