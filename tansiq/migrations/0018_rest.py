"""What is put in is released to more later; agendas and documents are found; matters wait for reviews of a series."""

import django.db.models.deletion
from django.db import migrations, models

import tansiq.chance
import tansiq.languages.words

from tansiq.migrations._review_rules import OPENER
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect, Widen

KEPT = {"on_delete": django.db.models.deletion.PROTECT}


class Migration(Together):
    dependencies = [("tansiq", "0017_guest")]

    operations = [
        Widen("Matter"),
        Widen("Replacement", parents=[("earlier_id", "Document"), ("later_id", "Document")]),
        Widen("Measure", anew=False),
        Widen("Base", parents=[("measure_id", "Measure"), ("source_id", "Source")]),
        Widen("Successor", parents=[("earlier_id", "Measure"), ("later_id", "Measure")]),
        Widen("Assessment", parents=[("line_id", "Subject"), ("review_id", "Review"), ("source_id", "Source")]),
        Widen("Ground", parents=[("assessment_id", "Assessment"), ("figure_id", "Figure")]),
        Widen("Revision", parents=[("earlier_id", "Assessment"), ("later_id", "Assessment")]),
        Find("AgendaItem"),
        Find("Document"),
        migrations.CreateModel(
            name="ReferralToSeries",
            fields=[
                ("key", models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ("said_by_name", tansiq.languages.words.WordsField(editable=False, null=True)),
                ("created_at", models.DateTimeField(editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("reason", tansiq.languages.words.WordsField(verbose_name="why")),
                ("audience", models.ForeignKey(editable=False, related_name="+", to="tansiq.audience", **KEPT)),
                ("item", models.ForeignKey(related_name="referred_to_series", to="tansiq.agendaitem", **KEPT)),
                ("owner", models.ForeignKey(editable=False, related_name="+", to="tansiq.member", **KEPT)),
                ("said_by", models.ForeignKey(editable=False, null=True, related_name="+", to="tansiq.member", **KEPT)),
                ("series", models.ForeignKey(related_name="waiting", to="tansiq.series", **KEPT)),
            ],
            options={"abstract": False},
        ),
        Protect("ReferralToSeries", parents=[("item_id", "AgendaItem"), ("series_id", "Series")], also_add=OPENER),
    ]
