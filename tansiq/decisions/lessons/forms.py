"""The forms of lessons: making one of advice, and taking its next step."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.actions.forms import cut, short
from tansiq.decisions.lessons.commands import Taken
from tansiq.decisions.lessons.models import LessonStep
from tansiq.decisions.models import Action
from tansiq.languages.words import Words
from tansiq.release.asking import offer
from tansiq.reviews.forms import OwnWordsForm

Kind = LessonStep.Kind
WORDS = {
    Kind.ACTION: _("How the action cures it"),
    Kind.VALIDATED: _("By what you see it"),
    Kind.LEARNED: _("What was learned"),
}
WORKS = (
    ("yes", pgettext_lazy("lesson", "It works: the weak point is cured")),
    ("no", pgettext_lazy("lesson", "It does not work yet: another action is needed")),
)


class LessonForm(OwnWordsForm):
    """What is to be learned, and why it came about."""

    text = short(_("What is to be learned"))
    analysis = short(_("Why it came about"), required=False)
    field_order = ("text", "analysis", "language")

    def why(self) -> Words | None:
        """The analysis, in the language of the lesson, where there is one."""
        said, language = (self.cleaned_data["analysis"] or "").strip(), self.cleaned_data["language"]
        return Words.of(language, **{language: said}) if said else None


class LessonStepForm(OwnWordsForm):
    """The next step of a lesson, and nothing that belongs to another step."""

    action = forms.ChoiceField(label=_("The action that cures it"))
    works = forms.ChoiceField(label=_("Whether it works"), choices=WORKS, widget=forms.RadioSelect)
    place = forms.ChoiceField(
        label=_("Where it now stands"), choices=LessonStep.Place.choices, widget=forms.RadioSelect
    )
    text = short("")
    turn = forms.IntegerField(min_value=0, max_value=999, widget=forms.HiddenInput)
    field_order = ("action", "works", "place", "text", "language", "turn")

    def __init__(self, *args: Any, kind: LessonStep.Kind, actions: Iterable[Action], **given: Any) -> None:
        super().__init__(*args, **given)
        self.held = {str(one.pk): one for one in actions}
        self.fields["text"].label = WORDS[kind]
        offer(self, "action", _("choose"), ((key, cut(one.text.plain())) for key, one in self.held.items()))
        for name, of in (("action", Kind.ACTION), ("works", Kind.VALIDATED), ("place", Kind.LEARNED)):
            if kind != of:
                del self.fields[name]

    def taken(self) -> Taken:
        """The step."""
        given = self.cleaned_data
        works = {"yes": True, "no": False}.get(given.get("works", ""))
        return Taken(self.words(), self.held.get(given.get("action", "")), works, given.get("place", ""))
