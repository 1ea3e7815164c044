"""The chair answers advice: taken up by a decision, merged, deferred to a review, or not taken up."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tansiq.advice import queries
from tansiq.advice.commands.answering import answer_advice
from tansiq.advice.models import Advice
from tansiq.advice.position_forms import AnswerForm
from tansiq.decisions.actions.queries import laid
from tansiq.decisions.models import Action, Decision
from tansiq.decisions.queries import decisions
from tansiq.developments.views.answering import answered, by_key
from tansiq.members import offices
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_office
from tansiq.release.wording import stripe
from tansiq.reviews.queries import reviews

CHOOSABLE, SHOWN = 60, 80


@for_office(offices.CHAIR)
def advice_answer(request: Entered, key: UUID) -> HttpResponse:
    """The form by which the chair says what becomes of a piece of advice; who gave it and who supports it is told."""
    found = get_object_or_404(queries.advice_items(), pk=key)
    last = queries.answers_to([found]).get(key)
    form = AnswerForm(
        sent_to(request),
        decisions=[(str(one.pk), _in_a_line(one)) for one in decisions()[:CHOOSABLE]],
        actions=[(str(one.pk), _in_a_line(one)) for one in laid()[:CHOOSABLE]],
        others=by_key(queries.others_on(found)),
        reviews=by_key(reviews()[:CHOOSABLE]),
        turn=last.turn + 1 if last else 0,
    )

    def do() -> Advice:
        answer_advice(advice=found, fate=form.fate(), turn=form.cleaned_data["turn"])
        return found

    beside = {"advice": found, "last": last, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "advice/answer.html", beside, page="advice")


def _in_a_line(one: Decision | Action) -> str:
    words = one.text.plain()
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
