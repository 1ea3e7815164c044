"""Restating by the form: on the former values, with a reason; where a colleague was quicker, with both answers."""

from decimal import Decimal

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports import queries
from tansiq.reports.commands.filing import file_report, restate_report
from tansiq.reports.models import Evidence, Report, Restatement
from tests.pages import text
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.two_worlds.filling import well_filled
from tests.two_worlds.pages import forms
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def opened(slug, address):
    """The form of a page as it opens: what a browser would send of it."""
    page = client(slug).get(address)
    (form,) = (one for one in forms(slug, address, page.content) if "answer" in one.fields)
    return {
        name: field.value.lstrip("\n")
        for name, field in form.fields.items()
        if field.value and name != "csrfmiddlewaretoken"
    }


def send(slug, address, **given):
    return client(slug).post(address, {**opened(slug, address), **given})


def standing(call, slug="alif"):
    with acting_as(token(slug)):
        return [one.figure.value if one.figure else one.answer for one in queries.standing(queries.reports_in(call))]


def test_it_opens_on_the_former_values_and_its_readers(secretariat, call, trained):
    answer = figure("1.234", qualifier="about", method=en("By lists."))
    report = secretariat.report(call, trained, "SH", answer, "WA")
    given = opened("alif", at("report_restate", report.pk))
    shown = {name: given.get(name) for name in ("answer", "value", "qualifier", "as_of_until", "method", "release")}
    assert shown == {
        "answer": "figure",
        "value": "1.2340",  # "1.234" would be read as a thousand times as much elsewhere.
        "qualifier": "about",
        "as_of_until": "2026-06-01",
        "method": "By lists.",
        "release": "former",
    }


def test_R_A1_it_stands_in_place_of_the_former_with_its_reason(call, report):
    answer = send("alif", at("report_restate", report.pk), value="٤٥", why="Two courses were missing.", language="en")
    assert answer.status_code == 302
    assert standing(call) == standing(call, "ba") == [Decimal(45)]
    with acting_as(token("ba")):
        assert Restatement.objects.get().reason.plain("en") == "Two courses were missing."


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"why": ""}, "Why it is restated: This field is required."),
        ({"value": "1.234"}, "Is this 1,234 or 1.2340?"),
        ({"value": "many"}, "Write digits alone; what is counted is said beside the field."),
        ({"value": ""}, "Give a figure, or say why there is none."),
        ({"answer": "withheld"}, "There is a figure below"),
        ({"answer": "no_data", "value": ""}, "Say why there is no figure."),
        ({"qualifier": "range", "high": "3"}, "A range has two ends"),
        ({"high": "50"}, "With two ends it is a range."),
        ({"as_of_from": "2026-06-02"}, "It ends before it begins."),
    ],
)
def test_what_is_wrong_is_said_at_its_place(call, report, given, why):
    answer = send("alif", at("report_restate", report.pk), **{"why": "Late.", **given})
    assert (answer.status_code, why in text(answer), standing(call)) == (400, True, [Decimal(40)])


def test_whoever_was_slower_sees_both_and_types_nothing_again(call, report):
    address = at("report_restate", report.pk)
    given = opened("alif2", address) | {"value": "46", "why": "A course was added.", "language": "en"}
    with acting_as(token("alif")):
        later = restate_report(report=report, answer=figure("45"), reason=en("Late."), readers=readers("WA"))
    answer = client("alif2").post(address, given)
    told, page = text(answer), answer.content.decode()
    assert answer.status_code == 409
    assert ("Somebody was quicker" in told, "45 persons" in told) == (True, True)
    assert ('value="46"' in page, "A course was added." in told) == (True, True)
    assert f'action="{at("report_restate", later.pk)}"' in page
    assert client("alif2").get(address)["Location"] == at("report_restate", later.pk)
    assert client("alif2").post(at("report_restate", later.pk), given).status_code == 302
    assert standing(call) == [Decimal(46)]


def test_evidence_is_not_widened_by_restating(secretariat, call, trained, alif):
    with acting_as(alif):
        held = figure("40", evidence=en("The lists."))
        report = file_report(call=call, measure=trained, answer=held, readers=readers("WA"), evidence_readers=[])
    assert opened("alif", at("report_restate", report.pk))["evidence_to"] == "mine"
    assert send("alif", at("report_restate", report.pk), value="41", why="Late.").status_code == 302
    for slug, seen in (("alif", 2), ("ba", 0)):
        with acting_as(token(slug)):
            assert Evidence.objects.count() == seen


def test_R_A3_a_share_is_made_of_its_two_parts(secretariat):
    land = secretariat.measure("land", name="Territory retaken")
    bases = [secretariat.base(land, name) for name in ("of what was held", "of what is lived in")]
    call = secretariat.call(land)
    report = secretariat.report(call, land, "SH", figure("40", base=bases[0].pk))
    address, parts = at("report_restate", report.pk), {"numerator": "15", "denominator": "100", "why": "Late."}
    answer = send("alif", address, **parts)
    assert (answer.status_code, "It is not what its two parts make." in text(answer)) == (400, True)
    assert "Say of what it is a share." in text(send("alif", address, **parts, value="", base=""))
    assert send("alif", address, **parts, value="").status_code == 302
    assert standing(call) == [Decimal(15)]


class TestOnAnothersWord:
    def address(self, call, measure, code="SH"):
        return f"{at('report_enter', call.pk)}?member={code}&measure={measure.pk}"

    def test_the_secretariat_enters_it_with_by_what_it_was_given(self, call, trained):
        address = self.address(call, trained)
        answer = send("officer", address, answer="figure", value="40", release="mine")
        assert (answer.status_code, "By what the member gave it" in text(answer)) == (400, True)
        given = {"value": "40", "release": "mine", "evidence": "A letter of 3 June.", "language": "en"}
        assert send("officer", address, answer="figure", **given).status_code == 302
        with acting_as(token("alif")):
            report = Report.objects.get()
            assert (report.on_behalf, Evidence.objects.get().words.plain("en")) == (True, "A letter of 3 June.")
        with acting_as(token("ba")):
            assert Report.objects.count() == 0

    def test_it_asks_first_on_whose_word_and_to_which_question(self, call):
        answer = client("officer").get(at("report_enter", call.pk))
        assert (answer.status_code, "Choose a member" in text(answer)) == (200, True)

    def test_whose_word_it_is_corrects_it(self, call, entered):
        assert send("alif", at("report_restate", entered.pk), value="41", why="A slip.").status_code == 302
        assert standing(call, "ba") == [Decimal(41)]

    @pytest.mark.parametrize("slug", ["", "alif"])
    def test_it_is_the_secretariat_s_page(self, call, trained, slug):
        assert client(slug).get(self.address(call, trained)).status_code == 404


def test_well_filled_knows_the_form(call, report):
    """The two worlds fill it with sense."""
    address = at("report_restate", report.pk)
    page = client("alif").get(address)
    (form,) = (one for one in forms("alif", address, page.content) if "answer" in one.fields)
    assert "answer=figure" in well_filled(form)
