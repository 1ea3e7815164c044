"""`python3 run.py reindex`: gathers anew what is found by its words; the set-up does it after it changed the tables."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connections

from tansiq.database.unforced import unforced
from tansiq.finding.commands import gather_all
from tansiq.finding.kinds import kinds
from tansiq.finding.models import Findable
from tansiq.languages.terminal import _
from tansiq.members import offices
from tansiq.release.models import Audience, Member, Released

OWNER = "owner"  # The set-up's connection.


class Command(BaseCommand):
    """Read every item, whosever it is, and keep its words beside it: all of them, or none."""

    help = "Gather anew what is found by its words."

    def handle(self, *args: Any, **options: Any) -> None:
        """Let the index go and make it again, in one transaction."""
        released = [model for model in apps.get_app_config("tansiq").get_models() if issubclass(model, Released)]
        with unforced(Member, Audience, *released):
            Findable.objects.using(OWNER).all().delete()
            keeper = Member.objects.using(OWNER).filter(code=offices.SECRETARIAT).first()
            if keeper is None:
                return
            public = self.public()
            count = sum(gather_all(model, keeper=keeper.pk, public=public, using=OWNER) for model in kinds().values())
        self.stdout.write(_("%(count)s items can be found by their words.") % {"count": count})

    def public(self) -> int:
        """The public's audience, which an empty house has not named yet."""
        with connections[OWNER].cursor() as cursor:
            cursor.execute(
                "WITH named AS (INSERT INTO tansiq_audience (id, readers) VALUES (tansiq.audience_id('{0}'), '{0}') "
                "ON CONFLICT DO NOTHING RETURNING id), "
                "read AS (INSERT INTO tansiq_audience_reader (reader, audience_id) SELECT 0, id FROM named) "
                "SELECT tansiq.audience_id('{0}')"
            )
            (public,) = cursor.fetchone()
        return int(public)
