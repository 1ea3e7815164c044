"""Developments: what changed, since when, seen by whom; corrected and withdrawn, never overwritten."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.developments.models import Development, DevelopmentWithdrawal, DoubtedMeasure
from tansiq.developments.seen import Witness
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tests.assessments.assessed import assessed
from tests.developments.changed import changed, claimed, corrected, withdrawn
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def page(slug="", **asked):
    return text(client(slug).get(at("developments", "military"), asked))


def one(made, slug=""):
    return text(client(slug).get(at("development", made.pk)))


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (("day", date(2026, 6, 1), False), "since 1 June 2026"),
        (("month", date(2026, 5, 1), True), "since about May 2026"),
        (("year", date(2025, 1, 1), False), "since 2025"),
    ],
)
def test_what_changed_is_dated_as_exactly_as_it_is_known(secretariat, line, known, told):
    precision, on, hedged = known
    made = changed(line, "alif", since_on=on, since_precision=precision, since_hedged=hedged)
    assert f"{told} · Sahlan The bridge is down." in page()
    assert f"{told} · seen by Sahlan" in one(made)
    with acting_as(token("officer")):
        (entry,) = Entry.objects.filter(item=made.pk)
    assert entry.kind == "development.reported"


def test_no_day_lies_ahead_and_only_a_line_has_developments(secretariat, line):
    with pytest.raises(ValidationError, match="has not come"):
        changed(line, "alif", since_on=date(2027, 1, 1))
    secretariat.subject("all", "All", is_line=False)
    assert client("alif").get(at("developments", "all")).status_code == 404


def test_what_changed_on_the_whole_has_its_own_page(secretariat, line):
    changed(None, "alif", words="It snows everywhere.")
    changed(line, "alif")
    whole = text(client().get(at("developments_whole")))
    assert ("It snows everywhere." in whole, "The bridge" in whole, "snows" in page()) == (True, False, False)


def test_another_s_eyes_are_named_with_the_source(secretariat, line):
    source = secretariat.source("Watch")
    made = changed(line, "alif", witness=Witness(en("A ferryman"), source))
    told = one(made)
    assert ("on the word of A ferryman" in told, "Entered by Sahlan" in told, "Source Watch" in told) == (True,) * 3


def test_developments_come_newest_first_and_are_filtered_by_review(secretariat, line):
    review = secretariat.review("June", date(2026, 6, 1))
    changed(line, "alif", words="Later.", since_on=date(2026, 6, 2), review=review)
    changed(line, "alif", words="Earlier.", since_on=date(2026, 5, 2))
    assert page().index("Later.") < page().index("Earlier.")
    narrowed = page(review=str(review.pk))
    assert ("Later." in narrowed, "Earlier." in narrowed) == (True, False)
    assert client().get(at("developments", "military"), {"review": "x"}).status_code == 400


def test_it_is_corrected_by_a_later_one_and_both_stay(secretariat, line):
    made = changed(line, "alif")
    later = corrected(made, "alif")
    assert "Corrected since. We went there." in one(made)
    assert "What was said before" in one(later)
    assert "The bridge is down. corrected" in page()
    for again in (lambda: corrected(made, "alif"), lambda: withdrawn(made, "alif")):
        with pytest.raises(Stale):
            again()
    with pytest.raises(PermissionDenied):
        corrected(later, "jim")


def test_it_is_withdrawn_with_a_reason_and_stays_to_be_read(secretariat, line):
    made = changed(line, "alif", "NW")
    withdrawn(made, "alif")
    assert "Withdrawn. It was another bridge." in one(made, "jim")
    assert "The bridge is down. withdrawn" in page("jim")
    with pytest.raises(Stale):
        withdrawn(made, "alif")
    other = changed(line, "jim")
    with pytest.raises(PermissionDenied):
        withdrawn(other, "alif")


def test_postgresql_lets_nobody_withdraw_another_s_or_before_fewer_readers(secretariat, line):
    made = changed(line, "alif")
    for slug in ("jim", "alif"):
        with acting_as(token(slug)):
            own = ownership(audience_of(readers("SH", "NW")))
            with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
                DevelopmentWithdrawal.objects.create(development=made, reason=en("No."), **own)


def test_what_it_makes_doubtful_is_shown_to_whoever_reads_both(secretariat, line):
    open_one, narrow = secretariat.measure("land", name="Territory"), secretariat.measure("sea", "SH", name="Coast")
    rated = assessed(line, "jim", "SH", words="It went well.")
    made = changed(line, "alif", "NW", "WA", "secretariat", measures=(open_one, narrow), assessments=(rated,))
    told = {slug: one(made, slug) for slug in ("alif", "ba", "jim")}
    assert {slug: ("Territory" in t, "Coast" in t, "Nawras · Our own" in t) for slug, t in told.items()} == {
        "alif": (True, True, True),
        "ba": (True, False, False),
        "jim": (True, False, True),
    }
    doubt = "Made doubtful by what changed since:"
    for slug, shown in (("ba", True), ("", False)):
        assert (doubt in text(client(slug).get(at("measure", open_one.pk)))) == shown
    for slug in ("alif", "jim"):
        assert doubt in text(client(slug).get(at("assessment", rated.pk)))
    with acting_as(token("ba")), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        DoubtedMeasure.objects.create(development=made, measure=open_one, **ownership(audience_of(readers("WA"))))
    withdrawn(made, "alif")
    assert doubt not in text(client("ba").get(at("measure", open_one.pk)))


def test_it_is_released_to_nobody_who_does_not_read_what_it_is_about(secretariat, line):
    review = secretariat.review("Closed", date(2026, 6, 1), "SH")
    with pytest.raises(ValidationError, match="not released to all"):
        changed(line, "alif", review=review)


def test_what_is_hidden_leaves_no_trace(secretariat, line):
    made, land = changed(line, "alif"), secretariat.measure("land", name="Territory")
    rated, source = assessed(line, "jim"), secretariat.source("Watch")
    rooms = [at(name) for name in ("home", "lines", "record", "developments_whole")] + [
        *(at("developments", "military", language=code) for code in ("en", "ar")),
        *(at("development", made.pk), at("line", "military"), at("measure", land.pk), at("assessment", rated.pk)),
    ]
    before = {(slug, room): bare(client(slug).get(room).content) for slug in ("", "jim") for room in rooms}
    few = ("SH", "WA", "secretariat")
    changed(line, "ba", *few, words="Hidden.", measures=(land,), assessments=(rated,))
    corrected(made, "alif", *few, words="Hidden.")
    claimed(line, "ba", *few, effect="Hidden.", development=made, source=source)
    assert {(slug, room): bare(client(slug).get(room).content) for slug, room in before} == before
    with acting_as(public_token()):
        assert Development.objects.count() == 1


def test_a_hidden_development_and_an_absent_one_are_the_same_bytes(secretariat, line):
    made = changed(line, "ba", "SH")
    for name in ("development", "development_correct", "development_withdraw"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


SAID = {"text": "The bridge is down.", "since": "May 2026", "since_about": "on", "language": "en", "release": "public"}


def test_the_pages_report_correct_and_withdraw(secretariat, line):
    land, rated = secretariat.measure("land", name="Territory"), assessed(line, "jim")
    source = secretariat.source("Watch")
    assert "Say what changed" in text(client("alif").get(at("development_report", "military")))
    for wrong, told in (({"since": "soon"}, "could not be read"), ({"eyes_en": "A ferryman"}, "Name the source")):
        bad = client("alif").post(at("development_report", "military"), {**SAID, **wrong, "once": "0"})
        assert (bad.status_code, told in text(bad)) == (400, True)
    given = {"measures": [str(land.pk)], "assessments": [str(rated.pk)], "eyes_en": "A ferryman"}
    sent = {**SAID, **given, "source": str(source.pk), "once": "1"}
    assert client("alif").post(at("development_report", "military"), sent).status_code == 302
    with acting_as(token("alif")):
        made = Development.objects.get()
    assert (made.since_on, made.since_precision, made.since_hedged) == (date(2026, 5, 1), "month", True)
    opened = client("alif").get(at("development_correct", made.pk)).content.decode()
    for kept in ("2026-05", "A ferryman", f'{land.pk}"[^>]* checked', f'{rated.pk}"[^>]* checked'):
        assert re.search(kept, opened)
    anew = {**sent, "text": "One lane.", "reason": "We went there.", "once": "2"}
    assert client("alif").post(at("development_correct", made.pk), anew).status_code == 302
    stale = client("alif").post(at("development_correct", made.pk), {**anew, "text": "Typed long.", "once": "3"})
    assert (stale.status_code, "Somebody was quicker" in text(stale), b"Typed long." in stale.content) == (
        *(409, True),
        True,
    )
    with acting_as(token("alif")):
        later = Development.objects.exclude(pk=made.pk).get()
    why = {"text": "Another bridge.", "language": "en", "once": "4"}
    assert client("alif").get(at("development_withdraw", later.pk)).status_code == 200
    assert client("alif").post(at("development_withdraw", later.pk), why).status_code == 302
    assert "Withdrawn. Another bridge." in one(later)
    assert client("jim").get(at("development_correct", made.pk)).status_code == 403
    assert client("alif").post(at("development_report_whole"), {**SAID, "once": "5"}).status_code == 302


def test_as_many_statements_for_one_development_as_for_three(secretariat, line):
    counts = []
    for number in (1, 2, 3):
        land, rated = secretariat.measure(f"m{number}"), assessed(line, ("alif", "jim", "ba")[number - 1])
        made = changed(line, "alif", measures=(land,), assessments=(rated,), words=f"Change {number}.")
        claimed(line, "jim", development=made, source=secretariat.source(f"Watch{number}"))
        rooms = [at("developments", "military"), at("development", made.pk), at("measure", land.pk)]
        counts.append([statements(client(), room) for room in (*rooms, at("assessment", rated.pk))])
    assert counts[0] == counts[1] == counts[2]
