"""Letters about what needs somebody: by each person's own choice, each thing at most once, composed as its reader."""
