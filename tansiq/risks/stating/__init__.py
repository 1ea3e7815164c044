"""Stating risks, saying them anew, ending them, and the scale on which they are placed."""
