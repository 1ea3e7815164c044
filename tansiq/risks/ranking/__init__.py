"""How each member ranks the risks that it reads, for a review."""
