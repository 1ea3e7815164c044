"""The reports to a call: what is released to the reader, filtered, ruled on many at once; and who restated what."""

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports import queries
from tansiq.reports.commands.asking import ask_about, rule_on
from tansiq.reports.commands.filing import restate_report
from tansiq.reports.models import Report, Ruling
from tests.pages import ABSENT, statements, text
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
CODES = ("SH", "WA", "NW")


def page(call, slug="officer", query="", name="call_reports"):
    return text(client(slug).get(at(name, call.pk) + query))


@pytest.fixture
def three(secretariat, accepting, trained):
    made = (
        secretariat.report(accepting, trained, code, figure(value), *CODES, "secretariat")
        for code, value in zip(CODES, ("40", "41", "42"), strict=True)
    )
    return list(made)


def test_what_is_not_released_to_me_looks_like_what_was_not_reported(report, call):
    assert "40 persons" in page(call, "ba")
    hidden = client("jim").get(at("call_reports", call.pk))
    assert "No such report is released to you" in text(hidden)
    assert str(report.pk) not in hidden.content.decode()
    assert client().get(at("call_reports", call.pk)).status_code == 404


def test_filters_by_measure_member_and_state(three, accepting, trained):
    with acting_as(token("officer")):
        rule_on(reports=three[:1], verdict="accepted", reason=None)
        rule_on(reports=three[1:2], verdict="handed_back", reason=en("The unit."))
        ask_about(report=three[2], text=en("Is it?"))
    for query, seen in (
        ("", ["40", "41", "42"]),
        ("?member=WA", ["41"]),
        (f"?measure={trained.pk}&state=accepted", ["40"]),
        ("?state=handed_back", ["41"]),
        ("?state=waiting", ["42"]),
        ("?state=asked", ["42"]),
        ("?state=restated", []),
    ):
        told = page(accepting, query=query)
        assert [one for one in ("40", "41", "42") if f"{one} persons" in told] == seen
    assert client("officer").get(at("call_reports", accepting.pk) + "?state=graded").status_code == 400


def test_many_are_accepted_or_handed_back_as_one_act(three, accepting):
    address = at("call_reports", accepting.pk)
    keys = [str(one.pk) for one in three]
    answer = client("officer").post(address, {"item": keys[:2], "verdict": "accepted", "language": "en"})
    assert answer.status_code == 302
    given = {"item": keys[2:], "verdict": "handed_back", "text": "The unit.", "language": "en"}
    assert client("officer").post(address, given).status_code == 302
    with acting_as(token("ba")):
        assert sorted(Ruling.objects.values_list("verdict", flat=True)) == ["accepted", "accepted", "handed_back"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"verdict": "accepted"}, "Tick at least one report."),
        ({"verdict": "handed_back", "item": True}, "Say why it is handed back."),
    ],
)
def test_a_ruling_on_many_says_what_is_wrong_and_keeps_the_ticks(three, accepting, given, why):
    held = {**given, "item": [str(three[0].pk)] if "item" in given else [], "language": "en", "text": ""}
    answer = client("officer").post(at("call_reports", accepting.pk), held)
    assert (answer.status_code, why in text(answer)) == (400, True)
    assert ("checked> " in answer.content.decode()) == ("item" in given)


def test_no_member_rules_on_many(three, accepting):
    given = {"item": [str(three[0].pk)], "verdict": "accepted", "language": "en"}
    assert client("ba").post(at("call_reports", accepting.pk), given).status_code == 403
    assert 'name="item"' not in client("ba").get(at("call_reports", accepting.pk)).content.decode()


def test_R_A7_whose_reports_a_total_for_all_readers_waits_for(secretariat, call, trained):
    secretariat.report(call, trained, "SH", figure("40"), *CODES, "secretariat")
    secretariat.report(call, trained, "WA", figure("41"), "secretariat")
    secretariat.report(call, trained, "NW", figure("42"))
    told = page(call)
    at_end = told[told.index("What a total for all readers of the call would need") :]
    assert "Persons trained Nawras , Wadina" in at_end
    assert "The call itself is not public" in at_end
    assert "would need" not in page(call, "alif")  # The others' narrower ones are not released to Sahlan.


class TestWidening:
    def send(self, call, slug="alif", **given):
        address = at("reports_release", call.pk)
        answer = client(slug).post(address, given)
        mark = answer.content.decode().partition('name="confirmed" value="')[2].partition('"')[0]
        return answer, (lambda: client(slug).post(address, {**given, "confirmed": mark}))

    def test_who_will_read_them_is_shown_first_then_figure_and_report_are_released(self, secretariat, call, trained):
        report = secretariat.report(call, trained, "SH", figure("40"))
        answer, confirm = self.send(call, release="circle")
        assert "Nothing is done yet. Once it is: Released to 4 readers" in text(answer)
        with acting_as(token("jim")):
            assert Report.objects.count() == 0
        assert confirm().status_code == 302
        told = text(client("jim").get(at("report", report.pk)))
        assert ("40 persons" in told, "Reports were released to more readers" in told) == (True, True)

    def test_whoever_reads_it_now_still_will(self, secretariat, call, trained):
        secretariat.report(call, trained, "SH", figure("40"), "WA")
        _answer, confirm = self.send(call, release="chosen", chosen="NW")
        assert confirm().status_code == 302
        for slug in ("ba", "jim"):
            with acting_as(token(slug)):
                assert [one.figure.value for one in queries.reports_in(call)] == [40]

    def test_only_my_own_are_released(self, report, call):
        _answer, confirm = self.send(call, "ba", release="circle")
        assert "Your member has filed nothing to this call" in text(confirm())
        with acting_as(token("jim")):
            assert Report.objects.count() == 0

    def test_not_beyond_the_call(self, report, call):
        answer, _confirm = self.send(call, release="public")
        assert answer.status_code == 400


class TestRestatements:
    @pytest.fixture
    def later(self, report):
        with acting_as(token("alif")):
            to = readers("WA")
            return restate_report(report=report, answer=figure("45"), reason=en("Two were missing."), readers=to)

    def test_each_pair_side_by_side_with_its_reason(self, later, trained):
        for query in ("", "?member=SH", f"?measure={trained.pk}"):
            told = text(client("ba").get(at("restatements") + query))
            places = [
                told.index(words) for words in ("Persons trained", "40 persons", "45 persons", "Two were missing.")
            ]
            assert places == sorted(places)
        assert "45 persons" not in text(client("ba").get(at("restatements") + "?member=WA"))

    @pytest.mark.parametrize("slug", ["", "jim"])
    def test_whoever_reads_not_both_is_told_nothing(self, later, slug):
        assert "Nothing that is released to you was restated" in text(client(slug).get(at("restatements")))


@pytest.mark.parametrize("slug", ["", "alif"])
@pytest.mark.parametrize("name", ["call_reports", "overlaps", "reports_release", "overlap_state", "report_enter"])
def test_a_hidden_call_and_an_absent_one_are_the_same_bytes(secretariat, trained, slug, name):
    call = secretariat.call(trained, members=["NW"], readers=readers("secretariat"))
    pages = [client(slug).get(at(name, key)) for key in (call.pk, ABSENT)]
    assert pages[0].status_code == pages[1].status_code
    assert bare(pages[0].content).replace(str(call.pk), ABSENT) == bare(pages[1].content)


STATEMENTS = {"call_reports": ("officer", 11), "restatements": ("ba", 8)}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", STATEMENTS)
def test_statements_are_as_many_for_one_as_for_three(secretariat, count, name):
    measures = [secretariat.counted(f"m{number}", kind="flow", pools="sum") for number in range(count)]
    call = secretariat.call(*measures)
    for measure in measures:
        report = secretariat.report(call, measure, "SH", figure("40"), "WA", "secretariat")
        with acting_as(token("alif")):
            to = readers("WA", "secretariat")
            restate_report(report=report, answer=figure("41"), reason=en("Late."), readers=to)
    slug, expected = STATEMENTS[name]
    assert statements(client(slug), at(name, *([call.pk] if name == "call_reports" else []))) == expected
