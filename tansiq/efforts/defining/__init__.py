"""The pages on which measures are defined, changed, given a start, a denominator and a target."""
