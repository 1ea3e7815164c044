"""The refusal of PostgreSQL in words: what hangs on something is never released more widely than that."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Audience


@contextmanager
def within_its_release() -> Iterator[None]:
    """PostgreSQL keeps a row's readers within its parents'; where it refuses, say so."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as refusal:
        raise ValidationError(_("What this is about is not released to all of these readers.")) from refusal


def audience_for(readers: Iterable[int]) -> Audience:
    """Those whom the acting member chose, and its own people; the public are all of them."""
    chosen = {*readers}
    return audience_of({PUBLIC} if PUBLIC in chosen else {*chosen, own_reader()})
