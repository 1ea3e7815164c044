"""The chair's letters on a run, ready to sign: opening, extension, breaking, adoption and the others."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tansiq.decisions.models import Decision
from tansiq.decisions.silence.queries import Standing
from tansiq.engines.silence import State
from tansiq.languages.zones import meets_at_plainly


@dataclass(frozen=True)
class Letter:
    """What a letter is called, and its sentences in their order."""

    title: str
    sentences: tuple[str, ...]


def letter(held: Standing, decision: Decision | None) -> Letter:
    """The letter that is due on a run as it stands."""
    zone = held.question.text.body.zone
    end = held.run.end or (held.run.proposal.until if held.run.proposal else None)
    until = {"end": meets_at_plainly(end, zone) if end else ""}
    if held.state == State.ADOPTED:
        number = {"number": decision.code if decision else "", **until}
        return Letter(_("Letter of adoption"), tuple(one % number for one in _adoption()))
    if held.state == State.UNDER_SILENCE and held.run.extended:
        return Letter(_("Letter on the extension of silence"), tuple(one % until for one in _extension()))
    title, sentences = _others()[held.state]
    return Letter(title, tuple(one % until for one in sentences))


def _adoption() -> tuple[str, ...]:
    return (
        _("I have the honour to inform you that silence was not broken, and that the text annexed is adopted."),
        _("It bears the number %(number)s and takes effect from the end of silence: %(end)s."),
        _("Statements and reservations are attached to it, verbatim. The adoption is announced at the next meeting."),
    )


def _extension() -> tuple[str, ...]:
    return (
        _("I have the honour to inform you that silence on the text annexed is extended."),
        _("It now ends on %(end)s. Whoever was silent need not act again."),
    )


def _others() -> dict[State, tuple[str, tuple[str, ...]]]:
    opening = (
        _("Letter on the opening of silence"),
        (
            _("I have the honour to inform you that the text annexed is put to the body under the silence procedure."),
            _("Silence ends on %(end)s. An objection or an amendment reaches the chair in writing before then."),
            _("If there is none, the text is adopted by the chair’s notice, effective from the end of silence."),
        ),
    )
    over = (
        _("Letter on the end of the procedure"),
        (_("I have the honour to inform you that the text annexed has not been adopted: the procedure is over."),),
    )
    return {
        State.DRAFT: over,
        State.PROPOSED: (
            _("Letter on the proposal of silence"),
            (
                _("I have the honour to propose that the text annexed be adopted under the silence procedure."),
                _("Silence would end on %(end)s. It has not begun: one objection to its use, and the text goes back."),
            ),
        ),
        State.UNDER_SILENCE: opening,
        State.DUE: (
            _("Letter on the end of silence"),
            (
                _("I have the honour to inform you that silence on the text annexed ended unbroken on %(end)s."),
                _("The text is adopted by the chair’s notice, which has not been given yet."),
            ),
        ),
        State.BARRED: (
            _("Letter on the end of silence"),
            (
                _(
                    "I have the honour to inform you that silence on the text annexed ended on %(end)s, and that no "
                    "notice of adoption may follow: not every member could be reached before its end."
                ),
                _("You will be asked again, or silence will be extended; downtime is never consent."),
            ),
        ),
        State.SUSPENDED: (
            _("Letter on the suspension of silence"),
            (
                _("I have the honour to inform you that the clock is stopped for consultations on the text annexed."),
                _("What remains of silence is kept. You will be told when it goes on, and when it ends."),
            ),
        ),
        State.BROKEN: (
            _("Letter on the breaking of silence"),
            (
                _("I have the honour to inform you that silence was broken before its end."),
                _("The text annexed has not been adopted."),
            ),
        ),
        State.CONTESTED: (
            _("Letter on a contested run"),
            (
                _(
                    "I have the honour to inform you that an objection which reached the chair before the end "
                    "of silence came upon the record after it."
                ),
                _("The text annexed is not adopted by silence. I shall consult you on how to proceed."),
            ),
        ),
        State.WITHDRAWN: (
            _("Letter on the withdrawal of the text"),
            (_("I have the honour to inform you that the text annexed is withdrawn from the silence procedure."),),
        ),
        State.LAPSED: over,
    }
