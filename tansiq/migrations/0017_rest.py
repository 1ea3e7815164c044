"""What is put in is released to more later; items of agendas and documents are found by their words."""

from django.db import migrations

from tansiq.migrations import _agenda_rules as rules
from tansiq.release.protect import Find, Widen


class Migration(migrations.Migration):
    dependencies = [("tansiq", "0015_assessments")]

    operations = [
        Widen("Matter"),
        Widen("AgendaItem", parents=[("review_id", "Review"), ("matter_id", "Matter")], also=rules.CLOSED_TO_SOME),
        Widen("Document", parents=[("review_id", "Review"), ("item_id", "AgendaItem")]),
        Widen("Replacement", parents=[("earlier_id", "Document"), ("later_id", "Document")]),
        Widen("Measure", anew=False),
        Widen("Base", parents=[("measure_id", "Measure"), ("source_id", "Source")]),
        Widen("Successor", parents=[("earlier_id", "Measure"), ("later_id", "Measure")]),
        Widen("Assessment", parents=[("line_id", "Subject"), ("review_id", "Review"), ("source_id", "Source")]),
        Widen("Ground", parents=[("assessment_id", "Assessment"), ("figure_id", "Figure")]),
        Widen("Revision", parents=[("earlier_id", "Assessment"), ("later_id", "Assessment")]),
        Find("AgendaItem"),
        Find("Document"),
    ]
