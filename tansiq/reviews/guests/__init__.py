"""Guests of one session: inviting them, showing them things by name, and the end of their visit."""
