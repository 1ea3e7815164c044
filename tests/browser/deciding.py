"""Eight people who decide by silence: what each does at a browser, and the words of the exercise."""

from datetime import datetime

from django.utils import translation
from playwright.sync_api import Browser, Page

from tansiq.decisions.silence.told import STATES
from tansiq.engines.silence import State
from tests.browser.house import House
from tests.browser.people import Visitor

PEOPLE = ("noor", "james", "lina", "pieter", "sanne", "mariam", "claire", "yusuf")
ASKED = ("JO", "NL", "KW", "CA")
SEND = "main form .btn:not([name])"
TABLED = "main form .row .btn:not([name])"
TITLE = {"title_ar": "حراسة المعابر", "title_en": "Guarding the crossings"}
FIRST = {
    "ar_1": "تُحرس المعابر ليلا ونهارا.",
    "en_1": "The crossings are guarded by night and by day.",
    "ar_2": "يقدم الأعضاء تقاريرهم كل شهر.",
    "en_2": "The members report each month.",
}
SECOND = {**FIRST, "ar_1": "تُحرس المعابر نهارا.", "en_1": "The crossings are guarded by day."}
AMENDED = {"ar_2": "يقدم الأعضاء تقاريرهم كل أسبوع.", "en_2": "The members report each week."}
THIRD = {**SECOND, **AMENDED}
RESERVED = {"ar": "لا يلزمنا هذا في البحر.", "en": "This does not bind us at sea."}
SAID = {
    "ar": {
        "weak": "لا نعرف من يحرس المعابر ليلا.",
        "evidence": "ثلاثة تقارير في أيار/مايو.",
        "proposal": "نقترح جدولا واحدا للحراسة.",
        "other": "جدول لكل معبر.",
        "why": "ليس عندنا من يحرس ليلا.",
    },
    "en": {
        "weak": "Nobody knows who guards the crossings by night.",
        "evidence": "Three reports in May.",
        "proposal": "One roster for the guards.",
        "other": "A roster for each crossing.",
        "why": "We have nobody to guard by night.",
    },
}


class Deciding:
    """The eight of one language, each at a browser of its own."""

    def __init__(self, house: House, chromium: Browser, language: str) -> None:
        self.house, self.chromium, self.language = house, chromium, language
        self.people = {who: Visitor(house, chromium, who, language) for who in PEOPLE}

    def enter_anew(self) -> None:
        """Everyone whose page stands where it stood goes on: a session that has run out is opened again."""
        for one in self.people.values():
            one.enter()

    def at(self, who: str, name: str, *args: object, query: str = "") -> Page:
        """A person at a page."""
        return self.people[who].go(name, *args, query=query)

    def read(self, who: str, name: str, *args: object) -> str:
        """What stands on a page."""
        return self.at(who, name, *args).locator("main").inner_text()

    def choose(self, who: str, **chosen: str) -> None:
        """Choose one of several."""
        for name, value in chosen.items():
            self.people[who].page.locator(f"[name={name}][value={value}]").check()

    def write(self, who: str, **words: str) -> None:
        """Write into fields."""
        for name, value in words.items():
            self.people[who].page.locator(f"[name={name}]").fill(value)

    def send(self, who: str, button: str = SEND, *, release: str = "") -> None:
        """Send, to those to whom it is released; the house takes it."""
        page = self.people[who].page
        if release:
            self.choose(who, release=release)
        former = page.url
        self.people[who].press(button)
        assert page.url != former, page.locator("main").inner_text()[:900]

    def key(self, table: str, condition: str, *given: str) -> str:
        """The key of the one row of which this holds."""
        return str(self.house.one(f"SELECT key FROM {table} WHERE {condition}", *given))

    def call(self, review: str) -> str:
        """The secretariat calls four members to advise."""
        page = self.at("noor", "advice_call_make", query=f"?review={review}")
        self.write("noor", title_ar="أين نحن ضعفاء؟", title_en="Where are we weak?")
        self.write("noor", closes_on="2026-12-30", settled_on="2026-12-31")
        page.locator("#id_members > summary").click()
        for box in page.locator("[name=members]").all():
            box.set_checked(box.get_attribute("value") in ASKED)
        self.send("noor")
        return page.url.split("/")[-2]

    def advise(self, who: str, call: str, kind: str, words: str, evidence: str = "") -> None:
        """A member advises, in its own name."""
        page = self.at(who, "advise", call)
        self.choose(who, kind=kind)
        self.write(who, text=words)
        if evidence:
            page.locator("[name=severity]").select_option("high")
            self.write(who, evidence=evidence)
        self.send(who)

    def table(self, words: dict[str, str]) -> str:
        """The secretariat sets how the small group decides, and tables a text there."""
        body = self.house.one("SELECT key FROM tansiq_body WHERE kind = 'small_group'")
        page = self.at("noor", "body_rule", body)
        page.locator("[name=without_meeting]").check()
        self.send("noor")
        self.at("noor", "text_table", body)
        self.write("noor", **TITLE, **words)
        for place in (1, 2):
            page.locator(f"[name=verb_{place}]").select_option("decides")
        self.send("noor", TABLED, release="public")
        return page.url.split("/")[-2]

    def revise(self, text: str, words: dict[str, str]) -> None:
        """The secretariat tables the next version."""
        self.at("noor", "text_revise", text)
        self.write("noor", **words)
        self.send("noor", TABLED)

    def under_silence(self, text: str, end: datetime) -> str:
        """The secretariat puts the text, the chair lets silence begin; the key of the run."""
        page = self.at("noor", "question_put", text)
        self.choose("noor", way="silence")
        self._until("noor", end)
        self.send("noor")
        run = page.url.split("/")[-2]
        page = self.at("james", "silence_lead", run)
        self.choose("james", act="started")
        self._until("james", end)
        self.write("james", text="By letter of today.")
        self.send("james")
        return run

    def _until(self, who: str, end: datetime) -> None:
        page = self.people[who].page
        page.locator("[name=zone]").select_option("UTC")
        self.write(who, on=end.date().isoformat(), at=end.strftime("%H:%M"))

    def confirm(self, who: str) -> str:
        """Type the sentence as it stands above, and break silence; what stands there then."""
        page = self.people[who].page
        sentence = page.locator("label[for=id_typed]").inner_text().split(":", 1)[1].strip()
        self.write(who, typed=sentence)
        self.people[who].press("main form .btn.stop")
        return page.locator("main").inner_text()

    def stands(self, run: str, state: State) -> set[str]:
        """Who does not read on the page of the run that it stands so."""
        with translation.override(self.language):
            words = str(STATES[state])
        return {who for who in PEOPLE if words not in self.read(who, "silence", run)}

    def complaints(self) -> list[str]:
        """What went wrong at any of the browsers."""
        return [f"{who}: {said}" for who, one in self.people.items() for said in one.complaints + one.strangers]
