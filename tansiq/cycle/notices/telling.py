"""The letter about what needs whoever acts: links and counts, never a title, each thing once for each step."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from tansiq import clock
from tansiq.cycle import needs as needing
from tansiq.cycle import wording
from tansiq.cycle.needs import Need
from tansiq.cycle.notices.choosing import own_choice, stop_link
from tansiq.cycle.notices.models import MassLetter, NoticeChoice, Told
from tansiq.engines import needing as engine
from tansiq.members.letters import LANGUAGES, RULE
from tansiq.members.models import Accreditation
from tansiq.release.acting import acting
from tansiq.reports.models import Asked

TIMED = (needing.CALLED, needing.MINUTED, needing.MISSING, needing.SILENT)
AT_FIRST = (
    needing.MINUTED,
    needing.SILENT,
    *needing.LED.values(),
)  # Of which nobody else tells: a call goes out with a letter of its own.
AT_ONCE = (needing.SILENT, needing.ENDED)  # Silence has its hours: these wait for no letter of the day (R-S11).
MASS = "mass"
HOUR = 5  # Of the day in UTC, from which the letter of the day leaves.


class News(NamedTuple):
    """Something that whoever acts was not told of yet, at the step that it has reached."""

    need: Need
    step: str


def news(found: Iterable[Need], outcomes: Iterable[tuple[Need, str]] = ()) -> list[News]:
    """What of all that needs whoever acts was not told yet, and what came of runs of silence."""
    who, now = acting(), clock.now()
    heads = (Accreditation.Role.HEAD,)
    reached = [(one, _step(one, now)) for one in found]
    due = [News(one, _named(one, step)) for one, step in reached if engine.reminds(step, who.hat, heads)]
    due += [News(one, f"{one.kind}.{step}") for one, step in outcomes]
    rows = Told.objects.filter(account=who.account, need__in=[one.need.item for one in due])
    told = set(rows.values_list("need", "step"))
    return [one for one in due if (one.need.item, one.step) not in told]


def _named(need: Need, step: str) -> str:
    """A step by its name; under silence with the end that it tells, for of another end all are told anew (R-S7)."""
    if need.kind != needing.SILENT:
        return f"{need.kind}.{step}"
    return f"{need.kind}.{step}.{int(need.due.timestamp()) if need.due else 0}"


def _step(need: Need, now: datetime) -> str:
    """The last reminder whose time has come; of some things one is told before the first of them."""
    first = engine.NEW if need.kind in AT_FIRST else ""
    return engine.step(need.due if need.kind in TIMED else None, now) or first


def leaves_now(choice: NoticeChoice) -> bool:
    """Whether a letter leaves now, where there is news: the letter of the day once a day, from its hour on."""
    now = clock.now()
    if choice.way != NoticeChoice.Way.DIGEST:
        return choice.way == NoticeChoice.Way.AT_ONCE
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    written = Told.objects.filter(account=acting().account, at__gte=day, at__lt=day + timedelta(days=1))
    today = written.exclude(step=MASS)
    for kind in AT_ONCE:
        today = today.exclude(step__startswith=f"{kind}.")
    return now.hour >= HOUR and not today.exists()


def letter_to(address: str) -> EmailMessage | None:
    """The letter that leaves now to whoever acts, noted as told in this transaction; None where there is none."""
    choice = own_choice()
    if choice.way == NoticeChoice.Way.NONE:
        return None
    if mass := letters_to_me().first():
        _note([(mass.pk, MASS)])
        return _mass(address, choice, mass)
    found, whole = needing.needs(), leaves_now(choice)
    told = [one for one in news(found, needing.outcomes()) if whole or one.need.kind in AT_ONCE]
    if not told:
        return None
    _note((one.need.item, one.step) for one in told)
    return _composed(address, choice, found, told)


def letters_to_me() -> QuerySet[MassLetter]:
    """Letters to many that were let out, go to whoever acts, and have not left to that person."""
    who = acting()
    asked = Asked.objects.filter(call=OuterRef("call"), member=who.member)
    told = Told.objects.filter(account=who.account, need=OuterRef("pk"), step=MASS)
    rows = MassLetter.objects.filter(Exists(asked), ~Exists(told), released_at__isnull=False)
    return rows.select_related("call").order_by("released_at", "key")


def _note(told: Iterable[tuple[UUID, str]]) -> None:
    """Note that whoever acts is told; whoever does the same at this moment waits, and is refused."""
    who = acting()
    Told.objects.bulk_create(
        Told(owner_id=who.member, account=who.account, need=item, step=step, at=clock.now()) for item, step in told
    )


def _mass(address: str, choice: NoticeChoice, letter: MassLetter) -> EmailMessage:
    """A letter to many as one person gets it: the words that were looked at, and where to go."""

    def written() -> tuple[str, str]:
        given = {"text": letter.text.plain(), "answer": reverse("call_answer", args=[letter.call_id])}
        return letter.subject.plain(), _rendered("mass_message", choice, given)

    return _letter(address, choice, written, [f"{letter.pk}.{MASS}"])


def _composed(address: str, choice: NoticeChoice, found: Sequence[Need], told: Sequence[News]) -> EmailMessage:
    """The letter about what is new, and how much else there is."""

    def written() -> tuple[str, str]:
        given = {
            "news": [(wording.to_do(one.need), one.need) for one in told],
            "others": len(found) - sum(one.need.kind != needing.ENDED for one in told),
        }
        return _rendered("needs_subject", choice, given), _rendered("needs_message", choice, given)

    return _letter(address, choice, written, sorted(f"{one.need.item}.{one.step}" for one in told))


def _rendered(name: str, choice: NoticeChoice, given: Mapping[str, Any]) -> str:
    every = {"house": settings.ADDRESS, "stop": stop_link(choice)}
    return render_to_string(f"cycle/letters/{name}.txt", {**every, **given}).strip()


def _letter(
    address: str, choice: NoticeChoice, written: Callable[[], tuple[str, str]], about: Iterable[str]
) -> EmailMessage:
    """A letter in the language of its reader, else in both: each subject, then each text; text alone."""
    subjects, messages = [], []
    for language in LANGUAGES if choice.language == NoticeChoice.Language.BOTH else (choice.language,):
        with override(language):
            subject, message = written()
            subjects.append(" ".join(subject.split()))
            messages.append(message)
            stop = f"{settings.ADDRESS}{stop_link(choice)}"
    return EmailMessage(
        " | ".join(subjects),
        RULE.join(messages) + "\n",
        to=[address],
        headers={
            "Message-ID": f"<{_name(about)}@{settings.PUBLIC_HOST or 'localhost'}>",
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _name(about: Iterable[str]) -> str:
    """A letter's own name, the same if ever it were sent again; drawn from nothing that its reader does not have."""
    return hashlib.sha256(" ".join((str(acting().accreditation), *about)).encode()).hexdigest()[:40]
