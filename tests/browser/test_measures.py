"""The measures themselves can fail: each finds what is planted for it."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measures
from tests.browser.house import House
from tests.browser.people import Visitor
from tests.browser.skeleton import skeleton

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><html lang=en dir=ltr><title>A page</title><main><h1>A page</h1>"


@pytest.fixture(scope="module")
def visitor(house: House, chromium: Browser):
    with Visitor(house, chromium, language="en") as visitor:
        yield visitor


def given(visitor: Visitor, body: str) -> Page:
    visitor.page.set_content(HEAD + body)
    visitor.page.evaluate(measures.AXE)
    return visitor.page


def test_axe_finds_what_shuts_people_out(visitor):
    assert measures.violations(given(visitor, "<p>Whole</p>")) == []
    assert measures.violations(given(visitor, "<img src=''><p style='color:#bbb'>Pale</p>")) == [
        "color-contrast: p",
        "image-alt: img",
    ]


def test_pale_words_are_found_once_for_each_kind(visitor):
    known = set()
    row = "<li style='color:{}'>A row</li>"
    assert measures.pale(given(visitor, "<ul>" + row.format("#000") * 3), known) == []
    mixed = given(visitor, "<ul>" + row.format("#000") * 3 + row.format("#bbb") * 2)
    assert measures.pale(mixed, known) == ["color-contrast: li:nth-child(4)"]
    assert measures.pale(mixed, known) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>Dark</p><p><span style='opacity:.3'>Faint</span></p>",
        "<p>Dark</p><div style='background:#555'><p style='background:transparent'>On grey</p></div>",
        "<p>Dark</p><input aria-label=Pale value=Pale style='color:#ccc;background:#fff'>",
        "<p style='color:#777;font-size:2rem'>Large</p><p style='color:#888;font-size:.8rem'>Small</p>",
    ],
)
def test_what_makes_words_pale_makes_them_another_kind(visitor, body):
    page = given(visitor, body)
    assert measures.shutting_out(page, set()) == measures.violations(page) != []


def test_what_runs_out_of_the_page_is_found(visitor):
    assert measures.lost(given(visitor, "<p>Whole</p>")) == []
    wide = measures.lost(given(visitor, "<p style='width:2000px'>Too wide</p>"))
    assert [one.partition(" px")[2] for one in wide] == [" beyond the page: p"]
    assert measures.lost(given(visitor, "<p style='width:50px;overflow:hidden'>Unbreakable</p>")) == ["cut off: p"]


def test_what_is_lost_when_all_is_written_larger_is_found(visitor):
    narrow = "<p style='width:12ex;font-size:16px;overflow:hidden'>"
    assert measures.lost_when_zoomed(given(visitor, narrow + "Small</p>")) == []
    assert measures.lost_when_zoomed(given(visitor, "<p style='width:90px;overflow:hidden'>Growing</p>")) == [
        "cut off: p"
    ]


def test_a_focus_that_nobody_sees_is_found(visitor):
    page = given(
        visitor, "<style>a{outline:none}b a{outline:3px solid}</style><a href=#>One</a><b><a href=#>Two</a></b>"
    )
    found = []
    for _stop in range(2):
        page.keyboard.press("Tab")
        found.append(measures.focus(page))
    assert found == [("a One", False), ("a Two", True)]


def test_a_stranger_and_a_complaint_are_noted(visitor):
    visitor.go("home")
    visitor.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://elsewhere.example/a.png'}))")
    visitor.page.evaluate("document.body.setAttribute('style', 'color: red')")  # A script may; a page of ours may not.
    visitor.page.wait_for_timeout(200)
    assert visitor.strangers in ([], ["http://elsewhere.example/a.png"])
    assert [one for one in visitor.complaints if "Content Security Policy" in one] != []


def test_a_page_of_other_elements_has_another_skeleton():
    assert skeleton("<ul><li>One</li><li>Two</li></ul>") == skeleton("<ul><li>Three</li></ul>")
    assert skeleton("<ul class=a></ul>") != skeleton("<ul class=b></ul>")
