"""What is found by its words: one row beside each item, released as the item is."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

import tansiq.chance
import tansiq.languages.words
from tansiq.migrations._rules import SECRETARIAT
from tansiq.migrations._together import Together
from tansiq.release.protect import Find, Protect

WORDS = ["audience_id", "lines", "dated", "precision", "called", "title", "text", "plain", "title_stems", "stems"]


class Migration(Together):

    dependencies = [("tansiq", "0004_founding")]

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                ("key", models.UUIDField(default=tansiq.chance.key, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=32)),
                ("lines", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), default=list, size=None)),
                ("dated", models.DateField(null=True)),
                ("precision", models.CharField(blank=True, max_length=16)),
                ("called", models.CharField(max_length=64)),
                ("title", tansiq.languages.words.WordsField(null=True)),
                ("text", tansiq.languages.words.WordsField(null=True)),
                ("plain", models.TextField(blank=True)),
                ("title_stems", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ("stems", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ("vector", models.GeneratedField(
                    db_persist=True,
                    expression=models.Func("audience", "title_stems", "stems", function="tansiq.find_vector"),
                    output_field=django.contrib.postgres.search.SearchVectorField(),
                )),
                ("audience", models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.audience")),
                ("owner", models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.member")),
                ("said_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tansiq.member")),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["vector"], name="findable_words")],
            },
        ),
        Protect(
            "Findable",
            change=WORDS,
            also_add=f"kind <> 'member' OR {SECRETARIAT}",
            newest="dated",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER found_as_released BEFORE INSERT OR UPDATE OF audience_id ON tansiq_findable "
            "FOR EACH ROW EXECUTE FUNCTION tansiq.found_as_released()",
        ),
        *(Find(name) for name in ("Source", "Body", "Person", "Review", "Participation", "Remark", "Statement")),
        *(Find(name) for name in ("Subject", "Measure", "Decision", "Action", "Contribution", "Risk", "Forecast")),
    ]
