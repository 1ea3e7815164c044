"""Runs in pretalx's own environment: a public event with so many confirmed talks, in a released schedule."""

import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from django.db import transaction  # noqa: E402 -- Django has to be set up first
from django_scopes import scope, scopes_disabled  # noqa: E402 -- as above
from pretalx.event.models import Event  # noqa: E402 -- as above
from pretalx.event.utils import create_organiser_with_team  # noqa: E402 -- as above
from pretalx.person.models import SpeakerProfile, User  # noqa: E402 -- as above
from pretalx.schedule.models import Room  # noqa: E402 -- as above
from pretalx.submission.models import Submission  # noqa: E402 -- as above

WORDS = (
    "The coalition has advanced in training and in bringing life back, and should fund faster before the next review"
)
BEGINS = datetime(2015, 1, 22, 8, tzinfo=UTC)
TALK = timedelta(minutes=30)
DAY = 20  # Talks in a room on a day.
ROOMS = 5


@transaction.atomic
def main(count: int) -> None:
    """Fill it through its own models, and print where the schedule stands."""
    manager = User.objects.create_user(name="The Secretariat", email="office@bench.example")
    organiser, team = create_organiser_with_team(name="A coalition", slug="coalition", users=[manager])
    with scopes_disabled():
        event = Event.objects.create(
            name="A review",
            slug="review",
            organiser=organiser,
            is_public=True,
            date_from=BEGINS.date(),
            date_to=(BEGINS + timedelta(days=count // (DAY * ROOMS))).date(),
            timezone="UTC",
            email="office@bench.example",
            locale_array="en",
            locale="en",
        )
    with scope(event=event):
        event.build_initial_data()
        team.limit_events.add(event)
        rooms = [Room.objects.create(event=event, name=f"Room {place}", position=place) for place in range(ROOMS)]
        for number in range(count):
            talk = _talk(event, number)
            day, place = divmod(number, DAY * ROOMS)
            slot = talk.slots.get()
            slot.room = rooms[place % ROOMS]
            slot.start = BEGINS + timedelta(days=day) + TALK * (place // ROOMS)
            slot.end = slot.start + TALK
            slot.save()
        event.wip_schedule.freeze("1", user=manager, notify_speakers=False)
    sys.stdout.write(f"{event.urls.schedule_nojs}\n")


def _talk(event: Event, number: int) -> Submission:
    """A talk of one speaker, accepted and confirmed."""
    speaker = User.objects.create_user(name=f"Speaker {number}", email=f"{number}@bench.example")
    SpeakerProfile.objects.create(user=speaker, event=event, biography=WORDS)
    talk = Submission.objects.create(
        event=event,
        title=f"Statement {number}",
        submission_type=event.cfp.default_type,
        abstract=WORDS,
        content_locale="en",
    )
    talk.speakers.add(speaker)
    talk.accept()
    talk.confirm()
    return talk


main(int(sys.argv[1]))
