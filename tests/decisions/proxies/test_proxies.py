"""Proxies: off by default, dated, withdrawn at will; one's own word first, an absent or silent holder's not at all."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from tansiq.decisions.positions.models import Position
from tansiq.decisions.positions.queries import heard_on, voices_of
from tansiq.decisions.proxies.commands import give_proxy, withdraw_proxy
from tansiq.decisions.proxies.models import Proxy
from tansiq.decisions.proxies.queries import proxies_of
from tansiq.decisions.texts.queries import electors_of
from tansiq.decisions.texts.queries import question as asked
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import Stale
from tansiq.record.models import Entry, EntryGroup
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tests.decisions.running import NOW, begun, broken, state
from tests.decisions.running import at as acting_at
from tests.decisions.tabled import put, ruled, tabled
from tests.decisions.voiced import adopts, before_the_body, closes, takes
from tests.pages import ABSENT, statements, text
from tests.secretariat import Secretariat
from tests.visits import at, client
from tests.world import token

DAY = timedelta(days=1)
TODAY = NOW.date()


def body_of(question) -> Body:
    return Body.objects.select_related("audience").get(pk=question.text.body_id)


def given(question, by="alif", to="WA", *, since=TODAY, until=TODAY + 30 * DAY) -> Proxy:
    with acting_as(token(by)):
        holder = Member.objects.get(code=to)
        return give_proxy(body=body_of(question), holder=holder, from_on=since, until_on=until)


def heard(question, slug="officer"):
    """Who is counted how on a question, and who through whom."""
    with acting_as(token(slug)):
        found = asked(question.pk).get()
        entitled = {one.member_id for one in electors_of(found.pk)}
        counted = heard_on(found, entitled, voices_of(found.pk))
        codes = {str(one.pk): one.code for one in Member.objects.all()}
        voices = {codes[key]: kind for key, kind in counted.voices.items()}
        return voices, {one.owner.code: one.holder.code for one in counted.through.values()}


def page(question, slug="jim", language="en"):
    return text(client(slug).get(at("question", question.pk, language=language)))


def test_R_S12_where_the_rule_is_silent_nobody_speaks_through_another(outcomes):
    question = before_the_body()
    with pytest.raises(ValidationError, match="nobody speaks through another"):
        given(question)
    with acting_as(token("alif")):
        body = body_of(question)
        holder = Member.objects.get(code="WA")
        row = Proxy(body=body, holder=holder, from_on=TODAY, until_on=TODAY, **ownership(body.audience))
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)
    shown = text(client("alif").get(at("proxies", question.text.body_id)))
    assert "In this body nobody speaks through another." in shown


def test_R_S12_a_member_speaks_through_the_holder_of_its_proxy_and_its_own_word_goes_before(outcomes):
    question = before_the_body(proxies=True)
    given(question)
    assert heard(question) == ({}, {})  # The holder has taken no position.
    assert "not counted: its holder has taken no position" in page(question)
    takes("ba", question, "agrees")
    assert heard(question) == ({"WA": "agrees", "SH": "agrees"}, {"SH": "WA"})
    told = page(question)
    assert "Counted by proxy: Sahlan through Wadina." in told
    assert "2 members agree." in told
    assert "بالتوكيل" in page(question, language="ar")
    takes("alif", question, "aside")
    assert heard(question) == ({"WA": "agrees", "SH": "aside"}, {})
    with acting_as(token("officer")):
        assert (Proxy.objects.count(), Position.objects.count()) == (1, 2)  # Both acts stay on record.


def test_R_S12_a_withdrawn_an_expired_and_a_later_proxy_count_nowhere(outcomes):
    question = before_the_body(proxies=True)
    takes("ba", question, "agrees")
    held = given(question)
    assert heard(question)[1] == {"SH": "WA"}
    with acting_as(token("alif")):
        withdraw_proxy(proxy=Proxy.objects.select_related("audience").get(pk=held.pk))
        with pytest.raises(Stale):
            withdraw_proxy(proxy=Proxy.objects.select_related("audience").get(pk=held.pk))
    assert heard(question) == ({"WA": "agrees"}, {})
    given(question, since=TODAY + DAY, until=TODAY + 2 * DAY)
    assert heard(question)[1] == {}
    with acting_at(NOW + DAY, "officer"):
        found = asked(question.pk).get()
        entitled = {one.member_id for one in electors_of(found.pk)}
        assert len(heard_on(found, entitled, voices_of(found.pk)).through) == 1
    with acting_at(NOW + 3 * DAY, "officer"):
        assert heard_on(found, entitled, voices_of(found.pk)).through == {}


def test_R_S12_an_absent_holder_s_proxy_does_not_count_and_none_counts_to_a_quorum(outcomes):
    secretariat = Secretariat()
    review = secretariat.first()
    secretariat.part(review, "present", "NW")
    question = before_the_body(review=review, proxies=True, quorum=2)
    takes("ba", question, "agrees")
    given(question)
    assert heard(question)[1] == {}
    secretariat.part(review, "present", "WA")
    assert heard(question)[1] == {"SH": "WA"}
    with acting_as(token("officer")):
        found = asked(question.pk).get()
        assert heard_on(found, {one.member_id for one in electors_of(found.pk)}, []).present == 2


def test_R_S12_what_is_adopted_names_who_was_counted_by_proxy_and_a_later_withdrawal_changes_nothing(outcomes):
    question = before_the_body(proxies=True, way="majority", numerator=2, denominator=3)
    takes("ba", question, "agrees")
    held = given(question)
    made = adopts(question)
    with acting_as(token("jim")):
        told = [one.body.get("proxies") for one in EntryGroup.objects.filter(entry__item=made.pk)]
    assert {"SH": "WA"} in told
    with acting_at(NOW + DAY, "alif"):
        withdraw_proxy(proxy=Proxy.objects.select_related("audience").get(pk=held.pk))
    assert heard(question)[1] == {"SH": "WA"}  # As it was when it was over.


def test_R_S12_without_the_proxy_too_few_agree(outcomes):
    question = before_the_body(proxies=True, way="majority", numerator=2, denominator=3)
    takes("ba", question, "agrees")
    with pytest.raises(ValidationError, match="Too few agree"):
        adopts(question)
    closes(question)


def test_R_S12_under_silence_no_proxy_acts(outcomes):
    question = begun(proxies=True)
    given(question)
    with pytest.raises(PermissionDenied):
        broken(question, "chair")
    broken(question, "ba")
    with acting_as(token("officer")):
        assert state(question) == "broken"
        acts = {one.code for one in Member.objects.filter(pk__in=question.silence_acts.values("owner"))}
    assert "SH" not in acts


@pytest.mark.parametrize(
    ("by", "to", "days", "words"),
    [
        ("alif", "SH", {}, "another member"),
        ("alif", "chair", {}, "another member"),
        ("alif", "WA", {"since": TODAY - DAY}, "past"),
        ("alif", "WA", {"until": TODAY - DAY}, "ends before"),
    ],
)
def test_what_cannot_be_given_is_refused_in_words(outcomes, by, to, days, words):
    question = before_the_body(proxies=True)
    with pytest.raises(ValidationError, match=words):
        given(question, by, to, **days)


def test_one_proxy_of_a_member_at_a_time_and_by_its_head_alone(outcomes):
    question = before_the_body(proxies=True)
    given(question)
    with pytest.raises(ValidationError, match="given its proxy"):
        given(question, to="NW")
    for slug in ("alif2", "admin.sh", "officer", "chair", "jim"):
        with pytest.raises(PermissionDenied):
            given(question, slug, "NW")


def test_only_who_gave_it_withdraws_it_and_whoever_reads_the_body_reads_it(outcomes):
    body = Secretariat().body("Narrow", "SH", "WA")
    for code in ("SH", "WA"):
        Secretariat().seat(body, code, "SH", "WA")
    ruled(body, proxies=True, from_on=date(2026, 1, 1))
    question = put(tabled("officer", "SH", "WA", body=body), by="officer")
    held = given(question)
    for slug, status in (("alif2", 403), ("ba", 403), ("officer", 403), ("jim", 404)):
        answer = client(slug).get(at("proxy", held.pk))
        assert "Withdraw it" not in text(answer), slug
        assert answer.status_code == (404 if status == 404 else 200)
        assert client(slug).post(at("proxy", held.pk), {}).status_code == status, slug
    assert "Withdraw it" in text(client("alif").get(at("proxy", held.pk)))
    assert client("jim").get(at("proxies", body.pk)).status_code == client("jim").get(at("proxies", ABSENT)).status_code
    with acting_as(token("jim")):
        assert not Proxy.objects.exists()
        assert not Entry.objects.filter(kind="proxy.given").exists()
    with acting_as(token("ba")):
        assert proxies_of(body.pk).count() == 1
    assert client("alif").post(at("proxy", held.pk), {}).status_code == 302
    assert "withdrawn" in text(client("ba").get(at("proxies", body.pk)))


def test_the_form_gives_it_and_says_what_is_wrong(outcomes):
    question = before_the_body(proxies=True)
    here, address = client("alif"), at("proxies", question.text.body_id)
    sent = {"holder": "WA", "from_on": TODAY.isoformat(), "until_on": (TODAY + DAY).isoformat()}
    for wrong in ({"holder": ""}, {"holder": "XX"}, {"until_on": "30 February 2026"}, {"until_on": "2020-01-01"}):
        assert here.post(address, {**sent, **wrong}).status_code == 400
    assert client("jim").post(address, sent).status_code == 403
    assert here.post(address, sent).status_code == 302
    told = text(here.get(at("proxies", question.text.body_id, language="ar")))
    assert "وادينا" in told


def test_as_many_statements_for_one_as_for_three(outcomes):
    question = before_the_body(proxies=True)
    counts = []
    for turn in range(3):
        given(question, since=TODAY + 3 * turn * DAY, until=TODAY + (3 * turn + 1) * DAY)
        pages = at("proxies", question.text.body_id), at("question", question.pk)
        counts.append([statements(client("ba"), one) for one in pages])
    assert counts == [[10, 14]] * 3
