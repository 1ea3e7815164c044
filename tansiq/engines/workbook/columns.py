"""The columns of a form, in the order in which they stand; the first ones are ours, the others the reporter's."""

from typing import Final

FORM: Final = "1"  # The version of the form: a file of another one is not guessed at.

CODE, NAME, UNIT, KIND, LAST = "code", "name", "unit", "kind", "last"
FROM, UNTIL, ANSWER, VALUE, HIGH, QUALIFIER = "from", "until", "answer", "value", "high", "qualifier"
NUMERATOR, DENOMINATOR, BASE, LEVEL, WORDS = "numerator", "denominator", "base", "level", "words"
REASON, METHOD, EVIDENCE = "reason", "method", "evidence"
RELIABILITY, CREDIBILITY, OVERRULED = "reliability", "credibility", "overruled"

OURS: Final = (CODE, NAME, UNIT, KIND, LAST)
COLUMNS: Final = (
    *OURS, FROM, UNTIL, ANSWER, VALUE, HIGH, QUALIFIER, NUMERATOR, DENOMINATOR, BASE, LEVEL, WORDS, REASON, METHOD,
    EVIDENCE, RELIABILITY, CREDIBILITY, OVERRULED,
)  # fmt: skip
CALL, MEMBER = "call", "member"  # What a plain table may say in each row, and a workbook says in its hidden sheet.
ALSO: Final = (CALL, MEMBER)
ANSWERS: Final = COLUMNS[len(OURS) :]
CHOSEN: Final = (ANSWER, QUALIFIER, RELIABILITY, CREDIBILITY)  # From lists that are the same for all measures.
NUMBERS: Final = (VALUE, HIGH, NUMERATOR, DENOMINATOR)
TEXTS: Final = (WORDS, REASON, METHOD, EVIDENCE, OVERRULED)
