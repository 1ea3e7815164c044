"""What the worlds' file holds of figures, decisions, contributions, risks, forecasts; and what it has for few."""

from collections.abc import Sequence
from typing import Any


def day(on: str) -> dict[str, str]:
    """A day in full."""
    return {"precision": "day", "from": on, "until": on}


FROM = {"source": "gazette"}
SHARE = {"line": "water", "kind": "share", "role": "effectiveness", "direction": "up"}


def figure(ref: str, value: str, on: str, **more: Any) -> dict[str, Any]:
    """A share of the land, as all of them stated it."""
    when = {"as_of": day(on), "stated_on": day(on)}
    about = {"measure": "dry", "base": "land", "qualifier": "more_than", "speaker_label": {"en": "All of them"}}
    return {"ref": ref, "value": value, **about, **when, **FROM, **more}


def gift(ref: str, stage: str, on: str, **more: Any) -> dict[str, Any]:
    """What Sahlan gives."""
    about = {"member": "SH", "kind": "cash", "text": {"en": "Pumps"}, "amount": "700", "currency": "USD"}
    return {"ref": ref, **about, "qualifier": "about", "stage": stage, "on": day(on), "line": "water", **FROM, **more}


def decided(ref: str, words: str, on: str, **more: Any) -> dict[str, Any]:
    """What a review decided."""
    return {"ref": ref, "on": day(on), "kind": "decision", "line": "water", "text": {"en": words}, **FROM, **more}


def public_outcomes() -> dict[str, Any]:
    """What everybody reads."""
    start = {"value": "0", "qualifier": "none_stated", "on": day("2015-01-01"), "basis": {"en": "by definition"}}
    return {
        "measures": [{"ref": "dry", "name": {"en": "Dry land"}, "baseline": start, **SHARE}],
        "bases": [{"ref": "land", "measure": "dry", "name": {"en": "of the land"}, "stated": True}],
        "figures": [figure("f1", "20", "2015-02-01", review="first"), figure("f2", "40", "2015-05-01", review="last")],
        "decisions": [
            decided("d1", "Dig.", "2015-02-01", review="first"),
            decided("d2", "Dig on.", "2015-05-01", review="last", follows=[{"decision": "d1"}]),
        ],
        "actions": [{"ref": "a1", "decision": "d1", "text": {"en": "Dig"}, "status": "planned", **FROM,
                     "owners": [{"member": "SH"}]}],
        "contributions": [gift("c1", "pledged", "2015-02-01", review="first")],
        "risks": [{"ref": "k1", "on": day("2015-02-01"), "text": {"en": "Rain"}, "level": {"en": "perhaps large"},
                   "raised_by": "WA", "review": "first", "line": "water", **FROM}],
    }  # fmt: skip


def outcomes_for_few(number: int, to: Sequence[str]) -> dict[str, list[Any]]:
    """A figure between two others and against one, a measure, and what hangs on what everybody reads."""
    between, other = figure(f"shown{number}", "30", "2015-03-01", said_by=to[0]), f"few{number}"
    return {
        "measures": [{"ref": other, "name": {"en": "For few"}, **SHARE}],
        "bases": [
            {"ref": f"{other}land", "measure": other, "name": {"en": "of theirs"}, "stated": False},
            {"ref": f"{other}more", "measure": "dry", "name": {"en": "of what few know"}, "stated": True},
        ],
        "figures": [
            between,
            figure(f"against{number}", "25", "2015-02-01", review="first", base=f"{other}more"),
            figure(f"{other}figure", "5", "2015-03-01", measure=other, base=f"{other}land"),
        ],
        "conflicts": [{"figure": "f1", "other": f"against{number}"}],
        "decisions": [decided(f"d{other}", "Ask.", "2015-06-01", review="first", follows=[{"decision": "d2"}])],
        "actions": [{"ref": f"a{other}", "decision": "d1", "text": {"en": "Ask"}, "status": "planned", **FROM,
                     "owners": [{"member": to[0]}]}],
        "contributions": [
            gift(f"c{other}", "delivered", "2015-03-01", follows=[{"contribution": "c1", "relation": "fulfils"}])
        ],
        "risks": [{"ref": f"k{other}", "on": day("2015-03-01"), "text": {"en": "Worse"}, "level": {"en": "very large"},
                   "review": "first", "line": "water", **FROM}],
    }  # fmt: skip
