"""Calls, advice and weak points: everyone is asked, silence is visible, history is kept (R-V1, R-V2)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tansiq.advice import queries
from tansiq.advice.models import Advice, AdviceCall, HandedIn, Invitee
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.advice.given import called, cured, gave, handed, has_nothing, hours, said
from tests.pages import statements, text
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def page(slug, call, language="en"):
    return text(client(slug).get(at("advice_call", call.pk, language=language)))


def test_R_V1_a_call_is_about_something_asks_somebody_and_runs_forward(outcomes):
    for wrong in (
        {"question": None},
        {"asked": ()},
        {"closes_at": hours(-0.5)},
        {"opens_at": hours(30)},
        {"settled_at": hours(2)},
    ):
        with pytest.raises(ValidationError):
            called(**wrong)
    assert called(question=None, line="relief").line == "relief"
    assert called(question=None, review=outcomes.first(), by="chair").review == outcomes.first()


@pytest.mark.parametrize("slug", ["alif", "coordinator"])
def test_R_V1_the_secretariat_and_the_chair_alone_call(slug):
    with pytest.raises(PermissionDenied):
        called(by=slug)
    assert client(slug).get(at("advice_call_make")).status_code == 404


def test_R_V1_the_circle_reads_a_call_and_everyone_asked_is_in_it(outcomes):
    call = called("SH", asked=("SH", "NW"))
    assert [client(slug).get(at("advice_call", call.pk)).status_code for slug in ("alif", "jim", "chair", "ba")] == [
        *(200, 200, 200),
        404,
    ]
    assert client().get(at("advice_call", call.pk)).status_code == 302
    with acting_as(token("jim")):
        assert Invitee.objects.count() == 2


def test_R_V1_silence_is_visible_and_is_never_called_agreement():
    call = called()
    gave(call, "alif")
    has_nothing(call, "ba")
    shown = page("jim", call)
    assert "Asked 3 members Advised in its name Sahlan Has nothing to add Wadina" in shown
    assert "No advice given in its name Nawras" in shown
    assert "No answer is not agreement" in shown


def test_R_V1_nothing_to_add_is_one_act_said_once_and_no_bar_to_advice():
    call = called()
    browser = client("ba")
    done = browser.post(at("nothing_to_add", call.pk))
    assert (done.status_code, done.url) == (302, at("advice_call", call.pk))
    assert browser.post(at("nothing_to_add", call.pk)).status_code == 409
    gave(call, "ba")
    with acting_as(token("jim")):
        asked = queries.asked_by(call)
    assert ([one.code for one in asked.advised], asked.nothing, asked.count) == (["WA"], [], 3)


def test_R_V1_only_whom_it_asks_and_only_while_it_is_open(later):
    call = called(asked=("SH", "WA"))
    for act in (gave, handed, has_nothing):
        with pytest.raises(ValidationError):
            act(call, "jim")
        with pytest.raises(ValidationError):
            act(call, "officer")
    later(24)
    for act in (gave, handed, has_nothing):
        with pytest.raises(ValidationError):
            act(call, "alif")
    with acting_as(token("alif")):
        assert not Advice.objects.exists()


def test_what_is_released_within_the_circle_alone():
    call = called("SH", "WA", asked=("SH", "WA"))
    with pytest.raises(ValidationError, match="not released to all"):
        gave(call, "alif", "WA", "NW")
    made = gave(call, "alif", "WA")
    with acting_as(token("officer")):
        assert not Advice.objects.filter(pk=made.pk).exists()
    with acting_as(token("ba")):
        assert Advice.objects.get() == made


def test_R_V2_a_weak_point_has_severity_and_evidence_and_other_advice_has_none():
    call = called()
    form = {"release": "circle", "language": "en", "text": "Lists come late.", "way": "attributed", "line": ""}
    browser = client("alif")
    for kind, more, status in (
        ("weak_point", {}, 400),
        ("weak_point", {"severity": "high"}, 400),
        ("advice", {"severity": "high"}, 400),
        ("weak_point", {"severity": "high", "evidence": "The minutes of May."}, 302),
        ("performance", {}, 302),
        ("proposal", {}, 302),
    ):
        sent = {**form, "kind": kind, "severity": "", "evidence": "", "earlier": "", **more}
        assert browser.post(at("advise", call.pk), sent).status_code == status, (kind, more)


def test_R_V2_a_weak_point_is_the_coalitions_unless_its_own_member_agrees():
    call = called()
    assert "name no member but your own" in text(client("alif").get(at("advise", call.pk)))
    own = gave(call, "alif", kind="weak_point", of_itself=True)
    assert "its own member, which agrees" in text(client("ba").get(at("advice", own.pk)))


def test_R_V2_corrected_by_a_later_version_and_the_former_stays():
    call = called()
    first = gave(call, "alif", words="Within a week.")
    form = {"kind": "advice", "text": "Within a day.", "language": "en", "line": "", "severity": "", "evidence": ""}
    form |= {"reason": "A week is long.", "release": "circle"}
    assert client("ba").get(at("advice_correct", first.pk)).status_code == 403
    done = client("alif").post(at("advice_correct", first.pk), form)
    assert done.status_code == 302
    assert client("alif").post(at("advice_correct", first.pk), form).status_code == 409
    old, new = text(client("jim").get(at("advice", first.pk))), text(client("jim").get(done.url))
    assert "Within a week." in old
    assert "Corrected since. A week is long." in old
    assert "Within a day." in new
    assert "Why it is corrected: A week is long. What was said before" in new


def test_R_V2_a_weak_point_recurs_is_counted_and_is_followed_to_its_cure():
    first, second = called(), called(title=en("A year later"))
    weak = gave(first, "alif", kind="weak_point", words="Lists come late.")
    cured(weak, "chair")
    with pytest.raises(Stale):
        cured(weak, "chair")
    with pytest.raises(PermissionDenied):
        cured(weak, "ba")
    again = gave(second, "ba", kind="weak_point", words="Again late.", earlier=weak)
    shown = text(client("jim").get(at("advice", again.pk)))
    assert "Named 2 times: " in shown
    assert all(f"{title} · 8 June 2026" in shown for title in ("What next?", "A year later"))
    assert "Cured by: A shared list. · since 8 June 2026 · The log of June. Chair" in text(
        client("jim").get(at("advice", weak.pk))
    )
    with pytest.raises(ValidationError):
        gave(second, "ba", earlier=weak)


def test_what_recurs_is_counted_within_what_is_released():
    first, second = called(), called(title=en("A year later"))
    weak = gave(first, "alif", kind="weak_point")
    before = text(client("jim").get(at("advice", weak.pk)))
    gave(second, "ba", "SH", kind="weak_point", earlier=weak)
    assert text(client("jim").get(at("advice", weak.pk))) == before
    assert "Named 2 times" in text(client("alif").get(at("advice", weak.pk)))


def test_advice_is_found_by_its_words():
    call = called()
    gave(call, "alif", words="Share the lists swiftly.")
    assert "Share the lists" in text(client("jim").get(at("search"), {"q": "swiftly"}))
    assert "Share the lists" not in text(client().get(at("search"), {"q": "swiftly"}))


def test_every_act_of_it_stands_on_the_record():
    call = called()
    gave(call, "alif")
    has_nothing(call, "ba")
    handed(call, "ba", way="secretariat")
    with acting_as(token("officer")):
        told = set(Entry.objects.values_list("kind", flat=True))
    assert {"advice.called", "advice.given", "advice.nothing_to_add", "advice.handed_in"} <= told
    with acting_as(token("jim")):
        assert not Entry.objects.filter(kind="advice.handed_in").exists()
        assert not HandedIn.objects.exists()


@pytest.mark.parametrize("name", ["advice_calls", "advice_call", "advice"])
def test_as_many_statements_for_one_as_for_three(outcomes, name):
    counts = []
    for number in (1, 2, 3):
        review = outcomes.review(f"Review {number}", date(2026, 7, number))
        if number == 1 or name == "advice_calls":
            call = called(title=en(f"Call {number}"), review=review, line="relief")
        made = gave(call, "alif", words=f"Advice {number}", kind="weak_point")
        key = {"advice_calls": (), "advice_call": (call.pk,), "advice": (made.pk,)}[name]
        counts.append(statements(client("alif"), at(name, *key)))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 26


def test_the_form_of_a_call_asks_in_both_languages_and_in_its_own_zone(outcomes):
    form = {"title_ar": "مشورة", "title_en": "Advice", "review": "", "line": "", "question_ar": "ماذا نحسن؟"}
    form |= {"question_en": "What do we do better?", "opens_on": "", "opens_at": "", "closes_on": "10 June 2026"}
    form |= {"closes_at": "18:00", "settled_on": "12 June 2026", "settled_at": "18:00", "zone": "Asia/Riyadh"}
    form |= {"members": ["SH", "WA"], "release": "mine"}
    done = client("officer").post(at("advice_call_make"), form)
    assert done.status_code == 302
    with acting_as(token("ba")):
        call = AdviceCall.objects.get()
    assert call.closes_at.isoformat() == "2026-06-10T15:00:00+00:00"
    assert "What do we do better?" in page("alif", call)
    assert "ماذا نحسن؟" in page("alif", call, "ar")
    for wrong in ({"question_ar": "", "question_en": ""}, {"closes_on": "1 June 2026"}, {"settled_on": "9 June 2026"}):
        assert client("officer").post(at("advice_call_make"), form | wrong).status_code == 400


def test_said_keeps_what_it_is_given():
    weak = said("Late.", "weak_point", line="relief")
    assert weak.told["evidence"] == en("The minutes of May.").as_json()
    assert (weak.told["line"], weak.told["kind"]) == ("relief", "weak_point")


def test_R_V4_the_form_offers_the_public_only_where_the_public_reads_the_call():
    call = called()
    shown = client("alif").get(at("advise", call.pk)).content.decode()
    assert ('value="public"' in shown, 'value="circle"' in shown) == (False, True)


def test_R_V4_the_form_tells_that_saying_nothing_to_add_narrows_who_an_unnamed_author_could_be():
    call = called()
    assert "leaves fewer who could have given advice without a name" in text(client("alif").get(at("advise", call.pk)))
    assert "leaves fewer who could have given advice" in text(client("alif").get(at("advice_call", call.pk)))
