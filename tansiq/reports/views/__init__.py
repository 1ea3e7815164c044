"""The pages of calls and reports."""
