"""What B may learn all the same: a closed list, which stands in docs/two-worlds.md with its reasons."""

from tests.world import ROOT

DECLARED = [
    "the list of members and their standing",
    "the dates of reviews",
    "the beginning of an hour of the record",
    "when an item was put in and corrected, once it is released",
]


def test_the_list_is_closed():
    _before, after = (ROOT / "docs" / "two-worlds.md").read_text().split("## Declared")
    rows = [line.split("|") for line in after.split("## ")[0].splitlines() if line.startswith("|")]
    assert [row[1].strip() for row in rows[2:]] == DECLARED
    assert all(cell.strip() for row in rows for cell in row[1:4])
