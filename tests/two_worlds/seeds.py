"""Pairs that once showed a difference: the suite plays them again for ever."""

from pathlib import Path

from tests.two_worlds.plans import Plan

FILE = Path(__file__).with_name("seeds.txt")


def kept() -> list[Plan]:
    """The plans of seeds.txt, one a line; a line that begins with # says why."""
    lines = FILE.read_text().splitlines()
    return [Plan.of_line(line) for line in lines if line and not line.startswith("#")]


def keep(plan: Plan) -> None:
    """Add a plan to them."""
    if plan not in kept():
        with FILE.open("a") as file:
            file.write(plan.line() + "\n")
