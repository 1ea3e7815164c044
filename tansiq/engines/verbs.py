"""Operative verbs in both languages, as they agree with the body that speaks; only some of them bind (R-D1, R-D2)."""

from typing import Final, NamedTuple

MASCULINE, FEMININE, PLURAL = "masculine", "feminine", "plural"
VOICES: Final = (MASCULINE, FEMININE, PLURAL)


class Verb(NamedTuple):
    """A verb as one body and as several speak it in English, and as Arabic agrees with each."""

    one: str
    several: str
    masculine: str
    feminine: str
    plural: str


VERBS: Final = {
    "decides": Verb("decides", "decide", "يقرر", "تقرر", "يقررون"),
    "agrees": Verb("agrees", "agree", "يتفق", "تتفق", "يتفقون"),
    "endorses": Verb("endorses", "endorse", "يؤيد", "تؤيد", "يؤيدون"),
    "requests": Verb("requests", "request", "يطلب إلى", "تطلب إلى", "يطلبون إلى"),
    "urges": Verb("urges", "urge", "يحث", "تحث", "يحثون"),
    "calls_upon": Verb("calls upon", "call upon", "يدعو", "تدعو", "يدعون"),
    "welcomes": Verb("welcomes", "welcome", "يرحب", "ترحب", "يرحبون"),
    "notes": Verb("takes note of", "take note of", "يحيط علما", "تحيط علما", "يحيطون علما"),
    "commends": Verb("commends", "commend", "يشيد", "تشيد", "يشيدون"),
    "reaffirms": Verb("reaffirms", "reaffirm", "يؤكد من جديد", "تؤكد من جديد", "يؤكدون من جديد"),
    "stresses": Verb("stresses", "stress", "يشدد", "تشدد", "يشددون"),
    "concern": Verb("expresses concern", "express concern", "يعرب عن القلق", "تعرب عن القلق", "يعربون عن القلق"),
    "acknowledges": Verb("acknowledges", "acknowledge", "يسلم", "تسلم", "يسلمون"),
    "pledges": Verb("pledges", "pledge", "يتعهد", "تتعهد", "يتعهدون"),
    "recalls": Verb("recalls", "recall", "يشير إلى", "تشير إلى", "يشيرون إلى"),
}
BINDING: Final = frozenset({"decides", "agrees", "requests", "endorses"})  # From these alone actions follow.


def said(verb: str, voice: str, language: str) -> str:
    """A verb in a language, as a body of this voice says it.

    >>> said("decides", FEMININE, "ar"), said("decides", FEMININE, "en"), said("notes", PLURAL, "en")
    ('تقرر', 'decides', 'take note of')
    """
    forms = VERBS[verb]
    if language == "ar":
        return {MASCULINE: forms.masculine, FEMININE: forms.feminine, PLURAL: forms.plural}[voice]
    return forms.several if voice == PLURAL else forms.one


def voice_of(name: str) -> str:
    """In which voice a body speaks, by its Arabic name: a feminine noun ends in its own letter.

    >>> voice_of("المجموعة المصغرة"), voice_of("الاجتماع العام")
    ('feminine', 'masculine')
    """
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return FEMININE if first.endswith("ة") else MASCULINE


def binds(verb: str) -> bool:
    """Whether actions follow from what a body says with this verb.

    >>> [verb for verb in VERBS if binds(verb)]
    ['decides', 'agrees', 'endorses', 'requests']
    """
    return verb in BINDING
