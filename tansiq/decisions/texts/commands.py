"""Tabling a text, revising it, setting how a body decides, and putting a version to the body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.decisions.texts.models import BodyRule, Elector, Paragraph, Question, QuestionEnd, Text, TextVersion
from tansiq.decisions.texts.paragraphs import Para, digest_of, open_brackets, written
from tansiq.decisions.texts.queries import electorate, newest, paragraphs_of, questions_of, rule_of, unreached
from tansiq.engines.deciding import MAJORITY, MINUS, Rule
from tansiq.finding.commands import keep_findable
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice
from tansiq.release.models import Audience, Member, Releasable
from tansiq.reviews.agenda.commands import audience_for
from tansiq.reviews.commands import OPENERS, within
from tansiq.reviews.models import Review

KIND = "text"  # Under which a member's release habits for texts are kept.
WIDER = _("The body, or the review, is not released to all of these readers.")
MEANWHILE = _("This was changed meanwhile. Both texts are below; nothing of yours is lost.")


@dataclass(frozen=True)
class Tabled:
    """What a text is called, of which kind it is, and which of its languages is authentic."""

    title: Words
    kind: str
    authentic: str = Text.Authentic.EQUAL


@act("text.tabled")
def table_text(
    *, body: Body, review: Review | None, tabled: Tabled, paragraphs: Sequence[Para], readers: Sequence[int]
) -> Text:
    """Table the first version of a text, to those who were chosen among the body's readers and to the two offices.

    Raises:
        ValidationError: the paragraphs are none, or somebody who is to read it does not read the body or the review.
    """
    if review is not None and review.body_id != body.pk:
        raise ValidationError(_("This is a review of another body."))
    audience = audience_for(body.audience, readers)
    given = ownership(audience)
    with within(WIDER):
        made = Text.objects.create(
            body=body, review=review, title=tabled.title, kind=tabled.kind, authentic=tabled.authentic, **given
        )
        version = _put_version(made, 1, written(paragraphs), None)
    keep_findable(version, first=True)
    remember_choice(KIND, audience)
    told = {"body": str(body.pk), "title": tabled.title.as_json(), "kind": tabled.kind, "authentic": tabled.authentic}
    told |= {"review": str(review.pk)} if review else {}
    _append("text.tabled", made, {**told, **_version_told(version)})
    return made


@act("text.revised")
def revise_text(*, text: Text, paragraphs: Sequence[Para], note: Words | None, number: int) -> TextVersion:
    """Table a new version beside the one that was seen, by its number; whoever tabled the text does so, or an office.

    Raises:
        Stale: another version was tabled meanwhile.
        ValidationError: nothing has changed, or the text is adopted.
    """
    if acting().member != text.owner_id and acting().code not in OPENERS:
        raise PermissionDenied
    former = newest(text.pk)
    if former is None or former.number != number:
        raise Stale(MEANWHILE)
    if any(_outcome(one) == QuestionEnd.Outcome.ADOPTED for one in questions_of(text.pk)):
        raise ValidationError(_("This text is adopted: it is changed by another text alone."))
    held = [Para.of(one) for one in paragraphs_of(former.pk)]
    now = written(paragraphs, {one.strand: one for one in held if one.strand})
    if digest_of(now) == former.digest:
        raise ValidationError(_("These are the words that stand already."))
    try:
        with within(WIDER):
            made = _put_version(text, number + 1, now, note)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    _append("text.revised", made, {"text": str(text.pk), **_version_told(made)})
    return made


def _put_version(text: Text, number: int, paragraphs: Sequence[Para], note: Words | None) -> TextVersion:
    given = ownership(text.audience)
    made = TextVersion.objects.create(text=text, number=number, digest=digest_of(paragraphs), note=note, **given)
    Paragraph.objects.bulk_create(
        Paragraph(
            text_version=made, place=place, strand=one.strand or chance.key(), verb=one.verb, text=one.text, **given
        )
        for place, one in enumerate(paragraphs, 1)
    )
    return made


def _version_told(version: TextVersion) -> dict[str, Any]:
    note = {"note": version.note.as_json()} if version.note else {}
    return {"number": version.number, "digest": version.digest, **note}


@act("body.rule_set")
def set_rule(*, body: Body, rule: Rule, from_on: date) -> BodyRule:
    """Set how a body decides from a day on; what was put to it before is decided as it was put.

    Raises:
        ValidationError: the rule lacks its numbers.
    """
    offices.only(offices.SECRETARIAT)
    if rule.way == MAJORITY and not 1 <= rule.numerator <= rule.denominator:
        raise ValidationError(_("A qualified majority is a part of a whole, such as two of three."))
    if rule.way == MINUS and not rule.minus:
        raise ValidationError(_("Say how many objections a decision survives."))
    if rule.quorum_numerator > rule.quorum_denominator:
        raise ValidationError(_("A quorum is a part of a whole, such as one of three."))
    held = rule.as_json()
    with within(WIDER):
        made = BodyRule.objects.create(body=body, from_on=from_on, **held, **ownership(body.audience))
    _append("body.rule_set", made, {"body": str(body.pk), "from": from_on.isoformat(), **held})
    return made


@act("question.put")
def put_question(
    *, version: TextVersion, way: str, review: Review | None = None, chair: Member | None = None
) -> Question:
    """Put the version that is on the table to its body, under the rule of today.

    In a meeting the list of those entitled is frozen with it; by silence, when silence begins (R-S1).

    Args:
        version: which version.
        way: in a meeting or by silence.
        review: the meeting in which it was proposed; None where it was in writing.
        chair: on whose proposal; the office of the chair where nobody is named.

    Raises:
        Stale: another version is on the table now, or the other office put it meanwhile.
        ValidationError: the text is before the body already, or adopted; no rule is on record or it does not allow
            this; nobody is entitled; or somebody entitled does not read the text.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    text = version.text
    former = questions_of(text.pk)
    stands = newest(text.pk)
    if stands is None or stands.pk != version.pk:
        raise Stale(MEANWHILE)
    rule = rule_of(text.body)
    if rule is None:
        raise ValidationError(_("No rule is on record by which this body decides. The secretariat sets it first."))
    _may_be_put(version, way, review, rule, former)
    members = entitled(text)
    given = ownership(version.audience)
    proposed = Question.Proposed.MEETING if review else Question.Proposed.WRITING
    try:
        with within(WIDER):
            made = Question.objects.create(
                text=text,
                text_version=version,
                way=way,
                rule=rule.as_json(),
                proposed=proposed,
                review=review,
                chair=chair or offices.office(offices.CHAIR),
                turn=len(former) + 1,
                **given,
            )
            if way != Question.Way.SILENCE:
                freeze(made, members, version.audience)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    told = {"text": str(text.pk), "digest": version.digest, "way": way, "rule": made.rule, "proposed": proposed}
    told |= {"chair": made.chair.code}
    told |= {"electors": [one.code for one in members]} if way != Question.Way.SILENCE else {}
    _append("question.put", made, told | ({"review": str(review.pk)} if review else {}))
    return made


def freeze(question: Question, members: Sequence[Member], audience: Audience) -> None:
    """The list of those entitled to answer a question; nobody is added to it, and nobody taken off."""
    given = ownership(audience)
    Elector.objects.bulk_create(Elector(question=question, member=one, **given) for one in members)


def _may_be_put(version: TextVersion, way: str, review: Review | None, rule: Rule, former: Sequence[Question]) -> None:
    """Refuse what the rule of the body, or an earlier question, does not allow."""
    if any(_outcome(one) is None for one in former):
        raise ValidationError(_("This text is before the body already."))
    if any(_outcome(one) == QuestionEnd.Outcome.ADOPTED for one in former):
        raise ValidationError(_("This text is adopted."))
    if review is not None and review.body_id != version.text.body_id:
        raise ValidationError(_("This is a review of another body."))
    if way == Question.Way.SILENCE:
        if brackets := open_brackets(paragraphs_of(version.pk)):
            raise ValidationError(brackets)
        if rule.way == MAJORITY:
            raise ValidationError(_("This body decides by a majority: silence would not tell it."))
        if review is None and not rule.without_meeting:
            raise ValidationError(_("In this body silence starts from a meeting: say in which it was proposed."))
        if any(one.text_version_id == version.pk and one.way == way for one in former):
            raise ValidationError(_("This version was under silence already: revise the text, then put it again."))


def entitled(text: Text) -> list[Member]:
    """Who is entitled to answer now, each of whom reads the text.

    Raises:
        ValidationError: nobody is, or somebody entitled does not read the text.
    """
    members = electorate(text.body)
    if not members:
        raise ValidationError(_("Nobody holds a seat in this body, so nobody could answer."))
    if blind := unreached(text.audience, members):
        raise ValidationError(
            _("This text is not released to everyone entitled to answer. It lacks: %(members)s."),
            params={"members": _(", ").join(one.name.plain() for one in blind)},
        )
    return members


def end_question(*, question: Question, outcome: str, note: Words | None = None) -> QuestionEnd:
    """Write, inside an act that appends its own entry, that a question is over: hidden positions are open from now on.

    Raises:
        Stale: it was over already.
    """
    try:
        with within(WIDER):
            return QuestionEnd.objects.create(
                question=question, outcome=outcome, note=note, **ownership(question.audience)
            )
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice


def _outcome(question: Question) -> str | None:
    """How a question ended; None while it is open."""
    end = getattr(question, "end", None)
    return end.outcome if end else None


def _append(kind: str, about: Releasable, told: dict[str, Any]) -> None:
    append(kind, about=about, audience=about.audience, content=told, first=True)
