"""Charts as SVG that is the same on a page and on paper: classes alone, black on white where no sheet is read.

    figures(marks, words, axis=Axis(...), series={...}, baseline=Level(...), target=Level(...), narrow=False)
    sparkline(marks, baseline=Level(...), share=False, series={...})
    scale(now, words, baseline=Level(...), target=Level(...), wanted="up", narrow=False)
    chain(nodes, links, words, narrow=False)
    stages(steps, words, narrow=False)

Each returns the drawing, or "" where there is nothing to draw. `words` holds the finding in one sentence, the values
in words for who listens, and how the reader's language is written; pages call tansiq.languages.charts, which gives it.
Scales of time and of quantity run left to right in every language; the stages of a contribution follow reading.
"""

from tansiq.engines.charts.bar import scale
from tansiq.engines.charts.drawing import Axis, figures
from tansiq.engines.charts.links import Node, chain
from tansiq.engines.charts.marks import Level, Mark
from tansiq.engines.charts.spark import sparkline
from tansiq.engines.charts.stairs import OPEN, REACHED, STOPPED, Stage, stages
from tansiq.engines.charts.svg import Words

__all__ = [
    "OPEN",
    "REACHED",
    "STOPPED",
    "Axis",
    "Level",
    "Mark",
    "Node",
    "Stage",
    "Words",
    "chain",
    "figures",
    "scale",
    "sparkline",
    "stages",
]
