"""The members report: a call that names its circle, an answer to each question, and what others ask about it."""
