"""Why the house cannot open."""


class GroundError(Exception):
    """One plain sentence: what is missing, and what mends it."""
