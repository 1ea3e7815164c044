"""Actions that follow from decisions taken here: laid, moved, told on, judged and dropped (R-D3)."""
