"""Needs and offers: row by row, member by member, the gap as far as one reads; nothing unlike is added (R-C6)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need, NeedState, Offer
from tansiq.engines.search import ask
from tansiq.finding.queries import Wanted, found
from tansiq.members.commands import ownership
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tests.contributions.given import LORRIES, closed, consented, much, needed, offered, stated, step
from tests.pages import ABSENT, statements, text
from tests.secretariat import Secretariat, en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def line(db):
    return Secretariat().subject("relief", "Relief", number=1)


def given_for(need, by, *codes, **given):
    gift = stated(by, *codes, **given)
    offered(need, gift, by)
    return gift


def page(need, slug="", name="need"):
    return text(client(slug).get(at(name, need.pk)))


def matrix(slug="", **asked):
    return text(client(slug).get(at("needs_matrix"), asked))


def test_R_C6_asked_offered_agreed_and_the_gap(line):
    need = needed("officer", line=line, place=None, by_on=date(2026, 9, 1))
    assert "Missing all of it against what is agreed: all of it" in page(need)
    first = given_for(need, "alif", amount="60")
    given_for(need, "ba", amount="15", stage="committed")
    told = matrix()
    assert "Wells. 100 US dollars money · by 1 September 2026 60 US dollars pledged" in told
    assert "15 US dollars committed · agreed" in told
    assert "25 US dollars against what is agreed: 85 US dollars" in told
    step(first, "alif", "committed", amount="60")
    assert "25 US dollars against what is agreed: 25 US dollars" in matrix()
    given_for(need, "jim", how_much=much("40"))
    assert "none: 15 US dollars more than asked against what is agreed: 25 US dollars" in matrix()


def test_R_C6_each_reader_has_its_own_gap_and_is_told_so():
    need = needed("officer")
    given_for(need, "alif", "WA", amount="60")
    for slug, gap in (("", "all of it"), ("jim", "all of it"), ("ba", "40 US dollars"), ("alif", "40 US dollars")):
        assert f"Missing {gap} against" in page(need, slug)
    assert "from what is released to you" in matrix()


def test_R_C2_other_money_words_and_kinds_are_not_added():
    need = needed("officer")
    given_for(need, "alif", how_much=much("60", currency="CAD"))
    given_for(need, "ba", how_much=much(None, words="large sums"))
    given_for(need, "jim", amount="10", context="outside")
    told = page(need)
    for words in ("counted in something else, not added", "in words, not counted", "context, not counted"):
        assert words in told
    assert "Missing all of it" in told
    with pytest.raises(ValidationError, match="another kind"):
        offered(need, stated("alif", kind="in_kind", how_much=much("3", unit=LORRIES)), "alif")
    lorries = needed("officer", kind="in_kind", how_much=much("10", unit=LORRIES))
    given_for(lorries, "alif", kind="in_kind", how_much=much("4", "about", unit=LORRIES, qualifier="about"))
    assert "about 6 (lorries)" in page(lorries)
    hedged = needed("officer", how_much=much("100", qualifier="at_least"))
    given_for(hedged, "alif", amount="100")
    assert "Missing at least 0" in page(hedged) or "open, as the hedges leave it" in page(hedged)
    assert "asked for in words" in page(needed("officer", how_much=much(None, words="much")))


def test_R_C7_what_several_offer_counts_once_each_consents():
    need = needed("officer")
    gift = given_for(need, "alif", joint=("WA", "NW"))
    assert "not all who are named consent, not counted" in page(need)
    consented(gift, "ba")
    consented(gift, "jim")
    assert "Missing none against what is agreed: all of it" in page(need)
    assert "several together" in matrix()
    step(gift, "alif", "withdrawn", reason="It is over.")
    assert "not given any more, not counted" in page(need)


def test_only_its_giver_offers_a_contribution():
    need, gift = needed("officer"), stated("alif")
    with pytest.raises(PermissionDenied):
        offered(need, gift, "jim")
    offered(need, gift, "alif")
    with pytest.raises(ValidationError, match="already"):
        offered(need, gift, "alif")
    with acting_as(token("jim")):
        own = ownership(audience_of(readers("NW")))
    with acting_as(token("jim")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Offer.objects.create(need=need, contribution=gift, **own)


def test_a_need_is_found_by_its_words():
    need = needed("ba", "SH", text="Pumps for the flood.")
    for who, keys in (("alif", {need.pk}), ("jim", set())):
        with acting_as(token(who)):
            assert {row.pk for row in found(Wanted(ask("pumps"), {}), 0, 9).rows} == keys


def test_what_is_hidden_leaves_no_trace(line):
    need = needed("officer", line=line)
    rooms = [*(at(name) for name in ("needs", "needs_matrix", "home", "record")), at("need", need.pk)]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    given_for(need, "alif", "WA", amount="60")
    needed("ba", "SH", text="Hidden need.", line=line)
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert ("Hidden need." in matrix("alif"), "60 US dollars" in matrix("ba")) == (True, True)
    with acting_as(public_token()):
        assert (Need.objects.count(), Offer.objects.count()) == (1, 0)


def test_a_hidden_need_and_an_absent_one_are_the_same_bytes():
    need = needed("ba", "SH")
    for name in ("need", "need_offer"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (need.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(need.pk), ABSENT) == bare(absent.content)


def test_the_pages_state_a_need_and_answer_it(line):
    given = {"kind": "in_kind", "text": "Lorries.", "amount": "10", "unit_en": "lorries", "line": "relief"}
    given |= {"by": "1 September 2026", "language": "en", "release": "public", "once": "1"}
    bad = client("officer").post(at("need_state"), {**given, "amount": ""})
    assert (bad.status_code, "in a number or in words" in text(bad)) == (400, True)
    assert client("officer").post(at("need_state"), {**given, "once": "2"}).status_code == 302
    with acting_as(token("alif")):
        need = Need.objects.get()
    opened = client("alif").get(at("contribution_state") + f"?need={need.pk}").content.decode()
    assert 'value="lorries"' in opened
    gift = {"kind": "in_kind", "text": "Ours.", "amount": "4", "unit_en": "lorries", "stage": "pledged"}
    gift |= {"on": "1 March 2026", "language": "en", "release": "public", "need": str(need.pk), "line": "relief"}
    assert client("alif").post(at("contribution_state"), {**gift, "once": "3"}).status_code == 302
    assert "6 (lorries)" in page(need)
    assert client("alif").post(at("contribution_state"), {**gift, "need": "", "once": "4"}).status_code == 302
    with acting_as(token("alif")):
        other = Contribution.objects.get(offers=None)
    assert client("alif").get(at("need_offer", need.pk)).status_code == 200
    sent = client("alif").post(at("need_offer", need.pk), {"contribution": str(other.pk), "once": "5"})
    assert sent.status_code == 302
    assert "2 (lorries)" in page(need)
    assert "Offered for Lorries." in text(client().get(at("contribution", other.pk)))
    assert "We have stated no contribution of this kind" in page(need, "jim", "need_offer")
    for asked, seen in (({"kind": "in_kind"}, True), ({"kind": "cash"}, False), ({"line": "relief"}, True)):
        assert ("Lorries." in matrix(**asked)) == seen
    assert client().get(at("needs") + "?kind=x").status_code == 400


def test_as_many_statements_for_one_need_as_for_three(line):
    counts = []
    for number, slug in enumerate(("alif", "ba", "jim"), 1):
        need = needed("officer", line=line, text=f"Need {number}.")
        given_for(need, slug)
        consented(given_for(need, "alif", joint=("WA",)), "ba")
        rooms = (at("needs"), at("needs_matrix"), at("need", need.pk))
        counts.append([statements(client("jim"), one) for one in rooms])
    assert counts[0] == counts[1] == counts[2]


def test_R_C6_a_need_is_closed_by_its_owner_with_words_and_may_be_open_again(line):
    need = needed("officer", text="Wells.")
    rooms = [at("need", need.pk), at("needs"), at("needs_matrix")]
    closed(need, "officer", "met", "The wells are dug.")
    assert all(" met " in text(client("jim").get(room)) for room in rooms)
    assert "no longer needed" not in text(client("jim").get(at("need", need.pk)))
    for states, seen in (("open", False), ("met", True), ("withdrawn", False)):
        assert ("Wells." in text(client().get(at("needs"), {"state": states}))) is seen
    closed(need, "officer", "open", "One has run dry.")
    told = text(client("jim").get(at("need", need.pk)))
    assert told.index("One has run dry.") < told.index("The wells are dug.")
    assert "Wells." in text(client().get(at("needs"), {"state": "open"}))


def test_R_C6_what_is_closed_takes_no_offer_and_nobody_else_closes_it(line):
    need, gift = needed("officer", "SH", "WA"), stated("alif")
    for slug in ("alif", "ba"):
        with pytest.raises(PermissionDenied):
            closed(need, slug, "met")
        assert client(slug).get(at("need_close", need.pk)).status_code == 403
    with acting_as(token("alif")):
        own = {"need": need, "state": "met", "words": en("Mine."), **ownership(need.audience)}
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            NeedState.objects.create(**own)
    closed(need, "officer", "not_needed")
    with pytest.raises(ValidationError, match="closed"):
        offered(need, gift, "alif")
    with pytest.raises(ValidationError, match="already"):
        closed(need, "officer", "not_needed")
    assert "Give something for it" not in text(client("alif").get(at("need", need.pk)))


def test_R_C6_the_page_closes_it(line):
    need = needed("officer", text="Wells.")
    room = at("need_close", need.pk)
    assert "Say what became of it" in text(client("officer").get(at("need", need.pk)))
    said = {"state": "withdrawn", "text": "We move.", "language": "en", "once": "1"}
    assert client("officer").post(room, {**said, "state": "open"}).status_code == 400
    assert client("officer").post(room, said).status_code == 302
    assert "withdrawn" in text(client().get(at("need", need.pk)))


def test_one_and_three_words_on_needs_need_the_same_statements(line):
    needs = [needed("officer", text=f"Wells {number}.") for number in range(3)]
    counts = []
    for need in needs:
        for state in ("met", "open"):
            closed(need, "officer", state)
        rooms = [at("need", needs[0].pk), at("needs"), at("needs_matrix")]
        told = [statements(client("jim"), room) for room in rooms]
        counts.append([*told, statements(client("officer"), at("need_close", needs[0].pk))])
    assert counts == [[10, 11, 11, 6]] * 3
