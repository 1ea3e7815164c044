"""Whether an audience lies within another: told without a query where it can be, and never otherwise than by one."""

from itertools import product

import pytest
from django.db import connection

from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Member

pytestmark = pytest.mark.django_db


def asked(function: str, child: int, parent: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tansiq.{function}(%s, %s)", [child, parent])
        return bool(cursor.fetchone()[0])


def test_the_short_way_answers_as_the_query_does(alif):
    with acting_as(alif):
        own, other = own_reader(), Member.objects.get(code="WA").reader
        sets = [{PUBLIC}, {own}, {own + 1}, {own, other}, {own, other + 1}, {own + 1, other + 1}]
        held = {frozenset(one): audience_of(one).pk for one in sets}
        for (child, low), (parent, high) in product(held.items(), repeat=2):
            lies = PUBLIC in parent or all(r in parent or (r % 2 and r - 1 in parent) for r in child)
            assert asked("within", low, high) is lies, (child, parent)
            assert asked("contained", low, high) is lies, (child, parent)


def test_a_policy_asks_a_query_only_where_neither_is_the_other_nor_the_public(alif):
    """PostgreSQL writes the expression into the policy: a new row calls no function where nothing has to be read."""
    with acting_as(alif), connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN INSERT INTO tansiq_remark (key, owner_id, audience_id, created_at, version, review_id, text) "
            "SELECT gen_random_uuid(), gen_random_uuid(), 1, now(), 1, gen_random_uuid(), '{}'"
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "OR tansiq.contained(" in plan
    assert "tansiq.within(" not in plan
