"""A review is prepared by five people at their browsers: assessed, feared for, briefed on, set on an agenda."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.house import House
from tests.browser.people import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SEND = "main form .btn:not([name])"
SAID = {
    "ar": {
        "review": "استعراض يُحضَّر له",
        "self": "توقف التقدم عند النهر.",
        "peer": "التوقف في السهل وحده.",
        "why": "رأينا الجسرين كليهما.",
        "risk": "قد تُقطع الطريق قبل الشتاء.",
        "level": "ربما خطر كبير",
        "hedge": "ربما",
        "change": "فُتحت الطريق الشمالية.",
        "brief": "الأحوال أهدأ مما كانت.",
        "step": "ترميم الجسر الشمالي",
        "question": "منذ متى فُتحت؟",
        "answer": "منذ أسبوعين.",
    },
    "en": {
        "review": "A review in the making",
        "self": "The advance halted at the river.",
        "peer": "It halted in the plain alone.",
        "why": "We saw both bridges.",
        "risk": "The road may be cut before the winter.",
        "level": "perhaps a large danger",
        "hedge": "perhaps",
        "change": "The northern road is open.",
        "brief": "It is quieter than it was.",
        "step": "Repair of the northern bridge",
        "question": "Since when is it open?",
        "answer": "For two weeks.",
    },
}


class Preparing:
    """The people of one language, and the review that they prepare."""

    def __init__(self, house: House, chromium: Browser, language: str) -> None:
        self.language, self.said = language, SAID[language]
        people = ("noor", "sanne", "lina", "yusuf", "claire")
        self.people = {who: Visitor(house, chromium, who, language) for who in people}
        self.review = self.opened()

    def at(self, who: str, name: str, *args: object) -> Page:
        """A person at a page."""
        return self.people[who].go(name, *args)

    def send(self, who: str, **chosen: str) -> str:
        """Choose, before everybody unless it is said otherwise, and send; the key of what was made."""
        page = self.people[who].page
        for name, value in {"release": "public", **chosen}.items():
            page.locator(f"[name={name}][value={value}]").check()
        self.people[who].press(SEND)
        return page.url.split("/")[-2]

    def write(self, who: str, **words: str) -> None:
        """Write into fields."""
        for name, value in words.items():
            self.people[who].page.locator(f"[name={name}]").fill(value)

    def opened(self) -> str:
        """The secretariat opens the review."""
        page = self.at("noor", "review_open")
        titles = {f"title_{language}": said["review"] for language, said in SAID.items()}
        self.write("noor", on="2026-09-15", at="10:00", **titles)
        page.locator("[name=zone]").select_option("Asia/Amman")
        page.locator("[name=level]").select_option("ambassadors")
        self.people["noor"].press(SEND)
        return page.url.split("/")[-2]

    def assess(self, who: str, rating: str, words: str, release: str) -> None:
        """Somebody assesses the military line for the review."""
        page = self.at(who, "assess", "military")
        page.locator("[name=review]").select_option(self.review)
        self.write(who, as_of="2015-01-22", text=words, why=self.said["why"])
        seen = {"aspect": "performance", "window": "last", "trend": "same", "confidence": "low"}
        self.send(who, rating=rating, release=release, **seen)

    def fear(self) -> None:
        """A member states a risk, and ranks it."""
        page = self.at("lina", "risk_state")
        page.locator("[name=review]").select_option(self.review)
        level = {f"{name}_{self.language}": self.said[name] for name in ("level", "hedge")}
        self.write("lina", text=self.said["risk"], **level)
        made = self.send("lina")
        page = self.at("lina", "risk_rank", self.review)
        page.locator("[name=place_1]").select_option(made)
        self.send("lina")

    def brief(self) -> None:
        """The coordinator briefs on what changed, and proposes a next step."""
        self.at("yusuf", "development_report", "military")
        self.write("yusuf", text=self.said["change"], since="2015-01-08")
        self.send("yusuf")
        page = self.at("yusuf", "briefing_write", self.review)
        self.write("yusuf", as_of="2015-01-22", text=self.said["brief"], step_1=self.said["step"])
        page.get_by_label(self.said["change"]).first.fill("1")
        page.locator("[name=along_1]").select_option("military")
        page.locator("[name=release][value=public]").check()
        self.people["yusuf"].press("main form .btn >> nth=0")

    def ask_and_answer(self) -> None:
        """A member asks about the briefing, and the coordinator answers."""
        self._follow("lina", "briefing", "a[href*='/ask/']")
        self.write("lina", text=self.said["question"])
        self.send("lina")
        self._follow("yusuf", "briefing", "a[href*='/answer/']")
        self.write("yusuf", text=self.said["answer"])
        self.send("yusuf")

    def take(self) -> None:
        """The secretariat sets the next step on the agenda."""
        self._follow("noor", "briefing", "a[href*='/take/']")
        self.send("noor", kind="discussion")

    def _follow(self, who: str, name: str, link: str) -> None:
        self.at(who, name, self.review)
        self.people[who].press(f"main {link}")

    def reads(self, who: str, name: str, *words: str) -> dict[str, bool]:
        """Whether a person reads these words on a page of the review."""
        text = self.at(who, name, self.review).locator("main").inner_text()
        return {one: self.said.get(one, one) in text for one in words}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_review_is_prepared_by_five_people(house: House, chromium: Browser, language: str):
    way = Preparing(house, chromium, language)
    way.assess("sanne", "on_track", way.said["self"], "public")
    way.assess("lina", "off_track", way.said["peer"], "mine")
    way.fear()
    way.brief()
    way.ask_and_answer()
    way.take()
    rated = {
        "ar": {"on_track": "على المسار", "off_track": "خارج المسار"},
        "en": {"on_track": "on track", "off_track": "off track"},
    }
    on, off = rated[language].values()
    assert way.reads("lina", "review_assessments", on, off) == {on: True, off: True}
    assert way.reads("claire", "review_assessments", on, off) == {on: True, off: False}
    assert way.reads("claire", "rankings", "risk") == {"risk": True}
    told = ("brief", "change", "step", "question", "answer")
    assert way.reads("claire", "briefing", *told) == dict.fromkeys(told, True)
    assert way.reads("claire", "agenda", "step") == {"step": True}
    for one in way.people.values():
        assert (one.complaints, one.strangers) == ([], [])
        one.context.close()
