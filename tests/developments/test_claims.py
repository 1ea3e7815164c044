"""Claims of cause: whose, what of what, on what grounds, who disputes; the house itself claims none (R-A10)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction

from tansiq.developments.models import Claim, ClaimAnswer, ClaimFigure
from tansiq.developments.seen import Witness
from tansiq.members.commands import ownership
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tests.developments.changed import answered, changed, claimed
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
NONE = "The house itself claims no cause"


@pytest.fixture
def source(secretariat):
    return secretariat.source("Watch")


def one(made, slug=""):
    return text(client(slug).get(at("claim", made.pk)))


def test_R_A10_the_house_claims_no_cause_and_names_the_claimant(secretariat, line, source):
    made = claimed(line, "alif", source=source, cause_line=line)
    for told in (one(made), text(client().get(at("developments", "military")))):
        assert NONE in told
        assert "claimed by Sahlan" in told
    told = one(made)
    for words in ("What came about The advance is halted.", "Thanks to what The patrols.", "Three reports say so."):
        assert words in told


def test_R_A10_whoever_disputes_or_supports_stands_beside_and_changes_nothing(secretariat, line, source):
    made = claimed(line, "alif", source=source)
    answered(made, "jim", words="The river rose.")
    answered(made, "ba", "SH", side="supports", words="We saw it too.")
    told = {slug: one(made, slug) for slug in ("", "alif")}
    assert ("Nawras disputes it The river rose." in told[""], "We saw it too." in told[""]) == (True, False)
    assert "Wadina supports it We saw it too." in told["alif"]
    listed = {slug: text(client(slug).get(at("developments", "military"))) for slug in ("", "alif")}
    assert ("claimed by Sahlan disputed" in listed[""], "supported" in listed[""]) == (True, False)
    assert "claimed by Sahlan disputed supported" in listed["alif"]
    assert "The advance is halted." in told[""]


def test_R_A10_a_claim_has_grounds_that_others_can_look_at(secretariat, line):
    with pytest.raises(ValidationError, match="a source or on figures"):
        claimed(line, "alif")
    land = secretariat.measure("land", name="Territory")
    base = secretariat.base(land, "of it")
    shown, hidden = secretariat.figure(land, "60", base=base), secretariat.figure(land, "62", "SH", base=base)
    made = claimed(line, "alif", figures=(shown, hidden), measure=land)
    told = {slug: one(made, slug) for slug in ("jim", "alif")}
    assert ("60" in told["jim"], "62" in told["jim"], "62" in told["alif"]) == (True, False, True)
    with acting_as(token("jim")), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        ClaimFigure.objects.create(claim=made, figure=shown, **ownership(audience_of(readers("NW"))))


def test_a_claim_on_another_s_word_may_be_disputed_by_whoever_entered_it(secretariat, line, source):
    mine = claimed(line, "alif", source=source)
    with pytest.raises(ValidationError, match="your own claim"):
        answered(mine, "alif")
    other = claimed(line, "officer", witness=Witness(en("A minister"), source))
    assert "claimed by A minister" in one(other)
    assert "Entered by Secretariat" in one(other)
    answered(other, "officer")
    assert "Secretariat disputes it" in one(other)


def test_a_claim_names_nothing_that_its_readers_do_not_read(secretariat, line, source):
    made = changed(line, "alif", "WA")
    with pytest.raises(ValidationError, match="not released to all"):
        claimed(line, "alif", development=made, source=source)
    held = claimed(line, "alif", "WA", development=made, source=source)
    told = text(client("ba").get(at("development", made.pk)))
    assert "The advance is halted. thanks to The patrols." in told
    with pytest.raises(ValidationError, match="not released to all"):
        answered(held, "ba", "NW")


def test_what_is_hidden_leaves_no_trace(secretariat, line, source):
    made = claimed(line, "alif", source=source)
    rooms = [at(name) for name in ("home", "lines", "record", "developments_whole")]
    rooms += [at("developments", "military", language=code) for code in ("en", "ar")] + [at("claim", made.pk)]
    before = {(slug, room): bare(client(slug).get(room).content) for slug in ("", "jim") for room in rooms}
    few = ("SH", "secretariat")
    claimed(line, "ba", *few, effect="Hidden.", source=source)
    claimed(None, "ba", *few, effect="Hidden.", source=source)
    answered(made, "ba", *few, words="Hidden.")
    assert {(slug, room): bare(client(slug).get(room).content) for slug, room in before} == before
    with acting_as(public_token()):
        assert (Claim.objects.count(), ClaimAnswer.objects.count()) == (1, 0)


def test_a_hidden_claim_and_an_absent_one_are_the_same_bytes(secretariat, line, source):
    made = claimed(line, "ba", "SH", source=source)
    for name in ("claim", "claim_answer"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


def test_the_pages_claim_and_dispute(secretariat, line, source):
    made = changed(line, "alif", since_on=date(2026, 6, 1))
    opened = client("alif").get(at("claim_make", "military"), {"development": str(made.pk)})
    assert NONE in text(opened)
    said = {"text": "It is halted.", "cause": "The patrols.", "grounds": "Reports.", "language": "en"}
    said |= {"development": str(made.pk), "cause_line": "military", "release": "public"}
    bad = client("alif").post(at("claim_make", "military"), {**said, "once": "1"})
    assert (bad.status_code, "rests on a source or on figures" in text(bad)) == (400, True)
    sent = {**said, "source": str(source.pk), "once": "2"}
    assert client("alif").post(at("claim_make", "military"), sent).status_code == 302
    with acting_as(token("alif")):
        claim = Claim.objects.get()
    assert claim.development_id == made.pk
    against = {"side": "disputes", "text": "No.", "language": "en", "release": "public", "once": "3"}
    assert client("jim").get(at("claim_answer", claim.pk)).status_code == 200
    assert client("jim").post(at("claim_answer", claim.pk), against).status_code == 302
    own = client("alif").post(at("claim_answer", claim.pk), {**against, "once": "4"})
    assert (own.status_code, "This is your own claim." in text(own)) == (400, True)
    assert client("alif").get(at("claim_make_whole")).status_code == 200


def test_as_many_statements_for_one_claim_as_for_three(secretariat, line, source):
    counts = []
    for _number in range(3):
        made = claimed(line, "alif", source=source)
        answered(made, "jim")
        answered(made, "ba", side="supports")
        rooms = [at("developments", "military"), at("claim", made.pk)]
        counts.append([statements(client(), room) for room in rooms])
    assert counts[0] == counts[1] == counts[2]
