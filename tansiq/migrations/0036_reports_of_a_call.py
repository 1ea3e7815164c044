"""Reports to a call are looked up by their readers too: the time of its pages does not tell of those that are hidden."""

import django.db.models.deletion
from django.db import migrations, models

from tansiq.migrations._together import Together


class Migration(Together):
    dependencies = [("tansiq", "0035_lessons_found")]

    operations = [
        migrations.AlterField(
            model_name="report",
            name="call",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="tansiq.call",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["call", "audience"], name="reports_of_a_call"),
        ),
    ]
