"""Pages that answer what a person does: each with who does it, and how."""

from collections.abc import Callable

from tests.browser.hosting import invite_guest
from tests.browser.people import Visitor
from tests.browser.remembering import make_old
from tests.browser.stage import ADDRESS, DANA, PASSWORD, Stage
from tests.visits import at

Doing = Callable[[Visitor, Stage], object]
ABSENT = "00000000-0000-4000-8000-000000000000"
SEND = "main form .btn:not([name])"  # The first of a form sends it.


def _absent(visitor: Visitor, _stage: Stage) -> None:
    visitor.go("review", ABSENT)


def _unreadable(visitor: Visitor, _stage: Stage) -> None:
    visitor.go("statements", query="?kind=nonsense")


def _refused(visitor: Visitor, stage: Stage) -> None:
    visitor.go("remark_correct", *stage.given["remark_correct"])


def _forged(visitor: Visitor, stage: Stage) -> None:
    """The form is too old: its token is not this browser's."""
    page = visitor.go("remark_make", *stage.given["remark_make"])
    page.locator("textarea").fill("كلام كُتب من قبل")
    visitor.context.clear_cookies(name="csrftoken")
    visitor.press(SEND)


def _empty(visitor: Visitor, stage: Stage) -> None:
    visitor.go("remark_make", *stage.given["remark_make"])
    visitor.press(SEND)


def _previewed(visitor: Visitor, stage: Stage) -> None:
    page = visitor.go("remark_make", *stage.given["remark_make"])
    page.locator("textarea").fill("كلام")
    page.locator("[name=release][value=chosen]").check()
    page.locator("details#id_chosen > summary").click()
    for code in ("NL", "KW"):
        page.locator(f"[name=chosen][value={code}]").check()
    visitor.press("[name=preview]")


def _preview_to_more(visitor: Visitor, stage: Stage) -> None:
    page = visitor.go("remark_release", *stage.given["remark_release"])
    page.locator("[name=release][value=public]").check()
    visitor.press("main form button.quiet")


def _many(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("my_items")
    page.locator("[name=item]").first.check()
    page.locator("[name=release][value=public]").check()
    visitor.press(page.locator(SEND).last)


def _stale(visitor: Visitor, stage: Stage) -> None:
    """The remark was changed while its form stood open."""
    page = visitor.go("remark_correct", *stage.given["remark_correct"])
    page.evaluate("document.querySelector('[name=version]').value = 999")
    page.locator("textarea").fill("كلام آخر")
    visitor.press(SEND)


def _agenda_moved_on(visitor: Visitor, stage: Stage) -> None:
    """An item of an agenda was changed while its form stood open."""
    page = visitor.go("agenda_change", *stage.given["agenda_change"])
    page.evaluate("document.querySelector('[name=version]').value = 999")
    page.locator("[name=title_en]").fill("Opening")
    visitor.press(SEND)


def _invited(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("accredit")
    page.locator("[name=name_en]").fill("Somebody New")
    page.locator("[name=role][value=adviser]").check()
    page.locator("[name=email]").fill("somebody@mission.example")
    visitor.press(SEND)


def _wrong_person(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("accredit")
    page.locator("[name=name_en]").fill("Еgypt")  # A Cyrillic letter first.
    page.locator("[name=email]").fill("somebody@mission.example")
    page.locator("main form").last.evaluate("form => form.noValidate = true")
    visitor.press(SEND)


def _no_member(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("member_admit")
    page.locator("main form").evaluate("form => form.noValidate = true")
    visitor.press(SEND)


def _list_to_mend(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("founding_members")
    page.locator("[name=text]").fill("SH;سهلان;Sahlan\nJO;الأردن;Jordan\nNW;نورس;Nаwras;31/2/2020;nobody")
    visitor.press(SEND)


def _list_understood(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("founding_members")
    page.locator("[name=text]").fill("SH;سهلان;Sahlan\nNW;نورس;Nawras")
    visitor.press(SEND)


def _no_review(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("review_open")
    page.locator("main form").evaluate("form => form.noValidate = true")
    visitor.press(SEND)


def _no_call(visitor: Visitor, _stage: Stage) -> None:
    visitor.go("call_make")
    visitor.press(SEND)


def _unlikely(visitor: Visitor, stage: Stage) -> None:
    """One answer cannot be read, another says that there is no figure and not why."""
    page = visitor.go("call_answer", *stage.given["call_answer"])
    page.locator("[name$='-value'], [name$='-numerator']").first.fill("1.234")
    page.locator("[name$='-answer'][value=no_data]").last.check()
    visitor.press(SEND)


def _no_word(visitor: Visitor, _stage: Stage) -> None:
    """A word of the coalition's that is not in its language's letters."""
    page = visitor.go("coalition_change")
    page.locator("[name=term_member_ar]").fill("Member")
    page.locator("[name=small_group_hours]").fill("")
    visitor.press(SEND)


def _no_invitation(visitor: Visitor, _stage: Stage) -> None:
    visitor.go("invitation", "nothing")


def _wrong_password(visitor: Visitor, _stage: Stage) -> None:
    page = visitor.go("account_login")
    page.locator("[name=login]").fill("nobody@mission.example")
    page.locator("[name=password]").fill("a wrong sentence")
    visitor.press(SEND)


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


def _used_link(visitor: Visitor, _stage: Stage) -> None:
    visitor.go("account_reset_password_from_key", "abc", "def-ghi")


def _own_page(visitor: Visitor, stage: Stage) -> None:
    visitor.go("remark", *stage.given["remark"])
    visitor.page.locator("details.stripe > summary").click()


def _fault(visitor: Visitor, _stage: Stage) -> None:
    visitor.page.goto("/fault")


def _away(visitor: Visitor, _stage: Stage) -> None:
    visitor.page.goto("/away")


def _too_many(visitor: Visitor, _stage: Stage) -> None:
    for _time in range(6):
        page = visitor.go("account_reset_password")
        page.locator("[name=email]").fill(f"often.{visitor.language}@mission.example")
        visitor.press(SEND)


def _eastern(visitor: Visitor, stage: Stage) -> None:
    """Digits, months and the Hijri date as a reader may choose them."""
    page = visitor.go("reading")
    page.locator("[name=digits][value=eastern]").check()
    page.locator("[name=hijri]").check()
    visitor.press(SEND)
    visitor.go("review", *stage.given["review"])


def _briefing(visitor: Visitor, stage: Stage) -> None:
    """The coordinator writes a new version of its briefing."""
    visitor.go("briefing_write", *stage.given["briefing"])


def _question(visitor: Visitor, stage: Stage) -> None:
    """The coordinator is asked about its briefing."""
    visitor.go("briefing_answer", stage.house.one("SELECT key FROM tansiq_briefingquestion LIMIT 1"))


def _answering(visitor: Visitor, stage: Stage) -> None:
    """The chair says what becomes of a piece of advice."""
    visitor.go("advice_answer", *stage.given["advice"])


def _sounding(visitor: Visitor, stage: Stage) -> None:
    """The chair keeps a note of what it heard."""
    page = visitor.go("soundings", *stage.given["text"])
    page.locator("[name=member]").select_option("JO")
    page.locator("[name=leaning][value=trouble]").check()
    page.locator("[name=text]").fill("تريد مهلة للحراسة الليلية.")
    visitor.press(SEND)


def _not_asked(visitor: Visitor, stage: Stage) -> None:
    """Whoever is not asked says that it has nothing to add."""
    page = visitor.go("advice_call", *stage.given["advice_call"])
    address = at("nothing_to_add", *stage.given["advice_call"], language=visitor.language)
    page.evaluate("address => { document.querySelector('.who form').action = address }", address)
    visitor.press(".who form button")


ANSWERS: dict[str, tuple[str, Doing]] = {
    "nothing is here": ("lina", _absent),
    "unreadable": ("", _unreadable),
    "another member's": ("claire", _refused),
    "a form too old": ("lina", _forged),
    "an empty form": ("lina", _empty),
    "who will read it": ("lina", _previewed),
    "who will read it then": ("lina", _preview_to_more),
    "many at once": ("lina", _many),
    "somebody was quicker": ("lina", _stale),
    "an agenda that moved on": ("noor", _agenda_moved_on),
    "a briefing to write": ("yusuf", _briefing),
    "a question to answer": ("yusuf", _question),
    "advice to answer": ("james", _answering),
    "a sounding of the chair": ("james", _sounding),
    "not asked for advice": ("noor", _not_asked),
    "invited": ("sanne", _invited),
    "a name in two scripts": ("sanne", _wrong_person),
    "a member without a name": ("noor", _no_member),
    "a list to mend": ("noor", _list_to_mend),
    "a list understood": ("noor", _list_understood),
    "a review without a title": ("noor", _no_review),
    "a call without a title": ("noor", _no_call),
    "answers that are not whole": ("lina", _unlikely),
    "a word in other letters": ("noor", _no_word),
    "no invitation": ("", _no_invitation),
    "a wrong password": ("", _wrong_password),
    "a link that was used": ("", _used_link),
    "two hats": ("james", lambda visitor, _stage: visitor.go("hat")),
    "the stripe opened": ("lina", _own_page),
    "a fault": ("", _fault),
    "the database is away": ("", _away),
    "too many attempts": ("", _too_many),
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
    "as a reader chooses": ("lina", _eastern),  # What was chosen stays: the last of hers.
}
