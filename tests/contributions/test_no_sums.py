"""No number on these pages is a sum: each was stated by somebody, whatever hangs together and however."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.contributions.lines import lines
from tests.pages import text
from tests.visits import at, client

KINDS = ("cash", "in_kind", "personnel")
AMOUNTS = (1_003, 2_011, 4_027, 8_053, 16_111)  # No two of them, nor more, make another or one another's double.
NUMBER = re.compile(r"\d[\d,]*")


@pytest.mark.django_db
def test_the_pages_tell_no_number_that_nobody_stated(outcomes):
    made = []
    for number, amount in enumerate(AMOUNTS):
        kind, currency = KINDS[number % 2], ("USD", "", "CAD")[number % 3]
        made.append(
            outcomes.gift(f"Gift {'abcde'[number]}.", str(amount), date(2018, 7, 12), kind=kind, currency=currency)
        )
    for whole, part, relation in ((0, 1, "part_of"), (0, 2, "part_of"), (0, 3, "fulfils"), (2, 4, "fulfils")):
        outcomes.hang(made[whole], made[part], relation)
    days = {10, 12, 2014, 2018}
    for address in (at("contributions"), *(at("contribution", one.pk) for one in made), at("member", "SH")):
        told = text(client().get(address)).partition("</main>")[0]
        assert {int(one.replace(",", "")) for one in NUMBER.findall(told)} <= {*AMOUNTS} | days


def gifts(count):
    return [SimpleNamespace(pk=number, stage="pledged") for number in range(count)]


def links(count):
    ends = st.integers(0, count - 1)
    return st.lists(st.tuples(ends, ends, st.sampled_from(("fulfils", "part_of"))), max_size=3 * count)


@given(st.integers(1, 8).flatmap(lambda count: st.tuples(st.just(count), links(count))))
def test_however_they_hang_together_each_stands_exactly_once(drawn):
    count, pairs = drawn
    joined = [SimpleNamespace(earlier_id=one, later_id=other, relation=relation) for one, other, relation in pairs]
    made = lines(gifts(count), joined)
    assert sorted(row.pk for line in made for row in line.everything()) == list(range(count))


@given(st.integers(1, 8).flatmap(lambda count: st.tuples(st.just(count), links(count))))
def test_a_part_is_never_in_one_line_with_its_whole_unless_it_fulfils_it(drawn):
    count, pairs = drawn
    joined = [SimpleNamespace(earlier_id=one, later_id=other, relation=relation) for one, other, relation in pairs]
    parts_alone = [link for link in joined if link.relation == "part_of"]
    assert all(len(line.rows) == 1 for line in flat(lines(gifts(count), parts_alone)))


def flat(made):
    for line in made:
        yield line
        yield from flat(line.parts)
