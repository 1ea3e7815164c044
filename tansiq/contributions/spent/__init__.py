"""Spent against moved: what was given beside the measure that it serves, and whether that moved."""
