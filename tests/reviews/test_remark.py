"""One remark: to whom it is released, what is on record of it, corrected and released to more by its owner alone."""

import pytest

from tansiq.languages.words import Words
from tansiq.record.models import Entry, EntryGroup
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Remark, Review
from tests.pages import ABSENT, statements, text
from tests.secretariat import readers
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


@pytest.fixture
def remark(alif):
    """A remark of Sahlan for Wadina."""
    return remarked(alif, "Reports come late.", "WA")


def remarked(token, words, *codes):
    with acting_as(token):
        return make_remark(review=Review.objects.get(), text=Words.of("en", en=words), readers=readers(*codes))


def now(token, remark):
    with acting_as(token):
        return Remark.objects.select_related("audience").get(pk=remark.pk)


def test_its_readers_see_to_whom_it_is_released_and_its_owner_what_can_be_done(remark):
    done = {"alif": (True, True), "alif2": (True, True), "ba": (False, False)}
    for slug, seen in done.items():
        page = text(client(slug).get(at("remark", remark.pk)))
        assert "Reports come late." in page
        assert "Released to 2 readers; not to the public Sahlan , Wadina" in page
        assert "A remark was made on a review" in page
        assert ("Release to more" in page, "Correct" in page) == seen


@pytest.mark.parametrize("name", ["remark", "remark_correct", "remark_release"])
def test_hidden_and_absent_are_the_same_bytes(remark, name):
    for slug in ("jim", "officer"):
        hidden, absent = (client(slug).get(at(name, key)) for key in (remark.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(remark.pk), ABSENT) == bare(absent.content)


def test_the_public_finds_nothing(remark):
    hidden, absent = (client().get(at("remark", key)) for key in (remark.pk, ABSENT))
    assert (hidden.status_code, bare(hidden.content).replace(str(remark.pk), ABSENT)) == (404, bare(absent.content))


def test_as_many_statements_for_one_entry_as_for_three(alif, remark):
    browser = client("alif")
    assert statements(browser, at("remark", remark.pk)) == 9
    for words in ("Reports come too late.", "Reports come far too late."):
        correct(browser, remark, text=words, version=now(alif, remark).version)
    assert statements(browser, at("remark", remark.pk)) == 9


def correct(browser, remark, **given):
    return browser.post(at("remark_correct", remark.pk), {"language": "en", **given})


def test_corrected_words_stand_and_the_former_stay_on_the_record(alif, ba, remark):
    browser = client("alif")
    assert "Reports come late." in browser.get(at("remark_correct", remark.pk)).content.decode()
    answer = correct(browser, remark, text="Reports come very late.", version=1)
    assert (answer.status_code, answer.url) == (302, at("remark", remark.pk))
    page = text(client("ba").get(answer.url))
    assert ("Reports come very late." in page, "A remark on a review was corrected" in page) == (True, True)
    with acting_as(ba):
        kept = EntryGroup.objects.filter(entry__item=remark.pk, name="content").order_by("entry__kind")
        assert [one.body["text"]["words"]["en"] for one in kept] == ["Reports come very late.", "Reports come late."]


def test_whoever_was_slower_sees_both_texts_and_sends_again(alif, remark):
    slow, quick = client("alif"), client("alif2")
    correct(quick, remark, text="Quick words.", version=1)
    answer = correct(slow, remark, text="Slow words.", version=1)
    assert answer.status_code == 409
    assert [words in answer.content.decode() for words in ("Quick words.", "Slow words.")] == [True, True]
    assert 'name="version" value="2"' in answer.content.decode()
    assert now(alif, remark).text.plain() == "Quick words."
    assert correct(slow, remark, text="Slow words.", version=2).status_code == 302
    assert now(alif, remark).text.plain() == "Slow words."


def test_a_correction_sent_twice_is_one(alif, remark):
    browser = client("alif")
    sent = {"text": "Other words.", "version": 1, "once": "one"}
    assert [correct(browser, remark, **sent).status_code for _ in range(2)] == [302, 302]
    assert correct(browser, remark, **{**sent, "text": "Third words."}).status_code == 422
    assert (now(alif, remark).text.plain(), now(alif, remark).version) == ("Other words.", 2)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": "Reports come late."}, "These are the words that stand already."),
        ({"version": "x"}, ""),
        ({"version": "0"}, ""),
        ({"version": "9" * 40}, ""),
        ({"owner": ABSENT}, ""),
    ],
)
def test_a_correction_that_cannot_be_done(alif, remark, wrong, why):
    answer = correct(client("alif"), remark, **{"text": "Other words.", "version": 1, **wrong})
    assert (answer.status_code, why in text(answer)) == (400, True)
    assert (now(alif, remark).text.plain(), now(alif, remark).version) == ("Reports come late.", 1)


@pytest.mark.parametrize("name", ["remark_correct", "remark_release"])
def test_only_its_owner_changes_it(alif, remark, name):
    given = {"text": "Ours now.", "language": "en", "version": 1, "release": "public", "confirmed": "1"}
    browser, before = client("ba"), now(alif, remark)
    answers = browser.get(at(name, remark.pk)), browser.post(at(name, remark.pk), given)
    assert [answer.status_code for answer in answers] == [403, 403]
    after = now(alif, remark)
    assert (after.text, after.audience, after.version) == (before.text, before.audience, before.version)


def widen(browser, remark, **given):
    """First the preview, then what it showed is confirmed."""
    preview = browser.post(at("remark_release", remark.pk), given)
    return preview, browser.post(at("remark_release", remark.pk), {**given, "confirmed": mark_of(preview)})


def mark_of(preview):
    return preview.content.decode().partition('name="confirmed" value="')[2].partition('"')[0]


def test_it_is_released_to_more_after_a_preview(alif, ba, jim, remark):
    browser = client("alif")
    preview, answer = widen(browser, remark, release="chosen", chosen=["NW"], version=1)
    assert (preview.status_code, answer.status_code) == (200, 302)
    assert "Released to 3 readers; not to the public Nawras , Sahlan , Wadina" in text(preview)
    page = text(client("jim").get(at("remark", remark.pk)))
    assert "Reports come late." in page
    assert ["A remark was made on a review" in page, "A remark was released to more readers" in page] == [True, True]
    for slug in ("alif", "ba", "jim"):
        listed = text(client(slug).get(at("record")))
        assert listed.count("Released to 3 readers; not to the public Nawras , Sahlan , Wadina") == 2
    assert [now(token, remark).text.plain() for token in (alif, ba, jim)] == ["Reports come late."] * 3
    assert client("officer").get(at("remark", remark.pk)).status_code == 404


def test_a_preview_alone_changes_nothing(alif, jim, remark):
    page = client("alif").post(at("remark_release", remark.pk), {"release": "public", "version": 1})
    assert "Released to the public" in text(page).partition("Nothing is done yet. Once it is:")[2]
    with acting_as(jim):
        assert list(Remark.objects.all()) == []


def test_only_what_was_shown_can_be_confirmed(jim, remark):
    browser = client("alif")
    preview, _answer = widen(browser, remark, release="secretariat", version="x")
    shown = browser.post(at("remark_release", remark.pk), {"release": "secretariat", "version": 1})
    answer = browser.post(
        at("remark_release", remark.pk), {"release": "public", "version": 1, "confirmed": mark_of(shown)}
    )
    assert (preview.status_code, answer.status_code) == (400, 200)
    with acting_as(jim):
        assert list(Remark.objects.all()) == []


def test_the_ways_offered_are_wider_than_the_present_one(remark):
    page = text(client("alif").get(at("remark_release", remark.pk)))
    assert ["With the secretariat" in page, "The public" in page, "My member alone" in page] == [True, True, False]


def test_what_the_public_reads_is_released_to_nobody_more(alif):
    public = remarked(alif, "For everybody.")
    browser = client("alif")
    widen(browser, public, release="public", version=1)
    assert now(public_token(), public).audience.readers == [PUBLIC]
    page = text(browser.get(at("remark_release", public.pk)))
    assert "Everybody reads it already" in page
    assert browser.post(at("remark_release", public.pk), {"release": "secretariat", "version": 2}).status_code == 400


def test_a_release_of_what_changed_meanwhile_is_stale(alif, jim, remark):
    browser = client("alif")
    correct(client("alif2"), remark, text="Other words.", version=1)
    _preview, answer = widen(browser, remark, release="chosen", chosen=["NW"], version=1)
    assert (answer.status_code, "Other words." in text(answer)) == (409, True)
    with acting_as(jim):
        assert list(Remark.objects.all()) == []


def test_a_release_sent_twice_is_one(alif, remark):
    browser = client("alif")
    given = {"release": "chosen", "chosen": ["NW"], "version": 1, "once": "one"}
    sent = {**given, "confirmed": mark_of(browser.post(at("remark_release", remark.pk), given))}
    answers = [browser.post(at("remark_release", remark.pk), sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    with acting_as(alif):
        assert Entry.objects.filter(item=remark.pk, kind="remarks.released").count() == 1
