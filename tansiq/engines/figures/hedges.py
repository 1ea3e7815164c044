"""How firmly a figure was said: the qualifiers, and the side to which each leaves it open."""

NONE_STATED, EXACT, ABOUT, NEARLY = "none_stated", "exact", "about", "nearly"
MORE_THAN, AT_LEAST, AT_MOST, LESS_THAN, RANGE = "more_than", "at_least", "at_most", "less_than", "range"
QUALIFIERS = (NONE_STATED, EXACT, ABOUT, NEARLY, MORE_THAN, AT_LEAST, AT_MOST, LESS_THAN, RANGE)

_LEANS = {MORE_THAN: "up", AT_LEAST: "up", NEARLY: "down", AT_MOST: "down", LESS_THAN: "down", ABOUT: "both"}
_TURNED = {MORE_THAN: LESS_THAN, LESS_THAN: MORE_THAN, AT_LEAST: AT_MOST, AT_MOST: AT_LEAST, NEARLY: MORE_THAN}


def hedged(qualifier: str) -> bool:
    """Whether a figure was said with a hedge; a range is no hedge: both its ends were said."""
    return qualifier in _LEANS


def lean(qualifier: str) -> str:
    """The side to which the true figure may lie: up, down, both, or none.

    >>> [lean(qualifier) for qualifier in ("more_than", "nearly", "about", "none_stated")]
    ['up', 'down', 'both', '']
    """
    return _LEANS.get(qualifier, "")


def turned(qualifier: str) -> str:
    """The qualifier of what falls as the figure rises: "less than 400 left" is "more than so much gained".

    >>> turned("less_than"), turned("nearly"), turned("about")
    ('more_than', 'more_than', 'about')
    """
    return _TURNED.get(qualifier, qualifier)
