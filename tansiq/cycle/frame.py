"""What stands on every page: the rooms, the hat that is worn, the twin in the other language, the exercise band."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, resolve, reverse
from django.urls.exceptions import Resolver404
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.database.base import Acting
from tansiq.languages.terms import HOUSE, term
from tansiq.members.models import Accreditation, Coalition
from tansiq.release.models import GUEST
from tansiq.release.queries import itself, member_of

ROOMS = (
    ("home", _("Home")),
    ("reviews", _("Reviews")),
    ("lines", _("Lines of effort")),
    ("decisions", _("Decisions")),
    ("contributions", _("Contributions")),
    ("risks", _("Risks")),
    ("statements", _("Statements")),
    ("members", _("Members")),
    ("sources", _("Sources")),
    ("record", _("Record")),
)
# Pages that belong to a room and stand beside it, by how their addresses begin.
BESIDE = {
    "reviews": {"advice", "agenda", "briefings", "calls", "corrections", "documents", "guests", "remarks", "reports"}
    | {"restatements", "series"},
    "lines": {"assessments", "claims", "developments", "figures", "measures", "milestones"},
    "decisions": {"actions", "lessons", "proxies", "questions", "silence", "texts"},
    "contributions": {"caveats", "needs", "stages"},
    "statements": {"forecasts"},
    "members": {"bodies"},
}
TWINS = {"ar": ("en", "English"), "en": ("ar", "العربية")}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page, for every template."""
    who = getattr(request, "acting", None)
    language = (get_language() or "ar").split("-")[0]
    twin, twin_name = TWINS.get(language, TWINS["ar"])
    member = member_of(who.member) if who and who.member else None
    coalition = getattr(request, "coalition", None)
    return {
        "rooms": [_room(request, reverse(name), _title(name, title), name) for name, title in _open(coalition, who)],
        "visitor": itself() if who and who.kind == GUEST else None,
        "acting": {"member": member, "role": Accreditation.Role(who.hat).label} if who and member else None,
        "coalition": coalition,
        "shut": coalition.shut_modules if coalition else (),
        "exercise": bool(coalition and (coalition.invented or (coalition.demonstration and member))),
        "twin_url": _twin(request, twin),
        "twin": twin,
        "twin_name": twin_name,
        "language": language,
        "once": chance.token(18),
        "worn": who.accreditation if who and who.accreditation else "",
    }


def _open(coalition: Coalition | None, who: Acting | None) -> list[tuple[str, Any]]:
    """The rooms of this coalition: those that it does without have no place in the bar. A guest has one."""
    if who and who.kind == GUEST:
        return [("visit", _("What is shown to you"))]
    shut = coalition.shut_modules if coalition else ()
    return [(name, title) for name, title in ROOMS if name not in shut]


def _title(name: str, title: str) -> str:
    """What a room is called: in the coalition's own word, where it has one."""
    return term(name) if name in HOUSE else str(title)


def _room(request: HttpRequest, address: str, title: str, name: str) -> tuple[str, str, bool]:
    """A room of the bar, and whether the reader is in it."""
    home = reverse("home")
    begins = request.path.removeprefix(home).partition("/")[0] if request.path.startswith(home) else ""
    here = request.path == address if name == "home" else request.path.startswith(address)
    return address, title, here or begins in BESIDE.get(name, ())


def _twin(request: HttpRequest, language: str) -> str:
    """The same page in the other language, its parameters kept."""
    try:
        match = resolve(request.path_info)
        with override(language):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except (Resolver404, NoReverseMatch):
        with override(language):
            address = reverse("home")
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query and request.method == "GET" else address
