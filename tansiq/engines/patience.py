"""How long an answer to a sign-in is put off: guessing becomes slow, and nobody is locked out by an enemy."""

FREE = 5  # Failures that cost nothing: people mistype.
FIRST, LONGEST = 0.25, 1.0  # Seconds.


def patience(failures: int) -> float:
    """The seconds that the next answer waits after so many failures for one address, wherever they came from.

    >>> [patience(failures) for failures in (0, 4, 5, 6, 7, 1000)]
    [0.0, 0.0, 0.25, 0.5, 1.0, 1.0]
    """
    if failures < FREE:
        return 0.0
    return min(LONGEST, FIRST * 2.0 ** min(failures - FREE, 8))
