"""The form by which something of one's own is released to more: whoever reads it now still will."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from tansiq.release.commands import is_wider
from tansiq.release.forms import Choice, ReleaseForm
from tansiq.release.models import Audience, Member, Releasable
from tansiq.release.order import in_order
from tansiq.release.queries import everyone, readership_of
from tansiq.release.within import is_within
from tansiq.release.wording import names, sentence
from tansiq.reviews.forms import VersionForm

Circle = tuple[Any, Iterable[Member]]


@dataclass(frozen=True)
class Held:
    """Something that can be released to more: its version, and those whose release it stays within."""

    item: Releasable
    version: int
    kind: str  # Under which release habits are kept.
    parents: tuple[Audience, ...]
    circle: Circle  # That is offered where what it hangs on is public.

    def offered(self, known: dict[int, Member]) -> dict[str, Any]:
        """The circle that is offered by name: all who read what it hangs on, else the one of its own."""
        narrow = [one for one in self.parents if not one.is_public]
        if not narrow:
            name, members = self.circle
            return {"circle_name": str(name), "circle": members}
        fewest = min(narrow, key=lambda one: len(one.readers))
        members = in_order(known[reader] for reader in fewest.readers if reader % 2 == 0)
        return {"circle_name": str(_("All who read what it hangs on")), "circle": members}


class WideningForm(ReleaseForm, VersionForm):
    """More readers for something of one's own."""

    def __init__(self, *args: Any, held: Held, **given: Any) -> None:
        self.known, self.now = everyone(), {*held.item.audience.readers}
        super().__init__(*args, kind=held.kind, **held.offered(self.known), **given)
        self.ways = [
            way
            for way in map(self._and_those_of_now, self.ways)
            if is_wider(held.item.audience, Audience(readers=[*way.readers]))
            and all(is_within(way.readers, parent) for parent in held.parents)
        ]
        release = cast("Any", self.fields["release"])
        release.choices = [*((way.value, way.label) for way in self.ways), ("chosen", _("Members that I choose"))]
        release.initial = next((way.value for way in self.ways), "chosen")
        self.fields["version"].initial = held.version

    def _and_those_of_now(self, way: Choice) -> Choice:
        readers = self.now | set(way.readers)
        of = readership_of(readers, self.known)
        return replace(way, readers=tuple(sorted(readers)), sentence=sentence(of), names=names(of))

    def clean(self) -> dict[str, Any]:
        """The chosen readers, and those who read it now."""
        given = super().clean()
        if "readers" in given:
            given["readers"] = sorted(self.now | set(given["readers"]))
        return given
