"""Milestones: dated states, every slip kept, attested by whoever was named and by nobody else (R-A5)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.efforts.commands.attesting import attest_milestone, await_milestone, expect_milestone, set_milestone
from tansiq.efforts.milestones.models import Attestation, Expectation, Milestone, Waiting
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FIRST, SLIPPED, TODAY = date(2026, 3, 1), date(2026, 6, 1), date(2026, 6, 8)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def laid(secretariat, what="The advance is halted", *codes, by="officer", **given):
    """A milestone that Sahlan must reach and Wadina attests, for everybody or for some."""
    held = {"line": "military", "measure": None, "doer": secretariat.member("SH"), "doer_name": None, "ready_for": None}
    held |= {"attester": secretariat.member("WA"), "expected_on": FIRST, **given}
    with acting_as(token(by)):
        return set_milestone(what=en(what), readers=readers(*codes) if codes else [PUBLIC], **held)


def slip(milestone, on=SLIPPED, *codes, by="alif", reason="The river was high."):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return expect_milestone(milestone=milestone, on=on, reason=en(reason), readers=to)


def attest(milestone, state="reached", *codes, by="ba", on=SLIPPED, words="Seen from the air."):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return attest_milestone(milestone=milestone, state=state, on=on, evidence=en(words), readers=to)


def await_it(milestone, waits=None, words=None, *codes, by="jim"):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return await_milestone(milestone=milestone, waits=waits, words=words, readers=to)


def page(milestone, slug="", language="en"):
    return text(client(slug).get(at("milestone", milestone.pk, language=language)))


def test_R_A5_a_milestone_says_what_by_whom_for_what_when_and_who_attests_it(secretariat, line):
    made = laid(secretariat, ready_for=en("the return of those who fled"))
    told = page(made)
    for words in (
        "Milestones · Operations The advance is halted not reached",
        "Expected 1 March 2026 Who must reach it Sahlan Ready for the return of those who fled Attested by Wadina",
        "1 March 2026 · Secretariat expected",
    ):
        assert words in told
    with acting_as(token("officer")):
        assert [one.kind for one in Entry.objects.filter(item=made.pk)] == ["milestone.set"]
    for name, args in (("milestones", ()), ("line", ("military",))):
        assert "The advance is halted" in text(client().get(at(name, *args)))


def test_R_A5_every_slip_is_kept_with_its_reason(secretariat, line):
    made = laid(secretariat)
    slip(made)
    slip(made, date(2026, 4, 1), by="officer", reason="It fell.")
    told = page(made)
    assert "Expected 1 April 2026 · 31 days later than at first" in told
    marks = ["1 March 2026 · Secretariat expected", "1 June 2026 · Sahlan expected instead The river was high."]
    marks += ["1 April 2026 · Secretariat expected instead It fell."]
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)
    with pytest.raises(ValidationError, match="on this day already"):
        slip(made, date(2026, 4, 1))


def test_R_A5_what_was_reached_may_be_lost_again_and_both_stay(secretariat, line):
    made = laid(secretariat)
    attest(made)
    assert "reached 1 June 2026" in page(made)
    attest(made, "lost", on=TODAY, words="The town fell.")
    told = page(made)
    assert "The advance is halted lost again 8 June 2026" in told
    marks = ["1 June 2026 · Wadina reached Seen from the air.", "8 June 2026 · Wadina lost again The town fell."]
    assert told.index(marks[0]) < told.index(marks[1])
    attest(made, on=TODAY)
    assert "The advance is halted reached 8 June 2026" in page(made)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"state": "lost"}, "its state already"),
        ({"on": date(2026, 6, 9)}, "has not come yet"),
    ],
)
def test_what_cannot_be_attested_is_refused(secretariat, line, given, words):
    with pytest.raises(ValidationError, match=words):
        attest(laid(secretariat), **given)


def test_no_state_lies_before_the_one_that_stands(secretariat, line):
    made = laid(secretariat)
    attest(made)
    with pytest.raises(ValidationError, match="its state already"):
        attest(made)
    with pytest.raises(ValidationError, match="before that of the state"):
        attest(made, "lost", on=FIRST)


class TestWho:
    """Who sets, who expects, who attests: in the commands, and in the database."""

    def test_its_attester_alone_attests_it(self, secretariat, line):
        made = laid(secretariat)
        for who in ("alif", "jim", "officer", "chair"):
            with pytest.raises(PermissionDenied):
                attest(made, by=who)
            assert client(who).get(at("milestone_attest", made.pk)).status_code == 403
        held = {"milestone": made, "state": "reached", "on": FIRST, "evidence": en("mine")}
        self.refused(secretariat, made, Attestation, held)

    def test_whoever_set_it_or_must_reach_it_expects_it(self, secretariat, line):
        made = laid(secretariat)
        for who in ("ba", "jim"):
            with pytest.raises(PermissionDenied):
                slip(made, by=who)
            assert client(who).get(at("milestone_expect", made.pk)).status_code == 403
        self.refused(secretariat, made, Expectation, {"milestone": made, "on": SLIPPED})

    def test_who_leads_the_line_sets_its_milestones_and_nobody_else(self, secretariat, line):
        secretariat.lead(line, "SH")
        assert laid(secretariat, by="alif").owner_id == secretariat.member("SH").pk
        for who in ("ba", "jim"):
            with pytest.raises(PermissionDenied):
                laid(secretariat, by=who)
            assert client(who).get(at("milestone_set")).status_code == 404
        held = {"line": "military", "what": en("mine"), "doer_name": en("me"), "attester": secretariat.member("NW")}
        self.refused(secretariat, line, Milestone, held)

    def refused(self, secretariat, like, model, held):
        given = {"audience": like.audience, "created_at": like.created_at, "owner_id": secretariat.member("NW").pk}
        with acting_as(token("jim")), pytest.raises(ProgrammingError), transaction.atomic():
            model.objects.create(**held, **given)

    def test_somebody_must_reach_it(self, secretariat, line):
        for given in ({"doer": None}, {"doer_name": en("An army")}):
            with pytest.raises(ValidationError, match="who must reach it"):
                laid(secretariat, **given)
        assert "Who must reach it An army" in page(laid(secretariat, doer=None, doer_name=en("An army")))

    def test_its_measure_is_of_its_line(self, secretariat, line):
        with pytest.raises(ValidationError, match="another line"):
            laid(secretariat, measure=secretariat.measure("other", line="finance"))
        measure = secretariat.measure("m", name="Land")
        made = laid(secretariat, measure=measure)
        assert "Measure Land" in page(made)
        assert "Milestones The advance is halted" in text(client().get(at("measure", measure.pk)))


class TestWaiting:
    """What waits for a milestone: a link with an audience of its own."""

    def test_both_ends_name_each_other(self, secretariat, line):
        made, later = laid(secretariat), laid(secretariat, "The town is rebuilt")
        await_it(made, later)
        await_it(made, None, en("The pledge of Nawras"))
        told = page(made)
        for words in ("The town is rebuilt", "The pledge of Nawras"):
            assert told.index("What waits for it") < told.index(words)
        assert "What it waits for The advance is halted" in page(later)

    def test_one_thing_waits_and_never_for_itself(self, secretariat, line):
        made = laid(secretariat)
        for given in ((None, None), (laid(secretariat), en("more"))):
            with pytest.raises(ValidationError, match="Name another milestone"):
                await_it(made, *given)
        with pytest.raises(ValidationError, match="for itself"):
            await_it(made, made)

    def test_a_link_is_not_wider_than_either_end(self, secretariat, line):
        made, hidden = laid(secretariat), laid(secretariat, "Hidden", "SH", "NW", "secretariat")
        with pytest.raises(ValidationError, match="not released to all"):
            await_it(made, hidden)
        await_it(made, hidden, None, "SH")
        assert ("Hidden" in page(made, "alif"), "Hidden" in page(made)) == (True, False)


def pages_of(made):
    return [at(name) for name in ("home", "lines", "milestones", "record", "measures")] + [
        *(at("line", "military"), at("milestone", made.pk), at("milestone", made.pk, language="ar"))
    ]


def test_what_is_hidden_of_a_milestone_leaves_no_trace(secretariat, line):
    made, other = laid(secretariat), laid(secretariat, "The town is rebuilt")
    slip(made)
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in pages_of(made)}
    slip(made, date(2026, 8, 1), "WA", "secretariat", reason="hidden reason")
    attest(made, "reached", "SH", "secretariat", words="hidden evidence")
    await_it(made, other, None, "SH", by="ba")
    laid(secretariat, "A hidden milestone", "SH", "WA")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    seen = page(made, "alif")
    for words in ("reached 1 June 2026", "hidden evidence", "The town is rebuilt", "1 August 2026"):
        assert words in seen
    with acting_as(public_token()):
        held = [model.objects.count() for model in (Milestone, Expectation, Attestation, Waiting)]
    assert held == [2, 3, 0, 0]


def test_a_hidden_milestone_and_an_absent_one_are_the_same_bytes(secretariat, line):
    made = laid(secretariat, "Hidden", "SH", "WA")
    for name in ("milestone", "milestone_attest", "milestone_expect", "milestone_await"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


def test_the_pages_set_slip_attest_and_link(secretariat, line):
    given = {"line": "military", "what_ar": "وقف التقدم", "what_en": "Halted", "doer": "SH", "attester": "WA"}
    given |= {"expected_on": "1 March 2026", "release": "public", "once": "1"}
    assert client("officer").post(at("milestone_set"), {**given, "expected_on": "soon"}).status_code == 400
    assert client("officer").post(at("milestone_set"), given).status_code == 302
    with acting_as(token("officer")):
        made = Milestone.objects.get()
    said = {"text": "It rained.", "language": "en", "release": "public"}
    steps = [
        ("alif", "milestone_expect", {"on": "1 June 2026", "once": "2"}),
        ("ba", "milestone_attest", {"on": "1 June 2026", "state": "reached", "once": "3"}),
        ("jim", "milestone_await", {"once": "4"}),
    ]
    for slug, name, more in steps:
        assert client(slug).get(at(name, made.pk)).status_code == 200
        assert client(slug).post(at(name, made.pk), {**said, **more}).status_code == 302
    assert client("ba").post(at("milestone_attest", made.pk), {**said, **steps[1][2], "once": "5"}).status_code == 400
    assert "Halted reached 1 June 2026" in page(made)


def test_the_list_is_filtered_by_line_and_by_state(secretariat, line):
    reached, other = laid(secretariat, "One"), laid(secretariat, "Two", line="finance")
    attest(reached)
    secretariat.subject("finance", "Finance")
    for asked, words in (
        ("state=reached", (True, False)),
        ("state=open", (False, True)),
        ("state=lost", (False, False)),
        ("line=finance", (False, True)),
        ("line=finance&state=open", (False, True)),
    ):
        told = client().get(f"{at('milestones')}?{asked}").content.decode()
        assert tuple(str(one.pk) in told for one in (reached, other)) == words, asked
    assert client().get(f"{at('milestones')}?state=gone").status_code == 400


def test_as_many_statements_for_one_as_for_three(secretariat, line):
    made = laid(secretariat)
    counts = []
    for number in (1, 2, 3):
        other = laid(secretariat, f"Milestone {number}")
        slip(made, date(2026, 6, number))
        attest(made, "lost" if number == 2 else "reached", on=TODAY)
        await_it(made, other)
        counts.append([statements(client(), address) for address in (at("milestone", made.pk), at("milestones"))])
    assert counts == [counts[0]] * 3
    assert counts[0] == [9, 7]
