"""Milestones: dated states that others wait for, each slip kept, each state attested by its attester."""
