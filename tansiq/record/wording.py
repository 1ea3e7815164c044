"""Entries in words: what was done, by whom, on what."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tansiq.engines.entries import EPOCH_SECONDS
from tansiq.languages.words import Words
from tansiq.record.models import Entry
from tansiq.release.models import Audience, Member
from tansiq.release.wording import Stripe, chip

# Every kind of entry: its sentence, and the page of its item (docs/record.md explains each).
KINDS = {
    "accreditation.accepted": (_("A person accepted an accreditation"), ""),
    "accreditation.ended": (_("A person’s accreditation was ended"), ""),
    "accreditation.given": (_("A person was accredited and invited"), ""),
    "action.dropped": (_("An action was dropped"), ""),
    "action.judged": (_("It was said how far an action was carried out"), ""),
    "action.laid": (_("An action was laid under a decision"), "action"),
    "action.moved": (_("The due date of an action was moved"), ""),
    "action.told": (_("It was said where an action stands"), ""),
    "advice.answered": (_("The chair said what becomes of a piece of advice"), ""),
    "advice.called": (_("Members were asked for advice"), "advice_call"),
    "advice.corrected": (_("Advice was corrected by its author"), "advice"),
    "advice.given": (_("A member gave advice in its name"), "advice"),
    "advice.handed_in": (_("Your member handed in advice without its name"), ""),
    "advice.laid": (_("What was handed in without a name was laid on the table"), "advice_call"),
    "advice.nothing_to_add": (_("A member said that it has nothing to add"), ""),
    "advice.position_taken": (_("A member took a position on advice"), ""),
    "agenda.item_changed": (_("An item of an agenda was changed"), ""),
    "agenda.item_moved": (_("An item of an agenda was moved"), ""),
    "agenda.item_referred": (_("An item was referred to a review of another level"), "agenda_item"),
    "agenda.item_referred_on": (_("An item was referred to a series, for its next review"), ""),
    "agenda.item_released": (_("An item of an agenda was released to more readers"), "agenda_item"),
    "agenda.item_set": (_("An item was set on the agenda of a review"), "agenda_item"),
    "agenda.item_taken_up": (_("What waited for a series was set on the agenda of its review"), "agenda_item"),
    "agenda.item_withdrawn": (_("An item was withdrawn from the agenda of a review"), ""),
    "assessment.dissented": (_("Somebody sees an assessment otherwise"), ""),
    "assessment.made": (_("A line of effort was assessed"), "assessment"),
    "assessment.released": (_("An assessment was released to more readers"), "assessment"),
    "assessment.revised": (_("An assessment was revised"), "assessment"),
    "attendance.guest_received": (_("A guest was received at a review for one session"), ""),
    "attendance.recorded": (_("It was recorded who came to a review"), ""),
    "attendance.registered": (_("A member registered for a review"), ""),
    "base.added": (_("A denominator was added to a measure"), ""),
    "baseline.set": (_("The start of a measure was set"), ""),
    "body.made": (_("A body was made, with its seats"), "body"),
    "body.released": (_("A body was released to more readers"), "body"),
    "body.rule_set": (_("It was set how a body decides"), ""),
    "body.zoned": (_("A body’s due times are told in another time zone"), "body"),
    "briefing.asked_about": (_("A question was asked about a briefing"), ""),
    "briefing.drafted": (_("A briefing was drafted"), ""),
    "briefing.explained": (_("A question about a briefing was answered"), ""),
    "briefing.given": (_("The coordinator gave a briefing for a review"), ""),
    "briefing.step_taken": (_("A next step went onto the agenda of a review"), ""),
    "calibration.published": (_("An author published its calibration"), ""),
    "call.closed": (_("Reporting to a call was closed"), ""),
    "caveat.lifted": (_("A limit on the use of a contribution was lifted"), ""),
    "caveat.set": (_("The use of a contribution was limited"), ""),
    "circle.changed": (_("A circle of members was changed"), ""),
    "circle.made": (_("A circle of members was made"), ""),
    "claim.answered": (_("Somebody disputes or supports a claim of cause"), ""),
    "claim.made": (_("A cause was claimed"), "claim"),
    "clearance.demanded": (_("A member’s head clears its reports before they are filed"), ""),
    "clearance.lifted": (_("A member’s reports are filed without clearance"), ""),
    "coalition.changed": (_("The coalition’s own words and ways were changed"), ""),
    "coalition.founded": (_("The coalition was founded"), ""),
    "concern.named": (_("A member was named as most concerned by a line of effort"), ""),
    "consent.given": (_("A named giver gave its word on a joint gift"), ""),
    "contribution.corrected": (_("What was stated of a contribution was corrected"), ""),
    "contribution.offered": (_("A contribution was offered for a need"), ""),
    "contribution.stated": (_("A contribution was stated"), "contribution"),
    "contribution.step_stated": (_("A stage of a contribution was stated"), ""),
    "decision.announced": (_("A decision adopted by silence was put on the agenda of the next meeting"), "agenda_item"),
    "development.corrected": (_("A development was corrected by a later one"), "development"),
    "development.reported": (_("A development was put on the record"), "development"),
    "development.withdrawn": (_("A development was withdrawn"), ""),
    "document.filed": (_("A document was put before a review"), "document"),
    "document.released": (_("A document was released to more readers"), "document"),
    "evidence.given": (_("The evidence for a report was given"), ""),
    "forecast.dated": (_("The author of a forecast said by when"), ""),
    "forecast.demurred": (_("The author of a forecast sees otherwise what came of it"), ""),
    "forecast.made": (_("A forecast was made"), "forecast"),
    "forecast.resolved": (_("It was said what came of a forecast"), ""),
    "guest.ended": (_("A guest’s visit was ended, or when it ends was said anew"), "guest"),
    "guest.invited": (_("A guest was invited to one session of a review"), "guest"),
    "guest.shown": (_("Something was shown to a guest, by name"), ""),
    "lesson.identified": (_("A lesson was identified"), "lesson"),
    "lesson.step_taken": (_("A step of a lesson was taken"), ""),
    "mail.discarded": (_("A letter to many was thrown away"), ""),
    "mail.prepared": (_("A letter to many was put into the outbox"), ""),
    "mail.released": (_("A letter to many was let out"), ""),
    "measure.changed": (_("What a measure is called or wants was changed"), "measure"),
    "measure.defined": (_("A measure was defined"), "measure"),
    "measure.released": (_("A measure was released to more readers"), "measure"),
    "member.admitted": (_("A member joined the coalition"), ""),
    "milestone.attested": (_("Something was attested of a milestone"), ""),
    "milestone.awaited": (_("Something was said to wait for a milestone"), ""),
    "milestone.expected": (_("A milestone is expected on another day"), ""),
    "milestone.set": (_("A milestone was set"), "milestone"),
    "minutes.adopted": (_("The minutes of an item were adopted"), ""),
    "minutes.circulated": (_("The minutes of an item were circulated for corrections"), ""),
    "minutes.correction_answered": (_("A correction to minutes was answered"), ""),
    "minutes.correction_proposed": (_("A correction to minutes was proposed"), ""),
    "minutes.drafted": (_("The minutes of an item were drafted"), ""),
    "minutes.sealed": (_("The minutes of an item were sealed"), ""),
    "movement.stated": (_("It was stated whether a measure moved"), ""),
    "need.answered": (_("It was said what became of a need"), ""),
    "need.stated": (_("A need was stated"), "need"),
    "overlap.agreed": (_("Two reporters agreed on what both counted"), ""),
    "overlap.stated": (_("A reporter said what another counts too"), ""),
    "parts.added": (_("A figure was told apart into its parts"), ""),
    "position.explained": (_("A member explained its position on a text"), ""),
    "position.taken": (_("A member took a position on a text"), ""),
    "proxy.given": (_("A member lets another speak for it"), "proxy"),
    "proxy.withdrawn": (_("A proxy was withdrawn"), ""),
    "question.adopted": (_("A text was adopted in the room"), "decision"),
    "question.closed": (_("A question on a text was closed"), ""),
    "question.put": (_("A text was put to its body"), "question"),
    "record.loaded": (_("A file of the public record was entered"), ""),
    "remark.corrected": (_("A remark on a review was corrected"), "remark"),
    "remark.made": (_("A remark was made on a review"), "remark"),
    "remarks.released": (_("A remark was released to more readers"), "remark"),
    "report.asked_about": (_("A question was asked about a report"), ""),
    "report.confirmed": (_("A member confirmed what was entered on its word"), ""),
    "report.corrected": (_("A report was restated by a later one"), "report"),
    "report.explained": (_("A reporter answered a question about its report"), ""),
    "report.filed": (_("A report was filed"), "report"),
    "report.missed": (_("When reporting closed, a member had not answered"), ""),
    "report.restated": (_("A report was filed that restates an earlier one"), "report"),
    "reports.called": (_("Members were asked for their reports"), "call"),
    "reports.released": (_("Reports were released to more readers"), "report"),
    "reports.ruled_on": (_("A ruling was made on a report"), ""),
    "reports.taken_in": (_("A file of answers was taken in"), "call"),
    "review.called_off": (_("A review was called off"), "review"),
    "review.opened": (_("A review was opened"), "review"),
    "review.phase_entered": (_("A review entered a phase"), ""),
    "review.replanned": (_("The plan of a review was changed"), "review"),
    "risk.ended": (_("A risk was closed or came to pass"), ""),
    "risk.ranked": (_("A member ranked the risks for a review"), ""),
    "risk.renewed": (_("A risk was said anew"), "risk"),
    "risk.scale_set": (_("The scale of risks was set"), ""),
    "risk.stated": (_("A risk was stated"), "risk"),
    "second_factor.demanded": (_("A member demanded a second factor of everyone who speaks for it"), ""),
    "second_factor.lifted": (_("A member’s demand for a second factor was lifted"), ""),
    "second_factor.reset": (_("A person’s lost second factor was removed by whoever runs the house"), ""),
    "series.changed": (_("A series of reviews goes on by another rule"), "series"),
    "series.made": (_("A series of reviews was made"), "series"),
    "silence.adopted": (_("A text was adopted by silence, by the chair’s notice"), ""),
    "silence.break_prepared": (_("A break of silence was prepared for a second person to confirm"), ""),
    "silence.broken": (_("Silence was broken"), ""),
    "silence.closed": (_("All were told that a text is not adopted by silence"), ""),
    "silence.member_chose": (_("A member decided who breaks silence in its name"), ""),
    "silence.paper_entered": (_("An objection that arrived on paper was entered"), ""),
    "silence.prolonged": (_("Silence was extended, or all were asked again"), ""),
    "silence.proposed": (_("It was proposed to adopt a text by silence"), ""),
    "silence.resumed": (_("The clock of a run of silence was set going again"), ""),
    "silence.said": (_("A member spoke during a run of silence"), ""),
    "silence.settled": (_("A contested run of silence was settled"), ""),
    "silence.started": (_("Silence began"), ""),
    "silence.suspended": (_("The clock of a run of silence was stopped"), ""),
    "silence.use_objected": (_("A member objected to the use of silence"), ""),
    "silence.withdrawn": (_("A text was withdrawn from silence"), ""),
    "standing.recorded": (_("A member’s standing changed"), ""),
    "target.set": (_("A target was set for a measure"), ""),
    "sounding.noted": (_("The chair kept a note for itself"), ""),
    "text.revised": (_("A new version of a text was tabled"), "text_version"),
    "text.tabled": (_("A text was tabled"), "text"),
    "usual_release.set": (_("A member’s usual release was set"), ""),
    "weak_point.cured": (_("It was said what cured a weak point"), ""),
}


@dataclass(frozen=True)
class Told:
    """One entry as a page tells it."""

    entry: Entry
    audience: Audience
    what: str
    by: Member | None
    at: datetime
    exact: bool  # Whether the reader may know the minute, or only the hour.
    words: Words | None
    address: str
    chip: Stripe
    groups: dict[str, dict[str, Any]]


def tell(entry: Entry, known: dict[int, Member]) -> Told:
    """An entry in words, from the groups that the reader may see."""
    groups = {group.name: group.body for group in entry.seen}  # type: ignore[attr-defined] # queries.entries()
    sentence, page = KINDS[entry.kind]
    at = groups.get("time", {}).get("at")
    text = groups.get("content", {}).get("text")
    actor = groups.get("actor", {}).get("member")
    audience = Audience(readers=entry.readers)  # type: ignore[attr-defined] # as above
    return Told(
        entry=entry,
        audience=audience,
        what=str(sentence),
        by=next((member for member in known.values() if str(member.pk) == actor), None),
        at=datetime.fromisoformat(at) if at else datetime.fromtimestamp(entry.epoch * EPOCH_SECONDS, UTC),
        exact=at is not None,
        words=Words.from_json(text) if isinstance(text, dict) else None,
        address=_address(page, entry.item),
        chip=chip(audience, known),
        groups=groups,
    )


def _address(page: str, item: UUID) -> str:
    try:
        return reverse(page, args=[item]) if page else ""
    except NoReverseMatch:
        return ""


def told(entries: list[Entry], known: dict[int, Member]) -> list[Told]:
    """Entries in words; within an hour, those whose minute I may know come in its order."""
    return sorted((tell(entry, known) for entry in entries), key=lambda one: (one.at, str(one.entry.pk)), reverse=True)
