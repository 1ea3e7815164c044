"""The soundings of the chair: private notes before a decision, never positions."""
