"""Reading texts: those of a body, one with its versions and paragraphs, its rule, its questions and electorates."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from tansiq import clock
from tansiq.decisions.texts.models import BodyRule, Elector, Paragraph, Question, QuestionEnd, Text, TextVersion
from tansiq.engines.deciding import Rule
from tansiq.members.models import Body, Seat, Standing
from tansiq.release.models import Audience, Member
from tansiq.release.order import in_order
from tansiq.reviews.models import Review
from tansiq.reviews.queries import CHOOSABLE, reviews

WITH = ("audience", "owner", "said_by", "body", "body__audience", "review", "review__audience")


def texts() -> QuerySet[Text]:
    """The texts, the newest first."""
    return Text.objects.select_related(*WITH).order_by("-created_at", "key")


def texts_of(body: UUID) -> QuerySet[Text]:
    """The texts of one body."""
    return texts().filter(body=body)


def text(key: UUID) -> QuerySet[Text]:
    """One text."""
    return texts().filter(pk=key)


def versions_of(text: UUID) -> list[TextVersion]:
    """The versions of a text, the first first."""
    return list(TextVersion.objects.filter(text=text).select_related("owner", "audience").order_by("number"))


def newest(text: UUID) -> TextVersion | None:
    """The version that is on the table."""
    return TextVersion.objects.filter(text=text).select_related("text", "audience").order_by("-number").first()


def paragraphs_of(version: UUID) -> list[Paragraph]:
    """The paragraphs of a version, in their order."""
    return list(Paragraph.objects.filter(text_version=version).select_related("audience").order_by("place"))


def rules_of(body: UUID) -> QuerySet[BodyRule]:
    """The rules of a body, the newest first."""
    return BodyRule.objects.filter(body=body).select_related("audience").order_by("-from_on", "-created_at", "key")


def rule_of(body: Body, on: date | None = None) -> Rule | None:
    """How a body decides on a day: its newest rule in force, else its founding values; None where none is on record."""
    held = rules_of(body.pk).filter(from_on__lte=on or clock.today()).first()
    return held.rule if held is not None else founding_rule(body)


def founding_rule(body: Body) -> Rule | None:
    """The rule with which a body was founded; None where none is on record."""
    if not body.decides:
        return None
    return Rule(body.decides, silence_hours=body.silence_hours or Rule.silence_hours)


def questions_of(text: UUID) -> list[Question]:
    """The questions by which a text was put to its body, the newest first, each with how it ended."""
    rows = Question.objects.filter(text=text).select_related(
        "audience", "owner", "chair", "text_version", "review", "review__audience", "end", "end__audience"
    )
    return list(rows.order_by("-turn"))


def question(key: UUID) -> QuerySet[Question]:
    """One question, with its text and how it ended."""
    return Question.objects.filter(pk=key).select_related(
        *("audience", "owner", "chair", "text_version", "review", "review__audience", "end", "end__audience"),
        *("text", "text__body", "text__audience", "text__body__audience"),
    )


def is_open(question: Question) -> bool:
    """Whether a question is not over yet."""
    return not QuestionEnd.objects.filter(question=question).exists()


def electors_of(question: UUID) -> list[Elector]:
    """Who is entitled to answer a question, in the coalition's order; the list is released as the question is."""
    rows = Elector.objects.filter(question=question).select_related("member")
    held = {one.member: one for one in rows}
    return [held[member] for member in in_order(held)]


def is_elector(question: UUID, member: UUID) -> bool:
    """Whether a member is entitled to answer a question."""
    return Elector.objects.filter(question=question, member=member).exists()


def electorate(body: Body, on: date | None = None) -> list[Member]:
    """The members seated in a body on a day, as far as they are not suspended or gone; observers never."""
    day = on or clock.today()
    held = Seat.objects.filter(body=body).exclude(role=Seat.Role.OBSERVER).exclude(starts_on__gt=day)
    seated = Member.objects.filter(pk__in=held.exclude(ends_on__lt=day).values("member")).exclude(
        kind=Member.Kind.OFFICE
    )
    begun = Standing.objects.exclude(not_later__gt=day).order_by(F("not_later").asc(nulls_first=True), "created_at")
    last: dict[UUID, str] = dict(begun.values_list("member_id", "step"))
    out = {Standing.Step.SUSPENSION, Standing.Step.WITHDRAWAL}
    return in_order(one for one in seated if last.get(one.pk) not in out)


def unreached(audience: Audience, members: Iterable[Member]) -> list[Member]:
    """Which of these members do not read what is released so; a member that reads by its heads alone does."""
    if audience.is_public:
        return []
    return [one for one in members if not {one.reader, one.heads} & {*audience.readers}]


def newest_of(texts: Iterable[Text]) -> dict[UUID, TextVersion]:
    """The version that is on the table, of each of these texts."""
    rows = TextVersion.objects.filter(text__in=[one.pk for one in texts]).select_related("audience")
    return {one.text_id: one for one in rows.order_by("text", "-number").distinct("text")}


def asked_of(texts: Iterable[Text]) -> dict[UUID, Question]:
    """The newest question on each of these texts, with how it ended."""
    rows = Question.objects.filter(text__in=[one.pk for one in texts])
    return {
        one.text_id: one
        for one in rows.select_related("audience", "end", "end__audience").order_by("text", "-turn").distinct("text")
    }


def chairs_of(body: Body) -> list[Member]:
    """The members that hold the chair of a body, or share it, today."""
    roles = (Seat.Role.CHAIR, Seat.Role.CO_CHAIR)
    held = Seat.objects.filter(body=body, role__in=roles).exclude(ends_on__lt=clock.today())
    return in_order(Member.objects.filter(pk__in=held.exclude(starts_on__gt=clock.today()).values("member")))


def of_body(body: UUID) -> QuerySet[Body]:
    """A body."""
    return Body.objects.filter(pk=body).select_related("audience")


def reviews_of(body: UUID) -> list[Review]:
    """The newest reviews of a body."""
    return list(reviews().filter(body=body)[:CHOOSABLE])


def paragraphs_among(versions: Iterable[UUID]) -> dict[UUID, list[Paragraph]]:
    """The paragraphs of these versions, in their order, in one statement."""
    held: dict[UUID, list[Paragraph]] = {}
    rows = Paragraph.objects.filter(text_version__in=[*versions]).select_related("audience")
    for one in rows.order_by("text_version", "place"):
        held.setdefault(one.text_version_id, []).append(one)
    return held
