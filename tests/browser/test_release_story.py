"""One remark, six people at their browsers at once: each sees what is released to his member, no trace before."""

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor
from tests.browser.stage import london
from tests.browser.ways import Pointing
from tests.visits import at, bare

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAID = "ملاحظة للأردن وهولندا والكويت وحدها أولاً"
PEOPLE = {"lina": "ar", "pieter": "en", "mariam": "ar", "claire": "en", "noor": "ar", "": "en"}
OF_THREE = {"lina", "pieter", "mariam"}
LATEST = 4  # Pages of the record: more than people at their browsers can do in a minute.
NAMES = {"ar": {"الأردن", "الكويت", "هولندا"}, "en": {"Jordan", "Kuwait", "Netherlands"}}


class Watched:
    """What one of them can read of it, on each page that could show it."""

    def __init__(self, visitor: Visitor, review: str) -> None:
        self.visitor = visitor
        self.pages = [
            at(name, *given, language=visitor.language)
            for name, *given in (("review", review), ("home",), ("record",), ("member", "JO"))
        ]
        self.record = at("record", language=visitor.language)
        self.first = self.read()

    def read(self) -> dict[str, str]:
        """Its pages as they are, without what is drawn anew for each answer."""
        return {page: bare(self.visitor.context.request.get(page).body()) for page in self.pages}

    def recorded(self) -> bool:
        """Whether the record shows it: acts of one minute stand in no order that tells, on one page or another."""
        pages = (f"{self.record}?page={number}" for number in range(1, LATEST + 1))
        return any(SAID in bare(self.visitor.context.request.get(page).body()) for page in pages)

    def sees(self) -> bool | str:
        """Whether the remark stands on all of them; if it stands on none, whether nothing else tells of it."""
        now = self.read()
        if {self.recorded(), *(SAID in now[page] for page in self.pages if "/reviews/" in page)} == {True}:
            return True
        return False if now == self.first else f"a trace on {[page for page in now if now[page] != self.first[page]]}"


def test_each_sees_what_is_released_to_his_member(house: House, chromium: Browser):
    review = london(house)
    visitors = {who: Visitor(house, chromium, who, language) for who, language in PEOPLE.items()}
    watched = {who: Watched(visitor, review) for who, visitor in visitors.items()}

    lina = Pointing(visitors["lina"])
    visitors["lina"].go("remark_make", review)
    lina.write("textarea", SAID)
    lina.choose("release", "chosen")
    lina.unfold("details#id_chosen > summary")
    lina.tick("chosen", "NL", "KW")
    lina.follow("main form .btn:not([name])")
    assert {who: one.sees() for who, one in watched.items()} == {who: who in OF_THREE for who in PEOPLE}
    for who in OF_THREE:
        assert readers(visitors[who], review) == NAMES[PEOPLE[who]]

    lina.follow("a[href*='/remarks/']", inside=SAID)
    remark = lina.page.url
    assert {who: status(visitors[who], remark) for who in PEOPLE} == {
        who: 200 if who in OF_THREE else 404 for who in PEOPLE
    }
    absent = f"{remark[:-37]}00000000-0000-4000-8000-000000000000/"
    for who in set(PEOPLE) - OF_THREE:
        hidden, none = (visitors[who].context.request.get(address).text() for address in (remark, absent))
        assert bare(hidden.encode()).replace(remark[-37:], absent[-37:]) == bare(none.encode())

    widen(lina, remark, "circle")
    assert {who: one.sees() for who, one in watched.items()} == {who: who in {*OF_THREE, "claire"} for who in PEOPLE}
    widen(lina, remark, "public")
    assert {who: one.sees() for who, one in watched.items()} == dict.fromkeys(PEOPLE, True)
    shown = (
        visitors[""]
        .go("review", review)
        .locator("#remarks blockquote", has_text=SAID)
        .locator("p[dir=rtl][lang=ar], p [lang=ar]")
    )
    assert shown.count() == 1  # In the public's English page it stands as what it is: Arabic.
    for visitor in visitors.values():
        assert (visitor.complaints, visitor.strangers) == ([], [])
        visitor.context.close()


def readers(visitor: Visitor, review: str) -> set[str]:
    """To whom the remark is released, as the page names them."""
    page = visitor.go("review", review)
    one = page.locator("#remarks blockquote", has_text=SAID)
    one.locator("details.release > summary").click()
    return set(one.locator("details.release bdi").all_inner_texts())


def status(visitor: Visitor, address: str) -> int:
    return visitor.context.request.get(address).status


def widen(lina: Pointing, remark: str, to: str) -> None:
    """Release it to more: first the names, then the act."""
    lina.page.goto(remark)
    lina.follow("a[href$='/release/']")
    lina.choose("release", to)
    lina.follow("main form button.quiet")
    lina.follow("[name=confirmed]")
