"""Plans, series, documents and calendars: laid before anything happens, and filed behind B's back."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.engines.papers import Kind
from tansiq.languages.words import Words
from tansiq.members.models import Body
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.calendar.feeds import make_feed
from tansiq.reviews.commands import open_review
from tansiq.reviews.models import Review
from tansiq.reviews.papers.commands import file_document
from tansiq.reviews.plans import Plan
from tansiq.reviews.replanning import When, replan_review
from tansiq.reviews.series import Rule, make_series
from tests.two_worlds.ground import Ground

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World


def lay(ground: Ground) -> None:
    """A series with a review that is planned, documents of Nawras and of the secretariat, and their calendars."""
    with acting_as(ground.token("officer")), transaction.atomic():
        body, rule = Body.objects.get(kind="plenary"), Rule(date(2026, 1, 1), 1, "months", hedged=True)
        series = make_series(body=body, level="experts", name=Words.of("en", en="Monthly"), rule=rule)
        plan, said = Plan(series=series), {"title": Words.of("en", en="Planned"), "place": None, "chairs": []}
        made = open_review(body=body, on=date(2026, 7, 1), level="experts", mode="virtual", plan=plan, **said)
        ground.loaded |= {"planned": made.pk, "series": series.pk}
    for slug in ("jim", "officer"):
        with acting_as(ground.token(slug)), transaction.atomic():
            ground.feeds[slug] = make_feed()
            _file(Review.objects.get(pk=ground.reviews[1]), f"Of {slug}", [PUBLIC])


def _file(review: Review, name: str, readers: list[int]) -> object:
    given = {"item": None, "name": "plan.txt", "kind": Kind.TEXT, "content": name.encode()}
    return file_document(review=review, title=Words.of("en", en=name), readers=readers, **given)


def document(world: "World", by: str, *, name: str, to: tuple[str, ...], review: int = 0) -> None:
    """Put a document before a review."""
    with world.acting(by):
        made = _file(Review.objects.get(pk=world.ground.reviews[review]), name, world.ground.readers_of(to))
    world.keys.append(made.pk)


def plan(world: "World", by: str, *, code: str) -> None:
    """Open a review of the invited alone, and change its plan."""
    with world.acting(by):
        invited = tuple(Member.objects.filter(code=code))
        said = {"title": Words.of("en", en="Of few"), "place": None, "chairs": []}
        given = {
            "body": Body.objects.get(kind="plenary"),
            "level": "experts",
            "mode": "virtual",
            "on": date(2026, 7, 2),
        }
        made = open_review(plan=Plan(invited=invited, invited_only=True), **given, **said)
        replan_review(review=made, when=When(on=date(2026, 7, 3)), version=made.version)
    world.keys.append(made.pk)
