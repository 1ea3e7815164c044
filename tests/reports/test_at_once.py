"""Two colleagues at one moment: one restatement stands, drafts are not overwritten, and nothing is typed again."""

import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tansiq.languages.words import Words
from tansiq.record.acts import Stale
from tansiq.release.acting import acting_as
from tansiq.reports.commands import filing
from tansiq.reports.commands.answering import Filing, file_answers
from tansiq.reports.commands.filing import restate_report
from tansiq.reports.models import Report, ReportDraft, Restatement
from tests.pages import text
from tests.reports.answered import FOR_ALL, answer, typed
from tests.reports.reported import Reported, figure
from tests.secretariat import readers
from tests.visits import at, client
from tests.world import Cluster, token

LAST = 60  # Seconds that a thread may take.
TWO = ("alif", "alif2")  # Colleagues in Sahlan's delegation.


@pytest.fixture(scope="module")
def reported(cluster: Cluster, small: str, django_db_setup: None, django_db_blocker) -> Iterator[tuple]:
    """A call and a report of Sahlan's in a clone in which acts are committed, and its people's contexts."""
    with django_db_blocker.unblock():
        tokens = [token(slug) for slug in TWO]
        connection.close()
        cluster.clone(small, "colleagues")
        held = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = "colleagues"
        try:
            with transaction.atomic():
                made = Reported()
                trained, land = made.trained(), made.counted("land")
                call = made.call(trained, land)
                report = made.report(call, trained, "SH", figure("11"))
            yield tokens, call, land, report
        finally:
            connection.close()
            connection.settings_dict["NAME"] = held
            cluster.drop("colleagues")


def at_once(tokens, do):
    """Both do it, each on a connection of its own, both having looked before either is done."""
    both = threading.Barrier(len(tokens), timeout=LAST)

    def one(number: int) -> object:
        try:
            with acting_as(tokens[number]), transaction.atomic():
                Report.objects.count()  # Looked at before, as a page is.
                both.wait()
                return do(number)
        except Stale as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tokens)) as threads:
        return list(threads.map(one, range(len(tokens)), timeout=LAST))


def test_of_two_restatements_one_stands_and_the_other_is_told(reported, monkeypatch):
    tokens, _call, _land, report = reported
    slow = threading.Event()
    kept = filing._filed
    monkeypatch.setattr(filing, "_filed", lambda *given: (slow.wait(0.3), kept(*given))[1])  # Time to overtake.

    def restate(number: int) -> object:
        found = Report.objects.get(pk=report.pk)
        why = Words.of("en", en=f"Miscounted, {number}.")
        return restate_report(report=found, answer=figure(str(20 + number)), reason=why, readers=readers("SH")).pk

    answers = at_once(tokens, restate)
    assert sorted(one is Stale for one in answers) == [False, True]
    with acting_as(tokens[0]), transaction.atomic():
        (link,) = Restatement.objects.filter(earlier=report.pk)
        assert link.later_id in answers
        assert Report.objects.count() == 2


def test_of_two_first_answers_one_stands_and_the_other_is_told(reported, monkeypatch):
    tokens, call, land, _report = reported
    kept, slow = filing._filed, threading.Event()
    monkeypatch.setattr(filing, "_filed", lambda *given: (slow.wait(0.3), kept(*given))[1])
    both = [[Filing(land, figure(str(number)), readers("SH"), None)] for number in (30, 31)]
    answers = at_once(tokens, lambda number: file_answers(call=call, filings=both[number]).pk)
    assert sorted(one is Stale for one in answers) == [False, True]
    with acting_as(tokens[0]), transaction.atomic():
        assert Report.objects.filter(measure=land).count() == 1


def kept_of(page, measure) -> str:
    return re.search(rf'name="{measure.pk}-kept" value="([^"]*)"', page.content.decode())[1]


def keep(slug, call, *fields):
    given: dict[str, str] = {**FOR_ALL, "draft": "1"}
    for one in fields:
        given |= one
    return client(slug).post(at("call_answer", call.pk), given)


def drafts():
    with acting_as(token("alif")):
        return {draft.measure.code: draft.given["value"] for draft in ReportDraft.objects.select_related("measure")}


@pytest.mark.django_db
def test_a_colleagues_draft_is_not_overwritten_and_both_texts_are_shown(call, trained):
    page = client("alif").get(at("call_answer", call.pk))  # Nothing is kept yet.
    first = {"kept": kept_of(page, trained)}
    assert keep("alif2", call, typed(trained, value="40", method="By list", **first)).status_code == 302
    refused = keep("alif", call, typed(trained, value="12", **first))
    assert refused.status_code == 409
    shown = text(refused)
    assert "What your colleague has kept meanwhile Figure (persons) 40 How it was counted By list" in shown
    assert 'value="12"' in refused.content.decode()
    assert drafts() == {"trained": "40"}
    again = {"kept": kept_of(refused, trained)}
    assert keep("alif", call, typed(trained, value="12", **again)).status_code == 302
    assert drafts() == {"trained": "12"}


@pytest.mark.django_db
def test_what_one_did_not_touch_stays_as_the_colleague_wrote_it(secretariat, trained):
    land = secretariat.counted("land")
    call = secretariat.call(trained, land)
    keep("alif", call, typed(trained, value="1"), typed(land, value="2"))
    page = client("alif").get(at("call_answer", call.pk))
    mine = {one: kept_of(page, one) for one in (trained, land)}
    keep("alif2", call, typed(trained, value="40", kept=mine[trained]))
    sent = typed(trained, value="1", kept=mine[trained]) | typed(land, value="3", kept=mine[land])
    assert keep("alif", call, sent).status_code == 302
    assert drafts() == {"trained": "40", "land": "3"}
    filed = answer("alif", call, sent)  # Filed, the colleague's words would be lost: both are shown.
    assert (filed.status_code, "What your colleague has kept meanwhile" in text(filed)) == (409, True)
    with acting_as(token("alif")):
        assert Report.objects.count() == 0


@pytest.mark.django_db
def test_one_overtakes_oneself_freely(call, trained):
    for value in ("1", "12", "123"):  # As the page keeps what is typed: its form stays as it was opened.
        sent = {**typed(trained, value=value, kept="0."), **FOR_ALL}
        assert client("alif").post(at("call_draft", call.pk), sent).status_code == 200
    quiet = client("alif2").post(at("call_draft", call.pk), {**typed(trained, value="9", kept="0."), **FOR_ALL})
    assert (quiet.status_code, "A colleague has written here meanwhile" in quiet.content.decode()) == (409, True)
    assert drafts() == {"trained": "123"}
