"""What a search is asked for, and how it is answered: what was found, its words marked, in their own language."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tansiq.engines import dates, search
from tansiq.finding.kinds import how, kinds
from tansiq.finding.models import Findable
from tansiq.languages import dates as written
from tansiq.languages.words import Words, direction
from tansiq.members.forms import NOT_READ, UNREADABLE
from tansiq.release.models import Member
from tansiq.release.wording import Stripe, chip, to_choose
from tansiq.reviews.models import Subject

EXCERPT = 280  # Letters of a text that are shown.
DAYS = ("since", "until")


class TimeField(forms.CharField):
    """A day, a month or a year, in either script's digits and any family of month names; its first day or its last."""

    def __init__(self, *, last: bool, **given: Any) -> None:
        self.last = last
        super().__init__(**{"max_length": dates.reading.LONGEST, "required": False, **given})

    def clean(self, value: Any) -> date | None:
        """The day that is meant."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            read = dates.read(typed)
        except dates.Unreadable as reason:
            raise ValidationError(UNREADABLE.get(reason.code, NOT_READ)) from reason
        return _last_day(read) if self.last else read.value


def _last_day(read: dates.Partial) -> date:
    if read.precision == dates.DAY:
        return read.value
    month = 12 if read.precision == dates.YEAR else read.value.month
    return date(read.value.year, month, monthrange(read.value.year, month)[1])


class SearchForm(forms.Form):
    """What is looked for, and where."""

    q = forms.CharField(label=_("Words"), required=False, strip=False, widget=forms.TextInput({"type": "search"}))
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    member = forms.ChoiceField(label=_("Member"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    since = TimeField(label=_("From"), last=False)
    until = TimeField(label=_("Until"), last=True)
    near = forms.BooleanField(label=_("similar words too"), required=False)

    def __init__(self, *args: Any, members: Iterable[Member], lines: Iterable[Subject], **given: Any) -> None:
        super().__init__(*args, **given)
        offered = {
            "kind": [("", _("all kinds")), *((kind, how(model).name) for kind, model in kinds().items())],
            "member": [("", _("all members")), *to_choose(members)],
            "line": [("", _("all lines")), *((line.code, line.name.plain()) for line in lines)],
        }
        for name, choices in offered.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    @property
    def only_days_are_wrong(self) -> bool:
        """Whether all that is wrong is a day that cannot be read: a slip of whoever typed it."""
        return bool(self.errors) and set(self.errors) <= set(DAYS)


@dataclass(frozen=True)
class Told:
    """A text as it is shown: its pieces, and its language."""

    pieces: list[search.Piece]
    language: str

    @property
    def direction(self) -> str:
        """The way that its language runs."""
        return direction(self.language)


@dataclass(frozen=True)
class Hit:
    """One thing that was found, as the page shows it."""

    kind: str
    address: str
    title: Told | None
    text: Told | None
    on: SafeString | None
    member: Member | None
    lines: list[Subject]
    release: Stripe | None


def hit(row: Findable, marks: frozenset[str], about: Mapping[str, Subject], known: dict[int, Member]) -> Hit:
    """What is shown of a row."""
    found = how(kinds()[row.kind])
    return Hit(
        kind=str(found.name),
        address=_address(row),
        title=_told(row.title, marks),
        text=_told(row.text, marks),
        on=written.day(row.dated, row.precision or dates.DAY) if row.dated else None,
        member=row.said_by if row.kind != "member" else None,
        lines=[about[code] for code in row.lines if code in about],
        release=None if row.audience.is_public else chip(row.audience, known),
    )


def _address(row: Findable) -> str:
    """Where a row leads: to its page, or to all that names it."""
    page = how(kinds()[row.kind]).page
    if page:
        return reverse(page, args=[row.called])
    words = urlencode({"q": f'"{row.title.plain()}"' if row.title else ""})
    return f"{reverse('search')}?{words}"


def _told(words: Words | None, marks: frozenset[str]) -> Told | None:
    """Words in the reader's language, or in another one where only that has what was looked for."""
    if words is None:
        return None
    first = words.language()
    others = (language for language in words.words if language != first)
    language = max((first, *others), key=lambda one: bool(search.has(words.words[one], marks)))
    text = search.excerpt(words.words[language], marks, EXCERPT)
    return Told(search.marked(text, marks), language)
