"""Needs: what is asked for, what is offered for it, and what is missing; kinds and currencies are never added."""
