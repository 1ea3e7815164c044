"""Positions of members on a text that is put to them, their reasons and conditions, and what comes of the question."""
