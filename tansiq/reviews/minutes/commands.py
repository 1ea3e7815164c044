"""Minutes of an item: the offices draft, circulate, answer, adopt and seal them; members propose corrections."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice
from tansiq.release.models import Audience, Member, Releasable
from tansiq.reviews.agenda.commands import MEANWHILE, audience_for
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.commands import OPENERS, within
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection, MinutesSeal
from tansiq.reviews.minutes.queries import circulated, corrections_of, seal_of, standing, texts_of

KIND, CORRECTION = "minutes", "minutes_correction"  # Under which release habits are kept.
WIDER = _("The item is not released to all of these readers.")
Step = Minutes.Step


def version_of(item: AgendaItem) -> int:
    """Which version of its minutes an office sees: how many texts stand of it, each of which both offices read."""
    return 1 + texts_of(item.pk).count() + (seal_of(item.pk) is not None)


@act("minutes.drafted")
def draft_minutes(*, item: AgendaItem, text: Words, version: int) -> Minutes:
    """Write a draft, which the offices alone read; former drafts stay.

    Raises:
        Stale: the other office wrote meanwhile.
        ValidationError: the minutes went to members already, or these words stand.
    """
    former = _writing(item, version)
    if former is not None and former.step != Step.DRAFT:
        raise ValidationError(_("These minutes went to members: from now on they are changed by corrections alone."))
    if former is not None and former.text == text:
        raise ValidationError(_("These are the words that stand already."))
    place = former.place + 1 if former else 1
    return _write("minutes.drafted", item, audience_for(item.audience, []), step=Step.DRAFT, text=text, place=place)


@act("minutes.circulated")
def circulate_minutes(*, item: AgendaItem, until_on: date, readers: Sequence[int], version: int) -> Minutes:
    """Send the draft as it stands to members, who may propose corrections until a day.

    Raises:
        ValidationError: there is no draft, or they were circulated already, or the day is past.
    """
    draft = _writing(item, version)
    if draft is None:
        raise ValidationError(_("There is no draft that could be circulated."))
    if draft.step != Step.DRAFT:
        raise ValidationError(_("These minutes were circulated already."))
    if until_on < clock.today():
        raise ValidationError({"until_on": _("This day is past. Members need time to correct.")})
    audience = audience_for(item.audience, readers)
    made = _write(
        "minutes.circulated", item, audience, step=Step.CIRCULATED, text=draft.text, place=1, until_on=until_on
    )
    remember_choice(KIND, audience)
    return made


@act("minutes.correction_proposed")
def propose_correction(*, item: AgendaItem, text: Words, readers: Sequence[int]) -> MinutesCorrection:
    """Propose a correction, to those whom the member chose among who reads the minutes, and to the offices.

    Raises:
        ValidationError: the day for corrections is past, or the minutes are adopted.
    """
    if acting().kind == Member.Kind.OFFICE:
        raise PermissionDenied
    minutes = circulated(item.pk)
    if (refusal := too_late(minutes, standing(item.pk))) is not None:
        raise ValidationError(refusal)
    audience = audience_for(minutes.audience, readers)
    with within(_("The minutes are not released to all of these readers.")):
        made = MinutesCorrection.objects.create(minutes=minutes, text=text, **ownership(audience))
    remember_choice(CORRECTION, audience)
    _append("minutes.correction_proposed", made, {"minutes": str(minutes.pk), "text": text.as_json()})
    return made


def too_late(minutes: Minutes, stands: Minutes | None) -> Any:
    """Why no correction is proposed any more; None while one may be."""
    if stands is not None and stands.step == Step.ADOPTED:
        return _("These minutes are adopted: no correction is taken in any more. What you wrote is kept below.")
    if minutes.until_on is not None and minutes.until_on < clock.today():
        return _("The day until which corrections were asked for is past. What you wrote is kept below.")
    return None


@act("minutes.correction_answered")
def answer_correction(*, correction: MinutesCorrection, taken: bool, reason: Words) -> MinutesAnswer:
    """Say whether a correction is taken in, and why; to all who read the correction.

    Raises:
        ValidationError: it is answered already.
        Stale: the other office answered at the same moment.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    if correction.answers.exists():
        raise ValidationError(_("This correction is answered already."))
    given = ownership(correction.audience)
    try:
        with transaction.atomic():
            made = MinutesAnswer.objects.create(correction=correction, taken=taken, reason=reason, **given)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    told = {"correction": str(correction.pk), "taken": taken, "text": reason.as_json()}
    _append("minutes.correction_answered", made, told)
    return made


@act("minutes.adopted")
def adopt_minutes(*, item: AgendaItem, text: Words, version: int) -> Minutes:
    """Adopt minutes once the day for corrections is past: with what was taken in, to those to whom they went.

    Raises:
        ValidationError: members may still correct, a correction waits for its answer, or the words say otherwise
            than what was taken in.
    """
    former = _writing(item, version)
    if former is None or former.step == Step.DRAFT:
        raise ValidationError(_("These minutes were not circulated yet."))
    if former.step == Step.ADOPTED:
        raise ValidationError(_("These minutes are adopted already."))
    if former.until_on is not None and former.until_on >= clock.today():
        raise ValidationError(_("Members may still propose corrections: the day that was named has not passed."))
    answers = [answer for one in corrections_of(item.pk) for answer in one.answered or [None]]  # type: ignore[attr-defined] # queries.corrections_of
    if None in answers:
        raise ValidationError(_("A correction waits for its answer."))
    taken = any(one.taken for one in answers)
    if taken and text == former.text:
        raise ValidationError({"text_ar": _("A correction was taken in: write the words as they stand with it.")})
    if not taken and text != former.text:
        raise ValidationError({"text_ar": _("No correction was taken in: the words stand as they were circulated.")})
    return _write("minutes.adopted", item, former.audience, step=Step.ADOPTED, text=text, place=1)


@act("minutes.sealed")
def seal_minutes(*, item: AgendaItem, version: int) -> MinutesSeal:
    """Seal adopted minutes: nothing is written of the item any more.

    Raises:
        ValidationError: they are not adopted yet.
    """
    stands = _writing(item, version)
    if stands is None or stands.step != Step.ADOPTED:
        raise ValidationError(_("Only adopted minutes are sealed."))
    try:
        with transaction.atomic():
            made = MinutesSeal.objects.create(item=item, minutes=stands, **ownership(stands.audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    told = {"item": str(item.pk), "minutes": str(stands.pk), "text": stands.text.as_json()}
    _append("minutes.sealed", made, told)
    return made


def _writing(item: AgendaItem, version: int) -> Minutes | None:
    """The text on which an office writes, where it saw the version that stands and no seal ends it."""
    if acting().code not in OPENERS:
        raise PermissionDenied
    if version != version_of(item):
        raise Stale(MEANWHILE)
    if seal_of(item.pk) is not None:
        raise ValidationError(_("These minutes are sealed: nothing is written of this item any more."))
    return standing(item.pk)


def _write(kind: str, item: AgendaItem, audience: Audience, **given: Any) -> Minutes:
    """A text at a step, with its entry; of two at the same moment the second is stale."""
    try:
        with within(WIDER):
            made = Minutes.objects.create(item=item, **given, **ownership(audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    until_on = {"until": made.until_on.isoformat()} if made.until_on else {}
    _append(kind, made, {"item": str(item.pk), "text": made.text.as_json(), **until_on})
    return made


def _append(kind: str, about: Releasable, told: dict[str, Any]) -> None:
    append(kind, about=about, audience=about.audience, content=told, first=True)
