"""Every command is an act: by whoever acts, once under its key, of the version that was seen, with its entry."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Person
from tansiq.record.acts import OtherBody, Stale, Unrecorded, _digest, act, edit, once
from tansiq.record.commands import append
from tansiq.record.models import DoneAct, Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import own_audience
from tansiq.release.models import Member
from tansiq.reviews.commands import correct_remark, make_remark
from tansiq.reviews.models import Review


def en(text: str) -> Words:
    return Words.of("en", en=text)


@act("person.named")
def name_person(*, name: str, then: Callable[[], object] = str) -> Person:
    """Name a person, on the record; and then whatever a test wants."""
    own = own_audience()
    person = Person.objects.create(name=en(name), **ownership(own))
    append("person.named", about=person, audience=own, content={"name": name}, first=True)
    then()
    return person


@act("person.whispered")
def whisper(*, name: str) -> Person:
    """Name a person and tell the record nothing."""
    return Person.objects.create(name=en(name), **ownership(own_audience()))


@act("people.named")
def name_people(*, names: list[str], then: Callable[[], object] = str) -> Person:
    """Name several, each by its own act; the first is the answer."""
    first, *_others = [name_person(name=name) for name in names]
    then()
    return first


@act("people.tried")
def try_people(*, name: str) -> Person | None:
    """Go on where a part was refused, and so with nothing on the record."""
    try:
        return name_person(name=name, then=refuse)
    except ValidationError:
        return None


def refuse() -> None:
    raise ValidationError("refused")


def stored() -> tuple[list[str], list[str], int]:
    """The people, the entries and the acts done, as the actor sees them."""
    return (
        sorted(str(person.name) for person in Person.objects.filter(name__words__en__startswith="T")),
        sorted(Entry.objects.filter(kind__startswith="pe").values_list("kind", flat=True)),
        DoneAct.objects.count(),
    )


@pytest.mark.django_db
class TestOne:
    """One act at a time."""

    def test_an_act_without_its_entry_is_undone(self, alif):
        with acting_as(alif):
            with pytest.raises(Unrecorded, match=r"person\.whispered"):
                whisper(name="Twice")
            assert stored() == ([], [], 0)

    @pytest.mark.parametrize("who", ["", "public"])
    def test_nobody_acts_who_is_no_member(self, who):
        with acting_as(public_token() if who else ""), pytest.raises(PermissionDenied):
            name_person(name="Three")

    def test_the_same_form_sent_again_gets_the_same_answer(self, alif):
        with acting_as(alif):
            with once("a key"):
                first = name_person(name="Tahir")
                assert name_person(name="Tahir") == first
            with once("a key"):
                assert name_person(name="Tahir") == first
            assert stored() == (["Tahir"], ["person.named"], 1)

    def test_other_words_under_the_same_key_are_refused(self, alif):
        with acting_as(alif), once("a key"):
            name_person(name="Tahir")
            with pytest.raises(OtherBody):
                name_person(name="Talal")
            with pytest.raises(OtherBody):
                name_people(names=["Tahir"])
            assert stored() == (["Tahir"], ["person.named"], 1)

    def test_a_key_is_its_account_s_own(self, alif, alif2, ba):
        named = []
        for who in (alif, alif2, ba):
            with acting_as(who), once("a key"):
                named.append(name_person(name="Tahir").pk)
        assert len(set(named)) == 3

    def test_without_a_key_each_is_an_act(self, alif):
        with acting_as(alif):
            assert name_person(name="Tahir") != name_person(name="Tahir")
            assert stored() == (["Tahir", "Tahir"], ["person.named", "person.named"], 0)

    @pytest.mark.parametrize("key", ["k" * 200, "\x00", "مفتاح"])
    def test_whatever_is_sent_as_a_key_is_one(self, alif, key):
        with acting_as(alif):
            with once(key):
                first = name_person(name="Tahir")
            with once(key):
                assert name_person(name="Tahir") == first
            with once(key[:64] + "."):
                assert name_person(name="Tahir") != first

    def test_a_refusal_leaves_nothing_and_its_key_is_free(self, alif):
        with acting_as(alif), once("a key"):
            with pytest.raises(ValidationError):
                name_person(name="Talib", then=refuse)
            assert stored() == ([], [], 0)
            name_person(name="Tahir")
            assert stored() == (["Tahir"], ["person.named"], 1)

    def test_an_error_of_the_database_leaves_nothing(self, alif):
        def fail() -> None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")

        with acting_as(alif), once("a key"):
            with pytest.raises(Exception, match="division by zero"):
                name_person(name="Talib", then=fail)
            assert stored() == ([], [], 0)

    def test_an_act_within_an_act_is_part_of_it(self, alif):
        with acting_as(alif), once("a key"):
            first = name_people(names=["Tahir", "Talal"])
            assert name_people(names=["Tahir", "Talal"]) == first
            assert stored() == (["Tahir", "Talal"], ["person.named", "person.named"], 1)

    def test_the_entry_of_a_part_that_was_undone_does_not_count(self, alif):
        with acting_as(alif):
            with pytest.raises(Unrecorded, match=r"people\.tried"):
                try_people(name="Talib")
            assert stored() == ([], [], 0)

    def test_an_act_of_which_a_part_fails_is_undone_whole(self, alif):
        with acting_as(alif), once("a key"):
            with pytest.raises(ValidationError):
                name_people(names=["Tahir", "Talal"], then=refuse)
            assert stored() == ([], [], 0)


@pytest.mark.django_db
class TestVersions:
    """What is changed is what was seen."""

    def remark(self) -> object:
        readers = [Member.objects.get(code="WA").reader]
        return make_remark(review=Review.objects.get(), text=en("Reports come late."), readers=readers)

    def test_the_version_that_was_seen_is_changed(self, alif):
        with acting_as(alif):
            remark = correct_remark(remark=self.remark(), text=en("Two came late."), version=1)
            assert (remark.version, str(remark.text)) == (2, "Two came late.")
            remark.refresh_from_db()
            assert (remark.version, str(remark.text)) == (2, "Two came late.")

    @pytest.mark.parametrize("version", [0, 2, 99, -1, 2**31 - 1, 2**31, 2**63])
    def test_any_other_is_stale(self, alif, version):
        with acting_as(alif):
            remark = self.remark()
            with pytest.raises(Stale):
                correct_remark(remark=remark, text=en("Other"), version=version)
            remark.refresh_from_db()
            assert (remark.version, str(remark.text)) == (1, "Reports come late.")
            assert Entry.objects.filter(item=remark.pk).count() == 1

    def test_another_s_row_is_stale_for_whoever_only_reads_it(self, alif, ba):
        with acting_as(alif):
            remark = self.remark()
        with acting_as(ba):
            with pytest.raises(Stale):
                edit(remark, version=1, text=en("Other"))
            with pytest.raises(PermissionDenied):
                correct_remark(remark=remark, text=en("Other"), version=1)
            remark.refresh_from_db()
            assert str(remark.text) == "Reports come late."


class TestDigest:
    """Which sendings are the same."""

    def test_sets_have_no_order_and_lists_have_one(self):
        assert _digest("k", (), {"readers": {1, 20, 3}}) == _digest("k", (), {"readers": frozenset({20, 3, 1})})
        assert _digest("k", (), {"readers": [1, 2]}) != _digest("k", (), {"readers": [2, 1]})

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"a": 1}, {"a": 2}),
            ({"a": 1}, {"b": 1}),
            ({"a": None}, {}),
            ({"a": None}, {"a": ""}),
            ({"a": 2**60}, {"a": 2**60 + 1}),
            ({"a": b"words"}, {"a": b"other"}),
            ({"a": date(2015, 1, 22)}, {"a": date(2015, 1, 23)}),
            ({"a": en("x")}, {"a": Words.of("ar", ar="x")}),
        ],
    )
    def test_other_words_are_others(self, one, other):
        assert _digest("k", (), one) == _digest("k", (), dict(one))
        assert _digest("k", (), one) != _digest("k", (), other)
        assert _digest("k", (), one) != _digest("l", (), one)
        assert _digest("k", (1,), one) != _digest("k", (), one)
