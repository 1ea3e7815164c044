"""What kinds of elements a page is made of, so that the same page with other words is looked at once."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SAYING = ("class", "role", "type", "aria-current", "checked", "open")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = "".join(f"[{name}={value or ''}]" for name, value in attrs if name in SAYING)
        self.path.append(tag + said)
        self.found.add(" ".join(self.path))
        if tag in VOID:
            self.path.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.path and self.path.pop().partition("[")[0] != tag:
            pass


def skeleton(page: str) -> set[str]:
    """Each kind of element, by those around it; how many there are of a kind does not count."""
    reader = _Reader()
    reader.feed(page)
    return reader.found
