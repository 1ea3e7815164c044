"""Under silence those entitled are the ones of the instant at which it begins."""

from django.db import migrations, models

from tansiq.migrations import _silence_rules as silence
from tansiq.migrations import _text_rules as texts
from tansiq.migrations._together import Together
from tansiq.release.protect import ProtectAnew


class Migration(Together):

    dependencies = [
        ('tansiq', '0026_actions'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='silenceact',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'started')), fields=('question',), name='silence_begins_once'),
        ),
        ProtectAnew("Elector", parents=[("question_id", "Question")], also_add=texts.ELECTS_AT_START),
        ProtectAnew(
            "SilenceAct",
            parents=[("question_id", "Question"), ("paragraph_id", "Paragraph"), ("document_id", "Document")],
            also_add=silence.ACTS,
        ),
    ]
