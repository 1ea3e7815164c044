"""Figures told apart into their parts: as pages show them, and the form that adds them."""
