"""The silence procedure: a version put to its body that is adopted unless somebody objects (R-S1 to R-S16)."""
