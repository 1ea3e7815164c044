"""The chair's page of soundings beside a text."""

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from tansiq.decisions.answered import answered
from tansiq.decisions.soundings.commands import note_sounding
from tansiq.decisions.soundings.forms import SoundingForm
from tansiq.decisions.soundings.queries import heard_on
from tansiq.decisions.texts import queries, told
from tansiq.members import offices
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_office
from tansiq.release.order import in_order
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe


@for_office(offices.CHAIR)
def soundings(request: Entered, key: UUID) -> HttpResponse:
    """What the chair heard of each member on a text, the text beside it, and room for a note."""
    found = get_object_or_404(queries.text(key))
    version = queries.versions_of(key)[-1]
    paragraphs = queries.paragraphs_of(version.pk)
    members = in_order(one for one in everyone().values() if not one.is_office)
    form = SoundingForm(sent_to(request), members=members, paragraphs=paragraphs)

    def do() -> str:
        note_sounding(text=found, **form.heard())
        return reverse("soundings", args=[key])

    beside = {
        "text": found,
        "paragraphs": told.shown(paragraphs, [], told.voice(found, queries.rule_of(found.body)), first=True),
        "heard": [(member, list(its)) for member, its in groupby(heard_on(key), lambda one: one.member)],
        "stripe": own_stripe(),
    }
    return answered(request, form, do, "decisions/soundings.html", beside)
