"""The page by which something of one's own is released to more: what is seen by whom is shown first, then confirmed."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members.circles import circles
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.commands import own_reader
from tansiq.release.doors import Entered
from tansiq.release.models import Audience, Member, Releasable
from tansiq.release.queries import everyone, readership_of
from tansiq.release.wording import Stripe, chip, names, sentence, stripe
from tansiq.reviews.widening.forms import Held, WideningForm

Release = Callable[[Sequence[int], int], Releasable]


def widening(  # noqa: PLR0913, PLR0917 -- what is released, by which act, and the page that tells of it
    request: Entered,
    look: Callable[[], Held],
    release: Release,
    page: str,
    beside: Callable[[Any], dict[str, Any]],
    shown: Callable[[Any], list[Audience]],
) -> HttpResponse:
    """The form, a preview with names, and the act; where it was changed meanwhile, what it says now.

    Args:
        request: of a member's person.
        look: reads it anew.
        release: the act: to whom, and the version that was seen.
        page: the name of its own page; the form's template is `<step>/<page>_release.html`.
        beside: what the template shows of it.
        shown: who may read that.
    """
    held, known, sent = _own(look), everyone(), sent_to(request)
    named = {"circles": circles(request.coalition, known.values())}
    form = WideningForm(sent, held=held, **named)
    status, seen, mark = OK, None, ""
    if sent is not None:
        only_fields(request, form, "confirmed")
        status = BAD
        mark = mark_of(form.cleaned_data["readers"]) if form.is_valid() else ""
        if mark and sent.get("confirmed") != mark:
            status, seen = OK, preview(form.cleaned_data["readers"], known)
        elif mark:
            try:
                done = release(form.cleaned_data["readers"], form.saw())
            except ValidationError as refusal:
                held = _own(look)
                form = form.seeing(held.version, held=held, **named)
                status = refused(form, refusal)
            else:
                said = {"release": chip(done.audience).sentence}
                messages.success(request, _("More readers now read it. %(release)s.") % said)
                return HttpResponseRedirect(reverse(page, args=[done.pk]))
    item = held.item
    given = {
        "form": form,
        "preview": seen,
        "mark": mark,
        "to": chip(item.audience, known),
        "stripe": stripe([item.audience, *shown(item)], known),
        **beside(item),
    }
    step = type(item).__module__.split(".")[1]
    return render(request, f"{step}/{page}_release.html", given, status=status)


def _own(look: Callable[[], Held]) -> Held:
    """Something of the acting member; another's is refused, a hidden and an absent one are not there alike."""
    held = look()
    if not is_own(held.item):
        raise PermissionDenied
    return held


def preview(readers: Sequence[int], known: dict[int, Member]) -> Stripe:
    """Who will read it, before it is done; the acting member always does."""
    of = readership_of({*readers, own_reader()}, known)
    return Stripe(sentence(of), names(of), of.public)


def mark_of(readers: Sequence[int]) -> str:
    """Which readers were shown: only what was shown first can be confirmed."""
    return hashlib.sha256(repr(sorted(readers)).encode()).hexdigest()[:24]
