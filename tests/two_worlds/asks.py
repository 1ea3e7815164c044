"""What B asks in a directed script: a page or a form, which may name what is hidden."""

from urllib.parse import urlencode
from uuid import UUID

from tests.two_worlds.plans import Ask
from tests.two_worlds.seeing import Request
from tests.two_worlds.worlds import World


def get(path: str, by: str = "jim") -> Ask:
    """B opens a page; {review} is the first review's key, {hidden} the key of the first hidden thing."""
    return Ask(lambda world: Request(by, "GET", _path(world, path)))


def post(path: str, by: str = "jim", **given: object) -> Ask:
    """B sends a form."""
    return Ask(lambda world: Request(by, "POST", _path(world, path), _path(world, urlencode(given, safe="{}"))))


def _path(world: World, words: str) -> str:
    hidden = world.keys[0] if world.keys else UUID(int=0)
    return words.format(
        review=world.ground.reviews[0], hidden=hidden, feed=world.ground.feeds["jim"], **world.ground.loaded
    )
