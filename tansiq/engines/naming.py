"""Names that can be shown as they stand: in the script of their language, without signs that nobody sees."""

import re
import unicodedata

SCRIPTS = {"ar": "ARABIC", "en": "LATIN"}
LONGEST = 120
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}  # Controls, direction marks, zero widths, tags.
_PILED_UP = 4  # Marks on one letter: beyond, they hide the lines around it.


def tidy(name: str) -> str:
    """A name in one form of Unicode, its words one space apart.

    >>> tidy("  Sahlan  of the sea ")
    'Sahlan of the sea'
    """
    return unicodedata.normalize("NFC", re.sub(" +", " ", name.strip(" ")))


def flaw(name: str, language: str) -> str | None:
    """Why a name cannot be shown as it stands: unseen, long, marks, scripts or letters; None where it can.

    A word in two scripts is another name in disguise; a name needs letters of its own language.

    >>> flaw("Egypt", "en"), flaw("\N{CYRILLIC CAPITAL LETTER IE}gypt", "en"), flaw("مصر", "en")
    (None, 'scripts', 'letters')
    """
    if any(unicodedata.category(sign) in _UNSEEN for sign in name):
        return "unseen"
    if len(name) > LONGEST:
        return "long"
    if _piled_up(name):
        return "marks"
    words = [{_script(sign) for sign in word if sign.isalpha()} for word in re.split(r"[\s\-–/()،,.’']+", name)]
    if any(len(scripts) > 1 or not scripts <= set(SCRIPTS.values()) for scripts in words):
        return "scripts"
    return None if any(SCRIPTS[language] in scripts for scripts in words) else "letters"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _piled_up(name: str) -> bool:
    run = 0
    for sign in unicodedata.normalize("NFD", name):
        run = run + 1 if unicodedata.combining(sign) else 0
        if run >= _PILED_UP:
            return True
    return False
