"""Lessons are found by their words."""

from tansiq.migrations._together import Together
from tansiq.release.protect import Find


class Migration(Together):
    dependencies = [("tansiq", "0034_baselines")]

    operations = [Find("Lesson")]
