"""Assessments: each in its own eyes, sure for a reason, beside the others; nothing replaces anything (R-A8, R-A9)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.assessments.models import Assessment, Dissent, Ground
from tansiq.assessments.seen import Eyes
from tansiq.efforts.models import Lead
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tests.assessments.assessed import DAY, assessed, dissented, revised, seen
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def leads(secretariat, line, code="SH"):
    secretariat.put(Lead, line=line, member=secretariat.member(code), starts_on=date(2026, 1, 1))


def page(slug="", code="military", language="en"):
    return text(client(slug).get(at("assessments", code, language=language)))


def test_R_A9_whose_eyes_they_are_is_not_for_the_writer_to_choose(secretariat, line):
    leads(secretariat, line)
    given = {slug: assessed(line, slug).stance for slug in ("alif", "jim", "ba", "officer")}
    assert given == {"alif": "self", "jim": "peer", "ba": "peer", "officer": "secretariat"}
    told = page()
    for words in ("Sahlan by those who lead it", "Wadina by another member", "Secretariat by the secretariat"):
        assert words in told


def test_R_A9_independent_eyes_stand_beside_the_self_report_on_their_own_word(secretariat, line):
    leads(secretariat, line)
    assessed(line, "alif", words="We are on track.")
    source = secretariat.source("Watch")
    made = assessed(line, "officer", rating="off_track", eyes=Eyes(en("An inspector"), source))
    assert (made.stance, made.said_by_id) == ("independent", None)
    told = page()
    for words in ("An inspector independent off track", "Sahlan by those who lead it on track"):
        assert words in told
    with pytest.raises(PermissionDenied):
        assessed(line, "alif", eyes=Eyes(en("An inspector"), source))


@pytest.mark.parametrize("stance", ["self", "coordinator", "secretariat", "independent"])
def test_R_A9_postgresql_lets_nobody_see_with_other_eyes(secretariat, line, stance):
    with acting_as(token("jim")):
        own = ownership(audience_of(readers("NW")))
        columns = {**seen().columns, "line": line, "stance": stance}
        if stance == "independent":
            columns |= {"source": secretariat.source("Watch"), "said_by_name": en("Me")}
            own = {**own, "said_by_id": None}
    with acting_as(token("jim")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Assessment.objects.create(**own, **columns)


def test_R_A8_a_rating_has_its_confidence_its_reason_and_its_trend(secretariat, line):
    made = assessed(line, "alif", rating="at_risk", trend="worse", confidence="low")
    told = text(client().get(at("assessment", made.pk)))
    assert "at risk low confidence trend: worse It goes well. Why so sure, or so unsure: Two of five" in told
    with acting_as(token("officer")):
        (entry,) = Entry.objects.filter(item=made.pk)
    assert entry.kind == "assessment.made"


def test_the_context_is_not_ours_to_be_rated(secretariat, line):
    made = assessed(line, "alif", aspect="context", rating="", trend="better", words="The advance is halted.")
    assessed(line, "alif")
    told = page()
    assert told.index("Our own performance") < told.index("The state of the context")
    assert "The advance is halted." in text(client().get(at("assessment", made.pk)))
    for wrong in ({"aspect": "context"}, {"rating": ""}):
        with pytest.raises(ValidationError, match="performance is rated"):
            assessed(line, "jim", **wrong)


def test_what_the_same_people_said_last_time_stands_beside(secretariat, line):
    first, second = (secretariat.review(name, date(2026, month, 1)) for name, month in (("March", 3), ("June", 6)))
    assessed(line, "alif", review=first, rating="off_track", as_of=date(2026, 3, 1))
    assessed(line, "jim", review=first, rating="at_risk", as_of=date(2026, 3, 1))
    assessed(line, "alif", review=second)
    told = text(client().get(at("review_assessments", second.pk)))
    assert "said before: off track · 1 March 2026" in told
    assert "at risk" not in told  # Another's word is nobody's last time.
    assert "said before: off track" in page()


def test_one_says_it_once_and_then_revises_with_a_reason(secretariat, line):
    made = assessed(line, "alif")
    with pytest.raises(ValidationError, match="assessed this already"):
        assessed(line, "alif")
    later = revised(made, "alif", rating="at_risk")
    told = page()
    assert "on track revised" in told
    assert "It goes less well." in text(client().get(at("assessment", later.pk)))
    assert "Revised since." in text(client().get(at("assessment", made.pk)))
    with pytest.raises(Stale):
        revised(made, "alif")
    with pytest.raises(PermissionDenied):
        revised(later, "jim")
    with pytest.raises(ValidationError, match="something else"):
        revised(later, "alif", window="last")


def test_a_window_ends_after_it_begins_and_no_day_lies_ahead(secretariat, line):
    with pytest.raises(ValidationError, match="has not come"):
        assessed(line, "alif", as_of=date(2027, 1, 1))
    with pytest.raises(ValidationError, match="ends before"):
        assessed(line, "alif", since_on=date(2026, 6, 2))
    made = assessed(line, "alif", since_on=date(2014, 9, 1), since_hedged=True)
    assert "since about 1 September 2014" in text(client().get(at("assessment", made.pk)))
    other = secretariat.subject("all", "All", is_line=False)
    with pytest.raises(ValidationError, match="line of effort"):
        assessed(other, "alif")


def test_whoever_sees_it_otherwise_says_so_beside_it(secretariat, line):
    made = assessed(line, "alif")
    dissented(made, "jim", words="The river still rises.")
    dissented(made, "ba", "SH", words="Not so loud.")
    told = {slug: text(client(slug).get(at("assessment", made.pk))) for slug in ("", "alif")}
    assert ("The river still rises." in told[""], "Not so loud." in told[""]) == (True, False)
    assert "Not so loud." in told["alif"]
    narrow = assessed(line, "ba", "SH")
    with acting_as(token("jim")):
        assert not Assessment.objects.filter(pk=narrow.pk).exists()
    with pytest.raises(ValidationError, match="not released to all"):
        dissented(narrow, "alif")


def test_whoever_reads_one_of_the_two_does_not_learn_that_it_was_revised(secretariat, line):
    made = assessed(line, "alif", "NW", words="As it was.")
    later = revised(made, "alif", "WA", words="As it is.")
    for slug, key in (("jim", made.pk), ("ba", later.pk)):
        told = text(client(slug).get(at("assessment", key)))
        assert ("Revised since" in told, "Why it is revised" in told) == (False, False)
    assert "A new figure came." in text(client("alif").get(at("assessment", made.pk)))


def test_it_rests_on_figures_to_those_who_read_both(secretariat, line):
    land = secretariat.measure("land", name="Territory")
    base = secretariat.base(land, "of it")
    shown, hidden = secretariat.figure(land, "60", base=base), secretariat.figure(land, "62", "SH", base=base)
    made = assessed(line, "alif", figures=(shown, hidden))
    told = {slug: text(client(slug).get(at("assessment", made.pk))) for slug in ("jim", "alif")}
    assert ("62" in told["jim"], "60" in told["jim"], "62" in told["alif"]) == (False, True, True)
    with acting_as(token("jim")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Ground.objects.create(assessment=made, figure=shown, **ownership(audience_of(readers("NW"))))


def test_what_is_hidden_leaves_no_trace(secretariat, line):
    review = secretariat.review("June", date(2026, 6, 1))
    made = assessed(line, "alif", review=review)
    rooms = [at(name) for name in ("home", "lines", "record")] + [
        *(at("assessments", "military", language=code) for code in ("en", "ar")),
        *(at("review_assessments", review.pk), at("assessment", made.pk), at("line", "military")),
    ]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    assessed(line, "ba", "SH", "secretariat", review=review, words="hidden words")
    revised(made, "alif", "WA", "secretariat", words="hidden revision")
    dissented(made, "ba", "SH", "secretariat", words="hidden dissent")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "hidden dissent" in text(client("alif").get(at("assessment", made.pk)))
    with acting_as(public_token()):
        assert (Assessment.objects.count(), Dissent.objects.count()) == (1, 0)


def test_a_hidden_assessment_and_an_absent_one_are_the_same_bytes(secretariat, line):
    made = assessed(line, "ba", "SH")
    for name in ("assessment", "assessment_revise", "assessment_dissent"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


def test_the_pages_assess_revise_and_see_it_otherwise(secretariat, line):
    review = secretariat.review("June", date(2026, 6, 1), start_on=date(2014, 9, 1), start_hedged=True)
    opened = text(client("alif").get(at("assess", "military") + f"?review={review.pk}"))
    assert "Assess a line of effort" in opened
    said = {"aspect": "performance", "window": "start", "as_of": "1 June 2026", "rating": "on_track", "trend": "same"}
    said |= {"confidence": "high", "text": "Well.", "why": "All reported.", "language": "en", "release": "public"}
    given = {**said, "review": str(review.pk), "once": "1"}
    bad = client("alif").post(at("assess", "military"), {**given, "rating": ""})
    assert (bad.status_code, "Rate our own performance." in text(bad)) == (400, True)
    assert client("alif").post(at("assess", "military"), given).status_code == 302
    with acting_as(token("alif")):
        made = Assessment.objects.get()
    assert client("alif").get(at("assessment_revise", made.pk)).status_code == 200
    anew = {**said, "rating": "at_risk", "reason": "It rained.", "once": "2"}
    assert client("alif").post(at("assessment_revise", made.pk), anew).status_code == 302
    stale = client("alif").post(at("assessment_revise", made.pk), {**anew, "text": "Typed long.", "once": "3"})
    assert (stale.status_code, "Somebody was quicker" in text(stale), b"Typed long." in stale.content) == (
        *(409, True),
        True,
    )
    otherwise = {"text": "Not so.", "language": "en", "release": "public", "once": "4"}
    assert client("jim").post(at("assessment_dissent", made.pk), otherwise).status_code == 302
    assert client("jim").get(at("assessment_revise", made.pk)).status_code == 403


def test_the_secretariat_enters_independent_eyes_on_a_page(secretariat, line):
    source = secretariat.source("Watch")
    given = {"aspect": "performance", "window": "start", "as_of": "1 June 2026", "rating": "at_risk", "trend": "worse"}
    given |= {"confidence": "low", "text": "Late.", "why": "One visit.", "language": "en", "release": "public"}
    given |= {"eyes_ar": "مفتش", "eyes_en": "An inspector", "once": "1"}
    assert client("officer").post(at("assess", "military"), given).status_code == 400
    sent = client("officer").post(at("assess", "military"), {**given, "source": str(source.pk), "once": "2"})
    assert sent.status_code == 302
    assert "An inspector independent" in page()


def test_as_many_statements_for_one_assessment_as_for_three(secretariat, line):
    land = secretariat.measure("land", name="Territory")
    figure = secretariat.figure(land, "60", base=secretariat.base(land, "of it"))
    counts = []
    for number, slug in enumerate(("alif", "jim", "ba"), 1):
        review = secretariat.review(f"Review {number}", date(2026, number, 1))
        made = assessed(line, slug, review=review, figures=(figure,))
        later = assessed(line, slug, aspect="context", rating="")
        dissented(made, "jim")
        rooms = [at("assessments", "military"), at("review_assessments", review.pk), at("assessment", made.pk)]
        counts.append([statements(client(), one) for one in rooms])
        assert later
    assert counts[0] == counts[1] == counts[2]
    assert DAY
