"""Noting what the chair heard of a member before a decision."""

from django.utils.translation import gettext_lazy as _

from tansiq.decisions.soundings.models import Sounding
from tansiq.decisions.texts.models import Paragraph, Text
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.commands import own_audience
from tansiq.release.models import Member
from tansiq.reviews.commands import within

WIDER = _("This is not yours to note on.")


@act("sounding.noted")
def note_sounding(
    *, text: Text, member: Member, leaning: str, paragraph: Paragraph | None, words: Words | None
) -> Sounding:
    """Note how a member seems to see a text: the office of the chair reads it, and nobody else."""
    offices.only(offices.CHAIR)
    audience = own_audience()
    with within(WIDER):
        made = Sounding.objects.create(
            text=text, member=member, leaning=leaning, paragraph=paragraph, words=words, **ownership(audience)
        )
    told = {"text_of": str(text.pk), "member": member.code, "leaning": str(leaning)}
    content: dict[str, object] = told | ({"text": words.as_json()} if words else {})
    append("sounding.noted", about=made, audience=audience, content=content, first=True)
    return made
