"""Giving: each end states its own stages, nothing goes back unseen, and what differs is listed (R-C1 to R-C5, R-C7)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import translation

from tansiq.contributions.giving.commands import lift_caveat
from tansiq.contributions.giving.models import Consent, JointGiver, Step, StepCorrection
from tansiq.contributions.giving.stating import Shown
from tansiq.contributions.models import Contribution
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tests.contributions.given import DAY, LATER, consented, corrected, limited, much, received, stated, step
from tests.pages import text
from tests.secretariat import en, readers
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def page(one, slug="", name="contribution"):
    return text(client(slug).get(at(name, one.pk)))


def test_R_C1_each_stage_is_a_row_of_its_own_in_time():
    gift = stated("alif", to="WA")
    step(gift, "alif", "committed", amount="100", on=date(2026, 3, 15))
    made = step(gift, "alif", "delivered", amount="100", on=LATER)
    told = page(gift)
    assert "pledged 1 March 2026" in told
    assert "time to deliver: 40 days" in told  # R-C8
    assert told.index("1 March 2026 pledged") < told.index("15 March 2026 committed") < told.index("10 April 2026 deli")
    with acting_as(token("alif")):
        (entry,) = Entry.objects.filter(item=made.pk)
    assert entry.kind == "contribution.step_stated"


def test_R_C8_a_hedged_day_makes_a_hedged_time(outcomes):
    gift = stated("alif", on=date(2025, 7, 12))
    step(gift, "alif", "delivered", on=date(2025, 8, 1), until=date(2025, 8, 31))
    assert "time to deliver: about a month" in page(gift)


def test_R_C1_nothing_goes_back_unseen():
    gift = stated("alif", to="WA", stage="committed")
    for stage in ("pledged", "reduced", "withdrawn", "lapsed"):
        with pytest.raises(ValidationError, match="give the reason"):
            step(gift, "alif", stage)
    step(gift, "alif", "withdrawn", reason="The budget fell.")
    with pytest.raises(ValidationError, match="give the reason"):
        step(gift, "alif", "delivered")
    step(gift, "alif", "committed", reason="The budget is back.")
    assert "The budget fell." in page(gift)
    with pytest.raises(ValidationError, match="not for this end"):
        step(gift, "alif", "confirmed")
    with pytest.raises(ValidationError, match="has not come"):
        step(gift, "alif", "delivered", reason="Soon.", on=date(2027, 1, 1))
    with acting_as(token("alif")):
        own = ownership(audience_of(readers("SH")))
    with acting_as(token("alif")), pytest.raises(IntegrityError, match="a_fall_and"), transaction.atomic():
        Step.objects.create(contribution=gift, side="giver", stage="lapsed", qualifier="words_only", **own)


def test_R_C1_instalments_add_up_or_it_is_said_by_how_much_not():
    gift = stated("alif", amount="100")
    step(gift, "alif", "delivered", amount="30", instalment=True, on=date(2026, 3, 10))
    assert "The instalments make 30 US dollars together; 70 US dollars less than was promised." in page(gift)
    step(gift, "alif", "delivered", amount="70", instalment=True, on=date(2026, 3, 20))
    assert "make 100 US dollars together; that is all that was promised." in page(gift)
    step(gift, "alif", "delivered", amount="68", instalment=True)
    assert "make 168 US dollars together; 68 US dollars more than was promised." in page(gift)
    step(gift, "alif", "reduced", amount="90", reason="A smaller need.")
    assert "78 US dollars more than was promised." in page(gift)


def test_R_C2_neither_currencies_nor_words_are_added():
    gift = stated("alif", amount="100")
    step(gift, "alif", "delivered", amount="30", instalment=True)
    step(gift, "alif", "delivered", how_much=much("20", currency="CAD"), instalment=True)
    assert "The instalments are not added" in page(gift)
    other = stated("alif", how_much=much(None, words="large sums"))
    step(other, "alif", "delivered", amount="30", instalment=True)
    told = page(other)
    assert "large sums" in told
    assert "what was promised cannot be set against that." in told


def test_R_C2_a_conversion_has_its_day_and_the_original_stands():
    gift = stated("alif", shown=Shown(Decimal(92), "EUR", date(2026, 2, 27)))
    told = page(gift)
    for words in ("100 US dollars", "92 euros at the rate of 27 February 2026 ; added to nothing"):
        assert words in told


def test_R_C3_earmarking_and_context():
    gift = stated("alif", earmarking="softly", earmark=en("the east bank"), context="before")
    told = page(gift)
    assert "Earmarked for the east bank softly: a region or a theme" in told
    assert "spent before the start : Told as context; it is counted nowhere." in told


def test_R_C4_both_ends_stand_beside_each_other_with_what_they_differ_in():
    gift = stated("alif", to="WA")
    step(gift, "alif", "delivered", amount="100")
    assert "no word of the recipient is on record for you" in page(gift)
    assert "Stage delivered" in page(gift)
    heard = received(gift, "ba", "delivered", amount="90")
    told = page(gift)
    assert "The two ends name different amounts. The recipient names 10 US dollars less." in told
    assert "The recipient’s word delivered · 10 April 2026 90 US dollars Wadina" in told
    received(gift, "ba", "disputed", reason="Two lorries were empty.")
    assert "The recipient disputes it." in page(gift)
    with pytest.raises(ValidationError, match="give the reason"):
        received(gift, "ba", "confirmed", amount="100")
    received(gift, "ba", "confirmed", amount="100", reason="They came later.")
    told = page(gift)
    assert "In what they differ" not in told
    assert "on record: confirmed by the recipient" in told
    assert heard.side == "recipient"


@pytest.mark.parametrize(
    ("by", "side"), [("jim", "giver"), ("jim", "recipient"), ("ba", "giver"), ("alif", "recipient")]
)
def test_R_C4_nobody_speaks_for_another_end(by, side):
    gift = stated("alif", to="WA")
    with pytest.raises(PermissionDenied):
        step(gift, by, "delivered", side=side)
    name = "contribution_stage" if side == "giver" else "contribution_received"
    assert client(by).get(at(name, gift.pk)).status_code == 403
    with acting_as(token(by)):
        own = ownership(audience_of(readers("NW", "WA", "SH")))
    with acting_as(token(by)), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Step.objects.create(contribution=gift, side=side, stage="delivered", qualifier="words_only", **own)


def test_R_C4_a_recipient_that_is_no_member_is_entered_on_its_word(outcomes):
    gift = outcomes.gift("For all.", "100", DAY, recipient=en("The fund"))
    made = received(gift, "officer", "confirmed", amount="100")
    assert (made.said_by_id, str(made.said_by_name)) == (None, "The fund")
    assert "The fund entered by Secretariat" in page(gift)
    step(gift, "alif", "delivered", amount="100")  # What a source tells of a member, its member goes on with.
    assert "In what they differ" not in page(gift)


def test_a_correction_points_to_what_it_corrects():
    gift = stated("alif", amount="100")
    made = step(gift, "alif", "delivered", amount="10")
    corrected(gift, "alif", made, "delivered", amount="100")
    corrected(gift, "alif", None, "pledged", amount="120", on=DAY, why="The pledge was more.")
    told = page(gift)
    assert ("A slip of the pen." in told, "The pledge was more." in told) == (True, True)
    assert told.count("corrected ") >= 2
    with pytest.raises(Stale):
        corrected(gift, "alif", made, "delivered", amount="99")
    with pytest.raises(Stale):
        corrected(gift, "alif", None, "pledged", amount="99", on=DAY)
    with pytest.raises(PermissionDenied):
        corrected(gift, "ba", made, "delivered", amount="99")
    with acting_as(token("ba")):
        own = ownership(audience_of(readers("WA", "SH")))
    with acting_as(token("ba")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        StepCorrection.objects.create(earlier=made, later=made, reason=en("Mine."), **own)


def test_R_C7_a_member_gives_in_its_own_name_alone(outcomes):
    with acting_as(token("alif")):
        own = ownership(audience_of(readers("SH")))
    columns = {"kind": "cash", "text": en("Theirs."), "amount": 1, "qualifier": "exact", "stage": "pledged"}
    for wrong in ({"giver": outcomes.member("WA")}, {"giver": outcomes.member("SH"), "source": outcomes.paper}):
        with acting_as(token("alif")), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            Contribution.objects.create(**columns, **wrong, **own)
    with pytest.raises(PermissionDenied):
        stated("officer")


def test_R_C7_a_joint_gift_counts_as_stated_by_those_who_consent():
    gift = stated("alif", joint=("WA", "NW"))
    told = page(gift)
    assert "Three donors" in told
    assert "Sahlan · states it" in told
    assert told.count("no consent is on record for you") == 2
    consented(gift, "ba")
    consented(gift, "jim", consents=False, words="Not this year.")
    told = page(gift)
    assert ("Wadina · consents" in told, "Nawras · does not consent Not this year." in told) == (True, True)
    consented(gift, "jim")
    assert "does not consent" not in page(gift)
    with acting_as(token("ba")):
        named = JointGiver.objects.get(member__code="NW")
        own = ownership(audience_of(readers("WA", "NW")))
    with acting_as(token("ba")), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Consent.objects.create(giver=named, consents=True, **own)
    assert client("officer").get(at("contribution_consent", gift.pk)).status_code == 403


def test_R_C5_a_caveat_has_an_audience_of_its_own():
    gift = stated("alif")
    made = limited(gift, "alif", "coordinator", place="the east", hours="by day", approval="the minister")
    told = {slug: page(gift, slug) for slug in ("", "jim", "alif")}
    assert [("Not beyond the river." in one, "Limits on its use" in one) for one in told.values()] == [
        *[(False, False)] * 2,
        (True, True),
    ]
    assert "Where the east At which time of day by day Whose approval is needed the minister" in told["alif"]
    with pytest.raises(PermissionDenied):
        limited(gift, "jim")
    with acting_as(token("alif")):
        lift_caveat(caveat=made, on=date(2026, 6, 1), version=1)
        with pytest.raises(ValidationError, match="lifted already"):
            lift_caveat(caveat=made, on=date(2026, 6, 1), version=2)
    assert "lifted from 1 June 2026" in page(gift, "alif")
    narrow = stated("alif", "WA")
    with pytest.raises(ValidationError, match="not released to all"):
        limited(narrow, "alif", "NW")
