"""What is done beside a report, by its forms: asking, answering, ruling, confirming."""

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports.commands.asking import ask_about
from tansiq.reports.models import Confirmation, Query, Reply, Ruling
from tests.pages import text
from tests.reports.reported import figure
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def send(slug, name, *args, **given):
    return client(slug).post(at(name, *args), given)


def count(slug, model):
    with acting_as(token(slug)):
        return model.objects.count()


def test_a_question_is_asked_and_answered(report):
    answer = send("ba", "report_ask", report.pk, text="Were the trainers counted?", language="en")
    assert (answer.status_code, answer["Location"]) == (302, at("report", report.pk))
    with acting_as(token("alif")):
        query = Query.objects.get()
    assert send("alif", "report_reply", query.pk, text="No.", language="en").status_code == 302
    assert (count("ba", Reply), count("jim", Query)) == (1, 0)


def test_an_empty_question_is_not_asked(report):
    answer = send("ba", "report_ask", report.pk, text=" ", language="en")
    assert (answer.status_code, count("ba", Query)) == (400, 0)


def test_what_is_not_theirs_to_do_is_refused(report, accepting, secretariat, trained):
    with acting_as(token("ba")):
        query = ask_about(report=report, text=en("Is it?"))
    for slug, name, key in (
        ("alif", "report_ask", report.pk),
        ("ba", "report_reply", query.pk),
        ("ba", "report_rule", report.pk),
        ("officer", "report_rule", report.pk),  # Reports to this call stand as they were filed.
        ("alif", "report_confirm", report.pk),
        ("ba", "report_restate", report.pk),
    ):
        assert [client(slug).get(at(name, key)).status_code, send(slug, name, key).status_code] == [403, 403]
    for name, key in (("report_ask", report.pk), ("report_reply", query.pk), ("report_restate", report.pk)):
        assert client("jim").get(at(name, key)).status_code == 404


def test_one_is_handed_back_with_its_reason(secretariat, accepting, trained):
    report = secretariat.report(accepting, trained, "SH", figure("40"))
    answer = send("officer", "report_rule", report.pk, verdict="handed_back", text="", language="en")
    assert (answer.status_code, "Say why it is handed back." in text(answer)) == (400, True)
    answer = send("officer", "report_rule", report.pk, verdict="handed_back", text="The unit.", language="en")
    assert answer.status_code == 302
    with acting_as(token("alif")):
        assert Ruling.objects.get().reason.plain("en") == "The unit."


def test_what_was_entered_on_my_word_is_confirmed(entered):
    page = text(client("alif").get(at("report_confirm", entered.pk)))
    assert "Confirm what was entered on your word" in page
    assert (send("alif", "report_confirm", entered.pk).status_code, count("ba", Confirmation)) == (302, 1)
    assert send("alif", "report_confirm", entered.pk).status_code == 403
