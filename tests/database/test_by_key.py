"""What rows that come by the thousand name is looked up by its key alone, whatever PostgreSQL knows of the tables."""

import re

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

BULK = ("report", "evidence", "restatement")
LOOKED_UP = re.compile(r"FROM tansiq_\w+ its\s+WHERE \(its\.key = tansiq_\w+\.\w+_id\)")
PARENT = re.compile(r"\bparent\.(\w+) = ")  # What is asked beside the key compares whole rows: no index answers that.


@pytest.mark.parametrize("table", BULK)
def test_what_a_row_names_is_found_by_its_key(table):
    """A second condition beside the key lets another index be chosen, and all of it be read for each row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_expr(polwithcheck, polrelid) FROM pg_policy "
            "WHERE polname = 'add' AND polrelid = %s::regclass",
            [f"tansiq_{table}"],
        )
        (demand,) = cursor.fetchone()
    assert len(LOOKED_UP.findall(demand)) == len(re.findall(r"\bits\b\s+WHERE", demand))
    assert set(PARENT.findall(demand)) == {"key"}
