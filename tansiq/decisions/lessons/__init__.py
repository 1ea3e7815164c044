"""Lessons: what a weak point or a piece of advice teaches, the action that cures it, and how it was learned."""
