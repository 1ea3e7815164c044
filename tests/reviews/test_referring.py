"""Referral between levels: an item goes on in a review of another level, and stays one matter with its reasons."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import Member
from tansiq.reviews.agenda.models import Matter, Referral, ReferralToSeries
from tansiq.reviews.agenda.referring import refer_item, refer_to_series, take_up
from tansiq.reviews.agenda.waiting import waiting_at
from tansiq.reviews.commands import open_review
from tansiq.reviews.plans import Plan
from tansiq.reviews.series import Rule, make_series
from tests.pages import ABSENT, statements, text
from tests.reviews.setting import found, put, titles, withdraw
from tests.reviews.test_phases import DAY, enter
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
OFFICES = ("secretariat", "chair")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def opened(secretariat, level, title, *codes, series=None):
    """A review at a level; where members are named, they alone and the offices read it."""
    with acting_as(token("officer")):
        invited = tuple(Member.objects.filter(code__in=codes).order_by("code"))
        plan = Plan(series=series, invited=invited, invited_only=bool(codes))
        held = {"title": en(title), "on": DAY, "place": None, "level": level, "mode": "virtual"}
        body = Body.objects.get(pk=secretariat.small_group().pk)
        return open_review(body=body, chairs=[], plan=plan, **held)


def refer(item, to, *codes, slug="officer", why="It needs money."):
    stands = found(item, slug)
    with acting_as(token(slug)):
        held = readers(*codes) if codes else list(item.audience.readers)
        made = refer_item(item=stands, to=to, reason=en(why), readers=held)
    return found(made, slug)


@pytest.fixture
def experts(secretariat):
    with acting_as(token("officer")):
        rule = Rule(first_on=DAY, every=1, unit="months", decides=en("The order of experts’ visits."))
        body = Body.objects.get(pk=secretariat.small_group().pk)
        series = make_series(body=body, level="experts", name=en("Monthly"), rule=rule)
    return opened(secretariat, "experts", "Experts in June", series=series)


@pytest.fixture
def ministers(secretariat):
    return opened(secretariat, "ministers", "Ministers in July")


def test_an_item_goes_up_and_down_and_its_way_is_told_in_order(secretariat, experts, ministers):
    directors = opened(secretariat, "political_directors", "Directors in August")
    first = put(experts, "Financing", kind="decision", minutes=20)
    second = refer(first, ministers, slug="chair")
    third = refer(second, directors, why="Work it out.")
    assert titles(ministers) == titles(directors) == ["Financing"]
    assert first.matter_id == second.matter_id == third.matter_id
    told = text(client("jim").get(at("agenda_item", second.pk)))
    steps = (
        "experts Experts in June",
        "What this level may decide by itself: The order of experts’ visits.",
        "ministers · referred up Ministers in July · this item It needs money. Chair",
        "political directors · referred down Directors in August Work it out. Secretariat",
    )
    places = [told.index(step) for step in steps]
    assert places == sorted(places)


def test_the_page_refers_and_tells_what_this_level_may_decide(experts, ministers):
    item = put(experts, "Financing")
    browser = client("chair")
    assert "The order of experts’ visits." in text(browser.get(at("agenda_refer", item.pk)))
    sent = {"to": str(ministers.pk), "text": "It needs money.", "language": "en", "release": "public"}
    answer = browser.post(at("agenda_refer", item.pk), sent)
    assert answer.status_code == 302
    assert "An item was referred to a review of another level It needs money." in text(browser.get(answer["Location"]))
    for wrong in ({"to": str(experts.pk)}, {"to": ABSENT}, {"text": ""}, {"release": "nobody"}, {"version": "1"}):
        assert client("officer").post(at("agenda_refer", item.pk), sent | wrong).status_code == 400


def test_a_referral_that_cannot_be_is_refused_aloud(secretariat, experts, ministers):
    item = put(experts, "Financing")
    same = opened(secretariat, "experts", "Experts in July")
    few = opened(secretariat, "ambassadors", "Ambassadors", "SH")
    begun = opened(secretariat, "ambassadors", "Ambassadors in session")
    enter(begun, "in_session")
    refer(item, ministers)
    for to, why in (
        (same, "goes to another level"),
        (ministers, "stands on the agenda of that review already"),
        (few, "review itself is not released to all of these readers"),
        (begun, "no longer in preparation"),
    ):
        with pytest.raises(ValidationError, match=why):
            refer(item, to)
    answer = client("officer").post(
        at("agenda_refer", item.pk), {"to": str(ministers.pk), "text": "Again.", "language": "en", "release": "public"}
    )
    assert answer.status_code == 400
    assert "stands on the agenda of that review already" in text(answer)
    gone = put(experts, "Gone")
    withdraw(gone)
    with pytest.raises(ValidationError, match="is withdrawn"):
        refer(gone, ministers)


def test_nobody_else_refers(experts, ministers):
    item = put(experts, "Financing")
    for slug in ("alif", "coordinator"):
        with pytest.raises(PermissionDenied):
            refer(item, ministers, slug=slug)
        assert client(slug).get(at("agenda_refer", item.pk)).status_code == 404


def test_a_referral_behind_ones_back_leaves_the_same_bytes(experts, ministers):
    item = put(experts, "Financing")
    addresses = (at("agenda_item", item.pk), at("agenda", experts.pk), at("agenda", ministers.pk))
    before = [bare(client("jim").get(one).content) for one in addresses]
    hidden = refer(item, ministers, "SH", *OFFICES)
    assert [bare(client("jim").get(one).content) for one in addresses] == before
    assert client("jim").get(at("agenda_item", hidden.pk)).status_code == 404
    assert "Ministers in July" in text(client("alif").get(addresses[0]))
    with acting_as(token("jim")):
        assert Referral.objects.count() == 0


def test_what_is_closed_at_one_level_is_released_at_another_to_nobody_else(experts, ministers):
    closed = put(experts, "Names", "SH", *OFFICES, kind="closed")
    with pytest.raises(ValidationError, match="not released to all of these readers"):
        refer(closed, ministers, "SH", "NW", *OFFICES)
    there = refer(closed, ministers)
    assert titles(ministers, "jim") == []
    assert titles(ministers, "alif") == ["Names"]
    assert there.now.kind == "closed"


def test_postgresql_holds_that_a_referral_is_of_one_matter(experts, ministers):
    one, other = put(experts, "Financing"), put(ministers, "Borders")
    with acting_as(token("officer")), pytest.raises(ProgrammingError), transaction.atomic():
        Referral.objects.create(earlier=one, later=other, reason=en("Hm."), **ownership(one.audience))
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        Matter.objects.create(**ownership(audience_of(readers("SH"))))


def test_as_many_statements_for_a_long_way_as_for_a_short_one(secretariat, experts, ministers):
    item, counts = put(experts, "Financing"), []
    for to in (ministers, opened(secretariat, "ambassadors", "A"), opened(secretariat, "senior_officials", "B")):
        item = refer(item, to)
        counts.append(
            (
                statements(client("jim"), at("agenda_item", item.pk)),
                statements(client("officer"), at("agenda_refer", item.pk)),
            )
        )
    assert counts == [(14, 11)] * 3


class TestSeries:
    """To a series that prepares no review a matter is referred, too: it waits there for the next one."""

    @pytest.fixture
    def series(self, secretariat):
        with acting_as(token("officer")):
            body = Body.objects.get(pk=secretariat.small_group().pk)
            rule = Rule(first_on=DAY, every=6, unit="months")
            return make_series(body=body, level="ministers", name=en("Ministers’ reviews"), rule=rule)

    def hand_on(self, item, series, *codes, slug="officer"):
        stands = found(item, slug)
        with acting_as(token(slug)):
            held = readers(*codes) if codes else list(item.audience.readers)
            return refer_to_series(item=stands, to=series, reason=en("It needs money."), readers=held)

    def take(self, waiting, to, *codes, slug="chair"):
        with acting_as(token(slug)):
            held = readers(*codes) if codes else list(waiting.audience.readers)
            return take_up(waiting=waiting, to=to, readers=held)

    def page(self, name, key, slug="jim"):
        return text(client(slug).get(at(name, key)))

    def test_it_waits_until_a_review_of_the_series_takes_it_up(self, secretariat, experts, series):
        item = put(experts, "Financing")
        sent = {"to": str(series.pk), "text": "It needs money.", "language": "en", "release": "public"}
        form = self.page("agenda_refer", item.pk, "chair")
        assert "ministers · Ministers’ reviews, for its next review" in form
        assert client("chair").post(at("agenda_refer", item.pk), sent).status_code == 302
        enter(experts, "in_session")
        enter(experts, "published")  # Months pass.
        told = self.page("agenda_item", item.pk)
        assert "Referred to the series, for its next review: Ministers’ reviews It needs money. Chair" in told
        assert "Waiting for its next review waiting since" in self.page("series", series.pk)
        later = opened(secretariat, "ministers", "Ministers in July", series=series)
        assert "Referred to this series and waiting" in self.page("agenda", later.pk, "officer")
        assert "Referred to this series and waiting" not in self.page("agenda", later.pk)
        with acting_as(token("officer")):
            (waiting,) = waiting_at(series.pk)
        assert "Ministers in July" in self.page("agenda_take_up", waiting.pk, "officer")
        answer = client("officer").post(at("agenda_take_up", waiting.pk), {"to": str(later.pk), "release": "public"})
        assert answer.status_code == 302
        assert titles(later) == ["Financing"]
        told = self.page("agenda_item", item.pk)
        assert "for its next review" not in told
        assert "ministers · referred up Ministers in July It needs money. Secretariat" in told
        assert "Waiting for its next review" not in self.page("series", series.pk)
        assert client("officer").get(at("agenda_take_up", waiting.pk)).status_code == 404

    def test_nothing_is_lost_where_it_was_taken_up_and_withdrawn(self, secretariat, experts, series):
        waiting = self.hand_on(put(experts, "Financing"), series)
        later = opened(secretariat, "ministers", "Ministers in July", series=series)
        withdraw(self.take(waiting, later))
        assert "Waiting for its next review" in self.page("series", series.pk)

    def test_what_cannot_be_is_refused_aloud(self, secretariat, experts, series):
        item = put(experts, "Financing")
        with pytest.raises(ValidationError, match="goes to another level"):
            self.hand_on(item, experts.series)
        waiting = self.hand_on(item, series)
        with pytest.raises(ValidationError, match="waits for the next review of that series already"):
            self.hand_on(item, series)
        with pytest.raises(ValidationError, match="not of the series"):
            self.take(waiting, opened(secretariat, "ministers", "Another"))
        with pytest.raises(ValidationError, match="not released to all of these readers"):
            self.hand_on(put(experts, "Names", "SH", *OFFICES), series, "NW")
        later = opened(secretariat, "ministers", "Ministers in July", series=series)
        self.take(waiting, later)
        with pytest.raises(ValidationError, match="stands on the agenda of that review already"):
            self.take(waiting, later)
        with pytest.raises(ValidationError, match="in preparation: refer it to that one"):
            self.hand_on(put(experts, "Borders"), series)
        for slug in ("alif", "coordinator"):
            with pytest.raises(PermissionDenied):
                self.hand_on(item, series, slug=slug)
            with pytest.raises(PermissionDenied):
                self.take(waiting, later, slug=slug)
            assert client(slug).get(at("agenda_take_up", waiting.pk)).status_code == 404

    def test_who_reads_it_is_decided_where_it_is_referred(self, secretariat, experts, series):
        closed = put(experts, "Names", "SH", *OFFICES, kind="closed")
        later = opened(secretariat, "political_directors", "Directors")
        addresses = (at("series", series.pk), at("agenda_item", put(later, "Open").pk), at("agenda", experts.pk))
        before = [bare(client("jim").get(one).content) for one in addresses]
        waiting = self.hand_on(closed, series)
        assert [bare(client("jim").get(one).content) for one in addresses] == before
        assert "Names" in self.page("series", series.pk, "alif")
        with acting_as(token("jim")):
            assert ReferralToSeries.objects.count() == 0
        ministers = opened(secretariat, "ministers", "Ministers in July", series=series)
        with pytest.raises(ValidationError, match="not released to all of these readers"):
            self.take(waiting, ministers, "SH", "NW", *OFFICES)

    def test_as_many_statements_for_many_that_wait_as_for_one(self, secretariat, experts, series):
        counts = []
        for title in ("One", "Two", "Three"):
            waiting = self.hand_on(put(experts, title), series)
            counts.append(
                (
                    statements(client("jim"), at("series", series.pk)),
                    statements(client("officer"), at("agenda_take_up", waiting.pk)),
                )
            )
        assert counts == [counts[0]] * 3
