"""The pages of advice: calls, what is given to them, and one piece of advice with what became of it."""
