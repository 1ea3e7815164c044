"""The forms of an agenda: an item, its place, that it is withdrawn, and to which level it is referred."""

from collections.abc import Iterable, Mapping
from typing import Any, Self, cast
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines import naming
from tansiq.languages.zones import place
from tansiq.members.forms import DayField
from tansiq.release.models import Audience, Member
from tansiq.release.queries import everyone
from tansiq.release.within import WithinForm
from tansiq.release.wording import to_choose
from tansiq.reviews.agenda.models import AgendaItem, Placed
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.forms import OwnWordsForm, VersionForm
from tansiq.reviews.models import Review, Series
from tansiq.reviews.opening_forms import LONGEST_ROUND, ClockField, in_both, instant_of, zone_of_reader
from tansiq.reviews.queries import circle_of
from tansiq.reviews.wording import to_choose as reviews_to_choose

LONGEST = 1000


def _title(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=naming.LONGEST, required=False)


def _note(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, required=False, widget=forms.Textarea)


class SayingForm(forms.Form):
    """What an item says: its title, its kind, its time at the place of the review, who presents it."""

    title_ar = _title(_("Title in Arabic"))
    title_en = _title(_("Title in English"))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=Placed.Kind.choices, initial=Placed.Kind.DISCUSSION, widget=forms.RadioSelect
    )
    at = ClockField(label=_("Begins at"), required=False)
    on = DayField(label=_("On another day than the review begins"), required=False)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=1, max_value=LONGEST_ROUND, required=False)
    presented_by = forms.ChoiceField(label=_("Presented by"), required=False)
    note_ar = _note(_("Note in Arabic"))
    note_en = _note(_("Note in English"))

    def __init__(self, *args: Any, review: Review, members: Iterable[Member], **given: Any) -> None:
        super().__init__(*args, **given)
        self.review, self.members = review, {member.code: member for member in members}
        self.zone = zone_of(review)
        cast("forms.ChoiceField", self.fields["presented_by"]).choices = [
            ("", _("nobody named")),
            *to_choose(self.members.values()),
        ]
        hint = _("For example: 14:30. The time is that of %(zone)s.")
        self.fields["at"].help_text = hint % {"zone": place(self.zone)}

    def clean(self) -> dict[str, Any]:
        """The saying."""
        given = super().clean() or {}
        words = {name: in_both(self, name, checked=name == "title") for name in ("title", "note")}
        if words["title"] is None:
            if not self.errors:
                self.add_error("title_ar", _("Write the title in one of the two languages."))
            return given
        on = given.get("on") or self.review.starts_on
        starts_at = None
        if given.get("at") and on is not None:
            try:
                starts_at = instant_of(on, given["at"], self.zone)
            except ValidationError as refusal:
                self.add_error("at", refusal)
        elif given.get("at") or given.get("on"):
            self.add_error("at" if given.get("on") else "on", _("Say both the day and the time."))
        if not self.errors:
            presenter = self.members.get(given["presented_by"])
            given["saying"] = Saying(
                words["title"], given["kind"], starts_at, given["minutes"], presenter, words["note"]
            )
        return given


def zone_of(review: Review) -> str:
    """The zone in which the times of an agenda are said: that of the review, else the reader's."""
    return review.zone or zone_of_reader()


def offered(within: Audience, review: Review, name: Any) -> dict[str, Any]:
    """Within whom something is released, and the circle that is offered: of what is public that of the body."""
    if not within.is_public:
        return {"within": within, "circle_name": name}
    circle = circle_of(review, everyone().values())
    return {"within": within, "circle": circle, "circle_name": review.body.name.plain()}


class ItemForm(WithinForm, SayingForm):
    """A new item, and to whom it is released."""


class ChangeForm(SayingForm, VersionForm):
    """Other words for an item."""

    @classmethod
    def of(cls, item: AgendaItem, **opened: Any) -> Self:
        """The form as it opens: on what stands."""
        now = item.now
        there = now.starts_at.astimezone(ZoneInfo(zone_of(item.review))) if now.starts_at else None
        given: dict[str, Any] = {"kind": now.kind, "minutes": now.minutes, "version": item.turn}
        for name, words in (("title", now.title), ("note", now.note)):
            given |= {f"{name}_{code}": words.words.get(code, "") for code in naming.SCRIPTS} if words else {}
        if there is not None:
            given |= {"at": f"{there:%H:%M}", "on": "" if there.date() == item.review.starts_on else there.date()}
        code = next((one.code for one in opened["members"] if one.pk == now.presented_by_id), "")
        return cls(initial={**given, "presented_by": code}, **opened)


class MoveForm(VersionForm):
    """Before which other item it comes."""

    before = forms.ChoiceField(label=_("It comes"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: Iterable[AgendaItem], **given: Any) -> None:
        super().__init__(*args, **given)
        self.others = {str(one.pk): one for one in others}
        said = _("before: %(title)s")
        field = cast("forms.ChoiceField", self.fields["before"])
        field.choices = [
            *((key, said % {"title": one.now.title.plain()}) for key, one in self.others.items()),
            ("", _("at the end")),
        ]

    def before_which(self) -> AgendaItem | None:
        """The item before which it comes; none at the end."""
        return self.others.get(self.cleaned_data["before"])


class ReferralForm(WithinForm, OwnWordsForm):
    """To which review of another level an item is referred, or to which series for its next one, and why."""

    to = forms.ChoiceField(label=_("Referred to"))

    field_order = ("to", "text", "language", "release", "chosen")

    def __init__(self, *args: Any, reviews: Mapping[str, Review], series: Mapping[str, Series], **given: Any) -> None:
        super().__init__(*args, **given)
        self.known: dict[str, Review | Series] = {**reviews, **series}
        self.fields["text"].label = _("Why")
        next_one = _("%(level)s · %(series)s, for its next review")
        cast("forms.ChoiceField", self.fields["to"]).choices = [
            *_by_level(reviews),
            *(
                (key, next_one % {"level": one.get_level_display(), "series": one.name.plain()})
                for key, one in series.items()
            ),
        ]

    def chosen_one(self) -> Review | Series:
        """Where it goes."""
        return self.known[self.cleaned_data["to"]]


class TakeUpForm(WithinForm):
    """On which agenda of its series what waited is set."""

    to = forms.ChoiceField(label=_("Set on the agenda of"))

    field_order = ("to", "release", "chosen")

    def __init__(self, *args: Any, reviews: Mapping[str, Review], **given: Any) -> None:
        super().__init__(*args, **given)
        self.reviews = reviews
        cast("forms.ChoiceField", self.fields["to"]).choices = _by_level(reviews)

    def review(self) -> Review:
        """The review on whose agenda it is set."""
        return self.reviews[self.cleaned_data["to"]]


def _by_level(reviews: Mapping[str, Review]) -> list[tuple[str, str]]:
    """Reviews to choose from, each with its level."""
    named = zip(reviews.items(), reviews_to_choose(reviews.values()), strict=True)
    return [(key, f"{one.get_level_display()} · {label}") for (key, one), (_key, label) in named]
