"""A stored profile, read strictly: what it does not have is refused, so that nothing else can be set by it."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from tansiq.engines import naming
from tansiq.engines.profiles.schema import (
    BODIES,
    CIRCLES,
    LANGUAGES,
    LEAST_HOURS,
    MODULES,
    MOST_HOURS,
    NAMED,
    REPORTS,
    SILENCE,
    TERMS,
    WAYS,
    Circle,
    Profile,
    Rule,
    Two,
    WrongProfile,
)

FIELDS: Final = ("made_from", "terms", "modules", "bodies", "circles", "reports")
MOST_CIRCLES: Final = 12
MOST_NAMED: Final = 1000
LONGEST_ORIGIN: Final = 32


def read(value: object) -> Profile:
    """The profile that a JSON value holds.

    >>> read({"release": "everybody"})
    Traceback (most recent call last):
    tansiq.engines.profiles.schema.WrongProfile: release: unknown

    Raises:
        WrongProfile: with the place and the reason.
    """
    held = _fields(value, "", FIELDS)
    origin = held["made_from"]
    if not isinstance(origin, str) or not origin.isidentifier() or len(origin) > LONGEST_ORIGIN:
        raise WrongProfile("made_from", "shape")
    terms = _fields(held["terms"], "terms", TERMS)
    return Profile(
        made_from=origin,
        terms={name: _two(terms[name], f"terms.{name}") for name in TERMS},
        modules=_modules(held["modules"]),
        bodies=_bodies(held["bodies"]),
        circles=_circles(held["circles"]),
        reports=_one_of(held["reports"], "reports", REPORTS),
    )


def _fields(value: object, path: str, names: Collection[str], optional: Collection[str] = ()) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongProfile(path, "shape")
    for name in value:
        if name not in names and name not in optional:
            raise WrongProfile(_at(path, str(name)), "unknown")
    for name in names:
        if name not in value:
            raise WrongProfile(_at(path, name), "missing")
    return value


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _one_of(value: object, path: str, known: Collection[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise WrongProfile(path, "choice")
    return value


def _two(value: object, path: str) -> Two:
    """Words in both languages, each as it is shown."""
    held = _fields(value, path, LANGUAGES)
    for language in LANGUAGES:
        word = held[language]
        if not isinstance(word, str) or word != naming.tidy(word) or naming.flaw(word, language):
            raise WrongProfile(f"{path}.{language}", "name")
    return {language: held[language] for language in LANGUAGES}


def _modules(value: object) -> tuple[str, ...]:
    """The rooms that are open; one that is not named is: it was built after the profile was stored."""
    held = _fields(value, "modules", (), MODULES)
    for name, on in held.items():
        if not isinstance(on, bool):
            raise WrongProfile(f"modules.{name}", "shape")
    return tuple(name for name in MODULES if held.get(name, True))


def _bodies(value: object) -> Mapping[str, Rule]:
    held = _fields(value, "bodies", BODIES)
    return {kind: _rule(held[kind], f"bodies.{kind}") for kind in BODIES}


def _rule(value: object, path: str) -> Rule:
    held = _fields(value, path, ("way",), ("hours",))
    way, hours = _one_of(held["way"], f"{path}.way", WAYS), held.get("hours")
    if (way == SILENCE) != (hours is not None):
        raise WrongProfile(f"{path}.hours", "hours")
    if hours is not None and (type(hours) is not int or not LEAST_HOURS <= hours <= MOST_HOURS):
        raise WrongProfile(f"{path}.hours", "hours")
    return Rule(way, hours)


def _circles(value: object) -> tuple[Circle, ...]:
    if not isinstance(value, (list, tuple)) or len(value) > MOST_CIRCLES:
        raise WrongProfile("circles", "shape")
    made = []
    for index, one in enumerate(value):
        path = f"circles[{index}]"
        held = _fields(one, path, ("name", "of"), ("members",))
        of = _one_of(held["of"], f"{path}.of", CIRCLES)
        if (of == NAMED) != ("members" in held):
            raise WrongProfile(f"{path}.members", "missing" if of == NAMED else "unknown")
        members = _codes(held.get("members", ()), f"{path}.members")
        made.append(Circle(_two(held["name"], f"{path}.name"), of, members))
    return tuple(made)


def _codes(value: object, path: str) -> tuple[str, ...]:
    """The codes of members, each once."""
    if not isinstance(value, (list, tuple)) or len(value) > MOST_NAMED:
        raise WrongProfile(path, "shape")
    if not all(isinstance(code, str) and code for code in value) or len(set(value)) != len(value):
        raise WrongProfile(path, "shape")
    return tuple(value)
