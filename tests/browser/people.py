"""People at their browsers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, sync_playwright

from tests.browser.house import House
from tests.visits import at

# Nothing but this machine can be reached, whatever a page asks for.
ARGS = [
    *("--no-sandbox", "--headless", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
USUAL = {"viewport": DESKTOP, "reduced_motion": "reduce"}  # Colours on their way would be measured as they pass.
PATIENCE = 10_000  # Milliseconds, on a busy machine.


@contextmanager
def browser() -> Iterator[Browser]:
    """A chromium of one's own."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        yield opened
        opened.close()


class Visitor:
    """One person at one browser, reading in one language; what goes wrong there is noted."""

    def __init__(self, house: House, chromium: Browser, who: str = "", language: str = "ar", **ways: Any) -> None:
        self.house, self.who, self.language = house, who, language
        self.context = chromium.new_context(**{**USUAL, "base_url": house.address, **ways})
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.context.on("request", self._asked)
        if who:
            self.enter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.context.close()

    def enter(self) -> None:
        """Come in by the form of the first page, without looking at it (test_main_path.py does)."""
        form = self.context.request.get(at("enter")).text()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
        self.context.request.post(at("enter_as", self.who), form={"csrfmiddlewaretoken": token})

    def go(self, name: str, *args: object, query: str = "") -> Page:
        """Open the page of this name."""
        self.page.goto(at(name, *args, language=self.language) + query)
        return self.page

    def press(self, what: str | Locator) -> Page:
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            (self.page.locator(f"{what} >> visible=true").first if isinstance(what, str) else what).click()
        return self.page

    def _heard(self, message: ConsoleMessage) -> None:
        """Note an error; that a page answered with an error's status is none."""
        own = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type == "error" and not own:
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        """Note whoever else is asked for anything."""
        if not request.url.startswith((f"{self.house.address}/", "data:")):
            self.strangers.append(request.url)
