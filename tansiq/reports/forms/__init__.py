"""The forms of reports: calling for them, and answering."""
