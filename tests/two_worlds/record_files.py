"""The file of the public record on which all worlds rest, and the same file with more in it that is released to few."""

import json
from collections.abc import Sequence
from typing import Any

from tests.two_worlds.record_outcomes import day, outcomes_for_few, public_outcomes

STATES, OFFICES = ("SH", "WA", "NW"), ("secretariat", "coordinator", "chair")
HEAD = {
    "format": "tansiq-record",
    "version": 1,
    "audience": "public",
    "coalition": {"name": {"en": "A coalition"}},
}


def said(ref: str, words: str, **where: str) -> dict[str, Any]:
    """A statement."""
    about = {"on": day("2015-02-01"), "kind": "risk", "line": "water", "text": {"en": words}}
    return {"ref": ref, "speaker": "speaker", "said_by": "SH", "source": "gazette", **about, **where}


def held(ref: str, on: str, **more: Any) -> dict[str, Any]:
    """A review of the council."""
    about = {"level": "experts", "mode": "virtual", "title": {"en": f"Council, {ref}"}, "sources": ["gazette"]}
    return {"ref": ref, "body": "council", "on": day(on), **about, **more}


def public_file() -> dict[str, Any]:
    """What everybody reads."""
    kinds = [*((code, "state") for code in STATES), *((code, "office") for code in OFFICES)]
    chaired = [{"part": "chair", "member": "WA", "person": "speaker"}]
    return {
        **HEAD,
        "lines": [{"ref": "water", "kind": "line_of_effort", "name": {"en": "Water"}}],
        "sources": [{"ref": "gazette", "kind": "official", "publisher": {"en": "A gazette"}, "language": "en"}],
        "members": [{"ref": code, "kind": kind, "name": {"en": "As known"}} for code, kind in kinds],
        "people": [{"ref": "speaker", "name": {"en": "A Speaker"}}],
        "bodies": [{"ref": "council", "kind": "plenary", "name": {"en": "Council"}}],
        "reviews": [held("first", "2015-02-01", participations=chaired), held("last", "2015-05-01")],
        "statements": [
            said("known", "The river will rise.", review="first")
            | {"kind": "forecast", "forecast": {"event": {"en": "A flood"}, "outcome": "open"}}
        ],
        **public_outcomes(),
    }


def with_more_for_few(number: int, to: Sequence[str]) -> dict[str, Any]:
    """The same, and for these members alone a seat, a review between two others, a source, people and words."""
    file = {**public_file(), "audience": list(to)}  # What is in already keeps its readers.
    file["sources"] += [
        {"ref": f"paper{number}", "kind": "research", "publisher": {"en": "A paper"}, "language": "fr"},
    ]
    file["people"] += [{"ref": f"guest{number}", "name": {"en": "A Guest"}}]
    file["seats"] = [{"ref": f"seat{number}", "body": "council", "member": to[0], "role": "lead", "precision": "year"}]
    file["reviews"] += [held(f"between{number}", f"2015-03-0{number}")]
    file["reviews"][0]["participations"].append({"part": "briefer", "person": f"guest{number}"})
    file["statements"] += [
        said(f"aside{number}", "Said aside.", review="first"),
        said(f"unknown{number}", "Said elsewhere.", review=f"between{number}") | {"source": f"paper{number}"},
    ]
    for name, rows in outcomes_for_few(number, to).items():
        file.setdefault(name, []).extend(rows)
    file["statements"][0]["corroborations"] = [{"source": f"paper{number}", "finding": "differs"}]
    return file


def octets(file: dict[str, Any]) -> bytes:
    """A file as it is loaded."""
    return json.dumps(file).encode()
