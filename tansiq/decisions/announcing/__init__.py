"""A text that was adopted by silence is announced at the next meeting of its body (R-S9)."""
