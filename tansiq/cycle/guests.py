"""What a guest comes upon: its one page, what is shown to it there, and its own sign-in; all else turns it away."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse

from tansiq.cycle import refusing
from tansiq.release.doors import Request
from tansiq.release.models import GUEST

OPEN = frozenset({
    "visit", "document_content", "hat", "my_sessions", "session_close", "invitation", "account_change_password",
    "account_logout", "enter_as", "health", "promise", "reading",
})  # fmt: skip
FIRST = frozenset({"home", "door", "enter", "account_login"})  # From here a guest is shown to its page.


def turned_away(request: Request) -> HttpResponse | None:
    """The answer to a guest who asks for more than is open to it: the same whether there is such a page or not."""
    if request.acting.kind != GUEST:
        return None
    name = _name(request.path_info)
    if name in OPEN:
        return None
    if name in FIRST and request.method in {"GET", "HEAD"}:
        return HttpResponseRedirect(reverse("visit"))
    return refusing.guest(request)


def _name(path: str) -> str | None:
    try:
        return resolve(path).url_name
    except Resolver404:
        return None
