"""One form sent several times in one moment: one act, one answer."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Person
from tansiq.record.acts import OtherBody, act, kept_as, once
from tansiq.record.commands import append
from tansiq.record.models import DoneAct, Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import own_audience
from tests.world import Cluster, token

LAST = 60  # Seconds that a thread may take.
Then = Callable[[], object]


@act("person.named")
def name_person(*, name: str, then: Then) -> Person:
    """Name a person, and wait until the others have done so too."""
    own = own_audience()
    person = Person.objects.create(name=Words.of("en", en=name), **ownership(own))
    append("person.named", about=person, audience=own, content={"name": name}, first=True)
    then()
    return person


@pytest.fixture(scope="module")
def alif(cluster: Cluster, small: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """Alif's context, in a clone in which acts are committed."""
    with django_db_blocker.unblock():
        own = token("alif")
        connection.close()
        cluster.clone(small, "acts")
        held = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = "acts"
        try:
            yield own
        finally:
            connection.close()
            connection.settings_dict["NAME"] = held
            cluster.drop("acts")


def together(alif: str, key: str, *names: str, then: Then) -> list:
    """Several sendings under one key at the same moment, and their answers."""

    def sent(name: str) -> object:
        try:
            with acting_as(alif), transaction.atomic(), once(key):
                return name_person(name=name, then=then).pk
        except (OtherBody, KeyError) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(names)) as threads:
        return list(threads.map(sent, names, timeout=LAST))


def left(alif: str, key: str, *names: str) -> tuple[int, int, int]:
    """How many people of these names, entries on them and acts of this key there are."""
    with acting_as(alif), transaction.atomic():
        people = Person.objects.filter(name__words__en__in=names).values_list("pk", flat=True)
        return (
            len(people),
            Entry.objects.filter(item__in=list(people)).count(),
            DoneAct.objects.filter(once=kept_as(key)).count(),
        )


@pytest.mark.parametrize("count", [2, 5])
def test_they_are_one_act_with_one_answer(alif, count):
    all_of_them = threading.Barrier(count, timeout=LAST)

    def wait_for_all() -> None:  # A barrier's own name tells who waits: five times another argument.
        all_of_them.wait()

    answers = together(alif, f"{count}", *[f"Tahir {count}"] * count, then=wait_for_all)
    assert answers == [answers[0]] * count
    assert left(alif, f"{count}", f"Tahir {count}") == (1, 1, 1)


def test_with_other_words_one_of_them_is_refused(alif):
    both = threading.Barrier(2, timeout=LAST)

    def wait_for_both() -> None:
        both.wait()

    answers = together(alif, "other words", "Talib", "Talal", then=wait_for_both)
    assert len([one for one in answers if one is OtherBody]) == 1
    assert left(alif, "other words", "Talib", "Talal") == (1, 1, 1)


def test_where_the_quicker_one_fails_the_other_is_done(alif):
    both = threading.Barrier(2, timeout=LAST)

    def first_fails() -> None:
        if both.wait() == 0:
            raise KeyError

    answers = together(alif, "failing", "Tamim", "Tamim", then=first_fails)
    assert len([one for one in answers if one is KeyError]) == 1
    assert left(alif, "failing", "Tamim") == (1, 1, 1)
