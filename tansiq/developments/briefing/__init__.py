"""The coordinator's briefing for a review: developments, next steps, questions and answers."""
