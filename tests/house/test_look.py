"""The look, by rules that a machine can check: one sheet for both directions, colours by name, contrast measured."""

import re

import pytest

from tests.world import ROOT

HOUSE = ROOT / "tansiq"
STATIC = HOUSE / "static" / "tansiq"
SHEETS = {path.name: re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL) for path in STATIC.glob("css/*.css")}
TEMPLATES = {
    str(path.relative_to(HOUSE)): re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)
    for path in sorted(HOUSE.rglob("templates/**/*.html"))
}
# Charts, dates and numbers bring classes of their own.
WRITTEN = [
    *(HOUSE / "engines/cadence/drawing.py", HOUSE / "languages/dates.py", HOUSE / "languages/numbers.py"),
    *sorted((HOUSE / "engines/charts").glob("*.py")),
]


def found(pattern, texts):
    return {name: hits for name, text in texts.items() if (hits := [hit.group() for hit in re.finditer(pattern, text)])}


def test_the_rules_can_fail():
    assert found(r"\bleft\b", {"a.css": "p { text-align: left }"}) == {"a.css": ["left"]}
    assert len(SHEETS) == 5
    assert len(TEMPLATES) > 20


def test_the_sheets_stay_small():
    assert sum(len((STATIC / "css" / name).read_text().splitlines()) for name in SHEETS) <= 450


def test_no_sheet_names_a_physical_direction():
    assert found(r"\b(left|right)\b", SHEETS) == {}
    assert (
        found(r"(?<![-\w])(width|height|top|bottom|max-width|min-width|max-height|min-height)\s*:", _outside_queries())
        == {}
    )


def _outside_queries():
    """The sheets without the conditions of their media queries, which know only width."""
    return {name: re.sub(r"@media[^{]*", "", text) for name, text in SHEETS.items()}


def test_every_colour_stands_in_the_tokens_alone():
    others = {name: text for name, text in SHEETS.items() if name != "tokens.css"}
    assert found(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|hwb|lab|oklch|color-mix)a?\(", others) == {}
    assert found(r"(?<=[:\s])(black|white|red|green|blue|gr[ae]y|yellow|orange|teal|navy)(?=[;\s}])", others) == {}


def test_every_token_that_is_used_is_defined_and_every_one_defined_is_used():
    whole = "".join(SHEETS.values())
    assert set(re.findall(r"var\((--[\w-]+)", whole)) == set(re.findall(r"(--[\w-]+)\s*:", whole))


def test_neither_language_leans_on_what_arabic_lacks():
    assert found(r"letter-spacing|word-spacing|italic|oblique|text-transform|small-caps", SHEETS) == {}
    assert found(r"<(em|i)\b", TEMPLATES) == {}


def test_nothing_comes_from_another_host():
    assert found(r"url\(\s*[\"']?(https?:)?//|@import", SHEETS) == {}
    assert found(r"(src|href|action|srcset|poster|data)=[\"'](https?:)?//", TEMPLATES) == {}


def test_every_file_that_sheets_and_pages_name_is_there():
    named = {f"css/{url}" for text in SHEETS.values() for url in re.findall(r'url\("([^"]+)"\)', text)}
    named |= {url for text in TEMPLATES.values() for url in re.findall(r"static\('tansiq/([\w./-]+)'\)", text)}
    assert {url for url in named if not (STATIC / url).resolve().is_file()} == set()
    assert "css/../fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2" in named


def test_what_others_made_has_its_licence_beside_it():
    assert "SIL Open Font License" in (STATIC / "fonts/LICENSE.txt").read_text()
    assert "Zero-Clause BSD" in (STATIC / "htmx/LICENSE.txt").read_text()


@pytest.mark.parametrize(
    "pattern",
    [
        r"\sstyle\s*=",
        r"<style",
        r"<script(?![^>]*\ssrc=)",
        r"\son[a-z]+\s*=\s*[\"']",
        r"javascript:",
        r"\shx-on",
        r"\shx-vals=[\"']js",
    ],
)
def test_no_page_holds_script_or_style_of_its_own(pattern):
    assert found(pattern, TEMPLATES) == {}


def test_no_page_marks_words_as_safe():
    assert found(r"\|\s*safe\b|autoescape\s+false|Markup\(", TEMPLATES) == {}


def _classes(text):
    """The classes that a template gives, its conditions and expressions left out."""
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    return {word for value in re.findall(r'class="([^"]*)"', bare) for word in value.split()}


def test_every_class_of_a_page_is_in_the_sheets():
    known = set(re.findall(r"\.([a-z][\w-]*)", "".join(SHEETS.values())))
    assert {name: lost for name, text in TEMPLATES.items() if (lost := _classes(text) - known)} == {}


def test_every_class_of_the_sheets_is_on_a_page():
    written = [*TEMPLATES.values(), *(path.read_text() for path in WRITTEN)]
    given = re.findall(r'class="([^>]*)"', "".join(written)) + re.findall(r"[\"']([a-z][\w-]*)[\"']", "".join(written))
    given += re.findall(r'(?:stroke|hollow|solid)\(f?"([^"]*)"', "".join(written))  # The pen of the charts.
    rules = re.sub(r'"[^"]*"|\d*\.\d+', "", "".join(SHEETS.values()))
    unused = set(re.findall(r"\.([a-z][\w-]*)", rules)) - set(re.findall(r"[a-z][\w-]*", " ".join(given)))
    assert unused == set()


def _schemes():
    """The tokens of the light and of the dark scheme, as colours."""
    tokens = SHEETS["tokens.css"]
    light = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", tokens))
    pairs = {
        name: (day, night) for name, day, night in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", tokens)
    }
    return light, light | {name: night for name, (_, night) in pairs.items()}, pairs


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    *(
        ("ink", ground)
        for ground in ("paper", "card", "sunk", "none-soft", "good-soft", "warn-soft", "bad-soft", "teal-soft")
    ),
    *(("ink-2", ground) for ground in ("paper", "card", "sunk", "none-soft", "teal-soft", "bad-soft")),
    *(("teal", ground) for ground in ("paper", "card", "teal-soft", "none-soft", "good-soft", "warn-soft", "bad-soft")),
    *(("bad", ground) for ground in ("paper", "card", "bad-soft")),
    *(("bar-ink", "bar"), ("bar-ink-2", "bar"), ("teal-ink", "teal"), ("card", "bad"), ("focus-ink", "focus")),
    *(("c1", "card"), ("c2", "card"), ("c3", "card")),
    *(("sand-ink", "sand"), ("sand-text", "sand-soft"), ("drill", "drill-soft")),
]
EDGES = [
    *(("edge", "paper"), ("edge", "card"), ("teal", "card"), ("teal", "paper"), ("star", "bar")),
    *(("good", "good-soft"), ("warn", "warn-soft"), ("bad", "bad-soft"), ("none", "none-soft"), ("c1", "card")),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_and_edges_stand_out_from_their_ground(scheme):
    colours = _schemes()[scheme]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in EDGES}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_the_light_scheme_is_the_same_with_and_without_the_dark_one():
    light, _, pairs = _schemes()
    assert {name: day for name, (day, _) in pairs.items()} == {name: light[name] for name in pairs}


def test_contrast_is_measured_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
