"""What can be read off a page and sent back: its links and its forms."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

LINK = re.compile(rb'<a\b[^>]*\bhref="(/[^"]*)"')
STATIC = "/static/"


def links(body: bytes) -> list[str]:
    """The addresses inside the house that a page leads to, in its order."""
    found = dict.fromkeys(unescape(link.decode()) for link in LINK.findall(body))
    return [link.partition("#")[0] for link in found if not link.startswith(STATIC)]


@dataclass
class Field:
    """One field of a form: its name, its value now, and the values that it offers."""

    name: str
    kind: str
    value: str = ""
    offers: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form as a browser would send it."""

    by: str  # Who has opened it.
    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, by: str, path: str) -> None:
        super().__init__()
        self.by, self.path, self.forms, self.text, self.select = by, path, [], None, None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(
                Form(self.by, urljoin(self.path, given.get("action", "")), given.get("method", "get").upper())
            )
        elif self.forms and tag in {"input", "select", "textarea", "button"} and given.get("name"):
            self._field(tag, given)
        elif tag == "option" and self.select is not None:
            self.select.offers.append(given.get("value", ""))
            if "selected" in given or len(self.select.offers) == 1:
                self.select.value = given.get("value", "")

    def _field(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text") if tag == "input" else tag
        one = self.forms[-1].fields.setdefault(given["name"], Field(given["name"], kind))
        if tag == "select":
            self.select = one
        elif tag == "textarea":
            self.text = one
        elif kind in {"radio", "checkbox"} or tag == "button":
            one.offers.append(given.get("value", "on"))
            if "checked" in given:
                one.value = given.get("value", "on")
        else:
            one.value = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.text = None
        elif tag == "select":
            self.select = None


def forms(by: str, path: str, body: bytes) -> list[Form]:
    """The forms of a page that somebody has opened."""
    if b"<form" not in body:
        return []
    reader = _Reader(by, path)
    reader.feed(body.decode())
    return reader.forms
