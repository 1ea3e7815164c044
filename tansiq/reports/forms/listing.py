"""What the lists of reports and of restatements are asked for, and a ruling on many."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Measure
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reports.forms.beside import RulingForm
from tansiq.reports.models import Call, Report
from tansiq.reports.states import STATES


class ReportsFilter(forms.Form):
    """Reports of one measure, of one member, or of one state."""

    measure = forms.ChoiceField(label=_("Measure"), required=False)
    member = forms.ChoiceField(label=_("Reporter"), required=False)
    state = forms.ChoiceField(label=_("How it stands"), required=False)

    def __init__(
        self, *args: Any, call: Call, measures: Sequence[Measure], members: Iterable[Member], **given: Any
    ) -> None:
        super().__init__(*args, **given)
        offer(self, "measure", _("all measures"), [(str(one.pk), one.name.plain()) for one in measures])
        offer(self, "member", _("all members"), to_choose(members))
        ruled = call.way == Call.Way.ACCEPTANCE
        states = ("accepted", "handed_back", "waiting", "restated") if ruled else ("filed", "restated")
        words = [*((code, STATES[code].word) for code in states), ("asked", _("asked about"))]
        offer(self, "state", pgettext_lazy("states", "all"), words)


class ManyForm(RulingForm):
    """A ruling on the ticked reports, as one act."""

    item = forms.MultipleChoiceField(
        label=_("Reports"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one report.")},
    )

    def __init__(self, *args: Any, reports: Iterable[Report], **given: Any) -> None:
        super().__init__(*args, **given)
        item: Any = self.fields["item"]
        item.choices = [(str(one.pk), str(one.pk)) for one in reports]


class RestatementsFilter(forms.Form):
    """Restatements by one member, or of one measure."""

    member = forms.ChoiceField(label=_("Reporter"), required=False)
    measure = forms.ChoiceField(label=_("Measure"), required=False)

    def __init__(self, *args: Any, members: Iterable[Member], measures: Iterable[Measure], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "member", _("all members"), to_choose(members))
        offer(self, "measure", _("all measures"), [(str(one.pk), one.name.plain()) for one in measures])
