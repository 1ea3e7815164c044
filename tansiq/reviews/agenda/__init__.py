"""The agenda of a review: its items, each with its time and its kind, and how they go between levels."""
