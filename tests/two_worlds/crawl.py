"""What is there to be read before anything happens: each page that a few people reach by links from the first one."""

from django.urls import Resolver404, resolve

from tests.two_worlds import (
    advising,
    developing,
    giving,
    hosting,
    minuting,
    risking,
    silencing,
    tasking,
    texting,
)
from tests.two_worlds.ground import Ground, world_of
from tests.two_worlds.pages import forms, links
from tests.two_worlds.seeing import Request
from tests.two_worlds.worlds import World

PEOPLE = ("", "jim", "admin.nw", "officer", hosting.SLUG)
FIRST = ("/en/", "/ar/", "/en/members/SH/", "/ar/members/SH/")  # Else the first member to be met is an office.
SIZE = 400  # Pages for each of them: more than there are routes.


def reach(ground: Ground) -> None:
    """Note the addresses and the forms that they come upon, in the order in which they do."""
    found: dict[str, None] = {}
    with world_of(ground):
        world = World(ground)
        for slug in PEOPLE:
            ground.still.begin(1, "crawls", slug)
            found.update(dict.fromkeys(_from_home(ground, world, slug)))
    ground.known = list(found)


def _from_home(ground: Ground, world: World, slug: str) -> list[str]:
    """One page of each route, in either language."""
    laid = (minuting, hosting, giving, risking, developing, advising, texting, silencing, tasking)
    queue, routes = [*FIRST, *(one for each in laid for one in each.addresses(ground))], set()
    for link in queue:
        try:
            route = resolve(link.partition("?")[0]).route
        except Resolver404:
            continue
        if route in routes or len(routes) >= SIZE:
            continue
        routes.add(route)
        body = world.ask(Request(slug, "GET", link)).body
        queue += [other for other in links(body) if other not in queue]
        ground.forms += forms(slug, link.partition("?")[0], body)
    return queue
