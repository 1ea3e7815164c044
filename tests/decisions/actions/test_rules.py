"""Actions from decisions (R-D2, R-D3): under what they are laid, on whom, and what is done with them by whom."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.decisions.actions.models import ActionStep
from tansiq.decisions.models import Action, ActionOwner
from tansiq.decisions.texts.paragraphs import Para
from tansiq.engines.papers import Kind
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, once
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.papers.commands import file_document
from tests.advice.given import hours
from tests.decisions.actions.doing import (
    WORDS,
    binding,
    day,
    decided,
    dropped,
    judged,
    laid,
    moved,
    seen,
    told,
    views,
)
from tests.decisions.tabled import ALL, SAID, both, put, ruled, seated, tabled
from tests.decisions.voiced import adopts
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db


def test_R_D2_only_what_decides_agrees_requests_or_endorses_has_actions():
    seated(*ALL)
    ruled(seated())
    soft = Para(both("The members are thanked.", "شكر للأعضاء."), "commends")
    decision = adopts(put(tabled("officer", *ALL, said=(*SAID, soft))))
    assert [binding(decision, place) is not None for place in (1, 2, 3)] == [True, True, False]
    with acting_as(token("officer")):
        commends = decision.text_version.paragraphs.get(place=3)
    with pytest.raises(ValidationError, match="decides, agrees, requests or endorses"):
        laid(decision, paragraph=commends)
    with acting_as(token("officer")):
        columns = {"decision": decision, "paragraph": commends, "text": WORDS, "due_until": day(9)}
    with acting_as(token("officer")), pytest.raises(ProgrammingError), transaction.atomic():
        Action.objects.create(status="not_started", **columns, **ownership(decision.audience))


@pytest.mark.parametrize(
    ("kind", "binds"), [("decision", True), ("commitment", True), ("intention", False), ("self_assessment", False)]
)
def test_R_D2_of_the_record_what_binds_nobody_has_no_actions(outcomes, kind, binds):
    decision = outcomes.decision("Of the record.", day(-400), kind=kind)
    if binds:
        assert seen(laid(decision)).decision == decision
        return
    with pytest.raises(ValidationError, match="binds nobody yet"):
        laid(decision)
    with acting_as(token("officer")):
        columns = {"decision": decision, "text": WORDS, "due_until": day(9)}
    with acting_as(token("officer")), pytest.raises(ProgrammingError), transaction.atomic():
        Action.objects.create(status="not_started", **columns, **ownership(decision.audience))


def test_R_D3_one_member_leads_and_others_join_in_never_all_alone():
    found = seen(laid(others=("WA", "NW", "SH")), "ba")
    assert [(one.member.code, one.lead) for one in found.held_by] == [("SH", True), ("WA", False), ("NW", False)]
    assert (found.text.words["ar"], found.due_now, found.stands) == (WORDS.words["ar"], day(30), "not_started")
    with pytest.raises(ValidationError, match="falls to members"):
        laid(lead="chair")
    with pytest.raises(ValidationError, match="day is past"):
        laid(due=-1)
    with acting_as(token("officer")):
        late = Member.objects.get(code="coordinator")
    with acting_as(token("officer")), pytest.raises(ProgrammingError), transaction.atomic():  # None comes later.
        ActionOwner.objects.create(action=found, member=late, **ownership(found.audience) | {"created_at": hours(1)})


@pytest.mark.parametrize("slug", ["alif", "coordinator"])
def test_R_D3_the_chair_and_the_secretariat_alone_lay_move_and_drop(slug):
    decision = decided()
    made = laid(decision, by="chair")
    for refused in (
        lambda: laid(decision, by=slug),
        lambda: moved(made, 40, by=slug),
        lambda: dropped(made, by=slug),
    ):
        with pytest.raises((PermissionDenied, Action.DoesNotExist, StopIteration)):
            refused()


@pytest.mark.parametrize(("codes", "taken"), [(("SH", "secretariat"), False), ((*ALL, "secretariat", "chair"), True)])
def test_R_D3_what_proves_it_is_read_by_all_who_read_the_action(outcomes, codes, taken):
    made = laid()
    review = outcomes.review("The experts", day(3), *ALL, "secretariat", "chair")
    with acting_as(token("alif")):
        given = {"item": None, "name": "plan.txt", "kind": Kind.TEXT, "content": b"The guards are there."}
        proof = file_document(review=review, title=en("The plan"), readers=readers(*codes), **given)
    if taken:
        assert told(made, "done", document=proof).document == proof
        return
    with pytest.raises(ValidationError, match="not released to all who read this action"):
        told(made, "done", document=proof)
    assert not ActionStep.objects.filter(kind="done").exists()


def test_R_D3_the_owners_read_it_and_must_read_its_decision(outcomes):
    decision = outcomes.decision("For two.", day(-400), "SH", "WA")
    with pytest.raises(ValidationError, match="not released to all"):
        laid(decision, "SH", lead="NW", others=())
    made = laid(decision, "SH", lead="WA", others=())
    with acting_as(token("officer")):
        assert sorted(seen(made).audience.readers) == sorted(readers("SH", "WA", "secretariat"))
    with acting_as(token("jim")):
        assert not Action.objects.exists()
        assert not ActionOwner.objects.exists()


def test_R_D3_every_former_day_is_kept_with_the_reason():
    made = laid()
    moved(made, 40)
    moved(made, 50, by="chair", words="The bridge is closed.")
    assert seen(made, "jim").due_now == day(50)
    with acting_as(token("jim")):
        held = [(one.due_on, one.words.plain(), one.owner.code) for one in made.steps.order_by("turn")]
    assert held == [(day(40), "The road is closed.", "secretariat"), (day(50), "The bridge is closed.", "chair")]
    assert seen(made).due_until == day(30)
    for due, refusal in ((50, "already"), (-1, "past")):
        with pytest.raises(ValidationError, match=refusal):
            moved(made, due)


def test_R_D3_an_owner_says_where_it_stands_and_nobody_else():
    made = laid()
    told(made, "in_progress", "ba")
    for slug in ("jim", "officer", "chair"):
        with pytest.raises(PermissionDenied):
            told(made, "done", slug, "It is done.")
    with pytest.raises(PermissionDenied):
        told(made, "dropped", "alif", "Away with it.")
    with acting_as(token("jim")), pytest.raises(ProgrammingError), transaction.atomic():
        ActionStep.objects.create(action=made, kind="in_progress", turn=7, **ownership(made.audience))
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        ActionStep.objects.create(action=made, kind="dropped", words=WORDS, turn=7, **ownership(made.audience))
    assert seen(made).stands == "in_progress"


def test_R_D3_done_has_its_evidence_in_words_or_in_what_the_house_holds(outcomes):
    made = laid()
    with pytest.raises(ValidationError, match="by what one sees"):
        told(made, "done")
    told(made, "done", words="The guards stood there all of May.")
    assert (seen(made, "jim").stands, seen(made).last_step) == ("done", "done")
    for again in (lambda: told(made, "done", words="Twice."), lambda: moved(made, 60), lambda: dropped(made)):
        with pytest.raises(ValidationError, match="is over"):
            again()
    told(made, "in_progress", words="They left.")
    assert seen(made).stands == "in_progress"


def test_R_D3_an_owner_asks_to_drop_it_and_an_office_drops_it_with_a_reason():
    made = laid()
    with pytest.raises(ValidationError, match="why it should be dropped"):
        told(made, "drop_asked")
    told(made, "drop_asked", words="The dam is gone.")
    assert seen(made).stands == "drop_asked"
    dropped(made)
    assert seen(made, "jim").stands == "dropped"
    for after in (lambda: told(made, "in_progress"), lambda: moved(made, 90), lambda: dropped(made)):
        with pytest.raises(ValidationError, match="is over"):
            after()


def test_R_D3_late_is_worked_out_and_never_typed(later):
    made, other = laid(), laid(decided(), due=60)
    assert seen(made).stands == "not_started"
    later(24 * 30)
    assert seen(made).stands == "not_started"  # Its day has not passed.
    later(24 * 31)
    assert [seen(one).stands for one in (made, other)] == ["late", "not_started"]
    told(made, "in_progress")
    assert seen(made).stands == "late"
    moved(made, 40)
    assert seen(made).stands == "in_progress"
    later(24 * 41)
    told(made, "done", words="See the log.")
    assert seen(made).stands == "done"
    with pytest.raises(PermissionDenied):
        told(other, "late")


def test_R_D3_the_owners_view_and_the_judgement_of_others_both_stand():
    made = laid()
    judged(made, "complete", "alif")
    judged(made, "limited", "chair")
    judged(made, "substantial", "jim")
    assert views(made, "ba") == {"SH": "complete", "chair": "limited", "NW": "substantial"}
    judged(made, "substantial", "chair")
    assert views(made, "alif") == {"SH": "complete", "chair": "substantial", "NW": "substantial"}
    with pytest.raises(Stale):
        judged(made, "complete", "chair", turn=1)


def test_R_D3_judgements_are_shown_as_the_body_rules():
    made = laid(decided(judged_openly=False))
    judged(made, "complete", "alif")
    judged(made, "limited", "jim")
    everything = {"SH": "complete", "NW": "limited"}
    assert [views(made, slug) for slug in ("alif", "ba", "jim", "chair", "officer")] == [everything] * 5
    other = laid(decided(judged_openly=False), others=())
    judged(other, "limited", "jim")
    judged(other, "complete", "alif")
    assert views(other, "ba") == {"SH": "complete"}
    assert views(other, "alif") == everything


def test_of_two_steps_at_once_one_counts_and_the_other_is_told():
    made = laid()
    told(made, "in_progress", turn=0)
    for late in (
        lambda: told(made, "done", "ba", "Done.", turn=0),
        lambda: moved(made, 50, turn=0),
        lambda: dropped(made, turn=0),
    ):
        with pytest.raises(Stale):
            late()


def test_what_was_sent_twice_is_done_once():
    made = laid()
    with once("again"):
        first = told(made, "in_progress", turn=0)
    with once("again"):
        assert told(made, "in_progress", turn=0) == first
    with acting_as(token("ba")):
        assert made.steps.count() == 1


def test_each_act_appends_its_entry_to_those_who_read_the_action(outcomes):
    made = laid(outcomes.decision("For two.", day(-400), "SH", "WA"), "SH", others=())
    moved(made, 40)
    told(made, "drop_asked", words="No guards.")
    judged(made, "not_started", "officer")
    dropped(made, by="officer")
    with acting_as(token("alif")):
        kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"action.laid", "action.moved", "action.told", "action.judged", "action.dropped"} <= kinds
    with acting_as(token("jim")):
        assert not Entry.objects.filter(kind__startswith="action.").exists()


def test_an_action_of_the_record_stands_as_its_source_has_it(outcomes):
    made = outcomes.action("Of old.", owners={"SH": True}, due_until=day(-4000))
    assert seen(made).stands == "planned"
    for act in (lambda: told(made, "in_progress"), lambda: moved(made, 9), lambda: judged(made, "limited")):
        with pytest.raises(ValidationError, match="of the record"):
            act()
