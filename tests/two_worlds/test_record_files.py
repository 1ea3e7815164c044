"""The files that worlds load are whole: a refused one would hide nothing, and nobody would notice."""

import pytest

from tansiq.engines import record_file
from tests.two_worlds.record_files import octets, public_file, with_more_for_few


@pytest.mark.parametrize("file", [public_file(), with_more_for_few(1, ("SH", "WA")), with_more_for_few(2, ("NW",))])
def test_it_can_be_read(file):
    assert record_file.read(octets(file)).figures
