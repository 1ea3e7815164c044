"""The agenda of a review: set, changed, moved, withdrawn while it is prepared; a closed item tells others nothing."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.reviews.agenda import commands
from tansiq.reviews.agenda.commands import set_item
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tests.pages import ABSENT, statements, text
from tests.reviews.setting import change, found, move, put, saying, titles, withdraw
from tests.reviews.test_phases import enter, opened
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
OFFICES = ("secretariat", "chair")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    return opened(secretariat, codes=["SH", "WA"])


def page(review, slug="jim"):
    return text(client(slug).get(at("agenda", review.pk)))


def test_both_offices_set_items_and_each_reader_numbers_what_it_is_shown(review):
    put(review, "Opening", kind="information", minutes=15)
    put(review, "Names", "SH", *OFFICES, slug="chair", kind="closed", minutes=30)
    put(review, "Financing", kind="decision", minutes=45, note=en("See the annex."))
    for slug, numbered in (
        ("jim", ["1 . Opening", "2 . Financing"]),
        ("alif", ["1 . Opening", "2 . Names", "3 . Financing"]),
    ):
        told = page(review, slug)
        assert [one for one in numbered if one in told] == numbered
    told = page(review)
    assert "Provisional agenda" in told
    assert "Names" not in told
    assert "3 ." not in told
    assert "Together, of the items that are released to you: 60 minutes." in told
    assert "released to you: 90 minutes." in page(review, "alif")
    assert "See the annex." in told


def test_a_closed_item_behind_ones_back_leaves_the_same_bytes(review):
    put(review, "Opening", minutes=15)
    put(review, "Financing", starts_at=datetime(2026, 6, 8, 9, tzinfo=UTC))
    before = {slug: bare(client(slug).get(at("agenda", review.pk)).content) for slug in ("jim", "ba")}
    hidden = put(review, "Names", "SH", *OFFICES, kind="closed", minutes=30)
    move(hidden, None)
    change(hidden, "Other names", kind="closed")
    assert {slug: bare(client(slug).get(at("agenda", review.pk)).content) for slug in before} == before
    for slug in ("jim", ""):
        for name in ("agenda_item", "agenda_change", "agenda_move", "agenda_withdraw", "agenda_refer"):
            answers = [client(slug).get(at(name, key)) for key in (hidden.pk, ABSENT)]
            assert [one.status_code for one in answers] == [404, 404]
            assert bare(answers[0].content).replace(str(hidden.pk), ABSENT) == bare(answers[1].content)
    for who in (token("jim"), public_token()):
        with acting_as(who):
            assert not AgendaItem.objects.filter(pk=hidden.pk).exists()
            assert not AgendaChange.objects.filter(item=hidden.pk).exists()
            assert not Entry.objects.filter(item__in=[hidden.pk, *(one.pk for one in found(hidden).said)]).exists()


def test_a_closed_item_is_released_to_fewer_than_the_review(review):
    with pytest.raises(ValidationError, match="released to fewer than the review"):
        put(review, "Names", kind="closed")
    item = put(review, "Names")
    with pytest.raises(ValidationError, match="released to fewer than the review"):
        change(item, "Names", kind="closed")


def test_postgresql_keeps_a_closed_item_closed_and_its_changes_with_it(review):
    item = put(review, "Names", "SH", *OFFICES, kind="closed")
    with acting_as(token("officer")):
        wrong = (
            (AgendaItem, {"review": review, "matter": item.matter, "kind": "closed", **ownership(review.audience)}),
            (AgendaChange, {"item": item, "turn": 2, "kind": "closed", **ownership(review.audience)}),
        )
        for model, given in wrong:
            with pytest.raises(ProgrammingError), transaction.atomic():
                model.objects.create(title=en("Names"), place=1, **given)
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        AgendaItem.objects.create(
            title=en("Ours"), kind="discussion", place=1, review=review, matter=item.matter, **ownership(item.audience)
        )


def test_an_item_is_released_within_the_review_alone(secretariat):
    review = opened(secretariat, codes=["SH"], invited_only=True)
    with pytest.raises(ValidationError, match="not released to all of these readers"):
        put(review, "Opening", "SH", "NW")
    put(review, "Opening")
    assert client("jim").get(at("agenda", review.pk)).status_code == 404


def test_what_one_office_set_the_other_changes_and_all_that_was_said_stays(review):
    item = put(review, "Opening", minutes=15)
    change(item, "Opening by the chair", "chair", minutes=20)
    told = text(client("jim").get(at("agenda_item", item.pk)))
    assert "Planned for 20 minutes" in told
    assert "Chair changed Opening by the chair" in told
    assert "Secretariat set on the agenda Opening" in told
    assert "An item of an agenda was changed Opening by the chair" in told
    with pytest.raises(ValidationError, match="stand already"):
        change(item, "Opening by the chair", minutes=20)


def test_whoever_saw_an_older_version_is_shown_both_texts(review):
    item = put(review, "Opening")
    change(item, "Opening by the chair", "chair")
    for version in (1, 3):
        with pytest.raises(Stale):
            change(item, "Opening by the host", version=version)
    browser = client("officer")
    sent = {"title_en": "Opening by the host", "kind": "discussion", "version": 1}
    answer = browser.post(at("agenda_change", item.pk), sent)
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody was quicker" in told
    assert 'value="Opening by the host"' in told
    assert "Opening by the chair" in told
    assert 'name="version" value="2"' in told
    assert browser.post(at("agenda_change", item.pk), sent | {"version": 2}).status_code == 302
    assert titles(review) == ["Opening by the host"]


def test_items_are_moved_before_each_other_however_often(review):
    one, two, three = (put(review, title) for title in ("One", "Two", "Three"))
    move(three, one)
    assert titles(review) == ["Three", "One", "Two"]
    move(three, None, "chair")
    assert titles(review) == ["One", "Two", "Three"]
    for _time in range(12):
        move(three, two)
        move(two, three)
    assert titles(review) == ["One", "Two", "Three"]
    assert "moved" in text(client("jim").get(at("agenda_item", two.pk)))


def test_an_item_that_finds_no_room_moves_no_other(review, monkeypatch):
    monkeypatch.setattr(commands, "STEP", 2)
    one, two, three, four = (put(review, title) for title in ("One", "Two", "Three", "Four"))
    move(three, two)
    with pytest.raises(ValidationError, match="no room left"):
        move(four, three)
    assert titles(review) == ["One", "Three", "Two", "Four"]
    assert [found(item).turn for item in (one, two, three, four)] == [1, 1, 2, 1]


def test_a_withdrawn_item_stays_to_be_read_and_is_changed_no_more(review):
    item = put(review, "Opening", minutes=15)
    put(review, "Financing", minutes=45)
    withdraw(item, "chair")
    told = page(review)
    assert "1 . Financing" in told
    assert "Opening withdrawn" in told
    assert "released to you: 45 minutes." in told
    with pytest.raises(ValidationError, match="is withdrawn"):
        change(item, "Opening again")


def test_once_it_is_in_session_the_agenda_stands(review):
    item = put(review, "Opening")
    enter(review, "in_session")
    for late in (
        lambda: put(review, "Late"),
        lambda: change(item, "Late"),
        lambda: move(item, None),
        lambda: withdraw(item),
    ):
        with pytest.raises(ValidationError, match="no longer in preparation"):
            late()
    told = page(review, "officer")
    assert "Provisional" not in told
    assert "Add an item" not in told


def test_nobody_else_sets_an_agenda(review):
    item = put(review, "Opening")
    for slug in ("alif", "coordinator"):
        with acting_as(token(slug)), pytest.raises(PermissionDenied):
            set_item(review=review, saying=saying("Ours"), readers=readers("SH"))
        with pytest.raises(PermissionDenied):
            withdraw(item, slug)
        for name, key in (("agenda_set", review.pk), ("agenda_change", item.pk), ("agenda_refer", item.pk)):
            assert client(slug).get(at(name, key)).status_code == 404
        assert "Add an item" not in page(review, slug)


def test_times_are_said_in_the_zone_of_the_review_and_told_in_both(secretariat):
    review = opened(secretariat, starts_at=datetime(2026, 6, 8, 6, tzinfo=UTC), zone="Asia/Baghdad")
    sent = {"title_ar": "الافتتاح", "title_en": "Opening", "kind": "information", "at": "٠٩:٣٠", "minutes": "20"}
    sent |= {"presented_by": "SH", "release": "public"}
    answer = client("officer").post(at("agenda_set", review.pk), sent)
    assert answer.status_code == 302
    assert "09:30 (Baghdad, UTC+03:00) · 06:30 (UTC)" in page(review).replace("  ", " ")
    told = text(client("officer").get(answer["Location"]))
    assert "Monday 8 June 2026, 09:30 (Baghdad, UTC+03:00)" in told
    with acting_as(token("officer")):
        item = AgendaItem.objects.get()
        assert (item.starts_at, item.presented_by.code) == (datetime(2026, 6, 8, 6, 30, tzinfo=UTC), "SH")
    opens = client("chair").get(at("agenda_change", item.pk)).content.decode()
    assert 'value="09:30"' in opens


def test_a_double_tap_sets_one_item(review):
    sent = {"title_en": "Opening", "kind": "discussion", "release": "public", "once": "one"}
    answers = [client("officer").post(at("agenda_set", review.pk), sent) for _time in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert titles(review) == ["Opening"]


def test_what_is_not_whole_is_told(review):
    whole = {"title_en": "Opening", "kind": "discussion", "release": "public"}
    wrong = (
        {"title_en": ""},
        {"kind": "party"},
        {"at": "25:00"},
        {"on": "2026-06-09"},
        {"minutes": "0"},
        {"presented_by": "XX"},
        {"release": "nobody"},
        {"title_en": "Оpening"},
        {"owner": "SH"},
    )
    for one in wrong:
        assert client("officer").post(at("agenda_set", review.pk), whole | one).status_code == 400, one
    assert titles(review) == []
    item = put(review, "Opening")
    for sent in ({}, {"version": "2", "before": str(item.pk)}, {"version": "0"}, {"version": "x"}):
        assert client("officer").post(at("agenda_move", item.pk), sent).status_code == 400
    assert client("officer").post(at("agenda_move", item.pk), {"version": "9"}).status_code == 409
    assert client("officer").post(at("agenda_withdraw", item.pk), {"version": "9"}).status_code == 409
    assert client("officer").post(at("agenda_withdraw", item.pk), {"version": "1"}).status_code == 302


def test_as_many_statements_for_many_items_as_for_one(secretariat, review):
    counts = []
    for title in ("One", "Two", "Three"):
        item = put(review, title, presented_by=secretariat.member("SH"))
        change(item, f"{title} again")
        counts.append(
            [
                statements(client("officer"), at("agenda", review.pk)),
                statements(client("jim"), at("agenda_item", item.pk)),
                statements(client("officer"), at("agenda_move", item.pk)),
                statements(client("officer"), at("review", review.pk)),
                *(statements(client("officer"), at(f"agenda_{name}", item.pk)) for name in ("change", "withdraw")),
                statements(client("officer"), at("agenda_set", review.pk)),
            ]
        )
    assert counts == [[11, 14, 9, 10, 7, 7, 9]] * 3
