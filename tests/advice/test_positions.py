"""Positions of the members on advice: one voice, a reason of its own audience, history, hidden until the end (R-V3)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from tansiq.advice.models import AdvicePosition, AdviceReason
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.advice.given import called, gave, took
from tests.pages import text
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FORM = {"stance": "support", "text": "", "reason": "", "reason_to": "same", "language": "en", "turn": "0"}


def page(slug, advice, language="en"):
    return text(client(slug).get(at("advice", advice.pk, language=language)))


def test_R_V3_a_change_has_its_wording_and_opposing_its_reason_on_the_form_and_in_the_act():
    made = gave(called(), "alif")
    for wrong in ({"stance": "change"}, {"stance": "oppose"}, {"stance": "oppose", "text": "We lift it if …"}):
        sent = FORM | {"release": "circle"} | wrong
        assert client("ba").post(at("advice_position", made.pk), sent).status_code == 400
    for stance in ("change", "oppose"):
        with pytest.raises(ValidationError):
            took(made, "ba", stance)
    sent = FORM | {"release": "circle", "stance": "oppose", "reason": "Names must be deleted."}
    assert client("ba").post(at("advice_position", made.pk), sent).status_code == 302


@pytest.mark.parametrize(("stance", "error"), [("oppose", ProgrammingError), ("change", IntegrityError)])
def test_R_V3_the_database_refuses_them_likewise(stance, error):
    call = called()
    made = gave(call, "alif")
    with acting_as(token("ba")):
        own = ownership(made.audience)
    with acting_as(token("ba")), pytest.raises(error), transaction.atomic():
        AdvicePosition.objects.create(advice=made, stance=stance, turn=0, open_at=call.opens_at, **own)


def test_R_V3_one_voice_per_member_changed_until_the_end_both_acts_on_record(later):
    made = gave(called(), "ba")
    took(made, "alif", "neutral")
    with pytest.raises(Stale):
        took(made, "alif2", "support")
    took(made, "alif2", "support", turn=1)
    shown = page("jim", made)
    assert "✓ 1 supports Counted by member, and no vote" in shown
    assert "Sahlan ✓ supports 8 June 2026, 10:00 UTC · before: neutral, 8 June 2026, 10:00 UTC" in shown
    assert "No answer: Wadina , Nawras" in shown
    with acting_as(token("jim")):
        assert Entry.objects.filter(kind="advice.position_taken").count() == 2
    later(48)
    with pytest.raises(ValidationError, match="not taken any more"):
        took(made, "alif", "doubt", turn=2)


def test_R_V3_what_would_lift_each_concern():
    made = gave(called(), "ba")
    took(made, "alif", "change", wording="Names are deleted after 30 days.")
    took(made, "jim", "oppose", wording="Each member decides on each name.", reason="Our law.")
    shown = page("ba", made)
    assert "What would lift each concern" in shown
    assert "Sahlan ± supports with a change Names are deleted after 30 days." in shown
    assert "Nawras ✕ opposes Each member decides on each name." in shown


def test_R_V3_the_reason_has_an_audience_of_its_own():
    made = gave(called(), "ba")
    took(made, "alif", "oppose", reason="Our law forbids it.", reason_to=("secretariat", "chair"))
    for slug, seen in (("alif", True), ("chair", True), ("officer", True), ("ba", False), ("jim", False)):
        assert ("Our law forbids it." in page(slug, made)) is seen
        assert "Sahlan ✕ opposes" in page(slug, made)
    sent = FORM | {"stance": "doubt", "reason": "Ours alone.", "reason_to": "alone", "release": "circle"}
    assert client("ba").post(at("advice_position", made.pk), sent).status_code == 302
    assert ["Ours alone." in page(slug, made) for slug in ("ba", "chair")] == [True, False]


def test_R_V3_only_whom_the_call_asks_and_no_office():
    made = gave(called(asked=("SH", "WA")), "ba")
    for slug in ("jim", "chair", "officer"):
        with pytest.raises(ValidationError):
            took(made, slug)
        assert "The position of your member" not in page(slug, made)


def test_R_V3_hidden_from_all_others_until_the_end_by_the_database(later):
    call = called(hidden=True)
    made = gave(call, "ba")
    before = {slug: bare(client(slug).get(at("advice", made.pk)).content) for slug in ("jim", "ba", "chair", "officer")}
    took(made, "alif", "oppose", reason="Our law.")
    for slug, shown in before.items():
        assert bare(client(slug).get(at("advice", made.pk)).content) == shown
        with acting_as(token(slug)):
            assert (AdvicePosition.objects.count(), AdviceReason.objects.count()) == (0, 0)
            assert not Entry.objects.filter(kind="advice.position_taken").exists()
    assert "Sahlan ✕ opposes · Our law." in page("alif", made)
    later(47.9)
    with acting_as(token("chair")):
        assert not AdvicePosition.objects.exists()
    later(48)
    assert "Sahlan ✕ opposes · Our law." in page("jim", made)


def test_R_V3_nobody_hides_less_or_more_than_the_call_says():
    hidden, plain = called(hidden=True), called()
    for call in (hidden, plain):
        made = gave(call, "ba")
        wrong = call.opens_at if call.hidden else call.settled_at
        for at_once in (wrong, call.settled_at + timedelta(hours=1)):
            with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
                AdvicePosition.objects.create(
                    advice=made, stance="support", turn=0, open_at=at_once, **ownership(made.audience)
                )


def test_R_V3_released_to_some_it_is_seen_by_them_alone():
    made = gave(called(), "ba")
    before = page("jim", made)
    took(made, "alif", "doubt", "WA")
    assert page("jim", made) == before
    assert "Sahlan ? doubts" in page("ba", made)
    with pytest.raises(ValidationError):
        took(gave(called(), "ba", "SH"), "alif", "doubt", "NW")


def test_every_form_of_advice_is_read_in_both_languages():
    call = called(hidden=True)
    made = gave(call, "ba", kind="weak_point")
    for language in ("ar", "en"):
        for slug, name, key in (
            *(("alif", "advise", call.pk), ("alif", "advice_position", made.pk), ("ba", "advice_correct", made.pk)),
            *(
                ("ba", "weak_point_cure", made.pk),
                ("chair", "advice_answer", made.pk),
                ("officer", "advice_lay", call.pk),
            ),
            *(("officer", "advice_call_make", None),),
        ):
            keyed = [key] if key else []
            assert client(slug).get(at(name, *keyed, language=language)).status_code == 200, name
