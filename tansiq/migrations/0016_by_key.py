"""What a report, its evidence and a restatement name is looked up by its key."""

from django.db import migrations

from tansiq.migrations import _bulk_rules as rules
from tansiq.migrations._together import Together
from tansiq.release.protect import ProtectAnew


class Migration(Together):
    dependencies = [("tansiq", "0015_assessments")]

    operations = [
        ProtectAnew(
            "Report",
            parents=[("call_id", "Call"), ("measure_id", "Measure"), ("figure_id", "Figure")],
            also_add=rules.REPORTS,
        ),
        ProtectAnew("Evidence", parents=[("report_id", "Report"), ("source_id", "Source")], also_add=rules.EVIDENCE),
        ProtectAnew("Restatement", parents=[("earlier_id", "Report"), ("later_id", "Report")], also_add=rules.RESTATES),
    ]
