"""Releasing what hangs on something: to readers of that alone, since nobody else reads what it hangs on."""

from collections.abc import Iterable
from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from tansiq.release.commands import is_wider
from tansiq.release.forms import Choice, ReleaseForm
from tansiq.release.models import PUBLIC, Audience
from tansiq.release.order import in_order
from tansiq.release.queries import everyone, readership
from tansiq.release.wording import names, sentence


class WithinForm(ReleaseForm):
    """A form whose item is released within an audience; whoever is of that audience is offered as a circle."""

    def __init__(
        self, *args: Any, within: Audience, circle_name: str, former: Audience | None = None, **given: Any
    ) -> None:
        known = everyone()
        circle = in_order(known[reader] for reader in within.readers if reader > PUBLIC and reader % 2 == 0)
        super().__init__(*args, **{"circle": circle, "circle_name": circle_name, **given})
        self.ways = [way for way in self.ways if is_within(way.readers, within)]
        if former is not None:
            of, readers = readership(former, known), tuple(former.readers)
            way = Choice("former", str(_("Those who read the former one")), readers, sentence(of), names(of))
            self.ways.insert(0, way)
        release, chosen = (cast("Any", self.fields[name]) for name in ("release", "chosen"))
        release.choices = [*((way.value, way.label) for way in self.ways), ("chosen", _("Members that I choose"))]
        offered = {way.value for way in self.ways}
        release.initial = next((one for one in ("former", "circle", "usual", "mine") if one in offered), "chosen")
        codes = {member.code for member in circle}
        if not within.is_public:
            chosen.choices = [one for one in chosen.choices if one[0] in codes]


def is_within(readers: Iterable[int], circle: Audience) -> bool:
    """Whether a circle reads all that these readers would."""
    wanted = Audience(readers=[*readers])
    if circle.is_public or {*wanted.readers} == {*circle.readers}:
        return True
    return PUBLIC not in wanted.readers and is_wider(wanted, circle)
