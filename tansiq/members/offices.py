"""The offices of a coalition: they read and write like members, and what is not released to them they do not see."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_noop

from tansiq.languages.words import Words
from tansiq.release.acting import acting
from tansiq.release.models import Member

SECRETARIAT, COORDINATOR, CHAIR = "secretariat", "coordinator", "chair"

NAMES = {
    SECRETARIAT: Words.of("en", en=gettext_noop("Secretariat"), ar="الأمانة"),
    COORDINATOR: Words.of("en", en=gettext_noop("Coordinator"), ar="المنسق"),
    CHAIR: Words.of("en", en=gettext_noop("Chair"), ar="الرئاسة"),
}


def office(code: str) -> Member:
    """An office by its code."""
    return Member.objects.get(code=code, kind=Member.Kind.OFFICE)


def only(code: str) -> None:
    """Refuse an act that belongs to one office alone."""
    if acting().code != code:
        raise PermissionDenied
