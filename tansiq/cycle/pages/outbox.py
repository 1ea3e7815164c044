"""The outbox of an office: letters to many, each looked at before it leaves or is thrown away."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tansiq.cycle.notices import outbox
from tansiq.languages.words import Words
from tansiq.languages.zones import meets_at_plainly
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.wording import chip, own_stripe
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.models import Call
from tansiq.reports.queries import calls, members_asked

LONGEST, SUBJECT = 4000, 120
LANGUAGES = ("ar", "en")


class LetterForm(forms.Form):
    """A letter's subject and text in both languages."""

    subject_ar = forms.CharField(label=_("Subject in Arabic"), max_length=SUBJECT)
    text_ar = forms.CharField(label=_("Text in Arabic"), max_length=LONGEST, widget=forms.Textarea)
    subject_en = forms.CharField(label=_("Subject in English"), max_length=SUBJECT)
    text_en = forms.CharField(label=_("Text in English"), max_length=LONGEST, widget=forms.Textarea)

    def words(self, name: str) -> Words:
        """The subject or the text in both languages."""
        return Words.of("ar", **{way: self.cleaned_data[f"{name}_{way}"] for way in LANGUAGES})


class DecisionForm(forms.Form):
    """What becomes of a letter, as it was looked at."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    decision = forms.ChoiceField(choices=[("release", ""), ("discard", "")])


@for_office(*CALLERS)
def letters(request: Entered) -> HttpResponse:
    """The office's letters to many, and the calls about which it has written to nobody."""
    page = page_of(request, outbox.letters())
    waiting = outbox.calls_without_a_letter()[:10]
    return render(request, "cycle/outbox.html", {"page": page, "calls": waiting, "stripe": own_stripe()})


@for_office(*CALLERS)
def call_letter(request: Entered, key: UUID) -> HttpResponse:
    """The form of a letter to everyone whom a call asks, in words that tell nothing of the call."""
    call = get_object_or_404(calls(), pk=key)
    sent, status = sent_to(request), OK
    form = LetterForm(sent, initial=_usual(call))
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                letter = outbox.prepare_mail(call=call, subject=form.words("subject"), text=form.words("text"))
                return HttpResponseRedirect(reverse("mass_letter", args=[letter.pk]))
            except ValidationError as refusal:
                status = refused(form, refusal)
    given = {"call": call, "form": form, "stripe": own_stripe()}
    return render(request, "cycle/call_letter.html", given, status=status)


def _usual(call: Call) -> dict[str, str]:
    """The usual words, in each language."""
    said: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            due = meets_at_plainly(call.due_at, call.body.zone)
            said[f"subject_{language}"] = str(_("Members are asked for their reports"))
            asks = _("Your member is asked for reports by %(due)s. Please answer here:")
            said[f"text_{language}"] = str(asks) % {"due": due}
    return said


@for_office(*CALLERS)
def mass_letter(request: Entered, key: UUID) -> HttpResponse:
    """One letter as it would leave: to whom, its subject and text in both languages; let it out, or throw it away."""
    letter = get_object_or_404(outbox.letters(), pk=key)
    sent, status = sent_to(request), OK
    form = DecisionForm(sent, initial={"version": letter.version})
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            decide, done = DECISIONS[form.cleaned_data["decision"]]
            try:
                decide(letter=letter, version=form.cleaned_data["version"])
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, done)
                return HttpResponseRedirect(reverse("outbox"))
    given = {
        "letter": letter,
        "form": form,
        "members": in_order(members_asked(letter.call)),
        "written_to": outbox.people_asked(letter.call),
        "readers": chip(letter.call.audience),
        "languages": [(way, letter.subject.words[way], letter.text.words[way]) for way in LANGUAGES],
        "stripe": own_stripe(),
    }
    return render(request, "cycle/mass_letter.html", given, status=status)


DECISIONS: dict[str, tuple[Any, Any]] = {
    "release": (outbox.release_mail, _("The letter leaves within a minute or two.")),
    "discard": (outbox.discard_mail, _("The letter was thrown away; nobody is written to.")),
}
