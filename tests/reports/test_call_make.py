"""The form of a call: from a review's page and between reviews; who will read it is told first."""

import re

import pytest

from tansiq.members.models import Coalition
from tansiq.release.acting import acting_as
from tansiq.reports.models import Asked, Call
from tests.pages import ABSENT, statements, text
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def filled(*measures, **given):
    return {
        "title_ar": "تقارير أيار",
        "title_en": "Reports of May",
        "measures": [str(one.pk) for one in measures],
        "members": ["SH", "WA"],
        "window": "last",
        "due_on": "2026-06-20",
        "due_at": "١٨:٠٠",
        "release": "circle_0",
        "way": "clarification",
        **given,
    }


@pytest.fixture
def officer():
    return client("officer")


def test_it_opens_on_the_body_its_seats_and_both_periods(secretariat, trained, officer):
    secretariat.seat(secretariat.small_group(), "SH")
    secretariat.seat(secretariat.small_group(), "WA")
    secretariat.seat(secretariat.small_group(), "NW", ends_on="2020-01-01")
    page = officer.get(at("call_make"))
    told = text(page)
    assert "Since the last review of this body 22 January 2015 to 8 June 2026" in told
    assert "Since the start 10 September 2014 to 8 June 2026" in told
    ticked = [
        code
        for code in ("NW", "SH", "WA")
        if re.search(rf'name="members" value="{code}"[^>]* checked', page.content.decode())
    ]
    assert ticked == ["SH", "WA"]
    assert re.search(r'name="release" value="circle"[^>]* checked', page.content.decode())


def test_who_will_read_it_is_told_before_it_is_done(trained, officer):
    told = text(officer.post(at("call_make"), filled(trained, preview="1")))
    assert "Nothing is done yet. Once it is: Released to 4 readers; not to the public" in told
    with acting_as(token("officer")):
        assert Call.objects.count() == 0


def test_between_reviews_and_to_a_review(secretariat, trained, officer):
    land = secretariat.counted("land")
    first = officer.post(at("call_make"), filled(trained, land))
    review = secretariat.first()
    second = officer.post(at("review_call", review.pk), filled(trained, window="start"))
    with acting_as(token("officer")):
        between, of_review = Call.objects.order_by("review_id", "created_at", "key").order_by("period_until")[::-1]
        assert (between.review_id, of_review.review_id) == (None, review.pk)
        assert first.url == at("call", between.pk)
        assert second.url == at("call", of_review.pk)
        assert [str(day) for day in (between.period_from, between.period_until)] == ["2015-01-22", "2026-06-08"]
        assert [str(day) for day in (of_review.period_from, of_review.period_until)] == ["2014-09-10", "2015-01-22"]
        assert between.due_at.isoformat() == "2026-06-20T18:00:00+00:00"
        assert Asked.objects.filter(call=between).count() == 4
        assert Asked.objects.filter(call=of_review).count() == 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"title_ar": ""}, "Title in Arabic"),
        ({"title_en": "Пн"}, "mixes the letters of two scripts, or uses those of a third"),
        ({"members": []}, "Members that are asked"),
        ({"due_at": "25:00"}, "This is no time of day"),
        ({"due_on": "2026-06-01"}, "This time has passed already"),
        ({"window": "own"}, "Say from which day until which"),
        ({"window": "own", "period_from": "2026-06-01", "period_until": "2026-05-01"}, "The period ends before"),
        ({"measures": [ABSENT]}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(trained, officer, wrong, why):
    page = officer.post(at("call_make"), filled(trained, **wrong))
    assert page.status_code == 400
    assert why in text(page)
    assert "Reports of May" in page.content.decode() or "title_en" in wrong


def test_a_field_that_the_form_does_not_have_is_refused(trained, officer):
    assert officer.post(at("call_make"), filled(trained, owner="NW")).status_code == 400


def test_the_coalition_says_what_becomes_of_a_report(trained, officer):
    with acting_as(token("officer")):
        assert Coalition.objects.get().profile["reports"] == "clarification"
    shown = officer.get(at("call_make")).content.decode()
    assert re.search(r'value="clarification"[^>]* checked', shown)


def test_nobody_else_has_the_form(trained, call):
    for who in ("alif", "coordinator", ""):
        for name, args in (("call_make", ()), ("review_call", (call.review_id,))):
            assert client(who).get(at(name, *args)).status_code == 404
    assert client("chair").get(at("call_make")).status_code == 200
    assert client("officer").get(at("review_call", ABSENT)).status_code == 404
    assert client("officer").get(at("call_make") + f"?body={ABSENT}").status_code == 404


def test_the_list_names_those_released_to_its_reader(secretariat, trained, call):
    quiet = secretariat.call(trained, members=["NW"], readers=[], review=None)
    assert f"{quiet.pk}" in client("jim").get(at("calls")).content.decode()
    shown = client("alif").get(at("calls")).content.decode()
    assert (str(call.pk) in shown, str(quiet.pk) in shown) == (True, False)
    of_review = client("jim").get(at("calls") + f"?review={call.review_id}").content.decode()
    assert (str(call.pk) in of_review, str(quiet.pk) in of_review) == (True, False)
    assert client("alif").get(at("calls") + f"?review={ABSENT}").status_code == 400
    later = secretariat.review("Without a call", None)
    assert client("alif").get(at("calls") + f"?review={later.pk}").status_code == 200


def test_more_calls_measures_and_members_need_no_more_statements(secretariat, trained, call):
    addresses = [("alif", at("calls")), ("officer", at("call_make")), ("officer", at("review_call", call.review_id))]
    before = [statements(client(who), address) for who, address in addresses]
    for code in ("land", "aid"):
        secretariat.call(secretariat.counted(code))
        secretariat.seat(secretariat.small_group(), "SH", starts_on="2020-01-01")
    assert [statements(client(who), address) for who, address in addresses] == before == [8, 12, 12]
