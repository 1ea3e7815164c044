"""No page prints a figure bare: each share names its denominator, each figure its source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.efforts.models import Base, Figure, Measure, Qualifier
from tansiq.efforts.wording import said, said_plainly, value_plainly
from tansiq.languages.words import Words
from tests.visits import at, client
from tests.world import ROOT

NUMBERS = st.decimals(min_value=0, max_value=10**15, places=2, allow_nan=False)
HEDGED = [one.value for one in Qualifier if one not in {Qualifier.RANGE, Qualifier.WORDS_ONLY}]
TEMPLATES = [*(ROOT / "tansiq").rglob("templates/**/*.html")]


def share(value, qualifier, words=None):
    base = Base(name=Words.of("en", en="of the land", ar="من الأراضي"), stated=True)
    measure = Measure(kind="share", role="effectiveness", direction="up")
    return Figure(measure=measure, base=base, value=value, qualifier=qualifier, words=words)


@given(NUMBERS, st.sampled_from(HEDGED), st.sampled_from([None, Words.of("en", en="a part")]))
def test_a_share_in_words_always_ends_with_its_denominator(value, qualifier, words):
    figure = share(value, qualifier, words)
    for told in (said_plainly(figure), re.sub(r"<[^>]+>", "", said(figure))):
        assert told.endswith(("of the land", "من الأراضي"))
        assert "%" not in told


@given(NUMBERS, st.sampled_from(HEDGED))
def test_a_hedge_is_there_exactly_where_one_was_stated(value, qualifier):
    counted = Measure(kind="stock", role="output", direction="up", unit=Words.of("en", en="persons"))
    told = value_plainly(Figure(measure=counted, value=value, qualifier=qualifier))
    bare = value_plainly(Figure(measure=counted, value=value, qualifier="none_stated"))
    assert (told == bare) == (qualifier == "none_stated")
    assert bare[0].isdigit() or bare[0] in "٠١٢٣٤٥٦٧٨٩"


def test_no_template_writes_the_value_of_a_figure_by_itself():
    alone = re.compile(r"\{\{(?!\s*wording\.)[^}]*\b(one|figure|told)\.(value|high)\b")
    assert [str(path) for path in TEMPLATES if alone.search(path.read_text())] == []


@pytest.mark.django_db
@pytest.mark.parametrize("values", [["7"], ["33.3", "98", "98"]])
def test_no_page_prints_a_share_without_its_denominator_or_a_figure_without_its_source(secretariat, values):
    measure = secretariat.measure(f"m{len(values)}-{values[0]}")
    review = secretariat.first()
    for number, value in enumerate(values):
        base = secretariat.base(measure, f"of base {number}.")
        source = secretariat.source(f"paper {number}")
        secretariat.figure(measure, value, base=base, review=review, source=source)
    secretariat.subject("military", "Operations", number=1)
    for address in (
        at("measure", measure.pk),
        at("measures"),
        at("home"),
        at("line", "military"),
        at("review", review.pk),
    ):
        content = re.sub(r"<svg.*?</svg>", "", client().get(address).content.decode(), flags=re.DOTALL)
        shares = re.findall(r"per cent(?! of its denominator)(.{0,12})", text_of(content))
        assert shares, address
        assert [one for one in shares if not one.startswith(" of base")] == []
        for cell in re.findall(r"<tr.*?</tr>", content, flags=re.DOTALL):
            assert "per cent" not in cell or "/en/sources/" in cell


def text_of(content):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", content[content.index("<main") :]))


def test_the_sum_of_nothing_is_ever_shown():
    """No query of figures and no page adds values: a sum over kinds cannot be printed."""
    folders = [ROOT / "tansiq" / name for name in ("efforts", "cycle/pages", "contributions")]
    code = "".join(path.read_text() for folder in folders for path in folder.rglob("*.py"))
    assert re.findall(r"\bSum\(|\bAvg\(|\|\s*sum\b", code + "".join(path.read_text() for path in TEMPLATES)) == []
