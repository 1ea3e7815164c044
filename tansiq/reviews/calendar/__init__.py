"""The reviews in people’s own calendar programs: as invitations, and as an address that is looked at again."""
