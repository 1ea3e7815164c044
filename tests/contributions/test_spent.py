"""Spent against moved: what was given beside what it serves, and whether that moved, as somebody states it (R-A10)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tansiq.contributions.spent.commands import state_movement
from tansiq.contributions.spent.models import Movement
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tests.contributions.given import stated
from tests.efforts.measured import Measured
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def secretariat(db):
    made = Measured()
    made.subject("military", "Operations", number=1)
    return made


def moved(measure, by, source, *codes, verdict="none", words="Nothing came of it.", as_of=date(2026, 6, 1)):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return state_movement(measure=measure, verdict=verdict, words=en(words), source=source, as_of=as_of, readers=to)


def page(slug=""):
    return text(client(slug).get(at("spent", "military")))


def test_R_A10_what_was_given_stands_beside_what_it_serves(secretariat):
    measure, source = secretariat.counted("trained", name="Trained"), secretariat.source("Watch")
    stated("alif", line="military", measure=measure, text="For training.", amount="5000")
    stated("ba", line="military", text="For the line.", context="before")
    moved(measure, "officer", source, verdict="lost", words="They fell again.")
    told = page()
    assert "reached, then lost · as of 1 June 2026 They fell again. Secretariat · Watch" in told
    given, _, rest = told.partition("Given for it")[2].partition("All that was given along it")
    assert ("For training." in given, "For the line." in given) == (True, False)
    assert "spent before the start" in rest
    assert "Nothing is added up, and no cause is claimed." in told
    with pytest.raises(ValidationError, match="has not come"):
        moved(measure, "officer", source, as_of=date(2027, 1, 1))


def test_what_is_hidden_leaves_no_trace(secretariat):
    measure, source = secretariat.counted("trained", name="Trained"), secretariat.source("Watch")
    rooms = [at("spent", "military"), at("line", "military"), at("measure", measure.pk), at("record")]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    moved(measure, "alif", source, "WA", words="Hidden words.")
    stated("alif", "WA", line="military", measure=measure, text="Hidden gift.")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert ("Hidden words." in page("ba"), "Hidden gift." in page("ba")) == (True, True)
    with acting_as(public_token()):
        assert Movement.objects.count() == 0


def test_the_page_states_whether_it_moved(secretariat):
    measure, source = secretariat.counted("trained", name="Trained"), secretariat.source("Watch")
    given = {"verdict": "none", "text": "Nothing.", "language": "en", "as_of": "1 June 2026"}
    given |= {"source": str(source.pk), "release": "public", "once": "1"}
    assert client("jim").post(at("measure_moved", measure.pk), {**given, "source": ""}).status_code == 400
    assert client("jim").get(at("measure_moved", measure.pk)).status_code == 200
    assert client("jim").post(at("measure_moved", measure.pk), {**given, "once": "2"}).status_code == 302
    assert "no movement · as of 1 June 2026 Nothing. Nawras · Watch" in page()
    assert client("jim").get(at("measure_moved", ABSENT)).status_code == 404
    assert client("jim").get(at("spent", "absent")).status_code == 404


def test_as_many_statements_for_one_measure_as_for_three(secretariat):
    counts, source = [], secretariat.source("Watch")
    for number in (1, 2, 3):
        measure = secretariat.counted(f"trained_{number}", name=f"Trained {number}")
        secretariat.figure(measure, "60")
        stated("alif", line="military", measure=measure)
        moved(measure, "officer", source)
        counts.append(statements(client("jim"), at("spent", "military")))
    assert len({*counts}) == 1
