"""Two ways to use the house: by pointing at things, and by the keyboard alone."""

from playwright.sync_api import Page

from tests.browser import measures
from tests.browser.people import Visitor

AROUND = "blockquote, tr, li, article"
STOPS = 250  # So many stops on one page are too many for anybody.

_IS = """([selector, inside]) => {
  const one = document.activeElement;
  const around = one.closest("blockquote, tr, li, article");
  return one.matches(selector) && (!inside || Boolean(around?.textContent.includes(inside)));
}"""


class Pointing:
    """Somebody with a mouse or a finger."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page

    def follow(self, what: str, inside: str = "") -> Page:
        """Take a link or press a button that leads to another page."""
        return self.visitor.press(self._find(what, inside))

    def unfold(self, what: str, inside: str = "") -> None:
        """Open what is folded away."""
        self.page.locator(self._find(what, inside)).first.click()

    def write(self, field: str, words: str) -> None:
        """Write into a field."""
        self.page.locator(field).fill(words)

    def select(self, field: str, value: str) -> None:
        """Choose from a list."""
        self.page.locator(field).select_option(value)

    def choose(self, field: str, value: str) -> None:
        """Choose one of several."""
        self.page.locator(f"[name={field}][value={value}]").check()

    def tick(self, field: str, *values: str) -> None:
        """Tick some of many."""
        for value in values:
            self.page.locator(f"[name={field}][value={value}]").check()

    def _find(self, what: str, inside: str) -> str:
        return f":is({AROUND}):has-text('{inside}') >> {what}" if inside else what


class Keys(Pointing):
    """Somebody who has only keys, and always sees where they are."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(visitor)
        self.unseen: list[str] = []

    def follow(self, what: str, inside: str = "") -> Page:
        self.go_to(what, inside)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.page

    def unfold(self, what: str, inside: str = "") -> None:
        self.go_to(what, inside)
        self.page.keyboard.press("Enter")

    def write(self, field: str, words: str) -> None:
        self.go_to(field)
        self.page.keyboard.type(words)

    def select(self, field: str, value: str) -> None:
        self.go_to(field)
        self._press_until("ArrowDown", f"one.value === '{value}'")

    def choose(self, field: str, value: str) -> None:
        self.go_to(f"[name={field}]")
        self._press_until("ArrowDown", f"one.checked && one.value === '{value}'")

    def tick(self, field: str, *values: str) -> None:
        wanted = ",".join(f"[value={value}]" for value in values)
        for _value in values:
            self.go_to(f"[name={field}]:is({wanted}):not(:checked)")
            self.page.keyboard.press("Space")

    def go_to(self, what: str, inside: str = "") -> None:
        """Press Tab until it has the focus, noting each stop that one cannot see."""
        for _stop in range(STOPS):
            self.page.keyboard.press("Tab")
            name, seen = measures.focus(self.page)
            if not seen:
                self.unseen.append(f"{self.page.url}: {name}")
            if self.page.evaluate(_IS, [what, inside]):
                return
        raise AssertionError(f"{what} is not reached on {self.page.url}")

    def _press_until(self, key: str, holds: str) -> None:
        for _time in range(STOPS):
            if self.page.evaluate(f"(() => {{ const one = document.activeElement; return {holds}; }})()"):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to where {holds}")
