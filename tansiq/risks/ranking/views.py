"""The pages of rankings: each member's own for a review, side by side, and the form in which one ranks."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts.released import circle_of_today
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.queries import in_rooms, reviews
from tansiq.risks import commands, queries
from tansiq.risks.ranking.forms import RankForm
from tansiq.risks.told import side_by_side

SIZE = 24


def rankings(request: Request, key: UUID) -> HttpResponse:
    """How each member ranks the risks that it reads for a review, side by side; nothing is added up."""
    review = get_object_or_404(in_rooms(), pk=key)
    page = page_of(request, queries.rankings(key), SIZE)
    rows = side_by_side(page, queries.ranked_in(page))
    known = everyone()
    first = Counter(risks[0] for _row, risks in rows if risks)
    held = [review.audience, *(row.audience for row, _risks in rows)]
    told = {
        "review": review,
        "page": page,
        "rows": rows,
        "first": first.most_common(),
        "chips": {row.audience_id: chip(row.audience, known) for row, _risks in rows},
        "may_rank": request.acting is not None and request.acting.member is not None,
        "stripe": stripe([*held, *(one.audience for _row, risks in rows for one in risks)], known),
    }
    return render(request, "risks/rankings.html", told)


@for_members
def rank(request: Entered, key: UUID) -> HttpResponse:
    """The form in which one's member ranks the risks that it reads, for a review."""
    review = get_object_or_404(reviews(), pk=key)
    known = everyone()
    body, circle = circle_of_today(known.values())
    held = queries.to_rank()
    form = RankForm(
        sent_to(request),
        risks={str(one.pk): one for one in held},
        kind=commands.RANKING,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {"risks": form.ranked(), "words": form.why(), "readers": form.cleaned_data["readers"]}
            try:
                commands.rank_risks(review=review, **given)
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("rankings", args=[key]))
    shown = [review.audience, *(one.audience for one in held)]
    told = {"form": form, "review": review, "stale": stale, "stripe": stripe(shown, known)}
    return render(request, "risks/rank.html", told, status=status)
