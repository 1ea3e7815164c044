"""Runs in Indico's own environment: a public conference with so many contributions, each with a speaker."""

import sys
from datetime import UTC, datetime, timedelta

from indico.core.db import db
from indico.modules.categories.models.categories import Category
from indico.modules.events.contributions import contribution_settings
from indico.modules.events.contributions.models.persons import ContributionPersonLink
from indico.modules.events.contributions.operations import create_contribution
from indico.modules.events.models.events import EventType
from indico.modules.events.models.persons import EventPerson
from indico.modules.events.operations import create_event
from indico.modules.users import User
from indico.web.flask.app import make_app

BEGINS = datetime(2015, 1, 22, 9, tzinfo=UTC)
WORDS = (
    "The coalition has advanced in training and in bringing life back, and should fund faster before the next review"
)


def main(count: int) -> None:
    """Fill it through the operations that its own pages call, and print where the list stands."""
    with make_app().test_request_context():
        when = {"start_dt": BEGINS, "end_dt": BEGINS + timedelta(days=2), "timezone": "UTC"}
        given = {"title": "A review", "creator": _manager(), **when}
        event = create_event(Category.get_root(), EventType.conference, given)
        db.session.commit()  # Its contributions are numbered in a session of their own.
        for number in range(1, count + 1):
            person = EventPerson(event=event, first_name="Speaker", last_name=str(number), affiliation="A member")
            create_contribution(
                event,
                {
                    "title": f"Statement {number}",
                    "description": WORDS,
                    "duration": timedelta(minutes=5),
                    "start_dt": BEGINS + number * timedelta(minutes=5),
                    "person_link_data": {ContributionPersonLink(person=person, is_speaker=True): False},
                },
            )
        contribution_settings.set_multi(event, {"published": True})
        db.session.commit()
        sys.stdout.write(f"/event/{event.id}/contributions/\n")


def _manager() -> User:
    manager = User(first_name="The", last_name="Secretariat", email="office@bench.example", is_admin=True)
    db.session.add(manager)
    db.session.flush()
    return manager


main(int(sys.argv[1]))
