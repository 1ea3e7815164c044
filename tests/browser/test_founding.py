"""From an empty house of one's own to its first review, in each language: the officer's link, then pages alone."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import measures
from tests.browser.house import House, opened
from tests.browser.people import DESKTOP, PHONE, Visitor
from tests.world import Cluster

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECRET = "the-way-in-of-the-first-officer"
PASSWORD = "a sentence that nobody guesses"
NARROW = {"width": 320, "height": 844}
LIST = """الرمز	الاسم بالعربية	الاسم بالإنكليزية	النوع	تاريخ الانضمام	البريد الإلكتروني
SAQI	مؤسسة الساقي للمياه	Saqi Water Trust	منظمة	٢ آذار/مارس ٢٠٢٥	admin@saqi.example
LANTERN	قنديل للتعليم	Lantern Learning	منظمة		admin@lantern.example
WADINA	مدينة وادينا	City of Wadina	مدينة	٢ رجب ١٤٤٦
SAQI	الاسم مكرر	Written twice	منظمة
"""
WAYS = {
    "ar": {"founded": "١ محرم ١٤٤٧", "day": "٢٢ حزيران ٢٠٢٦"},
    "en": {"founded": "27 June 2025", "day": "22 June 2026"},
}


@pytest.fixture
def unfounded(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of one's own that nobody has entered yet; the secret of its printed link is known here."""
    cluster.make("own", "own")
    with opened(cluster, "own", Path(tmp_path_factory.mktemp("own")), "unfounded") as house:
        digest = hashlib.sha256(SECRET.encode()).hexdigest()
        house.one("UPDATE tansiq_invitation SET token_digest = %s RETURNING 1", digest)
        yield house
    cluster.drop("own")


class Walk:
    """The officer's way; each page is looked at as it is met."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page, self.wrong = visitor, visitor.page, []

    def look(self) -> None:
        """What is wrong with the page, on a desk and in a hand."""
        here = self.page.url.partition("//")[2].partition("/")[2]
        self.wrong += [(here, one) for one in measures.violations(self.page)]
        for size in (PHONE, NARROW):
            self.page.set_viewport_size(size)
            self.wrong += [(here, size["width"], one) for one in measures.lost(self.page)]
        self.page.set_viewport_size(DESKTOP)

    def press(self, what: str) -> None:
        self.visitor.press(what)
        self.look()

    def fill(self, **fields: str) -> None:
        for name, words in fields.items():
            self.page.locator(f"[name={name}]").fill(words)

    def check(self, name: str, *values: str) -> None:
        for value in values:
            self.page.locator(f"[name={name}][value={value}]").check()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_an_empty_house_to_its_first_review(unfounded: House, chromium: Browser, language: str):
    with Visitor(unfounded, chromium, language=language) as officer:
        officer.context.add_init_script(measures.AXE)
        walk = Walk(officer)
        officer.go("invitation", SECRET)
        walk.fill(password=PASSWORD)
        walk.press("main form .btn")
        walk.press("main .notice a.btn")  # The first page leads on.
        walk.fill(name_ar="ائتلاف الضفتين", name_en="Two Banks Consortium", founded_on=WAYS[language]["founded"])
        walk.check("profile", "consortium")
        walk.press("main form .btn")
        walk.fill(text=LIST)
        walk.press("main form .btn:not([name])")
        assert walk.page.locator("main .notice.warn").count() == 1
        assert walk.page.locator("main form [name=confirmed]").count() == 0
        mended = walk.page.locator("[name=text]").input_value().replace("SAQI\tالاسم مكرر", "TALLA\tمدينة التلة")
        walk.fill(text=mended)
        walk.press("main form .btn:not([name])")
        walk.press("main form [name=confirmed]")
        links = [one.input_value() for one in walk.page.locator("main table input").all()]
        assert (len(links), all("/invitation/" in link for link in links)) == (2, True)
        walk.press("main p > a.btn")
        walk.check("small_group", "SAQI", "WADINA")
        walk.press("main form .btn")
        walk.fill(title_ar="الاستعراض الأول", title_en="First review", on=WAYS[language]["day"], place_ar="وادينا")
        walk.page.locator("details#id_chairs > summary").click()
        walk.check("chairs", "SAQI", "WADINA")
        walk.press("main form .btn")
        title = {"ar": "الاستعراض الأول", "en": "First review"}[language]
        assert walk.page.locator("h1").inner_text() == title
        officer.go("coalition")
        walk.look()
        officer.go("coalition_change")
        walk.look()
        officer.go("home")
        walk.look()
        assert walk.page.locator("main .brief a[href*='/reviews/']").first.inner_text() == title
        assert (walk.wrong, officer.complaints, officer.strangers) == ([], [], [])
    _comes_in(unfounded, chromium, links[0], title)


def _comes_in(house: House, chromium: Browser, link: str, title: str) -> None:
    """The first administrator of a member comes in by its link, and reads the review."""
    with Visitor(house, chromium, language=link.split("/")[3]) as invited:
        invited.page.goto(link)
        invited.page.locator("[name=password]").fill(PASSWORD)
        invited.press("main form .btn")
        assert invited.page.locator("main .brief a[href*='/reviews/']").first.inner_text() == title
