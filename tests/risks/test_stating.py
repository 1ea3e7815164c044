"""Risks as acts: stated with their hedge, said anew beside what was said before, ended with a reason (R-A12)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk, Scale
from tests.pages import ABSENT, statements, text
from tests.risks.stated import LARGE, PERHAPS, ended, placed, ranked, renewed, scaled, stated
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def told(name, *args, slug="", language="en"):
    return text(client(slug).get(at(name, *args, language=language)))


def test_R_A12_a_ministers_hedge_survives_translation(outcomes):
    made = stated("alif")
    shown = told("risk", made.pk)
    assert "perhaps a very large danger ربما خطر كبير جدا" in shown
    assert "hedge: perhaps · ربما" in shown
    for level, hedge in (
        (Words.of("en", en="a very large danger", ar="ربما خطر كبير جدا"), PERHAPS),
        (LARGE, Words.of("en", en="perhaps")),
    ):
        with pytest.raises(ValidationError, match="hedge is lost"):
            stated("alif", level=level, hedge=hedge)
    assert "ربما خطر كبير جدا perhaps a very large danger" in told("risk", made.pk, language="ar")


def test_R_A12_level_scale_likelihood_impact_owner_response_review_date_each_stand(outcomes):
    scale = scaled()
    made = stated(
        "alif",
        placed=placed(scale, 2, 1, 2),
        answers=outcomes.member("WA"),
        mitigation=en("Sandbags."),
        again_on=date(2026, 9, 1),
    )
    shown = told("risk", made.pk)
    for words in (
        "On the coalition’s scale: very high",
        "How likely: high · How grave: very high",
        "Who answers for it Wadina",
        "What is done against it Sandbags.",
        "To be looked at again on 1 September 2026",
    ):
        assert words in shown
    bare_one = told("risk", stated("alif", words="Without.").pk)
    assert ("On the coalition’s scale" in bare_one, "nobody named" in bare_one) == (False, True)


def test_R_A12_whoever_answers_for_it_reads_it(outcomes):
    made = stated("alif", "SH", answers=outcomes.member("WA"))
    assert [client(slug).get(at("risk", made.pk)).status_code for slug in ("ba", "jim")] == [200, 404]


def test_R_A12_said_anew_at_a_later_review_and_what_was_said_before_stays(outcomes):
    scale = scaled()
    march, june = (outcomes.review(name, date(2026, month, 1)) for name, month in (("March", 3), ("June", 6)))
    first = stated("alif", review=march, placed=placed(scale, 1))
    second = renewed(first, "alif", review=june, placed=placed(scale, 2), reason="It rained for a week.")
    third = renewed(second, "alif", placed=placed(scale, 2))
    shown = told("risk", third.pk)
    assert shown.index("the same level as before") < shown.index("a higher level than before")
    assert "It rained for a week." in shown
    assert "This was said anew since." in told("risk", first.pk)
    listed = told("risks")
    assert (str(third.pk) in client().get(at("risks")).content.decode(), "The river rises." in listed) == (True, True)
    assert str(first.pk) not in client().get(at("risks")).content.decode()
    with acting_as(token("officer")):
        kinds = [one.kind for key in (first.pk, second.pk) for one in Entry.objects.filter(item=key)]
    assert kinds == ["risk.stated", "risk.renewed"]
    with pytest.raises(Stale):
        renewed(first, "alif")
    with pytest.raises(PermissionDenied):
        renewed(third, "jim")


def test_R_A12_the_trend_is_told_within_one_authors_words_and_on_one_scale(outcomes):
    scale = scaled()
    first = stated("alif", placed=placed(scale, 2))
    stated("jim", words="The river rises, says another.", placed=placed(scale, 0))
    lower = renewed(first, "alif", placed=placed(scale, 0))
    assert "a lower level than before" in told("risk", lower.pk)
    other = renewed(lower, "alif", placed=placed(scaled(), 0))
    assert "not to be compared: placed on another scale" in told("risk", other.pk)
    open_now = renewed(other, "alif")
    assert "not to be compared: no level on the scale" in told("risk", open_now.pk)


def test_R_A12_risks_over_reviews_in_words_and_bars_author_by_author(outcomes):
    scale = scaled()
    march, june = (outcomes.review(name, date(2026, month, 1)) for name, month in (("March", 3), ("June", 6)))
    first = stated("alif", words="The river.", review=march, placed=placed(scale, 1))
    renewed(first, "alif", words="The river.", review=june, placed=placed(scale, 2))
    stated("jim", words="The bridge.", review=june)
    shown = told("risks_over")
    assert "Risk March June Now" in shown
    assert "The river. Sahlan high very high a higher level than before very high" in shown
    assert "The bridge. Nawras nothing said for you perhaps a very large danger perhaps a very large danger" in shown
    assert client().get(at("risks_over")).content.count(b'class="height" aria-hidden="true"') == 3


def test_R_A12_a_risk_is_closed_or_comes_to_pass_with_its_reason_and_evidence(outcomes):
    closed, came, left = (stated("alif", words=words) for words in ("The dam.", "The road.", "The port."))
    ended(closed, "alif")
    ended(came, "alif", way="came", reason="It was flooded.")
    shown = told("risk", came.pk)
    for words in ("has come to pass 1 June 2026 It was flooded.", "By what this is known: The engineers’ report."):
        assert words in shown
    for state, name in (("open", "The port."), ("closed", "The dam."), ("came", "The road.")):
        listed = text(client().get(at("risks"), {"state": state}))
        assert [one in listed for one in ("The port.", "The dam.", "The road.")] == [
            one == name for one in ("The port.", "The dam.", "The road.")
        ]
    with pytest.raises(Stale):
        ended(closed, "alif")
    with pytest.raises(PermissionDenied):
        ended(left, "jim")
    with pytest.raises(ValidationError, match="has not come"):
        ended(left, "alif", on=date(2027, 1, 1))
    anew = renewed(closed, "alif", words="The dam, again.")
    assert "The dam, again." in text(client().get(at("risks"), {"state": "open"}))
    with pytest.raises(Stale):
        ended(closed, "alif")
    assert anew


def test_what_the_record_brought_is_said_anew_and_ended_by_nobody(outcomes):
    brought = outcomes.risk("Of the record.", date(2015, 1, 1))
    with pytest.raises(PermissionDenied):
        renewed(brought, "officer")
    with pytest.raises(PermissionDenied):
        ended(brought, "officer")
    assert client("officer").get(at("risk_renew", brought.pk)).status_code == 403
    assert "raised by nobody named" in told("risk", brought.pk)


def test_the_secretariat_sets_the_scale_and_a_step_is_one_of_it(outcomes):
    scale = scaled()
    with pytest.raises(PermissionDenied):
        scaled(by="alif")
    with pytest.raises(ValidationError, match="no step of the scale"):
        stated("alif", placed=placed(scale, 3))
    with pytest.raises(ValidationError, match="is past"):
        stated("alif", again_on=date(2020, 1, 1))
    with acting_as(token("alif")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Scale.objects.create(**ownership(audience_of(readers("SH"))))


def test_R_A12_each_member_ranks_for_itself_side_by_side(outcomes):
    review = outcomes.first()
    river, bridge = stated("alif", words="The river."), stated("jim", words="The bridge.")
    ranked("alif", review, [river, bridge], words="Water first.")
    ranked("jim", review, [bridge, river])
    shown = told("rankings", review.pk)
    assert "Sahlan The river. The bridge. Water first." in shown
    assert "Nawras The bridge. The river." in shown
    assert "They do not see the same risk as the greatest" in shown
    ranked("alif", review, [bridge])
    assert "Water first." not in told("rankings", review.pk)
    with pytest.raises(ValidationError, match="each risk once"):
        ranked("alif", review, [bridge, bridge])


def test_whoever_reads_a_ranking_reads_every_risk_in_it(outcomes):
    review = outcomes.first()
    narrow = stated("alif", "WA", words="Hidden.")
    with pytest.raises(ValidationError, match="not released to all"):
        ranked("alif", review, [narrow])
    ranked("alif", review, [narrow], "WA")
    assert "Hidden." in told("rankings", review.pk, slug="ba")
    assert "No ranking is released to you" in told("rankings", review.pk, slug="jim")


def test_postgresql_lets_nobody_speak_for_another_author(outcomes):
    made, review = stated("alif"), outcomes.first()
    ranking = ranked("alif", review, [made])
    with acting_as(token("jim")):
        own = ownership(audience_of(readers("NW")))
        forged = Risk.objects.create(text=en("Mine."), level=LARGE, thread=made.thread, **own)
    tries = (
        (Renewal, {"earlier": made, "later": forged, "reason": en("No.")}),
        (Ending, {"risk": made, "way": "closed", "on": date(2026, 6, 1), "reason": en("No."), "evidence": en("No.")}),
        (Ranked, {"ranking": ranking, "risk": made, "place": 5}),
    )
    for model, given in tries:
        with (
            acting_as(token("jim")),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            model.objects.create(**given, **own)
    assert "Mine." not in told("risk", made.pk, slug="jim")


def test_whoever_reads_one_of_the_two_does_not_learn_that_it_was_said_anew(outcomes):
    made = stated("alif", "NW", words="As it was.")
    later = renewed(made, "alif", "WA", words="As it is.")
    for slug, key in (("jim", made.pk), ("ba", later.pk)):
        shown = told("risk", key, slug=slug)
        assert ("said anew since" in shown, "It rained." in shown) == (False, False)
    assert "It rained." in told("risk", made.pk, slug="alif")


def test_what_is_hidden_leaves_no_trace(outcomes):
    review, other = outcomes.first(), outcomes.review("June", date(2026, 6, 1))
    outcomes.subject("relief", "Relief")
    made = stated("alif", review=review, line="relief")
    rooms = [at(name, language=code) for name in ("home", "risks", "risks_over", "record") for code in ("en", "ar")]
    rooms += [at("risk", made.pk), at("line", "relief"), at("member", "WA")]
    rooms += [at(name, one.pk) for name in ("rankings", "review") for one in (review, other)]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    hidden = stated("ba", "SH", "secretariat", words="Hidden.", review=other, line="relief")
    renewed(made, "alif", "WA", "secretariat", words="Hidden anew.", review=other)
    ended(hidden, "ba", "SH", "secretariat", way="came")
    ranked("ba", review, [hidden, made], "SH", "secretariat", words="Hidden order.")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "Hidden anew." in told("risks", slug="alif")
    with acting_as(public_token()):
        assert [model.objects.count() for model in (Risk, Renewal, Ending, Ranking, Ranked)] == [1, 0, 0, 0, 0]


def test_a_hidden_risk_and_an_absent_one_are_the_same_bytes(outcomes):
    made = stated("ba", "SH")
    for name in ("risk", "risk_renew", "risk_end"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


def test_the_pages_state_say_anew_end_and_rank(outcomes):
    review = outcomes.first()
    given = {"text": "The river rises.", "level_en": "perhaps large", "level_ar": "ربما كبير", "hedge_en": "perhaps"}
    given |= {"language": "en", "release": "public", "once": "1"}
    bad = client("alif").post(at("risk_state"), given)
    assert (bad.status_code, "it would be lost" in text(bad)) == (400, True)
    nothing = client("alif").post(at("risk_state"), {**given, "level_en": "", "level_ar": "", "once": "2"})
    assert (nothing.status_code, "State the level in your own words" in text(nothing)) == (400, True)
    given |= {"hedge_ar": "ربما", "review": str(review.pk)}
    assert client("alif").post(at("risk_state"), {**given, "once": "3"}).status_code == 302
    with acting_as(token("alif")):
        made = Risk.objects.get()
    assert client("alif").get(at("risk_renew", made.pk)).content.count(b"perhaps large") >= 1
    anew = {**given, "text": "It still rises.", "reason": "It rained.", "once": "4"}
    assert client("alif").post(at("risk_renew", made.pk), anew).status_code == 302
    stale = client("alif").post(at("risk_renew", made.pk), {**anew, "text": "Typed long.", "once": "5"})
    assert (stale.status_code, b"Typed long." in stale.content) == (409, True)
    with acting_as(token("alif")):
        later = Risk.objects.exclude(pk=made.pk).get()
    order = {"place_1": str(later.pk), "language": "en", "release": "public", "once": "6"}
    twice = client("jim").post(at("risk_rank", review.pk), {**order, "place_2": str(later.pk)})
    assert (twice.status_code, "stands above already" in text(twice)) == (400, True)
    assert client("jim").post(at("risk_rank", review.pk), {**order, "once": "7"}).status_code == 302
    end = {"way": "came", "on": "1 June 2026", "text": "Over.", "evidence": "Seen.", "language": "en"}
    end |= {"release": "public", "once": "8"}
    assert client("alif").post(at("risk_end", later.pk), end).status_code == 302
    assert client("jim").get(at("risk_end", later.pk)).status_code == 403


def test_the_secretariat_sets_the_scale_on_a_page(outcomes):
    given = {f"{name}_en": "low\nhigh" for name in ("levels", "likelihoods", "impacts")}
    given |= {f"{name}_ar": "منخفض\nمرتفع" for name in ("levels", "likelihoods", "impacts")}
    given |= {"release": "public", "once": "1"}
    uneven = client("officer").post(at("risk_scale"), {**given, "levels_en": "low"})
    assert (uneven.status_code, "as many steps in English" in text(uneven)) == (400, True)
    assert client("officer").post(at("risk_scale"), {**given, "once": "2"}).status_code == 302
    assert "low\nhigh" in client("officer").get(at("risk_scale")).content.decode()
    assert b">high<" in client("alif").get(at("risk_state")).content
    assert client("alif").get(at("risk_scale")).status_code == 403


def test_as_many_statements_for_one_as_for_three(outcomes):
    scale, counts = scaled(), []
    for number, slug in enumerate(("alif", "jim", "ba"), 1):
        review = outcomes.review(f"Review {number}", date(2026, number, 1))
        first = stated(slug, review=review, placed=placed(scale, 1))
        made = renewed(first, slug, review=review, placed=placed(scale, 2))
        ended(made, slug)
        ranked(slug, outcomes.first(), [made])
        rooms = [at("risk", made.pk), at("risks_over"), at("rankings", outcomes.first().pk)]
        counts.append([statements(client("alif"), one) for one in rooms])
    assert counts == [[10, 10, 9]] * 3
