"""Figures: how firmly each was said, how it is written, and how far it has come.

    write(Decimal(60), "more_than", unit="percent", base="territory") → Written(hedge="more_than", number="60", …)
    shorten(Decimal(703_414_098), beside=True)  → Short(number=Decimal("703.4"), scale="million", exact=False)
    progress(baseline, target, latest)          → the share of the way, or None
    way_gone(scale, start, target, latest)      → on an ordered scale (steps gone, steps in all), or None
    make_the_whole(whole, parts)                → whether the parts of a figure may make it
    moved(before, after, wanted="up")           → "better", "worse", "same", or None
    reached(target, latest, "more_than", wanted="up") → True, False, or None where the hedge leaves it open

A page turns the codes of a `Written` into words of the reader's language; nothing here is a word that anybody reads.
"""

from tansiq.engines.figures.hedges import QUALIFIERS, hedged, lean, turned
from tansiq.engines.figures.parts import Told, make_the_whole
from tansiq.engines.figures.progress import moved, progress, reached, way_gone
from tansiq.engines.figures.writing import Short, Written, per_cent, plain, shorten, write

__all__ = [
    "QUALIFIERS",
    "Short",
    "Told",
    "Written",
    "hedged",
    "lean",
    "make_the_whole",
    "moved",
    "per_cent",
    "plain",
    "progress",
    "reached",
    "shorten",
    "turned",
    "way_gone",
    "write",
]
