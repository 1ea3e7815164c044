"""Remarking on a review: in one's own words, to whom in one click, and nothing lost when it is refused."""

from datetime import date

import pytest
from django.utils.html import escape

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tansiq.reviews.models import Remark
from tests.pages import ABSENT, text
from tests.secretariat import readers
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
OVERRIDE = "\u202e"


def given(**more):
    return {"text": "Reports come late.", "language": "en", "release": "mine", "once": "one", **more}


@pytest.fixture
def address(secretariat):
    return at("remark_make", secretariat.first().pk)


def remarks(token):
    with acting_as(token):
        return [
            (one.text.plain("en"), sorted(one.audience.readers)) for one in Remark.objects.order_by("created_at", "key")
        ]


def test_the_form_names_who_reads_each_choice(address, secretariat):
    secretariat.part(secretariat.first(), "present", "WA")
    page = text(client("alif").get(address))
    assert "My member alone Released to Sahlan alone" in page
    assert "Small group Released to 2 readers; not to the public Who is that? Sahlan , Wadina" in page


def test_the_circle_is_those_who_were_there_and_who_then_held_a_seat(address, secretariat, alif, officer):
    review, body = secretariat.first(), secretariat.small_group()
    secretariat.part(review, "present", "WA")
    secretariat.part(review, "absent", "NW")
    secretariat.seat(body, "NW", starts_on=date(2015, 1, 23))
    secretariat.seat(body, "coordinator", starts_on=date(2014, 1, 1), ends_on=date(2015, 1, 22))
    secretariat.seat(body, "chair", ends_on=date(2015, 1, 21))
    assert client("alif").post(address, given(release="circle")).status_code == 302
    with acting_as(alif):
        assert remarks(alif) == [("Reports come late.", sorted(readers("SH", "WA", "coordinator")))]


def test_it_stands_at_once_and_the_review_says_so(address, secretariat, alif):
    browser = client("alif")
    answer = browser.post(address, given(text="  Reports\r\ncome late.  "))
    assert (answer.status_code, answer.url) == (302, f"{at('review', secretariat.first().pk)}#remarks")
    assert "Your remark stands on the record. Released to Sahlan alone." in text(browser.get(answer.url))
    with acting_as(alif):
        assert remarks(alif) == [("Reports\ncome late.", readers("SH"))]
        assert [one.kind for one in Entry.objects.filter(item=Remark.objects.get().pk)] == ["remark.made"]


def test_nobody_else_sees_it(address, alif, ba, jim, officer):
    client("alif").post(address, given(release="chosen", chosen=["WA"]))
    with acting_as(alif):
        wanted = sorted(readers("SH", "WA"))
    assert remarks(ba) == [("Reports come late.", wanted)]
    assert [remarks(token) for token in (jim, officer, public_token(), "")] == [[], [], [], []]


def test_a_preview_stores_nothing_and_names_the_readers(address, alif):
    page = client("alif").post(address, given(release="chosen", chosen=["WA", "NW"], preview="1"))
    assert page.status_code == 200
    told = text(page).partition("Nothing is done yet. Once it is:")[2]
    assert told.startswith(" Released to 3 readers; not to the public Nawras , Sahlan , Wadina ")
    assert "Reports come late." in page.content.decode()
    assert remarks(alif) == []


def test_the_same_form_sent_twice_is_one_remark(address, alif):
    browser = client("alif")
    assert [browser.post(address, given()).status_code for _ in range(2)] == [302, 302]
    assert len(remarks(alif)) == 1


def test_the_same_form_with_other_words_is_refused_and_the_words_are_kept(address, alif):
    browser = client("alif")
    browser.post(address, given())
    answer = browser.post(address, given(text="Other words."))
    assert answer.status_code == 422
    assert "Other words." in answer.content.decode()
    assert "This form was already sent with other words." in text(answer)
    assert remarks(alif) == [("Reports come late.", readers_of(alif, "SH"))]


def readers_of(token, *codes):
    with acting_as(token):
        return sorted(readers(*codes))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": " \r\n\t "}, "This field is required."),
        ({"text": f"cod.{OVERRIDE}fdp"}, "(U+202E)"),
        ({"text": "a\x00b"}, "(U+0000)"),
        ({"text": "a\ufffdb"}, "(U+FFFD)"),
        ({"text": "a" * 4001}, "at most 4000 characters"),
        ({"language": "xx"}, "Select a valid choice."),
        ({"release": ""}, "This field is required."),
        ({"release": "everybody"}, "Select a valid choice."),
        ({"release": "chosen"}, "Choose at least one member"),
        ({"release": "chosen", "chosen": ["XX"]}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_done_is_said_and_what_was_typed_is_kept(address, alif, wrong, why):
    answer = client("alif").post(address, given(**wrong))
    assert answer.status_code == 400
    assert why in text(answer)
    kept = {**given(), **wrong}["text"].strip().replace("\r\n", "\n")
    assert escape(kept) in answer.content.decode()
    assert remarks(alif) == []


def test_errors_are_in_the_readers_language(secretariat):
    page = text(client("alif").post(at("remark_make", secretariat.first().pk, language="ar"), given(text="")))
    assert "هذا الحقل مطلوب." in page


def test_words_are_kept_as_they_were_typed(address, alif):
    typed = "<script>alert(1)</script> {{ 7*7 }} %s & «قول»"
    browser = client("alif")
    browser.post(address, given(text=typed, language="ar"))
    with acting_as(alif):
        made = Remark.objects.get()
    assert (made.text.source, dict(made.text.words)) == ("ar", {"ar": typed})
    assert escape(typed) in browser.get(at("review", made.review_id)).content.decode()


@pytest.mark.parametrize("more", [{"owner_id": ABSENT}, {"audience": "1"}, {"said_by": "WA"}, {"readers": "0"}])
def test_a_field_that_the_form_does_not_have_is_refused(address, alif, more):
    assert client("alif").post(address, given(**more)).status_code == 400
    assert remarks(alif) == []


def test_more_readers_than_the_review_has_are_refused(secretariat, alif):
    review = secretariat.review("Among a few", date(2015, 3, 3), "SH", "WA")
    answer = client("alif").post(at("remark_make", review.pk), given(release="public"))
    assert answer.status_code == 400
    assert "The review itself is not released to all of these readers." in text(answer)
    assert remarks(alif) == []
    assert (
        client("alif")
        .post(at("remark_make", review.pk), given(release="chosen", chosen=["WA"], once="two"))
        .status_code
        == 302
    )


def test_a_review_that_is_not_released_is_not_there(secretariat, ba):
    review = secretariat.review("Hidden review", date(2015, 3, 3), "SH")
    for slug in ("ba", "jim"):
        hidden, absent = (client(slug).get(at("remark_make", key)) for key in (review.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(review.pk), ABSENT) == bare(absent.content)
        assert client(slug).post(at("remark_make", review.pk), given()).status_code == 404
    with acting_as(ba):
        assert remarks(ba) == []


def test_the_public_is_shown_the_way_in(address):
    answer = client().post(address, given())
    assert (answer.status_code, answer.url.startswith(at("enter"))) == (302, True)


def test_the_public_choice_is_the_public(address, alif):
    client("alif").post(address, given(release="public"))
    assert remarks(public_token()) == [("Reports come late.", [PUBLIC])]
