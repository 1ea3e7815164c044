"""A member's demand for a second factor: only its keeper, or the secretariat for its own office, makes and lifts it."""

import django.db.models.deletion
from django.db import migrations, models

import tansiq.chance
import tansiq.languages.words
from tansiq.migrations._rules import KEEPER, SECRETARIAT
from tansiq.migrations._together import Together
from tansiq.release.protect import ME, READERS, Protect

MAY_DEMAND = f"({KEEPER} OR {SECRETARIAT})"


class Migration(Together):
    dependencies = [("tansiq", "0002_whole_record")]

    operations = [
        migrations.CreateModel(
            name="FactorDemand",
            fields=[
                ("key", models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ("said_by_name", tansiq.languages.words.WordsField(editable=False, null=True)),
                ("created_at", models.DateTimeField(editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("lifted_at", models.DateTimeField(editable=False, null=True)),
                ("audience", models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.audience")),
                ("owner", models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.member")),
                ("said_by", models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.member")),
            ],
            options={"abstract": False},
        ),
        Protect("FactorDemand", change=["lifted_at"], also_add=MAY_DEMAND),
        migrations.RunSQL(
            "ALTER POLICY change ON tansiq_factordemand "
            f"WITH CHECK (owner_id = {ME} AND audience_id IN {READERS} AND {MAY_DEMAND})",
            migrations.RunSQL.noop,
        ),
    ]
