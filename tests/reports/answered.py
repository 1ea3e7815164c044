"""An answer as a member types it into the form of a call."""

from typing import Any

from django.http import HttpResponse

from tansiq.efforts.models import Measure
from tansiq.reports.models import Call
from tests.visits import at, client

FOR_ALL = {"release": "circle", "evidence_to": "secretariat", "language": "en"}


def typed(measure: Measure, **given: str) -> dict[str, str]:
    """The fields of one measure."""
    return {f"{measure.pk}-{name}": value for name, value in {"answer": "figure", **given}.items()}


def answer(slug: str, call: Call, *typed_in: dict[str, str], **for_all: str) -> HttpResponse:
    """Send the form."""
    given: dict[str, Any] = {**FOR_ALL}
    for one in typed_in:
        given |= one
    return client(slug).post(at("call_answer", call.pk), {**given, **for_all})
