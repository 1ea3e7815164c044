"""Reading sources: where the record is known from."""

from django.db.models import QuerySet

from tansiq.sources.models import Source


def sources(kind: str = "", language: str = "") -> QuerySet[Source]:
    """The sources, of one kind or in one language where asked for, in the order of their addresses."""
    rows = Source.objects.select_related("audience").order_by("url", "key")
    if kind:
        rows = rows.filter(kind=kind)
    return rows.filter(language=language) if language else rows


def languages() -> list[str]:
    """The languages of the sources that I may see."""
    return list(Source.objects.order_by("language").values_list("language", flat=True).distinct())
