"""A profile: whatever is shipped is read as it is stored; whatever else is refused with its place."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines import naming
from tansiq.engines.profiles import BODIES, LANGUAGES, SHIPPED, TERMS, Profile, Rule, WrongProfile, read

STATES = SHIPPED["states"].as_json()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_survives_being_stored(name):
    assert read(json.loads(json.dumps(SHIPPED[name].as_json()))) == SHIPPED[name]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_speaks_both_languages(name):
    profile = SHIPPED[name]
    words = [*profile.terms.values(), *(circle.name for circle in profile.circles)]
    assert [naming.flaw(one[code], code) for one in words for code in LANGUAGES] == [None] * 2 * len(words)
    assert (set(profile.terms), set(profile.bodies)) == (set(TERMS), set(BODIES))


def test_a_room_that_was_built_later_is_open():
    assert read({**STATES, "modules": {}}).modules == ("statements", "sources")


@pytest.mark.parametrize("setting", ["release", "record", "voices", "languages", "missing_is_zero", "audience"])
def test_what_no_coalition_can_change_is_no_setting(setting):
    with pytest.raises(WrongProfile) as refusal:
        read({**STATES, setting: True})
    assert (refusal.value.path, refusal.value.code) == (setting, "unknown")


WRONG = [
    (["terms", "member"], {"ar": "عضو"}, "terms.member.en", "missing"),
    (["terms", "member", "en"], "M\u0435mber", "terms.member.en", "name"),
    (["terms", "member", "ar"], "Member", "terms.member.ar", "name"),
    (["terms", "member", "en"], "Mem\u202eber", "terms.member.en", "name"),
    (["terms", "member", "en"], " Member", "terms.member.en", "name"),
    (["terms", "member", "fr"], "Membre", "terms.member.fr", "unknown"),
    (["terms", "king"], {"ar": "ملك", "en": "King"}, "terms.king", "unknown"),
    (["modules", "record"], False, "modules.record", "unknown"),
    (["modules", "sources"], 0, "modules.sources", "shape"),
    (["bodies", "plenary"], {"way": "majority"}, "bodies.plenary.way", "choice"),
    (["bodies", "plenary"], {"way": "silence"}, "bodies.plenary.hours", "hours"),
    (["bodies", "plenary"], {"way": "silence", "hours": 0}, "bodies.plenary.hours", "hours"),
    (["bodies", "plenary"], {"way": "silence", "hours": True}, "bodies.plenary.hours", "hours"),
    (["bodies", "plenary"], {"way": "consensus", "hours": 72}, "bodies.plenary.hours", "hours"),
    (["circles"], [{"name": {"ar": "كل", "en": "All"}, "of": "everybody"}], "circles[0].of", "choice"),
    (["circles"], [{}] * 13, "circles", "shape"),
    (["reports"], ["acceptance"], "reports", "choice"),
    (["made_from"], "states'; --", "made_from", "shape"),
]


@pytest.mark.parametrize(("path", "value", "place", "code"), WRONG)
def test_what_is_wrong_is_told_with_its_place(path, value, place, code):
    given_ = copy.deepcopy(STATES)
    inside = given_
    for name in path[:-1]:
        inside = inside[name]
    inside[path[-1]] = value
    with pytest.raises(WrongProfile) as refusal:
        read(given_)
    assert (refusal.value.path, refusal.value.code) == (place, code)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*STATES, "x", *TERMS]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_is_stored_is_read_or_refused(value):
    try:
        assert isinstance(read(value), Profile)
    except WrongProfile as refusal:
        assert refusal.code in {"shape", "unknown", "missing", "choice", "name", "hours"}  # noqa: PT017 -- either is right


@given(st.sampled_from(["consensus", "silence"]), st.integers(-5, 2000) | st.none())
def test_silence_alone_has_hours(way, hours):
    stored = {"way": way, **({} if hours is None else {"hours": hours})}
    right = hours is None if way == "consensus" else hours is not None and 1 <= hours <= 1440
    try:
        made = read({**STATES, "bodies": {**STATES["bodies"], "plenary": stored}}).bodies["plenary"]
    except WrongProfile:
        assert not right
    else:
        assert (right, made) == (True, Rule(way, hours))


@pytest.mark.parametrize(
    ("circle", "place", "code"),
    [
        ({"of": "named"}, "members", "missing"),
        ({"of": "members", "members": ["JO"]}, "members", "unknown"),
        ({"of": "named", "members": ["JO", "JO"]}, "members", "shape"),
        ({"of": "named", "members": [7]}, "members", "shape"),
        ({"of": "named", "members": "JO"}, "members", "shape"),
    ],
)
def test_a_circle_names_its_members_where_it_follows_no_body(circle, place, code):
    name = {"ar": "النهر", "en": "River"}
    assert read({**STATES, "circles": [{"name": name, "of": "named", "members": ["JO"]}]}).circles[0].members == ("JO",)
    with pytest.raises(WrongProfile) as refusal:
        read({**STATES, "circles": [{"name": name, **circle}]})
    assert (refusal.value.path, refusal.value.code) == (f"circles[0].{place}", code)
