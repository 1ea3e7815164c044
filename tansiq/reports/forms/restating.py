"""Filing one answer: anew and why, or on another's word; each is the form of an answer with what that needs."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.languages.words import Words
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reports.forms.one import AnswerForm
from tansiq.reviews.forms import LONGEST, WordsField


class RestateForm(AnswerForm):
    """Another answer in place of one that was filed, and why."""

    why = WordsField(
        label=_("Why it is restated"),
        max_length=LONGEST,
        help_text=_("Whoever reads both reports reads this beside them."),
    )

    def reason_given(self) -> Words:
        """Why, in the language of the other words."""
        language = self.cleaned_data["language"]
        return Words.of(language, **{language: self.cleaned_data["why"]})


class EnterForm(AnswerForm):
    """An answer that the secretariat enters on a member's word: on what that word rests is asked for."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        evidence = cast("forms.CharField", self.fields["evidence"])
        evidence.required = True
        evidence.label = _("By what the member gave it")
        evidence.help_text = _(
            "The letter, the file or the call, with its date: the member confirms it or corrects it."
        )


class WhoseForm(forms.Form):
    """On whose word, and to which question."""

    member = forms.ChoiceField(label=_("On the word of"), required=False)
    measure = forms.ChoiceField(label=_("Measure"), required=False)

    def __init__(self, *args: Any, members: Iterable[Member], measures: Sequence[Measure], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "member", _("Choose a member"), to_choose(members))
        offer(self, "measure", _("Choose a measure"), [(str(one.pk), one.name.plain()) for one in measures])
