"""The forms of founding: a coalition from a profile, its ways, a list of members, its first bodies."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines import member_list, naming
from tansiq.engines.profiles import BODIES, LANGUAGES, MODULES, SHIPPED, SILENCE, TERMS, Profile, read
from tansiq.engines.profiles.schema import LEAST_HOURS, MOST_HOURS
from tansiq.languages.terms import HOUSE
from tansiq.languages.words import Words
from tansiq.members.forms import EXAMPLE, FLAWS, DayField, NameForm, VersionForm
from tansiq.members.models import Body, Coalition
from tansiq.members.time_forms import ZoneField
from tansiq.release.models import Member

PROFILES = {
    "states": _("A coalition of states"),
    "consortium": _("A humanitarian consortium: organisations, agencies and cities"),
    "alliance": _("An alliance of cities, or one that keeps a standard"),
}
REPORTS = {
    "clarification": _("by asking for clarification: nobody accepts or returns what a member reports"),
    "acceptance": _("by acceptance: a report counts once it is accepted"),
}
ROOMS = {"statements": _("Statements"), "sources": _("Sources")}
KINDS = [choice for choice in Member.Kind.choices if choice[0] != Member.Kind.OFFICE]
USUAL_KIND = {"states": "state", "consortium": "organisation", "alliance": "city"}
RULES = Body.Rule.choices
CODES_LONGEST = 30_000
USUAL_HOURS = 72
EXPLAINED = {"members": _("All who are members today, and the offices"), "public": _("The public")}


class FoundForm(NameForm):
    """What an empty house becomes: a name in both languages, a profile, a day, an order."""

    profile = forms.ChoiceField(label=_("What it is"), choices=list(PROFILES.items()), widget=forms.RadioSelect)
    founded_on = DayField(label=_("Founded on"))
    member_order = forms.ChoiceField(
        label=_("Order in which members are listed"),
        choices=[one for one in Coalition.Order.choices if one[0] != Coalition.Order.CUSTOM],
        widget=forms.RadioSelect,
        initial=Coalition.Order.NAME,
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["name_ar"].required = self.fields["name_en"].required = True
        self.fields["founded_on"].initial = clock.today().isoformat()

    def clean_profile(self) -> Profile:
        """The profile itself."""
        return SHIPPED[self.cleaned_data["profile"]]


class WaysForm(VersionForm):
    """A coalition's words, rooms, rules and order: one field for each, read back into a profile."""

    modules = forms.MultipleChoiceField(
        label=_("Rooms"), choices=list(ROOMS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    reports = forms.ChoiceField(
        label=_("Reports are reviewed"), choices=list(REPORTS.items()), widget=forms.RadioSelect
    )
    member_order = forms.ChoiceField(
        label=_("Order in which members are listed"), choices=Coalition.Order.choices, widget=forms.RadioSelect
    )
    sequence = forms.CharField(
        label=_("The order that they have agreed on"),
        required=False,
        max_length=CODES_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Codes, one after another, for example: JO NL KW. Whoever is not named comes last, by name."),
    )

    def __init__(self, *args: Any, coalition: Coalition, codes: Iterable[str], **given: Any) -> None:
        super().__init__(*args, **given)
        self.codes = {code.casefold(): code for code in codes}
        self.held = read(coalition.profile)
        for name in TERMS:
            for language in LANGUAGES:
                self.fields[f"term_{name}_{language}"] = forms.CharField(
                    label=HOUSE[name], max_length=naming.LONGEST, initial=self.held.terms[name][language]
                )
        for kind in BODIES:
            rule = self.held.bodies[kind]
            self.fields[f"{kind}_way"] = forms.ChoiceField(
                label=HOUSE[kind], choices=RULES, widget=forms.RadioSelect, initial=rule.way
            )
            self.fields[f"{kind}_hours"] = forms.IntegerField(
                label=_("Least hours of silence"),
                required=False,
                min_value=LEAST_HOURS,
                max_value=MOST_HOURS,
                initial=rule.hours or USUAL_HOURS,
            )
        self.initial.update(
            modules=list(self.held.modules),
            reports=self.held.reports,
            member_order=coalition.member_order,
            sequence=" ".join(coalition.sequence),
            version=coalition.version,
        )

    def clean_sequence(self) -> list[str]:
        """The codes of members, each once."""
        asked = self.cleaned_data["sequence"].replace(",", " ").replace("،", " ").split()
        unknown = next((code for code in asked if code.casefold() not in self.codes), None)
        if unknown is not None:
            raise ValidationError(_("No member has the code %(code)s."), params={"code": unknown[: naming.LONGEST]})
        return list(dict.fromkeys(self.codes[code.casefold()] for code in asked))

    def clean(self) -> dict[str, Any]:
        """The profile that the fields make together."""
        given = super().clean() or {}
        words = {
            (name, code): naming.tidy(given.get(f"term_{name}_{code}") or "") for name in TERMS for code in LANGUAGES
        }
        for (name, code), word in words.items():
            if word and (flaw := naming.flaw(word, code)):
                self.add_error(f"term_{name}_{code}", FLAWS[flaw])
        for kind in BODIES:
            if given.get(f"{kind}_way") == SILENCE and not given.get(f"{kind}_hours", LEAST_HOURS):
                self.add_error(f"{kind}_hours", _("Say for how many hours silence lasts at least, for example 72."))
        if not self.errors:
            given["profile"] = read(
                {
                    **self.held.as_json(),
                    "terms": {name: {code: words[name, code] for code in LANGUAGES} for name in TERMS},
                    "modules": {name: name in given["modules"] for name in MODULES},
                    "bodies": {kind: _rule(given[f"{kind}_way"], given[f"{kind}_hours"]) for kind in BODIES},
                    "reports": given["reports"],
                }
            )
        return given


def _rule(way: str, hours: int | None) -> dict[str, Any]:
    return {"way": way, "hours": hours} if way == SILENCE else {"way": way}


class ListForm(forms.Form):
    """A list of members, pasted or as a file, and what holds for rows that do not say."""

    text = forms.CharField(
        label=_("The list"),
        required=False,
        max_length=member_list.LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"spellcheck": "false"}),
        help_text=_(
            "One member to a line: code, name in Arabic, name in English; if you have them, kind, date of accession "
            "and the e-mail of its first administrator as well. Copy it from a spreadsheet, or part the columns by "
            "commas or semicolons. Headings may stand in either language, columns in any order."
        ),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        max_length=200,
        help_text=_("CSV as any spreadsheet program saves it. It is read in place of what stands above."),
    )
    kind = forms.ChoiceField(label=_("Kind, where a line names none"), choices=KINDS, widget=forms.RadioSelect)
    joined_on = DayField(label=_("Date of accession, where a line names none"), help_text=EXAMPLE)

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        try:
            return member_list.decode(file.read(member_list.LARGEST + 1))
        except member_list.Unreadable as reason:
            raise ValidationError(UNREADABLE[reason.code]) from reason

    def clean(self) -> dict[str, Any]:
        """The file comes before what is pasted."""
        given = super().clean() or {}
        if not self.errors:
            given["text"] = given.get("file") or given.get("text") or ""
            if not given["text"].strip():
                self.add_error("text", _("Paste a list, or choose a file."))
        return given


UNREADABLE = {
    "large": _("This is more than is read at once: two megabytes at most."),
    "encoding": _("The letters of this file could not be read. Save it as “CSV UTF-8”."),
    "rows": _("There are more than 1,000 members. Enter them in several lists."),
    "columns": _("There are more than 40 columns in a line. Copy only those of the list."),
    "cell": _("A cell is longer than 1,000 letters. Look for a quotation mark that is not closed."),
    "quote": _("A quotation mark is not closed, or stands where none can stand."),
    "empty": _("There is no member in this list."),
    "no_code": _("There is no column of codes. Give each member a code, for example JO."),
    "no_name_ar": _("There is no column of names in Arabic."),
    "no_name_en": _("There is no column of names in English."),
}


class BodiesForm(forms.Form):
    """The bodies that a profile speaks of and that are not made yet; the core group by ticking its members."""

    small_group = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    release = forms.ChoiceField(
        label=_("Released to"),
        choices=list(EXPLAINED.items()),
        widget=forms.RadioSelect,
        initial="members",
        help_text=_("The bodies, their seats and their reviews: whoever joins later reads what is public at once."),
    )
    zone = ZoneField(required=False, help_text=_("By the time there it is told until when something is due."))

    def __init__(
        self, *args: Any, profile: Profile, missing: Iterable[str], members: Iterable[Member], **given: Any
    ) -> None:
        super().__init__(*args, **given)
        self.profile, self.missing = profile, list(missing)
        ticked = cast("forms.MultipleChoiceField", self.fields["small_group"])
        ticked.label = profile_name(profile, "small_group")
        ticked.choices = [(member.code, member.name.plain()) for member in members]
        if "small_group" not in self.missing:
            del self.fields["small_group"]

    def clean(self) -> dict[str, Any]:
        """One member at least, where nothing else is made."""
        given = super().clean() or {}
        if self.missing == ["small_group"] and not given.get("small_group"):
            self.add_error("small_group", _("Choose at least one member, for example the chair."))
        return given


def profile_name(profile: Profile, kind: str) -> str:
    """What a profile calls a body, in the reader's language."""
    return Words("en", profile.terms[kind]).plain()
