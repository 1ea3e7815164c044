"""The forms of attendance: a member registers, an office records who came and receives guests, concern is named."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.languages.ways import language
from tansiq.languages.words import Words
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import WordsField
from tansiq.reviews.models import Level, Participation, Subject
from tansiq.reviews.queries import RECORDED

LONGEST = 160
Part = Participation.Part


class LineOfWordsField(WordsField):
    """A few words of people in the language in which the page is read."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": LONGEST, "required": False, "widget": forms.TextInput, **given})

    def clean(self, value: Any) -> Words | None:
        """The words as they are kept."""
        typed = " ".join(super().clean(value).split())
        return Words.of(language(), **{language(): typed}) if typed else None


class RegistrationForm(forms.Form):
    """At which level a member comes, and with whom."""

    level = forms.ChoiceField(label=_("We come at the level of"), choices=Level.choices)
    who = LineOfWordsField(
        label=_("Who comes"), help_text=_("As you wish to be named, for example: the deputy minister.")
    )


class PresenceForm(forms.Form):
    """That a member is present, represented, observing or absent; or that a guest is received."""

    part = forms.ChoiceField(
        label=_("What is recorded"),
        choices=[(part.value, part.label) for part in (*RECORDED, Part.GUEST)],
        widget=forms.RadioSelect,
        initial=Part.PRESENT,
    )
    member = forms.ChoiceField(label=_("Member"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", _("not recorded")), *Level.choices])
    represented_by = LineOfWordsField(label=_("Represented by"))
    guest = LineOfWordsField(label=_("Guest"), help_text=_("Only of a guest, who is no member here."))
    session = LineOfWordsField(label=_("For which session"), help_text=_("Only of a guest; with it the visit ends."))

    def __init__(self, *args: Any, members: Iterable[Member], **given: Any) -> None:
        super().__init__(*args, **given)
        cast("forms.ChoiceField", self.fields["member"]).choices = [("", "—"), *to_choose(members)]

    def clean(self) -> dict[str, Any]:
        """Of a guest its name and its session, of all others the member."""
        given = super().clean() or {}
        needed = ("guest", "session") if given.get("part") == Part.GUEST else ("member",)
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        return given


class ConcernForm(forms.Form):
    """Which member a line of effort concerns most."""

    member = forms.ChoiceField(label=_("Member"))
    line = forms.ChoiceField(label=_("Line of effort"))

    def __init__(self, *args: Any, members: Iterable[Member], lines: Sequence[Subject], **given: Any) -> None:
        super().__init__(*args, **given)
        member, line = (cast("forms.ChoiceField", self.fields[name]) for name in ("member", "line"))
        member.choices = to_choose(members)
        line.choices = [(str(one.pk), one.name.plain()) for one in lines]
