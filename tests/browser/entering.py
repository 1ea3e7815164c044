"""Pages that answer whoever comes in: by a password, by a second factor, as a guest."""

from collections.abc import Callable

from tests.browser.hosting import invite_guest
from tests.browser.people import Visitor
from tests.browser.remembering import make_old
from tests.browser.stage import ADDRESS, DANA, PASSWORD, Stage

Doing = Callable[[Visitor, Stage], object]
SEND = "main form .btn:not([name])"  # The first of a form sends it.


def _own_password(visitor: Visitor, stage: Stage) -> None:
    """Somebody with a password of one's own, who may change it."""
    visitor.context.add_cookies(stage.anke["cookies"])
    visitor.go("account_change_password")


def _dana(name: str, press: str = "") -> Doing:
    """A page of somebody who has second factors, or what lies behind something on it."""

    def do(visitor: Visitor, stage: Stage) -> None:
        visitor.context.add_cookies(stage.dana["cookies"])
        visitor.go(name)
        if press:
            visitor.press(press)

    return do


def _half(visitor: Visitor, _stage: Stage) -> None:
    """The password was right; the second step is asked for."""
    visitor.context.clear_cookies()
    page = visitor.go("account_login")
    page.locator("[name=login]").fill(DANA)
    page.locator("[name=password]").fill(PASSWORD)
    visitor.press(SEND)


def _wrong_code(visitor: Visitor, stage: Stage) -> None:
    _half(visitor, stage)
    visitor.page.locator("[name=code]").fill("000000")
    visitor.press(SEND)


def _no_app(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("mfa_activate_totp")
    page.locator("[name=code]").fill("000000")
    visitor.press(SEND)


def _long_ago(visitor: Visitor, stage: Stage) -> None:
    """Something grave is asked for an hour after signing in."""
    make_old(stage.house, ADDRESS)
    visitor.context.add_cookies(stage.anke["cookies"])
    visitor.go("mfa_activate_totp")


def _guest(name: str) -> Doing:
    """A page as a guest comes upon it."""

    def do(visitor: Visitor, stage: Stage) -> None:
        visitor.context.clear_cookies()
        visitor.context.add_cookies(stage.guest["cookies"])
        visitor.go(name)

    return do


def _guest_invited(visitor: Visitor, stage: Stage) -> None:
    invite_guest(visitor, *stage.given["guest_invite"], "salma@agency.example")


def _guest_to_come(visitor: Visitor, stage: Stage) -> None:
    """The link of an invitation, before its guest has come in."""
    with Visitor(stage.house, visitor.context.browser, "noor") as noor:
        token = invite_guest(noor, *stage.given["guest_invite"], "huda@agency.example")
    visitor.context.clear_cookies()
    visitor.go("invitation", token)


def _no_guest(visitor: Visitor, stage: Stage) -> None:
    page = visitor.go("guest_invite", *stage.given["guest_invite"])
    page.locator("main form").evaluate("form => form.noValidate = true")
    visitor.press(SEND)


def _nothing_shown(visitor: Visitor, stage: Stage) -> None:
    visitor.go("guest", *stage.given["guest"])
    visitor.press(SEND)


AT_THE_DOOR: dict[str, tuple[str, Doing]] = {
    "a password of one's own": ("", _own_password),
    "an app that shows another code": ("sanne", _no_app),
    "how one signs in": ("", _dana("mfa_index")),
    "an app to be removed": ("", _dana("mfa_deactivate_totp")),
    "a passkey's name": ("", _dana("mfa_index", "main td a[href*='/passkeys/'] >> nth=0")),
    "a passkey to be removed": ("", _dana("mfa_index", "main td a[href*='/passkeys/'] >> nth=1")),
    "recovery codes to be made": ("", _dana("mfa_generate_recovery_codes")),
    "recovery codes": ("", _dana("mfa_generate_recovery_codes", SEND)),
    "is it you": ("", _long_ago),
    "the second step": ("", _half),
    "a wrong code": ("", _wrong_code),
    "what a guest is shown": ("", _guest("visit")),
    "the hat of a guest": ("", _guest("hat")),
    "a guest turned away": ("", _guest("reviews")),
    "a guest who comes": ("", _guest_to_come),
    "a guest invited": ("noor", _guest_invited),
    "a guest without a name": ("noor", _no_guest),
    "nothing shown to a guest": ("lina", _nothing_shown),
}
