"""The letter about what needs whoever acts: links and counts, never a title, each thing once for each step."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from tansiq import clock
from tansiq.cycle import needs as needing
from tansiq.cycle import wording
from tansiq.cycle.needs import Need
from tansiq.cycle.notices.choosing import own_choice, stop_link
from tansiq.cycle.notices.models import NoticeChoice, Told
from tansiq.engines import needing as engine
from tansiq.members.letters import LANGUAGES, RULE
from tansiq.members.models import Accreditation
from tansiq.release.acting import acting

TIMED = (needing.CALLED, needing.MISSING)
HOUR = 5  # Of the day in UTC, from which the letter of the day leaves.


class News(NamedTuple):
    """Something that whoever acts was not told of yet, at the step that it has reached."""

    need: Need
    step: str


def news(found: Iterable[Need]) -> list[News]:
    """What of all that needs whoever acts was not told yet."""
    who, now = acting(), clock.now()
    heads = (Accreditation.Role.HEAD,)
    reached = [(one, engine.step(one.due if one.kind in TIMED else None, now)) for one in found]
    due = [News(one, f"{one.kind}.{step}") for one, step in reached if engine.reminds(step, who.hat, heads)]
    rows = Told.objects.filter(account=who.account, need__in=[one.need.item for one in due])
    told = set(rows.values_list("need", "step"))
    return [one for one in due if (one.need.item, one.step) not in told]


def leaves_now(choice: NoticeChoice) -> bool:
    """Whether a letter leaves now, where there is news: the letter of the day once a day, from its hour on."""
    now = clock.now()
    if choice.way != NoticeChoice.Way.DIGEST:
        return choice.way == NoticeChoice.Way.AT_ONCE
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    today = Told.objects.filter(account=acting().account, at__gte=day, at__lt=day + timedelta(days=1))
    return now.hour >= HOUR and not today.exists()


def letter_to(address: str) -> EmailMessage | None:
    """The letter that leaves now to whoever acts, noted as told in this transaction; None where there is none."""
    choice = own_choice()
    if not leaves_now(choice):
        return None
    found = needing.needs()
    told = news(found)
    if not told:
        return None
    who = acting()
    Told.objects.bulk_create(
        Told(owner_id=who.member, account=who.account, need=one.need.item, step=one.step, at=clock.now())
        for one in told
    )
    return _composed(address, choice, found, told)


def _composed(address: str, choice: NoticeChoice, found: Sequence[Need], told: Sequence[News]) -> EmailMessage:
    spoken = LANGUAGES if choice.language == NoticeChoice.Language.BOTH else (choice.language,)
    subjects, messages, stops = [], [], []
    for language in spoken:
        with override(language):
            stops.append(f"{settings.ADDRESS}{stop_link(choice)}")
            given = {
                "news": [(wording.to_do(one.need), one.need, f"{settings.ADDRESS}{one.need.address}") for one in told],
                "others": len(found) - len(told),
                "house": settings.ADDRESS,
                "stop": stops[-1],
            }
            subjects.append(" ".join(render_to_string("cycle/letters/needs_subject.txt", given).split()))
            messages.append(render_to_string("cycle/letters/needs_message.txt", given).strip())
    return EmailMessage(
        " | ".join(subjects),
        RULE.join(messages) + "\n",
        to=[address],
        headers={
            "Message-ID": f"<{_name(told)}@{settings.PUBLIC_HOST or 'localhost'}>",
            "List-Unsubscribe": f"<{stops[0]}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _name(told: Iterable[News]) -> str:
    """A letter's own name, the same if ever it were sent again; drawn from nothing that its reader does not have."""
    said = [str(acting().accreditation), *sorted(f"{one.need.item}.{one.step}" for one in told)]
    return hashlib.sha256(" ".join(said).encode()).hexdigest()[:40]
