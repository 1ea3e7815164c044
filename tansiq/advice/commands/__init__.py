"""Calling for advice, giving it, laying it on the table, answering it, and taking positions on it."""
