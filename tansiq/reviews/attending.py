"""Who attends a review: a member registers itself, the offices record who came, and whom a line of effort concerns."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.models import Guest, Member
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Concern, Participation, Phase, Review, Subject
from tansiq.reviews.queries import RECORDED, phases_of

Part = Participation.Part
OVER = (Phase.Step.CLOSING, Phase.Step.PUBLISHED)


@act("attendance.registered")
def register_for(*, review: Review, level: str, who: Words | None) -> Participation:
    """Register the acting member for a review: at which level it comes, and who; what it says last counts.

    Raises:
        ValidationError: the review takes no registrations, or none any more.
    """
    if acting().kind == Member.Kind.OFFICE:
        raise PermissionDenied
    now = phases_of(review.pk).last()
    if now is None or now.step in OVER:
        raise ValidationError(_("This review takes no registrations now."))
    return _take_part(
        "attendance.registered",
        review,
        part=Part.REGISTERED,
        member_id=acting().member,
        level=level,
        represented_by=who,
    )


@act("attendance.recorded")
def record_presence(
    *, review: Review, member: Member, part: str, level: str = "", represented_by: Words | None = None
) -> Participation:
    """Record that a member is present, represented by another, observes or is absent; what is recorded last counts.

    Raises:
        ValidationError: a member that another represents is named without that other.
    """
    if acting().code not in OPENERS or part not in RECORDED:
        raise PermissionDenied
    if part == Part.REPRESENTED and represented_by is None:
        raise ValidationError({"represented_by": _("Say by whom it is represented.")})
    return _take_part(
        "attendance.recorded", review, part=part, member_id=member.pk, level=level, represented_by=represented_by
    )


@act("attendance.guest_received")
def receive_guest(*, review: Review, guest: Words, session: Words, visitor: Guest | None = None) -> Participation:
    """Receive a guest for one session: one who reads here until then (reviews/guests), or one who only comes."""
    if acting().code not in OPENERS:
        raise PermissionDenied
    given = {"part": Part.GUEST, "guest": guest, "session": session, "visitor": visitor}
    return _take_part("attendance.guest_received", review, **given)


def _take_part(kind: str, review: Review, **given: object) -> Participation:
    """A fact of its own, to all who read the review; former ones stay."""
    last = Participation.objects.filter(review=review).aggregate(last=Max("place"))["last"] or 0
    row = Participation.objects.create(review=review, place=last + 1, **ownership(review.audience, **given))
    append(
        kind,
        about=row,
        audience=review.audience,
        content={
            "review": str(review.pk),
            "part": row.part,
            "member": str(row.member_id) if row.member_id else None,
            "level": row.level,
            "represented_by": row.represented_by.as_json() if row.represented_by else None,
            "guest": row.guest.as_json() if row.guest else None,
            "session": row.session.as_json() if row.session else None,
        },
        first=True,
    )
    return row


@act("concern.named")
def name_concern(*, review: Review, member: Member, line: Subject) -> Concern:
    """Name a member that a line of effort concerns most: the member itself does, or an office.

    Raises:
        ValidationError: it stands so already.
    """
    if acting().code not in OPENERS and member.pk != acting().member:
        raise PermissionDenied
    if Concern.objects.filter(review=review, member=member, line=line).exists():
        raise ValidationError(_("This stands so already."))
    concern = Concern.objects.create(review=review, member=member, line=line, **ownership(review.audience))
    append(
        "concern.named",
        about=concern,
        audience=review.audience,
        content={"review": str(review.pk), "member": member.code, "line": line.code},
        first=True,
    )
    return concern
