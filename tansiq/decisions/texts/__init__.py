"""Texts of a body, version by version and paragraph by paragraph, and the questions by which they are put to it."""
