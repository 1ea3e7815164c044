"""Reading minutes: each text that stood, what was proposed to it and answered, and the seal, as released."""

from uuid import UUID

from django.db.models import Case, F, Prefetch, QuerySet, Value, When
from django.http import Http404

from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection, MinutesSeal

ORDER = Case(*(When(step=step, then=Value(place)) for place, step in enumerate(Minutes.Step.values)))


def texts_of(item: UUID) -> QuerySet[Minutes]:
    """The texts of an item's minutes, the one that stands first."""
    rows = Minutes.objects.filter(item=item).select_related("audience", "owner").annotate(turn=ORDER)
    return rows.alias(at=F("turn")).order_by("-at", "-place", "key")


def standing(item: UUID) -> Minutes | None:
    """The text that stands of an item's minutes, as far as it is released to me."""
    return texts_of(item).first()


def circulated(item: UUID) -> Minutes:
    """The text that was circulated to me, to which corrections are proposed.

    Raises:
        Http404: none was, or none to me.
    """
    found = texts_of(item).filter(step=Minutes.Step.CIRCULATED).first()
    if found is None:
        raise Http404
    return found


def corrections_of(item: UUID) -> QuerySet[MinutesCorrection]:
    """The corrections that were proposed to an item's minutes, each with its answer, the first one first."""
    answers = Prefetch("answers", MinutesAnswer.objects.select_related("owner", "audience"), to_attr="answered")
    rows = corrections().filter(minutes__item=item).select_related("owner")
    return rows.prefetch_related(answers).order_by("created_at", "key")


def corrections() -> QuerySet[MinutesCorrection]:
    """Corrections to minutes."""
    return MinutesCorrection.objects.select_related("audience", "minutes", "minutes__audience")


def seal_of(item: UUID) -> MinutesSeal | None:
    """The seal of an item's minutes."""
    return MinutesSeal.objects.filter(item=item).select_related("audience", "owner").first()
