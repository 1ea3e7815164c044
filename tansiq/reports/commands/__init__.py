"""What is done about reports: calling for them, writing and filing them, asking about them, ruling, confirming."""
