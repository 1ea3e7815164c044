"""Guests in the worlds: one who reads at the second review, and others of whom B is not to notice anything."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.languages.words import Words
from tansiq.members.commands import bind, new_token
from tansiq.members.hats import hats_of
from tansiq.members.models import Account, Body
from tansiq.release.acting import acting_as
from tansiq.release.models import Guest, Member
from tansiq.reviews.commands import make_remark, open_review
from tansiq.reviews.guests.commands import Said, invite_guest, show_to
from tansiq.reviews.guests.queries import to_show
from tansiq.reviews.models import Review
from tansiq.reviews.plans import Plan
from tests.two_worlds.ground import Ground

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

LATER = datetime(2027, 1, 1, tzinfo=UTC)
SLUG = "noura"


def _en(words: str) -> Words:
    return Words.of("en", en=words)


def _invite(review: Review, name: str, secret: str) -> Guest:
    said = Said(_en(name), _en("An agency"), _en("The second session"))
    email = f"{name.lower()}@exercise.example"
    return invite_guest(review=review, said=said, email=email, until_at=LATER, token=secret)


def lay(ground: Ground) -> None:
    """A guest of the secretariat at the second review, who has come in and is shown a remark."""
    with acting_as(ground.token("officer")), transaction.atomic():
        secret = new_token()
        guest = _invite(Review.objects.get(pk=ground.reviews[1]), SLUG.title(), secret)
    account = Account.objects.create(email=f"{SLUG}@exercise.example", password="!")
    bind(secret, account)
    ground.accounts[SLUG] = account
    ground.hats[SLUG] = [hat.accreditation for hat in hats_of(account.pk)]
    ground.readers["guest"] = guest.reader
    ground.loaded["guest"] = guest.pk
    with acting_as(ground.token("officer")), transaction.atomic():
        make_remark(review=Review.objects.get(pk=ground.reviews[1]), text=_en("For the guest."), readers=[])
        show_to(guest=guest, shown=to_show(guest))


def addresses(ground: Ground) -> list[str]:
    """Where one comes upon guests."""
    names = ("guests/{guest}/", "guests/{guest}/end/", "visit/")
    paths = [*(name.format(**ground.loaded) for name in names), f"reviews/{ground.reviews[1]}/guests/invite/"]
    return [f"/{way}/{path}" for path in paths for way in ("en", "ar")]


def host(world: "World", by: str, *, code: str) -> None:
    """An office opens a review of few, invites a guest to it, and shows it a remark."""
    with world.acting(by):
        body, invited = Body.objects.get(kind="plenary"), tuple(Member.objects.filter(code=code))
        said = {"title": _en("Of few"), "place": None, "chairs": [], "level": "experts", "mode": "virtual"}
        plan = Plan(invited=invited, invited_only=True)
        review = open_review(body=body, on=date(2026, 7, 2), plan=plan, **said)
        guest = _invite(review, "Salma", new_token())
        world.keys.append(guest.pk)
        make_remark(review=review, text=_en("Reports come late."), readers=[])
        show_to(guest=guest, shown=to_show(guest))


def show_another(world: "World", by: str) -> None:
    """Another guest comes to the second review, and is shown what the first one is not."""
    with world.acting(by):
        review = Review.objects.get(pk=world.ground.reviews[1])
        other = _invite(review, "Salma", new_token())
        world.keys.append(other.pk)
        made = make_remark(review=review, text=_en("Reports come late."), readers=[])
        show_to(guest=other, shown=[one for one in to_show(other) if one.row.pk == made.pk])
