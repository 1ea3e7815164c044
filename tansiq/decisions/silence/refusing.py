"""Why an act in a run of silence is refused, in the reader's words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines.silence import Refused, Why
from tansiq.record.acts import Stale

WORDS: Mapping[Why, Any] = {
    Why.OUT_OF_ORDER: _("The run does not stand so that this could be done. Below is how it stands now."),
    Why.NOT_ENTITLED: _("Your member is not on the list of those entitled, which was frozen when silence began."),
    Why.MEETING_FIRST: _("In this body silence starts from a meeting: say in which it was proposed."),
    Why.TOO_SHORT: _("This end is too near: silence lasts at least as long as the rule of the body says."),
    Why.NOT_LATER: _("The new end is later than the one that stands, and is not past."),
    Why.NO_MORE: _("This run was extended as often as the rule of the body allows."),
    Why.NO_WORDS: _("In this body a break bears its reason, or the words that it proposes."),
    Why.NOT_YET: _("This time is still to come."),
    Why.NOT_ENDED: _("Silence has not ended. Nobody adopts before its end."),
    Why.NOTICE_BARRED: _(
        "No notice can be given: the house was down shortly before the end, or a notice did not arrive. "
        "Extend the run, or ask all again; downtime is never consent."
    ),
    Why.IS_CONTESTED: _("This run is contested: an objection of before its end came upon the record after it."),
}
UNATTESTED = _("Attest both before you give the notice. Where you cannot, ask all again: downtime is never consent.")
LATE = (Why.OUT_OF_ORDER, Why.NOT_ENDED, Why.NOTICE_BARRED, Why.IS_CONTESTED)  # The state is not the one that was seen.


@contextmanager
def in_words() -> Iterator[None]:
    """Say in words why the procedure refuses an act."""
    try:
        yield
    except Refused as refusal:
        kind = Stale if refusal.why in LATE else ValidationError
        raise kind(WORDS[refusal.why]) from refusal
