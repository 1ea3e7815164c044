"""What is found by its words: one row beside each item, released as the item is."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from tansiq.languages.words import WordsField
from tansiq.release.models import Member, Released


class Findable(Released):
    """An item as it is found: what is shown of it, and the stems of its words.

    The index writes the audience before each stem: whoever looks for a word looks only under the audiences that he
    reads, so neither what is found nor the time that it takes tells of anything else.
    """

    kind = models.CharField(max_length=32)  # The item's table.
    said_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True)
    lines = ArrayField(models.CharField(max_length=32), default=list)
    dated = models.DateField(null=True)
    precision = models.CharField(max_length=16, blank=True)
    called = models.CharField(max_length=64)  # What its page is called by.
    title = WordsField(null=True)
    text = WordsField(null=True)
    plain = models.TextField(blank=True)  # Its words in bare letters, each once.
    title_stems = ArrayField(models.TextField(), default=list)
    stems = ArrayField(models.TextField(), default=list)
    vector: Any = models.GeneratedField(
        expression=models.Func("audience", "title_stems", "stems", function="tansiq.find_vector"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="findable_words", fastupdate=False)]
