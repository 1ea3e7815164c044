"""Members' words in a spreadsheet: never a formula, whatever they begin with."""

from typing import Final

BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK: Final = "'"


def formula_like(text: str) -> bool:
    """Whether a spreadsheet might take words for a formula.

    >>> formula_like("=cmd|' /C calc'!A0"), formula_like("＝1+1"), formula_like("a = b")
    (True, True, False)
    """
    return text.startswith(BEGINNINGS) or text.lstrip(' "').startswith(BEGINNINGS)


def safe(text: str) -> str:
    """Words as a sheet may hold them.

    >>> safe("@SUM(1)"), safe("about half")
    ("'@SUM(1)", 'about half')
    """
    return MARK + text if formula_like(text) else text


def bare(text: str) -> str:
    """The words again.

    >>> bare("'@SUM(1)"), bare("'tis")
    ('@SUM(1)', "'tis")
    """
    return text[1:] if text.startswith(MARK) and formula_like(text[1:]) else text
