"""Releasing reports of one's own to more readers: figure and report together; whoever reads one now still will."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.released import within_its_release
from tansiq.record.acts import act
from tansiq.record.commands import append, disclose
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, is_wider, release_anew
from tansiq.release.models import PUBLIC
from tansiq.release.queries import named_readers
from tansiq.reports.models import Report


@act("reports.released")
def release_reports(*, reports: Sequence[Report], readers: Sequence[int]) -> Report:
    """Release reports of the acting member to more readers, as one act; whoever reads one now still will.

    Raises:
        ValidationError: the call is not released to all of these readers, or they read all of them already.
    """
    if any(report.owner_id != acting().member for report in reports):
        raise PermissionDenied
    released = []
    for report in reports:
        wanted = {PUBLIC} if PUBLIC in readers else {*readers, *report.audience.readers}
        if not is_wider(report.audience, audience_of(wanted)):
            continue
        with within_its_release():
            if report.figure is not None:
                release_anew([report.figure], wanted)
            audience = release_anew([report], wanted)
        disclose(report.pk, audience)
        append("reports.released", about=report, audience=audience, content={"readers": named_readers(audience)})
        released.append(report)
    if not released:
        raise ValidationError(_("All of these readers read them already."))
    return released[0]
