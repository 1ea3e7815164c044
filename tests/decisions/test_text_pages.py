"""The pages of texts: languages side by side, what changed word by word, forms that grow; hidden ones leave none."""

import pytest

from tansiq.decisions.texts.models import Text
from tansiq.decisions.texts.paragraphs import Para
from tansiq.release.acting import acting_as
from tests.decisions.tabled import ALL, OPEN, SAID, both, put, revised, ruled, seated, stands, tabled
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def told(name, *args, slug="alif", language="en", **asked):
    return text(client(slug).get(at(name, *args, language=language), asked))


def paras(of):
    with acting_as(token("officer")):
        return [Para.of(one) for one in of.paragraphs.order_by("place")]


def sent(**given):
    return {
        "title_ar": "حماية السد",
        "title_en": "Protection of the dam",
        "kind": "decision",
        "authentic": "equal",
        "language": "en",
        "rows": "2",
        "en_1": "The dam is guarded.",
        "ar_1": "يحرس السد.",
        "verb_1": "decides",
        "release": "circle",
        **given,
    }


def test_R_D2_both_languages_side_by_side_with_verb_brackets_and_where_it_stands():
    made = tabled("alif", *ALL, said=OPEN)
    for language, words in (
        ("en", "decides The dam [shall] [should] be guarded. تقرر [يجب] [ينبغي] أن يحرس السد."),
        ("ar", "تقرر [يجب] [ينبغي] أن يحرس السد. decides The dam [shall] [should] be guarded."),
    ):
        shown = told("text", made.pk, language=language)
        assert words in shown
        assert stands(made).digest in shown
    page = client("alif").get(at("text", made.pk)).content.decode()
    assert page.count("<mark>[shall]</mark>") == page.count("<mark>[ينبغي]</mark>") == 1
    assert "Protection of the dam decision · version 1 on the table Small group Sahlan" in told("texts")


def test_what_changed_word_by_word_in_both_directions_of_script_and_what_lags():
    made = tabled("alif", *ALL, said=OPEN)
    first, second = paras(stands(made))
    now = [
        Para(both("The dam shall be guarded.", "يجب أن يحرس السد."), first.verb, first.strand),
        Para(both("The members report each week.", second.text.words["ar"]), second.verb, second.strand),
        Para(en("New.")),
    ]
    revised(made, "alif", said=now, note=en("Agreed in part."))
    page = client("alif").get(at("text", made.pk)).content.decode()
    assert '<p lang="en" dir="ltr">The dam <del>[</del>shall<del>] [should]</del> be guarded.</p>' in page
    assert '<p lang="ar" dir="rtl"><del>[</del>يجب<del>] [ينبغي]</del> أن يحرس السد.</p>' in page
    shown = told("text", made.pk)
    for words in (
        "Agreed in part.",
        "former words: the other language was changed",
        "not translated yet",
        "A language lags behind the other: Arabic.",
    ):
        assert words in shown
    former = told("text_version", revised_first(made).pk)
    assert "This version stands no more." in former
    assert "each month" in former
    revised(made, "alif", said=[paras(stands(made))[0]])
    assert "Paragraphs of the former version that stand no more" in told("text", made.pk)


def revised_first(made):
    with acting_as(token("alif")):
        return made.versions.get(number=1)


def test_a_text_is_tabled_on_its_form_which_grows_by_a_button_without_script():
    body = seated(*ALL)
    door = client("alif")
    address = at("text_table", body.pk)
    grown = door.post(address, sent(more="yes"))
    page = grown.content.decode()
    assert (grown.status_code, 'name="ar_5"' in page, "The dam is guarded." in page) == (200, True, True)
    assert ("could not be done" in page, Text.objects.count()) == (False, 0)
    answer = door.post(address, sent(rows="5", en_2="Second.", place_2="1", place_1="2"))
    assert answer.status_code == 302
    shown = text(door.get(answer.url))
    assert shown.index("Second.") < shown.index("The dam is guarded.")
    refused = door.post(address, sent(en_1="", ar_1=""))
    assert (refused.status_code, "Write at least one paragraph" in text(refused)) == (400, True)
    assert door.post(address, sent(owner="x")).status_code == 400


def test_a_revision_opens_on_what_stands_and_a_slower_one_keeps_its_words():
    made = tabled("alif", *ALL)
    door, address = client("alif"), at("text_revise", made.pk)
    page = door.get(address).content.decode()
    assert all(one.text.words["ar"] in page for one in SAID)
    first, second = paras(stands(made))
    words = {"number": "1", "rows": "3", "language": "en", "note_en": "Shorter."}
    words |= {"en_1": "Short.", "ar_1": "قصير.", "strand_1": str(first.strand), "verb_1": "notes", "place_1": "1"}
    assert door.post(address, words).status_code == 302
    assert "takes note of Short. تحيط علما قصير." in told("text", made.pk)
    slow = door.post(address, words | {"en_1": "Mine, slower."})
    assert (slow.status_code, "Mine, slower." in text(slow), "Short." in text(slow)) == (409, True, True)
    assert second.strand not in {one.strand for one in paras(stands(made))}
    assert client("ba").get(address).status_code == 403


def test_the_rule_is_set_and_the_text_put_on_their_forms(outcomes):
    body = seated(*ALL)
    made = tabled("alif", *ALL)
    door, address = client("officer"), at("body_rule", body.pk)
    given = {"from_on": "2026-01-01", "way": "majority", "numerator": "2", "denominator": "3", "quorum": "0"}
    given |= {"minus": "0", "quorum_numerator": "0", "quorum_denominator": "0", "silence_hours": "72"}
    given |= {"extensions": "2", "downtime_hours": "4", "majority_of": "entitled", "languages": ["ar", "en"]}
    assert door.post(address, given | {"numerator": "4"}).status_code == 400
    assert door.post(address, given).status_code == 302
    shown = text(door.get(at("question_put", made.pk)))
    for words in ("by a majority of 2 of 3, of all who are entitled", "Arabic, English", "Nawras , Sahlan , Wadina"):
        assert words in shown
    answer = door.post(at("question_put", made.pk), {"way": "meeting", "review": str(outcomes.first().pk)})
    assert answer.status_code == 302
    assert "before the body" in told("text", made.pk)
    assert client("alif").get(address).status_code == client("alif").get(at("question_put", made.pk)).status_code == 404


def test_what_stands_in_brackets_is_named_before_the_text_is_put():
    ruled(seated(*ALL))
    said = "Paragraph 1 still has words in brackets: nothing is adopted before they are agreed."
    shown = text(client("chair").get(at("question_put", tabled("alif", *ALL, said=OPEN).pk)))
    assert said in shown
    assert said not in text(client("chair").get(at("question_put", tabled("alif", *ALL).pk)))


def test_whom_a_text_does_not_reach_is_named_before_it_is_put():
    ruled(seated(*ALL))
    made = tabled("alif", "SH")
    shown = text(client("chair").get(at("question_put", made.pk)))
    assert "The text is not released to: Nawras , Wadina ." in shown
    refused = client("chair").post(at("question_put", made.pk), {"way": "meeting"})
    assert (refused.status_code, "It lacks: Nawras, Wadina." in text(refused)) == (400, True)


def test_what_is_not_released_leaves_no_trace():
    body = seated("SH")
    ruled(body)
    tabled("officer")
    addresses = [at("texts"), f"{at('texts')}?body={body.pk}", at("body", body.pk), at("decisions")]
    before = [bare(client("ba").get(one).content) for one in addresses]
    hidden = tabled("alif", "SH")
    question = put(hidden)
    assert [bare(client("ba").get(one).content) for one in addresses] == before
    for name, key in (("text", hidden.pk), ("text_version", stands(hidden).pk), ("text_revise", hidden.pk)):
        answers = [client("ba").get(at(name, one)) for one in (key, ABSENT)]
        assert {one.status_code for one in answers} == {404}
        assert len({bare(one.content).replace(str(key), ABSENT) for one in answers}) == 1
    assert client("ba").get(at("question", question.pk)).status_code == 404


@pytest.mark.parametrize("asked", ["body=x", "kind=x", "page=x", "line=x"])
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('texts')}?{asked}").status_code == 400


def test_as_many_statements_for_one_as_for_three():
    ruled(seated(*ALL))
    counts = []
    for number in (1, 3):
        made = tabled("officer", *ALL, said=[Para(both(f"Said {n}.", f"قيل {n}.")) for n in range(number)])
        revised(made, said=[Para(both(f"Said anew {n}.", f"قيل من جديد {n}.")) for n in range(number)])
        put(made)
        counts.append([statements(client("alif"), at(name, *args)) for name, *args in (("texts",), ("text", made.pk))])
    assert counts == [[10, 10]] * 2
