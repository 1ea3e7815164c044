"""The forms of members: names in both languages, dates in either script."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines import dates, naming
from tansiq.languages.words import Words
from tansiq.members.models import Accreditation, Standing
from tansiq.release.models import Member

FLAWS = {
    "unseen": _("There is a sign in this name that cannot be seen and could disguise it. Type the name anew."),
    "long": _("This name is too long to be shown everywhere: 120 letters at most."),
    "marks": _("There are too many marks on one letter of this name."),
    "scripts": _("A word of this name mixes the letters of two scripts, or uses those of a third. Type it anew."),
    "letters": _("This name is not written in the letters of its language."),
}
TAKEN_ADDRESSES = {"admit"}  # members/admit/
EXAMPLE = _("For example: 22 January 2015, or 2015-01-22; Arabic months and digits are read as well.")
UNREADABLE = {
    "ambiguous": _("The day and the month could be read both ways. Write the month as a word, or 2015-01-22."),
    "impossible": _("There is no such day."),
    "weekday": _("The day of the week does not fit the date."),
    "year": _("The year is not one that a coalition could mean."),
    "no_year": _("The year is missing."),
}
NOT_READ = _("This could not be read as a date.")


class DayField(forms.CharField):
    """A day, in either script's digits and any family of month names."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": dates.reading.LONGEST, "help_text": EXAMPLE, **given})

    def clean(self, value: Any) -> date | None:
        """The day that was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            read = dates.read(typed)
        except dates.Unreadable as reason:
            raise ValidationError(UNREADABLE.get(reason.code, NOT_READ)) from reason
        if read.precision != dates.DAY:
            raise ValidationError(_("The day is missing."))
        return read.value


class NameForm(forms.Form):
    """A name in Arabic and English; one suffices where a person is named."""

    name_ar = forms.CharField(label=_("Name in Arabic"), max_length=naming.LONGEST, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=naming.LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """Put the words together."""
        given = super().clean() or {}
        named = {code: naming.tidy(given.get(f"name_{code}") or "") for code in naming.SCRIPTS}
        for code, name in named.items():
            if name and (flaw := naming.flaw(name, code)):
                self.add_error(f"name_{code}", FLAWS[flaw])
        written = {code: name for code, name in named.items() if name}
        if not written and not self.errors:
            self.add_error("name_ar", _("Write the name in one of the two languages."))
        page = (get_language() or "ar").split("-")[0]
        if written:
            given["name"] = Words(page if page in written else next(iter(written)), written)
        return given


class AdmitForm(NameForm):
    """A member that joins: its names in both languages, its code, its kind, the day."""

    code = forms.CharField(
        label=_("Code"),
        max_length=24,
        validators=[
            RegexValidator(r"\A[A-Za-z][A-Za-z0-9-]+\Z", _("Letters A–Z, digits and hyphens, for example JO."))
        ],
        help_text=_("It stands in the address of the member’s page, for example JO."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[choice for choice in Member.Kind.choices if choice[0] != Member.Kind.OFFICE],
        widget=forms.RadioSelect,
    )
    joined_on = DayField(label=_("Joined on"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["name_ar"].required = self.fields["name_en"].required = True

    def clean_code(self) -> str:
        """Refuse a code whose page would lie where another one is."""
        code: str = self.cleaned_data["code"]
        if code.lower() in TAKEN_ADDRESSES:
            raise ValidationError(_("This word stands for a page already. Choose another code."))
        return code


class StandingForm(forms.Form):
    """A step in a member's standing."""

    step = forms.ChoiceField(
        label=_("What happened"),
        choices=[choice for choice in Standing.Step.choices if choice[0] != Standing.Step.ACCESSION],
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("From which day on"))


class AccreditForm(NameForm):
    """A person, the role, the address to invite, and how long the accreditation is valid."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The invitation is meant for this address, for example name@mission.example."),
    )
    valid_from = DayField(label=_("Valid from"))
    valid_until = DayField(label=_("Valid until"), required=False)

    def __init__(self, *args: Any, roles: list[str], **given: Any) -> None:
        super().__init__(*args, **given)
        of_role = cast("forms.ChoiceField", self.fields["role"])
        of_role.choices = [(role, Accreditation.Role(role).label) for role in roles]
        of_role.initial = roles[0] if len(roles) == 1 else None
        self.fields["valid_from"].initial = clock.today().isoformat()


class VersionForm(forms.Form):
    """Which version of a row its reader saw."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)


class DemandForm(forms.Form):
    """Which version of a member's demand its reader saw; 0 where nothing was demanded."""

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
