"""Whoever filed a report may release it to more readers, its figure with it."""

from django.db import migrations

from tansiq.migrations._together import Together
from tansiq.release.protect import Widen


class Migration(Together):
    dependencies = [("tansiq", "0009_reviews")]

    operations = [
        Widen(
            "Figure",
            parents=[
                ("measure_id", "Measure"),
                ("base_id", "Base"),
                ("speaker_id", "Person"),
                ("review_id", "Review"),
                ("source_id", "Source"),
            ],
        ),
        Widen("Report", parents=[("call_id", "Call"), ("measure_id", "Measure"), ("figure_id", "Figure")]),
    ]
