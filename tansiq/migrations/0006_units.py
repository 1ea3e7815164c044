"""A unit holds the forms that it takes beside a number; the columns stay as they are, they hold JSON."""

from django.db import migrations

import tansiq.languages.units

from tansiq.migrations._together import Together


class Migration(Together):

    dependencies = [("tansiq", "0005_search")]

    operations = [
        migrations.AlterField(
            model_name="measure",
            name="unit",
            field=tansiq.languages.units.UnitField(null=True, verbose_name="unit"),
        ),
        migrations.AlterField(
            model_name="base",
            name="unit",
            field=tansiq.languages.units.UnitField(null=True),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="unit",
            field=tansiq.languages.units.UnitField(null=True, verbose_name="unit"),
        ),
    ]
