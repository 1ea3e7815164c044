"""The forms of circles and of a body's release: who is in it, and who reads it."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.engines.profiles import NAMED, Circle
from tansiq.members.circles import named_circle
from tansiq.members.forms import NameForm, VersionForm
from tansiq.members.founding_forms import EXPLAINED
from tansiq.release.models import Member
from tansiq.release.queries import Readership, readership_of
from tansiq.release.wording import names, sentence, to_choose


class CircleForm(VersionForm, NameForm):
    """A circle that is made or changed; who is in one that follows a body, or all members, is not for a form to say."""

    members = forms.MultipleChoiceField(
        label=_("Members of the circle"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, circle: Circle | None, version: int, members: Iterable[Member], **given: Any
    ) -> None:
        super().__init__(*args, **given)
        self.held = circle
        self.fields["name_ar"].required = self.fields["name_en"].required = True
        self.fields["version"].initial = version
        cast("forms.MultipleChoiceField", self.fields["members"]).choices = to_choose(members)
        if circle is not None:
            self.fields["name_ar"].initial, self.fields["name_en"].initial = circle.name["ar"], circle.name["en"]
            self.fields["members"].initial = list(circle.members)
            if circle.of != NAMED:
                del self.fields["members"]

    def clean(self) -> dict[str, Any]:
        """The circle that the fields make together; a new one has a member."""
        given = super().clean() or {}
        if self.held is None and not given.get("members") and not self.errors:
            self.add_error("members", _("Choose at least one member, for example the chair."))
        if not self.errors:
            name = {code: given["name"].words[code] for code in ("ar", "en")}
            held = self.held
            given["circle"] = (
                Circle(name, held.of) if held and held.of != NAMED else named_circle(name, given["members"])
            )
        return given


class BodyReleaseForm(VersionForm):
    """To whom more a body is released; each way says who that is."""

    release = forms.ChoiceField(label=_("Released to"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, ways: Mapping[str, list[int]], version: int, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["version"].initial = version
        field = cast("forms.ChoiceField", self.fields["release"])
        field.choices, field.initial = [(way, EXPLAINED[way]) for way in ways], next(iter(ways))
        self.ways = [(way, EXPLAINED[way], sentence(of), names(of)) for way, of in _readerships(ways)]


def _readerships(ways: Mapping[str, list[int]]) -> list[tuple[str, Readership]]:
    return [(way, readership_of(readers)) for way, readers in ways.items()]
