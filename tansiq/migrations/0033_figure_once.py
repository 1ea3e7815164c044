"""A new report asks for its figure once: whether it may be named, and whether it is the report's own."""

from tansiq.migrations import _bulk_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import ProtectAnew


class Migration(Together):
    dependencies = [("tansiq", "0032_proxies")]

    operations = [
        ProtectAnew(
            "Report",
            parents=[("call_id", "Call"), ("measure_id", "Measure"), ("figure_id", "Figure", rules.THEIR_FIGURE)],
            also_add=rules.REPORTERS,
        ),
    ]
