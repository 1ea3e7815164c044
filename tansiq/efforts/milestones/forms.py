"""The forms of milestones: setting one, another day, its state, and what waits for it."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.forms import in_both
from tansiq.efforts.milestones.models import Attestation, Milestone
from tansiq.efforts.milestones.queries import OPEN
from tansiq.efforts.models import Measure
from tansiq.engines import naming
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import OwnWordsForm


def _name(label: Any, *, required: bool = False, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=naming.LONGEST, required=required, **given)


class MilestoneFilter(forms.Form):
    """Milestones of one line of effort, or of one state."""

    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    state = forms.ChoiceField(
        label=_("Reached or not"),
        required=False,
        choices=[("", _("all")), (OPEN, _("not reached")), *Attestation.State.choices],
    )

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "line", _("all lines"), lines)


class MilestoneForm(ReleaseForm):
    """What shall be reached, by whom, for what, when; and who attests it."""

    line = forms.ChoiceField(label=_("Line of effort"))
    measure = forms.ChoiceField(label=_("Measure"), required=False)
    what_ar = _name(_("What shall be reached, in Arabic"), required=True)
    what_en = _name(_("What shall be reached, in English"), required=True)
    doer = forms.ChoiceField(label=_("Who must reach it"), required=False)
    doer_ar = _name(_("Or somebody else, in Arabic"))
    doer_en = _name(_("Or somebody else, in English"))
    ready_ar = _name(_("Ready for what, in Arabic"))
    ready_en = _name(_("Ready for what, in English"))
    attester = forms.ChoiceField(
        label=_("Who attests it"), help_text=_("Nobody else can say that it was reached, or lost again.")
    )
    expected_on = DayField(label=_("Expected"))

    field_order = (
        *("line", "measure", "what_ar", "what_en", "doer", "doer_ar", "doer_en", "ready_ar", "ready_en"),
        *("attester", "expected_on", "release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        lines: Iterable[tuple[str, str]],
        measures: Mapping[str, Measure],
        members: Iterable[Member],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.measures, self.members = measures, {member.code: member for member in members}
        named = to_choose(self.members.values())
        doers = [("", _("somebody else, below")), *named]
        measured = [("", _("none")), *((key, one.name.plain()) for key, one in measures.items())]
        for name, offered in (("line", lines), ("measure", measured), ("doer", doers), ("attester", named)):
            cast("forms.ChoiceField", self.fields[name]).choices = [*offered]

    def clean(self) -> dict[str, Any]:
        """The milestone."""
        given = super().clean()
        words = {name: in_both(self, given, name) for name in ("what", "doer", "ready")}
        if not self.errors:
            given["milestone"] = {
                "line": given["line"],
                "measure": self.measures.get(given["measure"]),
                "what": words["what"],
                "doer": self.members.get(given["doer"]),
                "doer_name": words["doer"],
                "ready_for": words["ready"],
                "attester": self.members[given["attester"]],
                "expected_on": given["expected_on"],
            }
        return given


class ExpectForm(OwnWordsForm, ReleaseForm):
    """Another day, and why."""

    on = DayField(label=_("Expected"))

    field_order = ("on", "text", "language", "release", "chosen")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("Why")


class AttestForm(OwnWordsForm, ReleaseForm):
    """That it was reached, or lost again, since when, and by what that is known."""

    state = forms.ChoiceField(label=_("Reached or lost"), choices=Attestation.State.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Since"))

    field_order = ("state", "on", "text", "language", "release", "chosen")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("By what this is known")


class WaitForm(OwnWordsForm, ReleaseForm):
    """What waits for a milestone: another one, or something in words."""

    waits = forms.ChoiceField(label=_("Milestone that waits"), required=False)

    field_order = ("waits", "text", "language", "release", "chosen")

    def __init__(self, *args: Any, others: Mapping[str, Milestone], **given: Any) -> None:
        super().__init__(*args, **given)
        self.others = others
        self.fields["text"].label, self.fields["text"].required = _("Or something else, in words"), False
        chosen = cast("forms.ChoiceField", self.fields["waits"])
        chosen.choices = [("", _("none")), *((key, one.what.plain()) for key, one in others.items())]

    def waiting(self) -> dict[str, Any]:
        """What waits."""
        other = self.others.get(self.cleaned_data["waits"])
        return {"waits": other, "words": self.words() if self.cleaned_data["text"] else None}
