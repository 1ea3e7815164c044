"""Finding words in texts of two scripts: one way of reading them, for the index, for the question and for the marks."""

from tansiq.engines.search.asking import Query, Term, ask
from tansiq.engines.search.marking import Piece, excerpt, has, marked
from tansiq.engines.search.near import near
from tansiq.engines.search.words import Token, gathered, plain, stems, tokens

__all__ = [
    "Piece",
    "Query",
    "Term",
    "Token",
    "ask",
    "excerpt",
    "gathered",
    "has",
    "marked",
    "near",
    "plain",
    "stems",
    "tokens",
]
