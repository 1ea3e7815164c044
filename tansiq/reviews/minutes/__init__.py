"""The minutes of an item: drafted, circulated, corrected until a day, adopted, sealed."""
