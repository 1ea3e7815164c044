"""What changed between two texts: nothing of either is lost, in any order of words."""

from hypothesis import given
from hypothesis import strategies as some

from tansiq.engines.difference import apart

TEXTS = some.lists(some.sampled_from(["the", "money", "is", "late", "المال", "\n", "  "]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_their_difference(former, later):
    pieces = apart(former, later)
    assert "".join(one.words for one in pieces if one.kind != "new") == former
    assert "".join(one.words for one in pieces if one.kind != "gone") == later


@given(TEXTS)
def test_a_text_is_not_apart_from_itself(text):
    assert {one.kind for one in apart(text, text)} <= {"same"}
