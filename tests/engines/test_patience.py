"""Soft delay: it grows, and it ends."""

from tansiq.engines.patience import LONGEST, patience


def test_the_wait_grows_and_never_passes_its_end():
    waits = [patience(failures) for failures in range(2000)]
    assert waits[:5] == [0.0] * 5
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST == 1.0
