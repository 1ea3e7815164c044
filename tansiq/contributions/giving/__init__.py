"""Giving: what a member states that it gives, stage by stage, with its recipient's word, its consents and caveats."""
