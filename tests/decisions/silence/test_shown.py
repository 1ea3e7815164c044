"""What the pages of a run show: the text as texts are set, who has done what, the chair's form, letters, series."""

import re

from django.utils.translation import override

from tansiq.decisions.queries import adopting
from tansiq.decisions.silence import commands
from tansiq.decisions.wording import series
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tests.decisions.running import END, HOUR, US, begun, broken, led, moved, proposed, said
from tests.decisions.tabled import DAY, ruled, seated, tabled
from tests.pages import text
from tests.visits import at, client
from tests.world import token


def see(slug, name, *args, when=None, language="en"):
    with moved(when or END - HOUR):
        answer = client(slug).get(at(name, *args, language=language))
    assert answer.status_code == 200
    return answer


def test_the_text_is_set_as_on_its_own_page_the_readers_language_first(outcomes):
    question = begun()
    for name in ("silence", "silence_letter"):
        page = text(see("alif", name, question.pk))
        assert page.index("decides The dam") < page.index("يحرس السد")
        page = text(see("alif", name, question.pk, language="ar"))
        assert page.index("يحرس السد") < page.index("decides The dam")


def test_R_S3_the_chairs_form_opens_on_an_end_that_the_rule_allows_in_the_bodys_zone(outcomes):
    question = proposed()
    page = see("chair", "silence_lead", question.pk, when=END - 60 * HOUR).content.decode()
    assert 'value="2026-06-11"' in page  # The least time from then, which is later than what was proposed.
    assert re.search(r'<optgroup label="The body’s, yours and UTC">\s*<option value="UTC" selected>', page)
    assert "End of silence: time" in page
    page = see("chair", "silence_lead", begun().pk).content.decode()
    assert 'name="on" value="2026-06-12"' in page  # A day after the end that stands.
    body = seated(*US)
    ruled(body, way="silence")
    page = see("officer", "question_put", tabled("officer", *US, body=body).pk).content.decode()
    assert "At what time" in page
    assert re.search(r'name="at" value="\d\d:00"', page)


def test_R_S4_who_has_spoken_is_not_called_silent_and_who_broke_is_neither(outcomes):
    question = begun(breaker_shown=True)
    said(question, "reserved", "ba", words=Words.of("en", en="Not paragraph 2."))
    broken(question, "alif")
    page = text(see("jim", "silence", question.pk))
    assert "reserved, stated, commented or asked for time 1" in page
    assert "broke silence, or objected late 1" in page
    assert "silent, or nothing that is released to you 1" in page
    assert "Silence was broken" in page
    assert "no number until adopted" not in page


def test_the_letters_are_those_that_a_run_needs_as_it_stands(outcomes):
    question = begun(downtime_hours=0)
    assert "Letter on the opening of silence" in text(see("chair", "silence_letter", question.pk))
    led(commands.prolong, question, END - HOUR, until=END + HOUR, words=Words.of("en", en="Asked."))
    page = text(see("chair", "silence_letter", question.pk, when=END))
    assert "Whoever was silent need not act again." in page
    assert "Excellencies," in page
    made = led(commands.give_notice, question, END + 2 * HOUR, attested=True)
    page = text(see("chair", "silence_letter", question.pk, when=END + 2 * HOUR))
    assert f"It bears the number {made.code}" in page
    broken(second := begun())
    assert "The text annexed has not been adopted." in text(see("chair", "silence_letter", second.pk))


def test_R_S9_two_decisions_of_one_number_are_told_apart_by_their_series(outcomes):
    made = []
    for readers in (("SH", "WA", "NW"), ()):
        body = made[0].text.body if made else seated(*US)
        ruled(body, from_on=DAY, way="silence", without_meeting=True)
        question = begun(text=tabled("officer", *readers, body=body))
        led(commands.give_notice, question, END + HOUR, attested=True)
        made.append(question)
    with acting_as(token("alif")), override("en"):
        one, other = (adopting(each.text_version_id) for each in made)
        assert one.code == other.code
        mark = series(one.audience)
        assert series(other.audience) == ""
    for address in (("decision", one.pk), ("silence", made[0].pk), ("decisions",)):
        assert f"{one.code} · series {mark}" in text(see("alif", *address, when=END + 2 * HOUR))
