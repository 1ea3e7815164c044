"""The members report: a call that names its circle, one answer for each measure asked of each member, and what the others ask about it."""
