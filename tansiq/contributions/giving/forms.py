"""The forms of giving: a contribution, a stage at either end, its correction, consent to a joint gift, and a caveat."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.giving.models import Step
from tansiq.contributions.giving.stating import Gift, Limit, Shown, Stated
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need
from tansiq.contributions.saying import AmountForm, DaysForm, OneLanguage, UnitForm, choose, currency, prose, short
from tansiq.efforts.models import Measure
from tansiq.efforts.numbers import NumberField
from tansiq.engines import chains
from tansiq.members.forms import DayField
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import VersionForm

STAGES = dict(Step.STAGES)


class GiftForm(UnitForm, DaysForm, ReleaseForm):
    """What one gives: of what kind, how much, for what, to whom; alone, or with others who consent by themselves."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Contribution.Kind.choices, widget=forms.RadioSelect)
    text = prose(_("What"), required=True)
    stage = forms.ChoiceField(
        label=_("Stage"), choices=[(one, STAGES[one]) for one in chains.WAY[:-1]], widget=forms.RadioSelect
    )
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    measure = forms.ChoiceField(label=_("Measure that it serves"), required=False)
    need = forms.ChoiceField(label=_("Need that it answers"), required=False)
    earmarking = forms.ChoiceField(label=_("Earmarking"), required=False)
    earmark = short(_("Earmarked for"))
    recipient_member = forms.ChoiceField(
        label=_("Recipient"), required=False, help_text=_("A member always reads what it receives, and states its end.")
    )
    recipient = short(_("Or another recipient, in words"))
    context = forms.ChoiceField(
        label=_("Context"), required=False, help_text=_("What is context is told beside, and counted nowhere.")
    )
    shown_amount = NumberField(label=_("The same in money of another currency"))
    shown_currency = currency(_("That currency"))
    rate_on = DayField(label=_("At the rate of"), required=False, help_text="")
    joint = forms.MultipleChoiceField(
        label=_("Given together with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each consents by itself; until it does, it has stated nothing."),
    )
    joint_name = short(_("What the givers are called together"))

    field_order = (
        *("kind", "text", "amount", "high", "hedge", "currency", "unit_ar", "unit_en", "said", "shown_amount"),
        *("shown_currency", "rate_on", "stage", "on", "until", "line", "measure", "need", "earmarking", "earmark"),
        *("recipient_member", "recipient", "context", "joint", "joint_name", "language", "release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        lines: Iterable[tuple[str, str]],
        measures: Mapping[str, Measure],
        needs: Mapping[str, Need],
        members: Mapping[str, Member],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.measures, self.needs, self.members = measures, needs, members
        choose(self, "line", lines, _("none"))
        choose(self, "measure", ((key, one.name.plain()) for key, one in measures.items()), _("none"))
        choose(self, "need", ((key, one.text.plain()) for key, one in needs.items()), _("none"))
        choose(self, "earmarking", Contribution.Earmarking.choices, _("not stated"))
        choose(self, "context", Contribution.Context.choices, _("no: it counts"))
        others = to_choose(members.values())
        choose(self, "recipient_member", others, _("none"))
        choose(self, "joint", others)

    def clean(self) -> dict[str, Any]:
        """What is given, whole."""
        given = super().clean()
        much = self.counted(given, given.get("kind", ""), self.unit(given), needed=True)
        if given.get("recipient_member") and given.get("recipient"):
            self.add_error("recipient", _("Name a member, or another recipient in words."))
        shown = [given.get(name) for name in ("shown_amount", "shown_currency", "rate_on")]
        if any(shown) and not all(shown):
            self.add_error("rate_on", _("A conversion has its amount, its currency and the day of its rate."))
        if bool(given.get("joint")) != bool(given.get("joint_name")):
            self.add_error("joint_name", _("Several givers have a name together and are named one by one."))
        measure = self.measures.get(given.get("measure") or "")
        if measure and measure.line != given.get("line"):
            self.add_error("measure", _("This measure is of another line of effort."))
        if not self.errors:
            given["gift"] = Gift(
                given["kind"],
                self.owned("text"),
                given["stage"],
                much,  # type: ignore[arg-type] # without errors there is one
                self.days(),
                given["line"],
                measure,
                given["earmarking"],
                self.own("earmark"),
                self.members.get(given["recipient_member"]),
                self.own("recipient"),
                given["context"],
                Shown(*shown) if all(shown) else None,  # type: ignore[arg-type] # all three are there
                self.own("joint_name"),
                tuple(self.members[code] for code in given["joint"]),
            )
        return given

    def answers(self) -> Need | None:
        """The need that it answers."""
        return self.needs.get(self.cleaned_data["need"])


class StepForm(AmountForm, DaysForm, ReleaseForm):
    """A stage at one end of a chain: counted as the contribution is."""

    stage = forms.ChoiceField(label=_("Stage"), widget=forms.RadioSelect)
    instalment = forms.BooleanField(label=_("This is one instalment, a part of what was promised"), required=False)
    reason = prose(_("Reason"), help_text=_("Needed where something is taken back, reduced or disputed."))

    field_order = (
        *("stage", "on", "until", "amount", "high", "hedge", "currency", "said", "instalment", "reason"),
        *("why", "language", "release", "chosen"),
    )

    def __init__(self, *args: Any, of: Contribution, side: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.of = of
        choose(self, "stage", [(one, STAGES[one]) for one in chains.SAYS[side]])
        if of.kind == Contribution.Kind.CASH:
            self.fields["currency"].initial = of.currency
        else:
            del self.fields["currency"]

    def clean(self) -> dict[str, Any]:
        """The stage, whole."""
        given = super().clean()
        much = self.counted(given, self.of.kind, self.of.unit, needed=False)
        if much is not None:
            said = (given["stage"], much, self.days(), given["instalment"], self.own("reason"))
            given["stated"] = Stated(*said)
        return given


class CorrectForm(StepForm):
    """A stage stated anew, and why."""

    why = prose(_("Why it is corrected"), required=True)

    def __init__(self, *args: Any, of: Contribution, side: str, row: Any, **given: Any) -> None:
        super().__init__(*args, of=of, side=side, initial=self.opened(row), **given)

    @staticmethod
    def opened(row: Any) -> dict[str, Any]:
        """What stands, as the form opens on it."""
        days = {name: day.isoformat() if day else "" for name, day in (("on", row.starts_on), ("until", row.ends_on))}
        if days["until"] == days["on"]:
            days["until"] = ""
        numbers = {name: f"{value.normalize():f}" for name in ("amount", "high") if (value := getattr(row, name))}
        said = {"said": row.words, "reason": getattr(row, "reason", None)}
        words = {name: held.words[held.source] for name, held in said.items() if held}
        kept = {"stage": row.stage, "hedge": row.qualifier, "instalment": getattr(row, "instalment", False)}
        return {**days, **numbers, **words, **kept, "currency": row.currency}


class ConsentForm(OneLanguage, ReleaseForm):
    """Whether one consents to a gift that one is named as giving with others."""

    consents = forms.ChoiceField(
        label=_("Consent"),
        choices=[("yes", _("We give this together with the others")), ("no", _("We do not consent"))],
        widget=forms.RadioSelect,
    )
    words = prose(_("Remark"))

    field_order = ("consents", "words", "language", "release", "chosen")


class CaveatForm(OneLanguage, ReleaseForm):
    """A limit on the use of what one gives."""

    text = prose(_("Limit"), required=True, help_text=_("For example: not beyond the river; no night flights."))
    place = short(_("Where"))
    activity = short(_("For which activity"))
    hours = short(_("At which time of day"))
    against = short(_("Against whom"))
    approval = short(_("Whose approval is needed"))
    starts = DayField(label=_("From"), required=False)
    until = DayField(label=_("Until"), required=False, help_text="")

    field_order = (
        *("text", "place", "activity", "hours", "against", "approval", "starts", "until", "language"),
        *("release", "chosen"),
    )

    def limit(self) -> Limit:
        """The limit."""
        given = self.cleaned_data
        words = {name: self.own(name) for name in ("place", "activity", "hours", "against", "approval")}
        return Limit(self.owned("text"), **words, starts_on=given["starts"], until_on=given["until"])


class LiftForm(VersionForm):
    """From when a limit is lifted."""

    on = DayField(label=_("Lifted from"))
