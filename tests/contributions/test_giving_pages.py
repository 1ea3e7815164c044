"""The pages on which one gives: what is hidden leaves no trace, the forms do what they say, statements stay few."""

import pytest
from django.utils import translation

from tansiq.contributions.giving.models import Caveat, Consent, Step, StepCorrection
from tansiq.contributions.models import Contribution
from tansiq.release.acting import acting_as, public_token
from tests.contributions.given import consented, corrected, limited, received, stated, step
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def page(one, slug=""):
    return text(client(slug).get(at("contribution", one.pk)))


def test_what_is_hidden_leaves_no_trace():
    gift = stated("alif", to="WA", joint=("WA", "NW"))
    rooms = [at(name) for name in ("home", "contributions", "record", "lines")] + [
        *(at("contribution", gift.pk, language=code) for code in ("en", "ar")),
        *(at("member", code) for code in ("SH", "NW")),
    ]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    made = step(gift, "alif", "delivered", "WA", amount="100", instalment=True)
    corrected(gift, "alif", made, "delivered", "WA", amount="90", why="Hidden slip.")
    received(gift, "ba", "disputed", "SH", reason="Hidden dispute.")
    consented(gift, "ba", "SH", words="Hidden words.")
    limited(gift, "alif", "WA", text="Hidden limit.")
    stated("alif", "WA", text="Hidden gift.")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    for words in ("Hidden slip.", "Hidden dispute.", "Hidden words.", "Hidden limit."):
        assert words in page(gift, "ba")
    with acting_as(public_token()):
        assert [model.objects.count() for model in (Step, StepCorrection, Consent, Caveat)] == [0] * 4


def test_a_hidden_one_and_an_absent_one_are_the_same_bytes():
    gift = stated("alif", "WA", to="WA")
    made = step(gift, "alif", "delivered", "WA")
    limit = limited(gift, "alif", "WA")
    names = ("contribution", "contribution_stage", "contribution_received", "contribution_correct")
    keys = [*((name, gift.pk) for name in (*names, "contribution_consent", "contribution_caveat"))]
    for name, key in (*keys, ("step_correct", made.pk), ("caveat_lift", limit.pk)):
        hidden, absent = (client("jim").get(at(name, one)) for one in (key, ABSENT))
        assert (name, hidden.status_code, absent.status_code) == (name, 404, 404)
        assert bare(hidden.content).replace(str(key), ABSENT) == bare(absent.content)


def test_the_pages_state_correct_consent_and_limit():
    given = {"kind": "cash", "text": "For the wells.", "amount": "1,000", "currency": "USD", "stage": "pledged"}
    given |= {"on": "1 March 2026", "recipient_member": "WA", "language": "en", "release": "public", "once": "1"}
    bad = client("alif").post(at("contribution_state"), {**given, "currency": ""})
    assert (bad.status_code, "Money is counted in a currency." in text(bad)) == (400, True)
    joint = {**given, "joint": ["NW"], "joint_name": "Two donors", "once": "2", "shown_amount": "900"}
    bad = client("alif").post(at("contribution_state"), joint)
    assert (bad.status_code, "A conversion has its amount" in text(bad)) == (400, True)
    whole = {**joint, "shown_currency": "EUR", "rate_on": "27 February 2026", "once": "3"}
    assert client("alif").post(at("contribution_state"), whole).status_code == 302
    with acting_as(token("alif")):
        gift = Contribution.objects.get()
    stage = {"stage": "committed", "on": "2 March 2026", "amount": "1000", "currency": "USD", "language": "en"}
    stage |= {"release": "public", "once": "4"}
    assert client("alif").post(at("contribution_stage", gift.pk), stage).status_code == 302
    refused = client("alif").post(at("contribution_stage", gift.pk), {**stage, "stage": "pledged", "once": "5"})
    assert (refused.status_code, "give the reason" in text(refused)) == (400, True)
    heard = {**stage, "stage": "disputed", "reason": "Nothing came.", "once": "6"}
    assert client("ba").post(at("contribution_received", gift.pk), heard).status_code == 302
    with acting_as(token("alif")):
        made = Step.objects.get(stage="committed")
    opened = client("alif").get(at("step_correct", made.pk)).content
    assert (b'value="1000"' in opened, b'value="2026-03-02"' in opened) == (True, True)
    anew = {**stage, "amount": "1100", "why": "A slip.", "once": "7"}
    assert client("alif").post(at("step_correct", made.pk), anew).status_code == 302
    stale = client("alif").post(at("step_correct", made.pk), {**anew, "why": "Typed long.", "once": "8"})
    assert (stale.status_code, "Somebody was quicker" in text(stale), b"Typed long." in stale.content) == (
        *(409, True),
        True,
    )
    first = {**anew, "stage": "pledged", "once": "9"}
    assert client("alif").post(at("contribution_correct", gift.pk), first).status_code == 302
    word = {"consents": "yes", "words": "", "language": "en", "release": "public", "once": "10"}
    assert client("jim").post(at("contribution_consent", gift.pk), word).status_code == 302
    limit = {"text": "By day alone.", "language": "en", "release": "mine", "once": "11"}
    assert client("jim").post(at("contribution_caveat", gift.pk), limit).status_code == 302
    with acting_as(token("jim")):
        its = Caveat.objects.get()
    assert client("jim").post(at("caveat_lift", its.pk), {"on": "1 June 2026", "version": "1"}).status_code == 302
    assert client("officer").get(at("contribution_state")).status_code == 404


def test_the_list_finds_a_stage_that_was_stated_later():
    gift = stated("alif", text="Found by its stage.")
    step(gift, "alif", "delivered")
    for stage, seen in (("pledged", True), ("delivered", True), ("lapsed", False)):
        shown = text(client().get(at("contributions"), {"stage": stage}))
        assert ("Found by its stage." in shown) == seen


def test_as_many_statements_for_one_stage_as_for_three():
    counts = []
    gift = stated("alif", to="WA", joint=("WA", "NW"))
    for number in (1, 2, 3):
        made = step(gift, "alif", "delivered", amount="1", instalment=True)
        corrected(gift, "alif", made, "delivered", amount="2")
        received(gift, "ba", "delivered", amount="1")
        consented(gift, ("ba", "jim", "jim")[number - 1])
        limited(gift, "alif")
        rooms = [at("contributions"), at("contribution", gift.pk)]
        counts.append([statements(client("jim"), one) for one in rooms])
    assert counts[0] == counts[1] == counts[2]
