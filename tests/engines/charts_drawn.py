"""What the tests of the charts share: figures at hand, and a drawing read back as a tree."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tansiq.engines.charts import Mark, Words
from tansiq.engines.dates import DAY, MONTH, YEAR
from tansiq.engines.dates.months import ENGLISH, GULF
from tansiq.engines.figures import QUALIFIERS

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = r"-?\d+(?:\.\d+)?"


def mark(day, value, **more):
    return Mark(date(*day), Decimal(value), **more)


def words(title="A finding", desc="", *, rtl=False, arabic_digits=False):
    return Words(title, desc, rtl, arabic_digits, GULF if rtl else ENGLISH)


def tree(svg):
    return ET.fromstring(svg)  # noqa: S314 -- our own


def texts(svg):
    return [re.sub("[\u2066-\u2069]", "", text.text or "") for text in tree(svg).iter(f"{SVG}text")]


def paths(svg, kind):
    """The data of the paths that bear a class."""
    return [path.get("d") for path in tree(svg).iter(f"{SVG}path") if kind in path.get("class").split()]


def starts(data):
    """Where each part of a path begins."""
    return [(float(x), float(y)) for x, y in re.findall(rf"M({NUMBER}) ?({NUMBER})", data)]


def sheet(svg):
    return tuple(float(side) for side in tree(svg).get("viewBox").split()[2:])


def outside(svg):
    """The words and the marks that begin outside the drawing; lengths of words are estimated as the engine does."""
    width, height = sheet(svg)
    found, tree_ = [], tree(svg)
    held = {text: "middle" for group in tree_.iter(f"{SVG}g") for text in group}
    for text in tree_.iter(f"{SVG}text"):
        x, y, shown = float(text.get("x")), float(text.get("y")), re.sub("[\u2066-\u2069]", "", text.text or "")
        left = x - {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", held.get(text, "start"))] * 6.4 * len(
            shown
        )
        if not (left >= -7 and left + 6.4 * len(shown) <= width + 7 and 0 <= y <= height):
            found.append((shown, x, y))
    for path in tree_.iter(f"{SVG}path"):
        found += [(x, y) for x, y in starts(path.get("d")) if not (-1 <= x <= width + 1 and -1 <= y <= height + 1)]
    return found


HOSTILE = [
    '<script>"&\u202e\u0000',
    "&" * 80,
    "نحو 60%\u202e",
    "\u064b\u2067\u2069",
    "عدد المقاتلين في سورية" * 4,
    "]]>",
    "",
]
LABELS = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))
VALUES = st.decimals(Decimal(-(10**15)), Decimal(10**15), places=2, allow_nan=False, allow_infinity=False)


@st.composite
def marks(draw, values=VALUES):
    qualifier = draw(st.sampled_from(QUALIFIERS))
    value = draw(values)
    high = value + abs(draw(values)) if qualifier == "range" else None
    return Mark(
        draw(st.dates(date(2014, 1, 1), date(2026, 12, 31))),
        value,
        draw(st.sampled_from([DAY, DAY, MONTH, YEAR])),
        high,
        qualifier,
        draw(st.sampled_from(["", "a", "b", "c", "d", "e", "f"])),
        draw(st.booleans()) and draw(st.booleans()),
        "\n".join(draw(st.lists(LABELS, max_size=2))),
        draw(st.booleans()) and draw(st.booleans()),
    )
