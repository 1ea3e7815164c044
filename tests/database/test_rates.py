"""The table of the rate limits: a cache whose values are numbers and words, by the database's clock."""

import base64
import os
import pickle

import pytest
from django.db import connection

from tansiq.database.rates import Rates

pytestmark = pytest.mark.django_db


@pytest.fixture
def rates() -> Rates:
    return Rates("tansiq_rate", {})


def test_it_holds_and_forgets(rates):
    assert rates.get("a") is None
    assert rates.get("a", 7) == 7
    rates.set("a", [1.5, 2.5])
    rates.set("b", "x")
    assert rates.get_many(["a", "b", "c"]) == {"a": [1.5, 2.5], "b": "x"}
    rates.set("a", [3.5])
    assert rates.get("a") == [3.5]
    assert (rates.delete("a"), rates.delete("a")) == (True, False)
    assert rates.get("a") is None
    rates.clear()
    assert rates.get("b") is None


def test_only_the_first_is_added(rates):
    assert [rates.add("lock", 1, timeout=10) for _ in range(3)] == [True, False, False]
    assert rates.add("lock", 1, version=2) is True
    rates.delete("lock")
    assert rates.add("lock", 0) is True
    assert rates.get("lock") == 0


def test_what_has_run_out_is_gone_and_its_place_is_free(rates):
    for seconds in (0, -5):
        rates.set("a", 1, timeout=seconds)
        assert rates.get("a") is None
        assert rates.touch("a", 10) is False
        assert rates.add("a", 2, timeout=10) is True
    rates.set("b", 1, timeout=None)
    assert rates.touch("b", 0) is True
    assert rates.get("b") is None
    rates.set("c", 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tansiq_rate")
        assert cursor.fetchone() == (2,)  # What has run out was cleared away on the way.


def test_it_counts(rates):
    rates.set("n", 1)
    assert (rates.incr("n"), rates.incr("n", 5), rates.decr("n")) == (2, 7, 6)


def test_what_is_no_number_is_not_kept(rates):
    with pytest.raises(TypeError):
        rates.set("a", object())


def test_a_program_that_somebody_laid_there_is_never_run(rates, tmp_path):
    class Planted:
        def __reduce__(self) -> tuple:
            return os.mkdir, (str(tmp_path / "run"),)

    key = rates.make_key("a")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tansiq_rate VALUES (%s, %s, tansiq.now() + interval '1 day')",
            [key, base64.b64encode(pickle.dumps(Planted())).decode()],
        )
    with pytest.raises(ValueError, match="Expecting value"):
        rates.get("a")
    assert not (tmp_path / "run").exists()
