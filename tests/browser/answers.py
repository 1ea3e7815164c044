"""Pages that answer what a person does: each with who does it, and how."""

from tests.browser.entering import AT_THE_DOOR, SEND, Doing
from tests.browser.people import Visitor
from tests.browser.stage import Stage
from tests.visits import at

ABSENT = "00000000-0000-4000-8000-000000000000"


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
    **AT_THE_DOOR,
    "as a reader chooses": ("lina", _eastern),  # What was chosen stays: the last of hers.
}
