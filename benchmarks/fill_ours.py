"""Runs on our own house: so many times the rows of all that hangs on reviews, and where the fullest review stands."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tansiq.settings")
django.setup()

from django.conf import settings  # noqa: E402 -- Django has to be set up first
from django.db import transaction  # noqa: E402 -- as above

from tansiq.database.server import Server  # noqa: E402 -- as above
from tansiq.management.bench.pages import most_said  # noqa: E402 -- as above
from tansiq.management.bench.world import Ground, World  # noqa: E402 -- as above
from tansiq.release.acting import acting_as, public_token  # noqa: E402 -- as above


def main(times: int) -> None:
    """Grow it as `bench pages` does, and print the public page."""
    name = str(settings.DATABASES["default"]["NAME"])
    ground = Ground(Server("", "", 0), name, members=0, seed=0)
    ground.run("record", name, {"times": times})
    World(ground, name).ready()
    with acting_as(public_token()), transaction.atomic():
        sys.stdout.write(f"/ar/reviews/{most_said()}/\n")


main(int(sys.argv[1]))
