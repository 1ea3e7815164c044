"""Releasing something of one's own to more readers: one road for all that is released, an act for each kind."""
