"""Advice: calls for it, what members give, under which attribution, what became of it, and who supports it."""
