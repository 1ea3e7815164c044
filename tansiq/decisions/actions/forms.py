"""The forms of actions: laying one, moving its day or dropping it, saying where it stands, judging it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.actions.commands import OF_OWNERS, Progress, Task
from tansiq.decisions.actions.models import ActionStep, Completion
from tansiq.decisions.texts.models import Paragraph
from tansiq.efforts.forms import in_both
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.within import WithinForm
from tansiq.release.wording import to_choose
from tansiq.reports.models import Report
from tansiq.reviews.forms import OwnWordsForm, WordsField
from tansiq.reviews.models import Subject
from tansiq.reviews.papers.models import Document
from tansiq.reviews.wording import named

PROSE, SHOWN = 1000, 80
MOVE, DROP = "move", "drop"


def short(label: Any, **given: Any) -> WordsField:
    """A few lines of people's words."""
    return WordsField(label=label, max_length=PROSE, widget=forms.Textarea(attrs={"class": "short"}), **given)


def cut(words: str) -> str:
    """Words in a list to choose from."""
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


class LayForm(WithinForm):
    """What is to be done, in both languages, by whom in the lead and by whom besides, until when."""

    text_ar = short(_("What is to be done, in Arabic"))
    text_en = short(_("What is to be done, in English"))
    paragraph = forms.ChoiceField(label=_("By which paragraph"), required=False)
    lead = forms.ChoiceField(label=_("Who leads"), help_text=_("One member answers for it, whoever joins in."))
    others = forms.MultipleChoiceField(label=_("Who joins in"), required=False, widget=forms.CheckboxSelectMultiple)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    due_on = DayField(label=_("Due on"))

    def __init__(
        self,
        *args: Any,
        paragraphs: Iterable[Paragraph],
        members: Iterable[Member],
        lines: Mapping[str, Subject],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.held = {str(one.pk): one for one in paragraphs}
        self.known = {one.code: one for one in members}
        told = to_choose(self.known.values())
        offer(self, "lead", _("choose"), told)
        self.fields["others"].choices = told  # type: ignore[attr-defined] # a choice field's
        offer(self, "line", _("none"), named(lines, lines))
        if self.held:
            self.fields["paragraph"].required = True
            offer(self, "paragraph", _("choose"), ((key, cut(one.text.plain())) for key, one in self.held.items()))
        else:
            del self.fields["paragraph"]

    def clean(self) -> dict[str, Any]:
        """The words together."""
        given = super().clean()
        given["text"] = in_both(self, given, "text", prose=True)
        return given

    def task(self) -> Task:
        """What is laid."""
        given = self.cleaned_data
        others = [self.known[code] for code in given["others"]]
        paragraph = self.held.get(given.get("paragraph", ""))
        return Task(given["text"], self.known[given["lead"]], given["due_on"], others, given["line"], paragraph)


class SettleForm(OwnWordsForm):
    """What an office rules on an action: another day, or that it is dropped; with the reason."""

    way = forms.ChoiceField(
        label=_("What is done"),
        choices=[(MOVE, _("The due date moves")), (DROP, _("It is dropped"))],
        widget=forms.RadioSelect,
    )
    due_on = DayField(label=_("Due now on"), required=False)
    text = short(_("Reason"))
    turn = forms.IntegerField(min_value=0, max_value=2**15 - 2, widget=forms.HiddenInput)

    field_order = ("way", "due_on", "text", "language", "turn")

    def clean(self) -> dict[str, Any]:
        """Another day is a day."""
        given = super().clean() or {}
        if given.get("way") == MOVE and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Give the new day."))
        if given.get("way") == MOVE and given.get("due_on") and given["due_on"] < clock.today():
            self.add_error("due_on", _("This day is past."))
        if given.get("way") == DROP and given.get("due_on"):
            self.add_error("due_on", _("What is dropped has no new day."))
        return given


class TellForm(OwnWordsForm):
    """Where an owner says that its action stands, and by what that is seen."""

    kind = forms.ChoiceField(
        label=_("Where does it stand?"),
        choices=[(one.value, one.label) for one in OF_OWNERS],
        widget=forms.RadioSelect,
    )
    text = short(
        _("In your words"),
        required=False,
        help_text=_("Of what is done: by what one sees it. Needed where you ask to drop it."),
    )
    document = forms.ChoiceField(label=_("A document as evidence"), required=False)
    report = forms.ChoiceField(label=_("A report as evidence"), required=False)
    turn = forms.IntegerField(min_value=0, max_value=2**15 - 2, widget=forms.HiddenInput)

    field_order = ("kind", "text", "language", "document", "report", "turn")

    def __init__(self, *args: Any, documents: Iterable[Document], reports: Iterable[Report], **given: Any) -> None:
        super().__init__(*args, **given)
        self.documents = {str(one.pk): one for one in documents}
        self.reports = {str(one.pk): one for one in reports}
        offer(self, "document", _("none"), ((key, cut(one.title.plain())) for key, one in self.documents.items()))
        told = ((key, cut(one.measure.name.plain())) for key, one in self.reports.items())
        offer(self, "report", _("none"), told)

    def clean(self) -> dict[str, Any]:
        """What each step must say."""
        given = super().clean() or {}
        proof = given.get("text") or given.get("document") or given.get("report")
        if given.get("kind") == ActionStep.Kind.DONE and not proof and not self.errors:
            self.add_error("text", _("Say by what one sees that it is done: in words, or by a document or a report."))
        if given.get("kind") == ActionStep.Kind.DROP_ASKED and not given.get("text") and not self.errors:
            self.add_error("text", _("Say why it should be dropped."))
        return given

    def progress(self) -> Progress:
        """Where it stands."""
        given = self.cleaned_data
        words = self.words() if given["text"] else None
        return Progress(given["kind"], words, self.documents.get(given["document"]), self.reports.get(given["report"]))


class JudgeForm(OwnWordsForm):
    """How far an action was carried out, in five points, and on what grounds."""

    points = forms.ChoiceField(
        label=_("How far was it carried out?"), choices=Completion.Points.choices, widget=forms.RadioSelect
    )
    text = short(_("On what grounds"))
    turn = forms.IntegerField(min_value=0, max_value=2**15 - 2, widget=forms.HiddenInput)

    field_order = ("points", "text", "language", "turn")

    def grounds(self) -> Words:
        """On what grounds."""
        return self.words()
