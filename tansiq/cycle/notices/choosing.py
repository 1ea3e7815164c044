"""Choosing how one is written to, and the signed link by which a letter is the last."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from tansiq import chance
from tansiq.cycle.notices.models import NoticeChoice
from tansiq.release.acting import acting, acting_as, token_for

SALT = "tansiq.notices.stop"


def own_choice() -> NoticeChoice:
    """How whoever acts wants to be written to under this hat; kept with its secret when it is first asked for."""
    who = acting()
    rows = NoticeChoice.objects.filter(owner=who.member, account=who.account)
    return rows.first() or NoticeChoice.objects.create(owner_id=who.member, account=who.account, secret=chance.token())


def choose(*, way: str, language: str) -> NoticeChoice:
    """Choose anew: links in older letters hold no longer. It is a habit, no act, and leaves nothing in the record."""
    held = own_choice()
    held.way, held.language, held.secret = way, language, chance.token()
    held.save(update_fields=["way", "language", "secret"])
    return held


def stop_link(choice: NoticeChoice) -> str:
    """The address at which a letter's reader ends them without signing in."""
    who = acting()
    told = f"{who.account}.{who.accreditation}.{choice.secret}"
    return reverse("notices_stop", args=[signing.Signer(salt=SALT).sign_object(told)])


def named_by(token: str) -> tuple[UUID, UUID, str] | None:
    """Whom a link of ours names, and its secret; None for a forged one."""
    try:
        account, accreditation, secret = str(signing.Signer(salt=SALT).unsign_object(token)).split(".")
        return UUID(account), UUID(accreditation), secret
    except (signing.BadSignature, ValueError):
        return None


def is_held(account: UUID, accreditation: UUID, secret: str) -> bool:
    """Whether a link of ours still holds: its person's choice has the secret that it names."""
    with acting_as(token_for(account, accreditation)):
        return NoticeChoice.objects.filter(account=account, secret=secret).exists()


def end_by(account: UUID, accreditation: UUID, secret: str) -> None:
    """End the letters of whom a link names, as that person, and nothing else."""
    with acting_as(token_for(account, accreditation)):
        NoticeChoice.objects.filter(account=account, secret=secret).update(way=NoticeChoice.Way.NONE)
