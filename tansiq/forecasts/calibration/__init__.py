"""How well an author’s probabilities fit what happened: for its author alone, until it publishes the figures."""
