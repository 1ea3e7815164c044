"""Each page of the house is looked at once, in both languages, by four people; what is wrong with it is noted."""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import resolve
from django.utils.translation import override

from tests.browser import measures
from tests.browser.answers import ANSWERS
from tests.browser.house import House
from tests.browser.people import DESKTOP, PHONE, Visitor, browser
from tests.browser.skeleton import skeleton
from tests.browser.stage import ALONE, PLAIN, Stage
from tests.visits import at

PEOPLE = ("lina", "noor", "sanne", "")  # A delegate, the secretariat, a member's administrator, the public.
NARROW = {"width": 320, "height": 844}
TWINS = {"ar": "en", "en": "ar"}
HEAVIEST = 150_000


@dataclass
class Survey:
    """What was seen, and what is wrong: by kind, then by page."""

    statuses: dict[tuple[str, str, str], int] = field(default_factory=dict)  # (language, who, name)
    wrong: dict[str, dict[str, object]] = field(default_factory=lambda: defaultdict(dict))
    looked_at: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # Kinds measured, by where.

    def note(self, kind: str, page: str, found: object) -> None:
        """Keep what is wrong; nothing, where nothing is."""
        if found:
            self.wrong[kind][page] = found


def survey(house: House, stage: Stage) -> Survey:
    """Look at everything; the languages side by side, each in a browser of its own."""
    made = Survey()
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda language: _in_one(house, stage, made, language), TWINS))
    return made


def _in_one(house: House, stage: Stage, made: Survey, language: str) -> None:
    """Every page and every answer in one language."""
    known: dict[str, set[str]] = defaultdict(set)
    with browser() as chromium:
        for who in dict.fromkeys([*PEOPLE, *(who for who, _do in ANSWERS.values())]):
            with Visitor(house, chromium, who, language) as visitor:
                visitor.context.add_init_script(measures.AXE)
                for name in _pages(stage, who):
                    _look_up(made, visitor, known, name, at(name, *stage.given.get(name, ()), language=language))
                for name, do in [(name, do) for name, (other, do) in ANSWERS.items() if other == who]:
                    _look_at(made, visitor, name, partial(do, visitor, stage))


def _pages(stage: Stage, who: str) -> list[str]:
    """The pages that somebody asks for."""
    return [name for name in (*PLAIN, *stage.given) if who in PEOPLE and not (who and name in ALONE)]


def _look_up(made: Survey, visitor: Visitor, known: dict[str, set[str]], name: str, address: str) -> None:
    """Ask for a page; look at it unless somebody else was shown the same, but for its words."""
    answer = visitor.context.request.get(address)
    here = f"{visitor.language} {visitor.who or 'public'} {name}"
    with override(visitor.language):
        led_on = resolve(urlsplit(answer.url).path).url_name != name
    made.statuses[visitor.language, visitor.who, name] = 302 if led_on else answer.status
    made.note("policy", here, _policy(answer.headers))
    kind = name if answer.ok else str(answer.status)
    bones = skeleton(answer.text())
    if not led_on and not bones <= known[kind]:
        known[kind] |= bones
        _look_at(made, visitor, name, partial(visitor.page.goto, address))


def _look_at(made: Survey, visitor: Visitor, name: str, show: Callable[[], object]) -> None:
    """Everything that is measured on one page."""
    page, here = visitor.page, f"{visitor.language} {visitor.who or 'public'} {name}"
    visitor.complaints.clear()
    page.set_viewport_size(DESKTOP)
    show()
    made.looked_at[visitor.language].append(f"{visitor.who or 'public'} {name}")
    weight, path, twin = measures.about(page)
    made.note("complaints", here, [*visitor.complaints])  # Before axe comes: it is none of the page's own.
    made.note("strangers", here, [*visitor.strangers])
    made.note("heavy", here, max(0, weight - HEAVIEST))
    made.note("twin", here, twin and twin != f"/{TWINS[visitor.language]}{path[3:]}" and f"{path} → {twin}")
    made.note("axe", f"{here}, wide", measures.shutting_out(page, made.words[f"{visitor.language} wide"]))
    if (visitor.who, visitor.language) == ("lina", "ar"):  # Colours are the same in both languages, for everybody.
        page.emulate_media(color_scheme="dark")
        made.note("axe", f"{here}, dark", measures.pale(page, made.words["dark"]))
        page.emulate_media(color_scheme="light")
    if visitor.language == "en":  # Its words are the wider ones.
        made.note("zoomed", here, measures.lost_when_zoomed(page))
    page.set_viewport_size(PHONE)
    made.note("lost", f"{here}, phone", measures.lost(page))
    # What a page is made of was looked at wide, and in one language is again; how its words look, in both.
    shut_out = measures.shutting_out if visitor.language == "ar" else measures.pale
    made.note("axe", f"{here}, phone", shut_out(page, made.words[f"{visitor.language} phone"]))
    page.set_viewport_size(NARROW)
    made.note("lost", f"{here}, narrow", measures.lost(page))


def _policy(headers: dict[str, str]) -> str:
    """The policy of an answer, where it is not the house's, or lets a page run what it holds."""
    given = headers.get("content-security-policy", "no policy")
    held = {part.split()[0]: part.split()[1:] for part in given.split(";")}
    return "" if held == settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] and "unsafe" not in given else given
