"""What is sent together is tried as if it were sent alone: no refusal of one field hides what is made of another."""

from contextlib import nullcontext

import pytest
from django.http import HttpResponse

from tests.values import probing

TAKEN, REFUSED, FAULT = 302, 400, 500


def form(*, by_name=(), faulty=(), silent=False):
    """A form that refuses some fields one after the other, says so or does not, and then fails on others."""

    def answer(given):
        for name in by_name:
            if name in given:
                return HttpResponse("" if silent else f'<span class="err" id="id_{name}_error">', status=REFUSED)
        return HttpResponse(status=FAULT if {*faulty} & {*given} else TAKEN)

    return answer


@pytest.fixture
def tried(monkeypatch):
    def tried(answer, names, refused=()):
        monkeypatch.setattr(probing, "afresh", nullcontext)
        monkeypatch.setattr(probing, "sent", lambda _held, _form, given: answer(given))
        found = probing.played(None, None, dict.fromkeys(names, "bad"), {*refused})
        return [("".join(sorted(given)), answer.status_code) for _attempt, given, answer in found]

    return tried


def test_what_is_taken_is_sent_once(tried):
    assert tried(form(), "abc") == [("abc", TAKEN)]


def test_what_a_refusal_hides_is_tried_without_it(tried):
    found = tried(form(by_name="ab", faulty="c"), "abc")
    assert found == [("abc", REFUSED), ("a", REFUSED), ("bc", REFUSED), ("b", REFUSED), ("c", FAULT)]


def test_a_field_that_was_refused_alone_before_is_not_again(tried):
    assert tried(form(by_name="a", faulty="b"), "ab", refused="a") == [("ab", REFUSED), ("b", FAULT)]


def test_where_a_form_does_not_say_which_each_is_tried_alone(tried):
    assert tried(form(by_name="a", faulty="b", silent=True), "ab") == [("ab", REFUSED), ("a", REFUSED), ("b", FAULT)]


def test_a_fault_is_laid_to_its_field(tried):
    assert tried(form(faulty="b"), "ab") == [("ab", FAULT), ("a", TAKEN), ("b", FAULT)]
