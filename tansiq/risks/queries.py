"""Reading risks, the newest first."""

from django.db.models import F, QuerySet
from django.db.models.functions import ExtractYear

from tansiq.risks.models import Risk

WITH = ("audience", "said_by", "review", "review__audience", "source", "source__audience")


def risks() -> QuerySet[Risk]:
    """The risks, the newest first, those of no known date last."""
    return Risk.objects.select_related(*WITH).order_by(F("starts_on").desc(nulls_last=True), "key")


def found() -> tuple[set[str], list[int]]:
    """The lines of effort and the years of the risks that I may see, the newest first."""
    rows = Risk.objects.order_by().annotate(year=ExtractYear("starts_on"))
    held = list(rows.values_list("line", "year").distinct())
    return {line for line, _year in held if line}, sorted({year for _line, year in held if year}, reverse=True)
