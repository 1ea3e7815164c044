"""Workbooks out and in, as pages: each its reporter's own, many at once, hostile ones; nothing is filed untold."""

import io
import re
import zipfile
from csv import reader, writer

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tansiq.engines.workbook import COLUMNS
from tansiq.record.models import BulkRow, Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Audience
from tansiq.reports.models import Evidence, Report
from tests.engines.hostile import HOSTILE
from tests.pages import ABSENT, statements, text
from tests.reports.bringing import bring
from tests.reports.reported import figure
from tests.visits import at, client
from tests.world import token

HEAD = "code,value,answer,reason,method,evidence"


@pytest.fixture
def measures(secretariat):
    shares = secretariat.measure("held", name="=Land held", kind="share")
    secretariat.base(shares, "of the land")
    return [secretariat.trained(), shares, secretariat.measure("stopped", name="Stopped", kind="yes_no")]


@pytest.fixture
def call(secretariat, measures):
    return secretariat.call(*measures)


@pytest.fixture
def address(call):
    return at("call_intake", call.pk)


def csv(name="answers.csv", *lines, head=HEAD, codec="utf-8"):
    return SimpleUploadedFile(name, "\n".join([head, *lines]).encode(codec))


def sent(*files, **more):
    return {"answers": list(files), "reason": "", "release": "secretariat", "once": "one", **more}


def kept(page):
    found = re.search(r'name="kept" value="([^"]+)"', page.content.decode())
    return {"kept": found[1], "once": "two"} if found else None


def reports(slug="alif"):
    with acting_as(token(slug)):
        return [
            (
                one.said_by.code,
                one.measure.code,
                f"{one.figure.value.normalize():f}" if one.figure and one.figure.value else "",
            )
            for one in Report.objects.order_by("said_by__code", "created_at", "measure__code")
        ]


def fetched(call, slug="alif", language="en", **query):
    answer = client(slug).get(at("call_workbook", call.pk, language=language), query)
    assert answer.status_code == 200
    return answer


def filled(content, **cells):
    """A workbook as somebody fills it in and a spreadsheet saves it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    for name, value in cells.items():
        code, column = name.split("__")
        sheet.cell(rows[code], COLUMNS.index(column) + 1).value = value
    made = io.BytesIO()
    book.save(made)
    return SimpleUploadedFile("شرق.xlsx", made.getvalue())


class TestWorkbooks:
    def test_a_member_gets_its_own_and_no_other(self, call):
        answer = fetched(call)
        assert answer["Content-Disposition"] == 'attachment; filename="SH-2026-06-01.xlsx"'
        assert client("alif").get(at("call_workbook", call.pk), {"member": "WA"}).status_code == 400

    def test_it_is_in_the_language_of_the_page_and_the_same_bytes_each_time(self, call):
        arabic = fetched(call, language="ar").content
        book = openpyxl.load_workbook(io.BytesIO(arabic))
        assert book.worksheets[0].sheet_view.rightToLeft
        assert fetched(call, language="ar").content == arabic != fetched(call).content

    def test_it_opens_on_last_time_and_a_name_is_never_a_formula(self, secretariat, measures):
        secretariat.report(
            secretariat.call(measures[0], period=(figure().as_of_from, figure().as_of_until)),
            measures[0],
            "SH",
            figure("1200"),
        )
        later = secretariat.call(*measures, period=(figure().as_of_from, figure().as_of_until.replace(month=7)))
        sheet = openpyxl.load_workbook(io.BytesIO(fetched(later).content)).worksheets[0]
        told = {row[0].value: [cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=6)}
        assert told["trained"] == ["trained", "Persons trained", "persons", "flow in a period", 1200]
        assert told["held"][1] == "'=Land held"

    def test_the_secretariat_gets_one_by_one_or_all(self, call):
        with zipfile.ZipFile(io.BytesIO(fetched(call, "officer").content)) as packed:
            assert packed.namelist() == [f"{code}-2026-06-01.xlsx" for code in ("NW", "SH", "WA")]
        assert "SH" in fetched(call, "officer", member="SH")["Content-Disposition"]

    def test_as_a_table_it_goes_out_and_comes_back_too(self, call, address):
        answer = fetched(call, kind="csv")
        assert answer["Content-Disposition"] == 'attachment; filename="SH-2026-06-01.csv"'
        head, *rows = reader(io.StringIO(answer.content.decode("utf-8-sig")))
        assert [row[:2] for row in rows if row[0] == "held"] == [["held", "'=Land held"]]
        value = head.index("Value, or its lower end")
        back = [[*row[:value], "1200" if row[0] == "trained" else "", *row[value + 1 :]] for row in rows]
        made = io.StringIO()
        writer(made).writerows([head, *back])
        page = client("alif").post(address, sent(SimpleUploadedFile("back.csv", made.getvalue().encode())))
        assert client("alif").post(address, kept(page)).status_code == 302
        assert reports() == [("SH", "trained", "1200")]
        with zipfile.ZipFile(io.BytesIO(fetched(call, "officer", kind="csv").content)) as packed:
            assert packed.namelist() == [f"{code}-2026-06-01.csv" for code in ("NW", "SH", "WA")]

    def test_a_hidden_call_and_an_absent_one_are_not_there_alike(self, secretariat, measures):
        hidden = secretariat.call(*measures, members=["SH"], readers=[])
        for name in ("call_workbook", "call_intake"):
            answers = [client("ba").get(at(name, key)) for key in (hidden.pk, ABSENT)]
            assert [answer.status_code for answer in answers] == [404, 404]
            assert text(answers[0]) == text(answers[1])

    def test_who_is_not_asked_has_nothing_to_send(self, secretariat, measures):
        call = secretariat.call(*measures, members=["SH"])
        assert client("ba").get(at("call_intake", call.pk)).status_code == 403
        assert client("ba").get(at("call_workbook", call.pk)).status_code == 404

    def test_strangers_are_shown_the_way_in(self, address):
        assert "/enter/" in client().get(address)["Location"]


class TestTakingIn:
    @pytest.mark.parametrize("language", ["ar", "en"])
    def test_a_workbook_goes_out_and_comes_back_in_either_language(self, call, address, language):
        book = filled(
            fetched(call, language=language).content,
            trained__value="١٬٢٠٠", trained__qualifier={"ar": "نحو", "en": "about"}[language], held__value=40.5,
            held__base="of the land", stopped__level={"ar": "نعم", "en": "yes"}[language],
        )  # fmt: skip
        page = client("alif").post(at("call_intake", call.pk, language=language), sent(book))
        assert page.status_code == 200
        assert reports() == []
        assert client("alif").post(address, kept(page)).status_code == 302
        assert sorted(reports()) == [("SH", "held", "40.5"), ("SH", "stopped", ""), ("SH", "trained", "1200")]

    @pytest.mark.parametrize(
        ("to", "read_by"), [("", "alif ba officer"), ("secretariat", "alif officer"), ("mine", "alif")]
    )
    def test_what_answers_rest_on_may_have_fewer_readers(self, call, address, to, read_by):
        file = csv("answers.csv", "trained,5,,,,The register")
        page = client("alif").post(address, sent(file, release="circle", evidence_to=to))
        assert client("alif").post(address, kept(page)).status_code == 302
        seen = []
        for slug in ("alif", "ba", "officer"):
            with acting_as(token(slug)):
                assert Report.objects.count() == 1
                seen += [slug] * Evidence.objects.count()
        assert " ".join(seen) == read_by

    def test_the_dry_run_tells_by_file_and_cell_and_stores_nothing(self, call, address):
        with acting_as(token("officer")):
            before = Audience.objects.count(), Entry.objects.count()
        book = filled(fetched(call).content, trained__value="1.234", held__value=40)
        page = client("alif").post(address, sent(book))
        words = text(page)
        assert "I8 Answers شرق.xlsx" in words
        assert "“\u20681.234\u2069” is a thousand times as much in some countries" in words
        assert kept(page) is None
        with acting_as(token("officer")):
            assert (Audience.objects.count(), Entry.objects.count()) == before

    def test_sixty_files_on_the_members_word_each_whole_or_not_at_all(self, call, address):
        files = [
            csv(f"{code}.csv", f"trained,{value},,,,{code}", head=f"{HEAD[:-8]}member")
            for code, value in (("SH", "12"), ("WA", "13"), ("NW", "ten"))
        ]
        page = client("officer").post(address, sent(*files, release="mine"))
        words = text(page)
        assert "“\u2068ten\u2069” is no number." in words
        assert "Take in 2 files" in words
        assert client("officer").post(address, kept(page)).status_code == 302
        assert reports("officer") == [("SH", "trained", "12"), ("WA", "trained", "13")]
        assert reports("alif") == [("SH", "trained", "12")]
        assert reports("jim") == []

    def test_the_same_file_twice_is_said_to_be_nothing_new(self, address):
        page = client("alif").post(address, sent(csv("a.csv", "trained,12")))
        client("alif").post(address, kept(page))
        again = client("alif").post(address, sent(csv("b.csv", "trained,12")))
        assert "nothing new All that it says stands already." in text(again)
        assert len(reports()) == 1

    def test_a_form_sent_twice_files_once(self, address):
        page = client("alif").post(address, sent(csv("a.csv", "trained,12")))
        form = kept(page)
        assert [client("alif").post(address, form).status_code for _twice in range(2)] == [302, 302]
        with acting_as(token("alif")):
            assert (len(Report.objects.all()), len(BulkRow.objects.all())) == (1, 1)

    def test_a_file_that_was_filed_unseen_by_its_sender_looks_new(self, call, address):
        new = client("officer").post(
            address, sent(csv("a.csv", "trained,12,,,,WA", head=f"{HEAD[:-8]}member"), release="mine")
        )
        bring(call, "SH", HEAD, "trained,12", to=())
        hidden = client("officer").post(
            address, sent(csv("a.csv", "trained,12,,,,SH", head=f"{HEAD[:-8]}member"), release="mine")
        )
        assert text(hidden).replace("Sahlan", "Wadina") == text(new)

    def test_what_is_wrong_with_a_whole_file_is_told(self, secretariat, call, address, measures):
        other = secretariat.call(*measures)
        files = [
            filled(fetched(other).content, trained__value=4),
            filled(fetched(call, "ba").content, trained__value=4),
            SimpleUploadedFile("x.xlsx", b"<html><script>alert(1)</script>"),
            csv("..\\cod.\u202efdp.exe", "trained,12,"),
            csv("twice.csv", "trained,12"),
        ]
        page = client("alif").post(address, sent(*files))
        words = text(page)
        for told in (
            "It answers another call.",
            "It holds another member’s answers.",
            "It is no workbook and no table",
            "Another file of this sending",
        ):
            assert told in words
        assert "\u202e" not in page.content.decode()
        assert "Take in 1 file" in words

    def test_hostile_files_leave_nothing_and_the_others_go_in(self, address):
        some = ("bomb of one part", "billion laughs", "macros", "slip", "dde in a cell", "quotation that never closes")
        files = [SimpleUploadedFile(f"{name}.xlsx", HOSTILE[name][0]) for name in some]
        page = client("alif").post(address, sent(*files, csv("good.csv", "trained,12")))
        assert page.status_code == 200
        assert "Take in 1 file" in text(page)
        assert reports() == []

    def test_what_was_kept_is_its_readers_own_and_of_this_call(self, secretariat, address, measures):
        form = kept(client("alif").post(address, sent(csv("a.csv", "trained,12"))))
        assert client("ba").post(address, form).status_code == 400
        assert client("alif").post(at("call_intake", secretariat.call(*measures).pk), form).status_code == 400
        assert client("alif").post(address, {**form, "kept": form["kept"][:-1] + "x"}).status_code == 400
        assert client("alif").post(address, {**form, "owner": "x"}).status_code == 400
        assert reports() == []

    def test_what_changed_meanwhile_is_not_overwritten(self, call, address):
        form = kept(client("alif").post(address, sent(csv("a.csv", "trained,12"))))
        bring(call, "SH", HEAD, "trained,14")
        answer = client("alif").post(address, form, follow=True)
        assert "It cannot be taken in as it stands now" in answer.content.decode()
        assert reports() == [("SH", "trained", "14")]

    def test_a_restatement_says_why_for_all_files_or_in_its_row(self, call, address):
        bring(call, "SH", HEAD, "trained,12")
        bare = client("alif").post(address, sent(csv("a.csv", "trained,15")))
        assert "Say why it is restated" in text(bare)
        page = client("alif").post(address, sent(csv("a.csv", "trained,15"), reason="Counted anew"))
        assert "1 answer restated" in text(page)
        client("alif").post(address, kept(page))
        assert sorted(reports()) == [("SH", "trained", "12"), ("SH", "trained", "15")]

    def test_bounds_are_looked_at_before_anything_is_read(self, address):
        large = SimpleUploadedFile("large.csv", b"x" * 2_000_001)
        assert "These files are too large" in client("alif").post(address, sent(large)).content.decode()
        assert client("alif").post(address, sent()).status_code == 400
        assert client("alif").post(address, sent(*(csv(f"{n}.csv", "trained,1") for n in range(81)))).status_code == 400


@pytest.mark.parametrize("how_many", [1, 3])
def test_pages_need_as_many_statements_however_many_are_asked(secretariat, measures, how_many):
    call = secretariat.call(*measures[:how_many], members=("SH", "WA", "NW")[:how_many])
    assert statements(client("officer"), at("call_intake", call.pk)) == 13
    assert statements(client("officer"), at("call_workbook", call.pk)) == 8
