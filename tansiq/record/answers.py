"""How a page answers an act: what was sent to it, and what a refusal means for its reader."""

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, QueryDict

from tansiq.record.acts import OtherBody, Stale

OK, BAD, STALE, OTHER = 200, 400, 409, 422


def sent_to(request: HttpRequest) -> QueryDict | None:
    """What was sent to a page; None where it is only looked at."""
    return request.POST if request.method == "POST" else None


def status_of(refusal: ValidationError) -> int:
    """With which status a refused act is answered."""
    return STALE if isinstance(refusal, Stale) else OTHER if isinstance(refusal, OtherBody) else BAD


def refused(form: Form, refusal: ValidationError) -> int:
    """Say at the form why an act was refused; the status of the answer."""
    form.add_error(None, refusal)
    return status_of(refusal)
