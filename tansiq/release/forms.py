"""The release of an item in one click: the choices that make sense here, each with the names behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.release.acting import acting
from tansiq.release.models import PUBLIC, Member, ReleaseHabit
from tansiq.release.order import in_order
from tansiq.release.queries import everyone, readership_of
from tansiq.release.wording import names, sentence


@dataclass(frozen=True)
class Choice:
    """One way to release: its word, and exactly who that is."""

    value: str
    label: str
    readers: tuple[int, ...]
    sentence: str
    names: tuple[str, ...]


Named = tuple[str, Iterable[Member]]


def choices(
    kind: str, circle: Iterable[Member] = (), circle_name: str = "", circles: Iterable[Named] = ()
) -> list[Choice]:
    """The ways to release an item of a kind: one's own, the circle that the page names, the coalition's circles."""
    known = everyone()
    own = next(reader for reader, member in known.items() if member.pk == acting().member)
    habits = {
        habit.usual: habit.audience.readers
        for habit in ReleaseHabit.objects.filter(kind=kind).select_related("audience")
    }
    round_table = {member.reader for member in circle} | {own}
    secretariat = next(reader for reader, member in known.items() if member.code == "secretariat")
    ways: list[tuple[str, Any, Iterable[int]]] = [("mine", _("My member alone"), {own})]
    if own != secretariat:
        ways.append(("secretariat", _("With the secretariat"), {own, secretariat}))
    if len(round_table) > 1:
        ways.append(("circle", circle_name or _("This circle"), round_table))
    for number, (name, members) in enumerate(circles):
        of_name = {member.reader for member in members} | {own}
        if len(of_name) > 1 and of_name != round_table:
            ways.append((f"circle_{number}", name, of_name))
    if True in habits:
        ways.append(("usual", _("As my member usually does"), habits[True]))
    if False in habits:
        ways.append(("last", _("As last time"), habits[False]))
    ways.append(("public", _("The public"), {PUBLIC}))
    made = []
    for value, label, readers in ways:
        of = readership_of(readers, known)
        made.append(Choice(value, str(label), tuple(sorted(readers)), sentence(of), names(of)))
    return made


class ReleaseForm(forms.Form):
    """A form whose item is released: the audience is always asked for; the narrowest is offered first."""

    release = forms.ChoiceField(label=_("Released to"), widget=forms.RadioSelect)
    chosen = forms.MultipleChoiceField(
        label=_("Members"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only with “Members that I choose”."),
    )

    def __init__(
        self,
        *args: Any,
        kind: str,
        circle: Iterable[Member] = (),
        circle_name: str = "",
        circles: Iterable[Named] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ways = choices(kind, circle, circle_name, circles)
        release, chosen = (cast("forms.ChoiceField", self.fields[name]) for name in ("release", "chosen"))
        release.choices = [(way.value, way.label) for way in self.ways] + [("chosen", _("Members that I choose"))]
        offered = {way.value for way in self.ways}
        release.initial = "circle" if "circle" in offered else "usual" if "usual" in offered else "mine"
        others = in_order(member for member in everyone().values() if member.pk != acting().member)
        chosen.choices = [(member.code, member.name.plain()) for member in others]

    def clean(self) -> dict[str, Any]:
        """Turn the choice into the readers that it names."""
        given = super().clean() or {}
        way = next((way for way in self.ways if way.value == given.get("release")), None)
        if way is not None:
            given["readers"] = list(way.readers)
        elif given.get("release") == "chosen":
            if not given.get("chosen"):
                self.add_error("chosen", _("Choose at least one member, for example the chair."))
            known = {member.code: member.reader for member in everyone().values()}
            given["readers"] = sorted(known[code] for code in given.get("chosen", ()))
        return given
