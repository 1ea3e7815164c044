"""Texts are found by their words, each version by its own."""

from django.db import migrations

from tansiq.migrations._together import Together
from tansiq.release.protect import Find


class Migration(Together):

    dependencies = [
        ('tansiq', '0027_electors'),
    ]

    operations = [
        Find("TextVersion"),
    ]
