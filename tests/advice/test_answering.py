"""The chair answers each piece of advice; merging keeps every wording; the next review opens with the rest."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tansiq.advice.models import Advice, AdviceAnswer
from tansiq.record.acts import Stale
from tansiq.release.acting import acting_as
from tests.advice.given import CIRCLE, answered, called, gave, took
from tests.pages import statements, text
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def page(slug, advice):
    return text(client(slug).get(at("advice", advice.pk)))


def test_R_V5_the_chair_alone_answers():
    made = gave(called(), "alif")
    for slug in ("officer", "alif", "coordinator"):
        with pytest.raises(PermissionDenied):
            answered(made, by=slug)
        assert client(slug).get(at("advice_answer", made.pk)).status_code == 404
    answered(made)
    assert "What became of it not taken up · Not now." in page("ba", made)


def test_R_V5_taken_up_names_the_decision_where_it_is_released_to_all_else_says_how(outcomes):
    made = gave(called(), "alif")
    public = outcomes.decision("Lists are shared.", date(2026, 6, 1))
    hidden = outcomes.decision("Hidden.", date(2026, 6, 1), "chair")
    with pytest.raises(ValidationError, match="Name the decision"):
        answered(made, "taken_up", words=None)
    with pytest.raises(ValidationError, match="not released to all"):
        answered(made, "taken_up", words=None, decision=hidden.pk)
    answered(made, "taken_up", words=None, decision=public.pk)
    assert "taken up · the decision that takes it up" in page("ba", made)
    assert str(public.pk) in client("ba").get(at("advice", made.pk)).content.decode()


def test_R_V5_deferred_says_until_when_and_not_taken_up_says_why(outcomes):
    made = gave(called(), "alif")
    for wrong in ({"way": "deferred"}, {"way": "not_taken_up", "words": None}, {"way": "merged"}):
        with pytest.raises(ValidationError):
            answered(made, **wrong)
    with pytest.raises(ValidationError, match="past"):
        answered(made, "deferred", until_on=date(2026, 6, 1))
    answered(made, "deferred", words=None, until_on=date(2026, 7, 1))
    with pytest.raises(Stale):
        answered(made)
    answered(made, turn=1)
    shown = page("ba", made)
    assert "not taken up · Not now. before: deferred · until 1 July 2026" in shown


def test_R_V5_on_the_form_of_the_chair(outcomes):
    made = gave(called(), "alif")
    form = {"way": "not_taken_up", "decision": "", "into": "", "review": "", "until_on": "", "text": "", "turn": "0"}
    form["language"] = "en"
    chair = client("chair")
    assert chair.post(at("advice_answer", made.pk), form).status_code == 400
    assert (
        chair.post(at("advice_answer", made.pk), form | {"until_on": "1 July 2026", "text": "No."}).status_code == 400
    )
    assert chair.post(at("advice_answer", made.pk), form | {"text": "No."}).status_code == 302
    assert chair.post(at("advice_answer", made.pk), form | {"text": "No."}).status_code == 409


def test_R_V5_the_author_and_the_supporters_find_the_answer_on_the_page_of_the_call():
    call = called()
    made = gave(call, "alif")
    took(made, "ba", "support")
    answered(made)
    for slug in ("alif", "ba"):
        assert "Share lists the same day. not taken up · Not now." in text(client(slug).get(at("advice_call", call.pk)))


def test_R_V6_merging_is_a_link_and_the_page_shows_the_wordings_under_the_one():
    call = called()
    one, other = gave(call, "alif", words="Same day."), gave(call, "ba", words="Within a day.")
    answered(other, "merged", words=None, into=one)
    shown = page("jim", one)
    assert "Merged into it, each in its own words Wadina Within a day." in shown
    assert "merged · Same day." in page("jim", other)
    with pytest.raises(ValidationError, match="merged into this one already"):
        answered(one, "merged", words=None, into=other)
    answered(other, turn=1)  # What is answered otherwise since stands there no more.
    assert "Merged into it" not in page("jim", one)


def test_R_V6_whoever_reads_the_one_that_is_merged_reads_the_other():
    call = called()
    wide, narrow = gave(call, "alif", words="Wide."), gave(call, "ba", "chair", words="Narrow.")
    with pytest.raises(ValidationError, match="not released to all"):
        answered(wide, "merged", words=None, into=narrow)
    before = page("jim", wide)
    answered(narrow, "merged", words=None, into=wide)
    assert page("jim", wide) == before
    assert "Narrow." in page("ba", wide)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_R_V6_however_one_merges_every_wording_stays(db, merges):
    call = called()
    words = [f"Wording {number} «same».\n\n  Kept." for number in range(4)]
    made = [gave(call, slug, words=words[at]) for at, slug in enumerate(("alif", "ba", "jim", "alif"))]
    turns = dict.fromkeys(range(4), 0)
    for one, into in merges:
        try:
            answered(made[one], "merged", words=None, into=made[into], turn=turns[one])
        except ValidationError:
            continue
        turns[one] += 1
    with acting_as(token("jim")):
        kept = {one.pk: (one.words.words["en"], one.owner_id) for one in Advice.objects.filter(call=call)}
        assert kept == {one.pk: (words[at], one.owner_id) for at, one in enumerate(made)}
        assert AdviceAnswer.objects.filter(advice__call=call).count() == sum(turns.values())
    for at_place, one in enumerate(made):
        assert f"Wording {at_place} «same». Kept." in page("jim", one)


def test_R_D4_the_next_review_opens_with_unanswered_and_deferred_advice(outcomes, later):
    ahead, after = outcomes.review("Next", date(2026, 7, 1)), outcomes.review("After", date(2026, 8, 1))
    call = called()
    left, put_off = gave(call, "alif", words="Left."), gave(call, "ba", words="Put off.")
    done = gave(call, "jim", words="Done.")
    answered(put_off, "deferred", words=None, review=after)
    answered(done)

    def shown(review, slug="jim"):
        found = text(client(slug).get(at("review_advice", review.pk)))
        return [words for words in ("Left.", "Put off.", "Done.") if words in found]

    assert (shown(ahead), shown(after)) == ([], ["Put off."])  # The call is open still.
    later(25)
    assert (shown(ahead), shown(after), shown(outcomes.first())) == (["Left."], ["Left.", "Put off."], [])
    answered(left)
    assert shown(ahead) == []


def test_R_D4_as_many_statements_for_one_as_for_three(outcomes, later):
    ahead = outcomes.review("Next", date(2026, 7, 1))
    calls = [called(review=ahead, title=en(f"Call {number}")) for number in range(3)]
    made = [gave(call, "alif", *CIRCLE, words=f"Advice {at_place}") for at_place, call in enumerate(calls)]
    answered(made[0], "deferred", words=None, review=ahead)
    counts = [statements(client("jim"), at("review_advice", ahead.pk))]
    later(25)
    counts.append(statements(client("jim"), at("review_advice", ahead.pk)))
    assert counts == [counts[0]] * 2
    assert counts[0] <= 20
