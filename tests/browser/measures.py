"""What can be measured on a page that a browser shows; each answer is empty where all is well."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

_RUN_AXE = """async (given) => {
  const found = await axe.run({resultTypes: ["violations"], preload: false, ...given});
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")}`));
}"""

# One example of each kind of words on a page: by what it lies in, and by all that decides how it stands out.
_WORDS = """() => {
  const all = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
    "filter", "mixBlendMode", "position", "visibility"], known = new Map();
  const looks = one => {
    if (!one) return "";
    if (!known.has(one)) {
      const style = getComputedStyle(one);
      const own = `${one.tagName}.${one.getAttribute("class") || ""} ${all.map(name => style[name]).join(" ")}`;
      known.set(one, `${looks(one.parentElement)}\n${own}`);
    }
    return known.get(one);
  };
  const says = one => one.matches("input, select, textarea")
    || [...one.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
  window.words = new Map();
  for (const one of document.body.querySelectorAll("*")) {
    if (says(one) && one.checkVisibility() && !window.words.has(looks(one))) window.words.set(looks(one), one);
  }
  return [...window.words.keys()];
}"""

_PALE = """async kinds => {
  const given = {resultTypes: ["violations"], preload: false, runOnly: ["color-contrast"]};
  const found = await axe.run({include: kinds.map(kind => window.words.get(kind))}, given);
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")}`));
}"""

# Words that run out of the page, or out of a box that does not let them be scrolled to.
_LOST = """() => {
  const root = document.documentElement, lost = [], wide = root.scrollWidth - root.clientWidth;
  const name = one => one.tagName.toLowerCase() + [...one.classList].map(word => `.${word}`).join("");
  if (wide > 0) {
    const box = root.getBoundingClientRect();
    const out = [...document.querySelectorAll("body *")].filter(one => {
      const rect = one.getBoundingClientRect();
      return rect.width && (rect.right > box.right + 1 || rect.left < box.left - 1);
    });
    lost.push(`${wide} px beyond the page: ${out.slice(0, 3).map(name)}`);
  }
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one);
    if (!["hidden", "clip"].includes(style.overflowX) || style.clipPath.startsWith("inset(50%")) continue;
    if (one.closest("svg, input, select, textarea")) continue;  // What is typed can be moved through.
    const cut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    if (cut) lost.push(`cut off: ${name(one)}`);
  }
  return lost;
}"""

_ABOUT = """() => {
  const fetched = ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind));
  const heavy = fetched.filter(one => !one.name.endsWith(".woff2"));
  const twin = document.querySelector(".bar a[hreflang]");
  return [heavy.reduce((sum, one) => sum + one.encodedBodySize + 300, 0), location.pathname + location.search,
    twin ? twin.getAttribute("href") : ""];
}"""

# Whether what has the focus can be seen to have it: an outline, inside the window, of something that has a size.
_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return {what: "nothing", seen: true};
  const style = getComputedStyle(one), rect = one.getClientRects()[0] || one.getBoundingClientRect();  // Line 1.
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = rect.width > 0 && rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight
    && rect.right > 0 && rect.left < innerWidth;
  const top = document.elementFromPoint(
    Math.min(Math.max(rect.left + rect.width / 2, 1), innerWidth - 2),
    Math.min(Math.max(rect.top + rect.height / 2, 1), innerHeight - 2));
  const covered = top && !one.contains(top) && !top.contains(one);
  const what = `${one.tagName.toLowerCase()} ${(one.textContent || one.name || "").trim().slice(0, 40)}`;
  return {what, seen: outlined && inside && !covered};
}"""


def violations(page: Page, **given: Any) -> list[str]:
    """What axe finds; the page must have been given AXE before."""
    return page.evaluate(_RUN_AXE, given)


def shutting_out(page: Page, known: set[str]) -> list[str]:
    """What axe finds; words of a kind that is known already are not measured again, since that takes it longest."""
    return [*violations(page, rules={"color-contrast": {"enabled": False}}), *pale(page, known)]


def pale(page: Page, known: set[str]) -> list[str]:
    """Words that do not stand out from what is behind them, of the kinds that were not measured before."""
    kinds = [kind for kind in page.evaluate(_WORDS) if kind not in known]
    known.update(kinds)
    return page.evaluate(_PALE, kinds) if kinds else []


def lost(page: Page) -> list[str]:
    """What cannot be read in the window as it is."""
    return page.evaluate(_LOST)


def lost_when_zoomed(page: Page) -> list[str]:
    """What cannot be read by somebody whose browser writes everything twice as large."""
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    found = lost(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    browser.detach()
    return found


def about(page: Page) -> tuple[int, str, str]:
    """What a first visit fetches, in bytes with the heads of the answers, fonts aside; the address; the twin's."""
    weight, path, twin = page.evaluate(_ABOUT)
    return weight, path, twin


def focus(page: Page) -> tuple[str, bool]:
    """What has the focus, and whether one sees that it has."""
    found = page.evaluate(_FOCUS)
    return found["what"], found["seen"]
