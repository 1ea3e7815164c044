"""The page that looks for words: what it shows, to whom, and that nothing hidden leaves a trace on it."""

from datetime import date

import pytest
from django.test import Client

from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Review
from tests.pages import statements, text
from tests.secretariat import Secretariat, readers
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
ARABIC = Words.of("ar", ar="تتأخر التقارير عن مواعيدها.", en="Reports come late.")


@pytest.fixture
def secretariat(db):
    return Secretariat()


@pytest.fixture
def paper(secretariat):
    return secretariat.source("paper")


def asked(slug="", *, held: Client | None = None, language="en", **given):
    return (held or client(slug)).get(at("search", language=language), given)


def shown(slug="", **given):
    return text(asked(slug, **given)).partition("similar words too")[2]


def remark(who, *codes, words=ARABIC):
    with acting_as(who):
        return make_remark(review=Review.objects.get(), text=words, readers=readers(*codes))


def test_what_is_found_is_marked_with_its_kind_its_day_and_its_release(alif, ba):
    made = remark(alif, "WA")
    page = asked("ba", q="report").content.decode()
    assert "<mark>Reports</mark> come late." in page
    assert f'href="{at("remark", made.pk)}"' in page
    words = text(asked("ba", q="report"))
    assert "1 found First review Reports come late. Remark 8 June 2026 Sahlan Released to 2 readers" in words


def test_the_words_are_shown_in_the_language_in_which_they_were_found(alif):
    remark(alif)
    page = asked("alif", q="تقرير").content.decode()
    assert '<p lang="ar" dir="rtl">تتأخر <mark>التقارير</mark> عن مواعيدها.</p>' in page


def test_signs_of_markup_are_words_like_any_other(alif):
    remark(alif, words=Words.of("en", en="<b>Reports</b> & <script>alert(1)</script>"))
    page = asked("alif", q="reports").content.decode()
    assert "&lt;b&gt;<mark>Reports</mark>&lt;/b&gt; &amp; &lt;script&gt;" in page


@pytest.mark.parametrize(
    "given",
    [
        {"q": "report"},
        {"q": "تقارير"},
        {"q": "reprot"},
        {"q": "report", "near": "on"},
        {"kind": "remark"},
        {"q": "report", "member": "SH"},
        {"since": "2026-06-08", "until": "8 June 2026"},
        {"q": "report", "page": "2"},
    ],
)
def test_what_is_hidden_and_what_is_absent_are_the_same_bytes(alif, jim, given):
    browser = client("jim")
    before = bare(asked(held=browser, **given).content)
    remark(alif, "WA")
    for number in range(30):
        remark(alif, words=Words.of("en", en=f"Report {number}, reports, reporting."))
    assert bare(asked(held=browser, **given).content) == before


def test_the_order_and_the_count_are_of_what_one_reads(alif, ba, jim):
    remark(ba, "NW", words=Words.of("en", en="Reports of Wadina come late."))
    before = bare(asked("jim", q="reports late").content)
    for _number in range(3):
        remark(alif, words=Words.of("en", en="Reports, reports, late, late."))
    assert bare(asked("jim", q="reports late").content) == before
    assert "1 found" in text(asked("jim", q="reports late"))


def test_a_slip_of_the_finger_finds_what_is_like_it(alif, ba, jim):
    remark(alif, "WA")
    assert "1 found · with similar words: reports" in shown("ba", q="reprots")
    assert "Nothing that is released to you has these words" in shown("jim", q="reprots")
    assert "1 found · with similar words: التقارير" in shown("ba", q="التقاربر")
    remark(ba, words=Words.of("en", en="Repots of plants."))
    assert "1 found" in shown("ba", q="reports")
    assert "2 found · with similar words: repots" in shown("ba", q="reports", near="on")


def test_by_kind_by_member_by_line_and_by_time(secretariat, paper):
    secretariat.subject("military", "Military", number=1)
    for words, given in {
        "Zaydan, a risk.": {"kind": "risk", "line": "military", "said_by": secretariat.member("SH")},
        "Zaydan, later.": {"starts_on": date(2016, 5, 31), "said_by": secretariat.member("WA")},
    }.items():
        secretariat.statement(words, paper, **given)
    secretariat.person("Zaydan")
    for given, seen in (
        ({}, {"risk", "later", "Person"}),
        ({"kind": "statement"}, {"risk", "later"}),
        ({"kind": "person"}, {"Person"}),
        ({"member": "SH"}, {"risk"}),
        ({"line": "military"}, {"risk"}),
        ({"since": "٢٠١٦"}, {"later"}),
        ({"until": "أيار/مايو 2016"}, {"risk", "later"}),
        ({"since": "2015", "until": "2015"}, {"risk"}),
        ({"kind": "person", "member": "SH"}, set()),
    ):
        page = shown(q="zaydan", **given)
        assert {word for word in ("risk", "later", "Person") if word in page} == seen, given


def test_a_day_that_cannot_be_read_is_told_and_nothing_is_looked_for(paper):
    answer = asked(q="paper", since="1/2/2015")
    assert (answer.status_code, "could be read both ways" in text(answer)) == (400, True)
    assert "1 found" not in text(answer)


@pytest.mark.parametrize(
    "query",
    ["kind=x", "kind=entry", "member=secretariat", "member=XX", "line=x", "q=a&q=b", "sort=rank", "page=0x", "q=%00"],
)
def test_what_a_search_is_not_asked_for_is_refused(query):
    assert client().get(f"{at('search')}?{query}").status_code == 400


def test_pages_keep_what_was_asked(secretariat, paper):
    for number in range(21):
        secretariat.statement(f"Zaydan {number}.", paper)
    page = asked(q="zaydan", kind="statement")
    assert "?q=zaydan&amp;kind=statement&amp;page=2" in page.content.decode()
    assert shown(q="zaydan", kind="statement", page="2").count("Zaydan") == 1
    assert [asked(q="zaydan", page=number).status_code for number in ("0", "3", "999999")] == [404] * 3


def test_nothing_is_asked_and_nothing_is_found():
    assert "Give a word to look for" in shown()
    assert "Give a word to look for" in shown(q="the -report")
    assert "Nothing that is released to you has these words" in shown(q="Zaydan")
    assert "Only the first sixteen words" in shown(q="word " * 17)


@pytest.mark.parametrize(
    "words", ["x " * 10_000, "*", "[a-z]+(", '"', "a the of", "\u064b\u064c", "'; DROP", "%", "\\"]
)
def test_hostile_questions_are_answered(words):
    answer = asked("", q=words)
    assert (answer.status_code, "found" in text(answer).replace("was found", "")) == (200, False)


def test_as_many_statements_for_one_as_for_three(secretariat, paper):
    secretariat.statement("Zaydan.", paper)
    address = f"{at('search')}?q=zaydan"
    assert statements(client(), address) == 6
    secretariat.person("Zaydan")
    secretariat.review("Zaydan", None)
    assert statements(client(), address) == 6


def test_a_person_leads_to_all_that_names_it(secretariat, paper):
    minister = secretariat.person("Nadim Zaydan")
    secretariat.statement("We go on.", paper, speaker=minister)
    page = asked(q="zaydan").content.decode()
    assert f'href="{at("search")}?q=%22Nadim+Zaydan%22"' in page
    assert "2 found" in shown(q='"Nadim Zaydan"')


def test_every_page_has_the_field():
    for name in ("home", "statements", "enter"):
        assert f'<form class="seek" role="search" action="{at("search")}">' in client().get(at(name)).content.decode()
    assert 'class="seek"' not in asked().content.decode()
