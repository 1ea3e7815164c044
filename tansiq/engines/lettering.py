"""In which script words are written, told from their letters alone."""

import unicodedata


def script_of(words: str) -> str:
    """The language that stands for the script of most letters: "ar" or "en".

    Whoever gives words unnamed says nothing of itself by the language that it reads the page in.

    >>> script_of("تصل القوائم متأخرة، see annex"), script_of("Lists come late."), script_of("?")
    ('ar', 'en', 'en')
    """
    letters = [unicodedata.name(sign, "") for sign in words if sign.isalpha()]
    arabic = sum(name.startswith("ARABIC") for name in letters)
    return "ar" if 2 * arabic > len(letters) else "en"
