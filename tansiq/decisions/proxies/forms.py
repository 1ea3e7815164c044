"""The forms of proxies: to whom, from when until when; and withdrawing one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.models import Member


class GiveForm(forms.Form):
    """Who speaks for one's member, and in which days."""

    holder = forms.ChoiceField(label=_("Who speaks for your member"))
    from_on = DayField(label=_("From"))
    until_on = DayField(label=_("Until"))

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {one.code: one for one in members}
        offer(self, "holder", _("choose"), ((code, one.name.plain()) for code, one in self.held.items()))

    def clean_holder(self) -> Member:
        """The member."""
        found = self.held.get(self.cleaned_data["holder"])
        if found is None:
            raise ValidationError(_("Choose a member."))
        return found


class WithdrawForm(forms.Form):
    """Nothing is asked: the button says it."""
