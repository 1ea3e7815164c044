"""Founding from a page: a coalition's profile and order, a body's rule of decision, cities as members."""

import json

from django.db import migrations, models

from tansiq.engines.profiles import SHIPPED
from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, PROGRAMS, readable

# A house that has members was founded before there were profiles: it speaks as coalitions of states do.
FOUNDED_BEFORE = (
    "ALTER TABLE tansiq_coalition NO FORCE ROW LEVEL SECURITY; ALTER TABLE tansiq_member NO FORCE ROW LEVEL SECURITY; "
    f"UPDATE tansiq_coalition SET profile = '{json.dumps(SHIPPED['states'].as_json(), ensure_ascii=False)}' "
    "WHERE EXISTS (SELECT FROM tansiq_member WHERE kind <> 'office'); "
    "ALTER TABLE tansiq_coalition FORCE ROW LEVEL SECURITY; ALTER TABLE tansiq_member FORCE ROW LEVEL SECURITY"
)


def sql(*statements):
    return [migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in statements]


class Migration(Together):

    dependencies = [
        ('tansiq', '0003_second_factor'),
    ]

    operations = [
        migrations.AddField(
            model_name='body',
            name='decides',
            field=models.CharField(blank=True, choices=[('consensus', 'by consensus'), ('silence', 'by silence')], max_length=16, verbose_name='decides'),
        ),
        migrations.AddField(
            model_name='body',
            name='silence_hours',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='least hours of silence'),
        ),
        migrations.AddField(
            model_name='coalition',
            name='invented',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='coalition',
            name='member_order',
            field=models.CharField(choices=[('name', 'by name, as the language of the page sorts it'), ('accession', 'by accession'), ('custom', 'as they have agreed')], default='name', max_length=16, verbose_name='order of members'),
        ),
        migrations.AddField(
            model_name='coalition',
            name='profile',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='coalition',
            name='sequence',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='coalition',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='member',
            name='kind',
            field=models.CharField(choices=[('state', 'State'), ('organisation', 'Organisation'), ('city', 'City'), ('other', 'Member'), ('office', 'Office')], max_length=16, verbose_name='kind'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decides', 'silence'), ('silence_hours__gte', 1), ('silence_hours__isnull', False)), models.Q(models.Q(('decides', 'silence'), _negated=True), ('silence_hours__isnull', True)), _connector='OR'), name='silence_has_its_hours'),
        ),
        *sql(
            readable("tansiq_coalition", EVERY_READER),
            readable("tansiq_body", EVERY_READER),
            f"GRANT UPDATE (about, founded_on, profile, member_order, sequence, version) ON tansiq_coalition TO {PROGRAMS}",
            f"GRANT UPDATE (name) ON tansiq_member TO {PROGRAMS}",
            "CREATE TRIGGER only_offices_are_named_anew BEFORE UPDATE OF name ON tansiq_member "
            "FOR EACH ROW EXECUTE FUNCTION tansiq.only_offices_are_named_anew()",
            FOUNDED_BEFORE,
        ),
    ]
