"""What the list of measures is asked for; and how words in both languages are typed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tansiq.engines import naming
from tansiq.languages.words import Words
from tansiq.members.forms import FLAWS
from tansiq.release.asking import offer
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.wording import to_choose

CONFLICT = "conflict"


def in_both(form: forms.Form, given: dict[str, Any], name: str, *, prose: bool = False) -> Words | None:
    """Words that were typed in Arabic and in English, or in one of the two; a name in the letters of its language."""
    typed = {code: (given.get(f"{name}_{code}") or "").strip() for code in naming.SCRIPTS}
    for code, words in typed.items():
        typed[code] = words if prose else naming.tidy(words)
        if words and not prose and (flaw := naming.flaw(typed[code], code)):
            form.add_error(f"{name}_{code}", FLAWS[flaw])
    written = {code: words for code, words in typed.items() if words}
    page = (get_language() or "ar").split("-")[0]
    return Words(page if page in written else next(iter(written)), written) if written else None


class MeasureFilter(forms.Form):
    """Measures of one line of effort, of one review, or those of which figures contradict each other."""

    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    figures = forms.ChoiceField(
        label=_("Figures"),
        required=False,
        choices=[("", pgettext_lazy("figures", "all")), (CONFLICT, _("contradict each other"))],
    )
    review = forms.ChoiceField(label=_("Stated at"), required=False)

    def __init__(self, *args: Any, lines: dict[str, Subject], reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "line", pgettext_lazy("lines", "all"), ((code, line.name.plain()) for code, line in lines.items()))
        offer(self, "review", _("all reviews"), to_choose(reviews))
