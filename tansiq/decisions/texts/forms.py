"""The forms of texts: which are listed, tabling one, revising it, putting it to its body, how the body decides."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.texts.commands import Tabled
from tansiq.decisions.texts.models import BodyRule, Question, Text
from tansiq.decisions.texts.paragraphs import MOST, Para
from tansiq.efforts.forms import in_both
from tansiq.engines import naming
from tansiq.engines.deciding import Rule
from tansiq.engines.verbs import VERBS
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.members.models import Body
from tansiq.members.time_forms import ClockField, ZoneField, instant_of, near_first
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.within import WithinForm
from tansiq.reviews.forms import WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose

LONGEST = 4000  # Letters of a paragraph in one language.
WRITTEN = {"ar": _("Arabic"), "en": _("English")}
ROWS, MORE = 3, 3  # Of a new text, and by how many it grows.
SHORT = {"rows": 4, "class": "short"}


class TextFilter(forms.Form):
    """Which texts a page lists."""

    body = forms.ChoiceField(label=_("Body"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Text.Kind.choices])

    def __init__(self, *args: Any, bodies: Iterable[Body], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "body", _("all bodies"), [(str(one.pk), one.name.plain()) for one in bodies])


def _rows(asked: str) -> int:
    """For how many paragraphs a form has room; what is no number asks for as many as a new text has."""
    told = asked.isascii() and asked.isdigit() and len(asked) <= len(str(MOST))
    return min(int(asked), MOST) if told else ROWS


class ParagraphsForm(forms.Form):
    """Paragraph by paragraph in both languages, each with its verb and its place; empty ones are left out."""

    rows = forms.IntegerField(min_value=1, max_value=MOST, widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language in which it was drafted"), choices=list(WRITTEN.items()))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        asked = str((self.data if self.is_bound else self.initial).get("rows", ROWS))
        self.many = _rows(asked)
        verbs = [("", gettext("none")), *((code, f"{verb.one} · {verb.masculine}") for code, verb in VERBS.items())]
        for n in range(1, self.many + 1):
            of = {"number": n}
            for code, label in (
                ("ar", gettext("Paragraph %(number)s in Arabic")),
                ("en", gettext("Paragraph %(number)s in English")),
            ):
                self.fields[f"{code}_{n}"] = WordsField(
                    label=label % of, max_length=LONGEST, required=False, widget=forms.Textarea(attrs=SHORT)
                )
            self.fields[f"verb_{n}"] = forms.ChoiceField(label=_("Operative verb"), choices=verbs, required=False)
            self.fields[f"place_{n}"] = forms.IntegerField(
                label=_("Place"), min_value=1, max_value=MOST, required=False, initial=n
            )
            self.fields[f"strand_{n}"] = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def paragraphs(self) -> list[dict[str, Any]]:
        """The fields of each paragraph, by what they are."""
        names = ("ar", "en", "verb", "place", "strand")
        return [{"number": n} | {name: self[f"{name}_{n}"] for name in names} for n in range(1, self.many + 1)]

    def clean(self) -> dict[str, Any]:
        """The paragraphs in their places; one that is put at another's place goes before it."""
        given = super().clean() or {}
        placed = [
            (given.get(f"place_{n}") or n, given.get(f"strand_{n}") is not None, n) for n in range(1, self.many + 1)
        ]
        said = [self._said(given, n) for _place, _old, n in sorted(placed)]
        given["paragraphs"] = [one for one in said if one]
        if not given["paragraphs"] and not self.errors:
            self.add_error("ar_1", _("Write at least one paragraph, in one of the two languages."))
        return given

    def _said(self, given: Mapping[str, Any], n: int) -> Para | None:
        words = {code: said for code in WRITTEN if (said := (given.get(f"{code}_{n}") or "").strip())}
        if not words:
            return None
        drafted = given.get("language") or "ar"
        source = drafted if drafted in words else next(iter(words))
        return Para(Words(source, words), given.get(f"verb_{n}") or "", given.get(f"strand_{n}"))

    @staticmethod
    def grown(sent: QueryDict) -> dict[str, Any]:
        """What was typed so far, with room for more: how a form opens anew that was sent for more room."""
        held = {name: sent.getlist(name) if name == "chosen" else sent[name] for name in sent}
        asked = sent.get("rows", "")
        return held | {"rows": min(_rows(asked) + MORE, MOST)}


class TableForm(ParagraphsForm, WithinForm):
    """A text that is tabled: what it is called, of which kind, and its paragraphs."""

    title_ar = forms.CharField(label=_("Title in Arabic"), max_length=naming.LONGEST, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=naming.LONGEST, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Text.Kind.choices)
    authentic = forms.ChoiceField(label=_("Authentic"), choices=Text.Authentic.choices)
    review = forms.ChoiceField(label=_("For the review"), required=False)

    def __init__(self, *args: Any, reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        self.reviews = {str(one.pk): one for one in reviews}
        offer(self, "review", _("none"), to_choose(self.reviews.values()))

    def clean(self) -> dict[str, Any]:
        """A text has a title."""
        given = super().clean()
        given["title"] = in_both(self, given, "title")
        if given["title"] is None and not self.errors:
            self.add_error("title_ar", _("Write the title, in Arabic or in English."))
        return given

    def tabled(self) -> Tabled:
        """What it is called, of which kind it is."""
        given = self.cleaned_data
        return Tabled(given["title"], given["kind"], given["authentic"])

    def for_review(self) -> Review | None:
        """For which review."""
        return self.reviews.get(self.cleaned_data["review"])


class ReviseForm(ParagraphsForm):
    """A new version beside the one that was seen, and what has changed."""

    number = forms.IntegerField(min_value=1, max_value=2**15 - 1, widget=forms.HiddenInput)
    note_ar = forms.CharField(label=_("What has changed, in Arabic"), max_length=naming.LONGEST, required=False)
    note_en = forms.CharField(label=_("What has changed, in English"), max_length=naming.LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """The note, where there is one."""
        given = super().clean()
        given["note"] = in_both(self, given, "note")
        return given

    @staticmethod
    def opened(number: int, paragraphs: Iterable[Para]) -> dict[str, Any]:
        """The version that stands, as the form opens on it."""
        held = list(paragraphs)
        given: dict[str, Any] = {"number": number, "rows": len(held) + 1}
        given["language"] = held[0].text.source if held and held[0].text.source in WRITTEN else "ar"
        for n, one in enumerate(held, 1):
            given |= {f"{code}_{n}": one.text.words.get(code, "") for code in WRITTEN}
            given |= {f"verb_{n}": one.verb, f"place_{n}": n, f"strand_{n}": one.strand}
        return given


class PutForm(forms.Form):
    """How a text is put to its body: in a meeting, or by silence until when; where proposed, and by whom."""

    way = forms.ChoiceField(
        label=_("How it is decided"), choices=Question.Way.choices, widget=forms.RadioSelect, initial="meeting"
    )
    on = DayField(label=_("By silence that ends on"), required=False)
    at = ClockField(label=_("At what time"), required=False)
    zone = ZoneField(required=False)
    review = forms.ChoiceField(
        label=_("Proposed in the meeting"),
        required=False,
        help_text=_("Leave it open where it was proposed in writing."),
    )
    chair = forms.ChoiceField(label=_("On the proposal of"), required=False)

    def __init__(
        self, *args: Any, reviews: Iterable[Review], chairs: Iterable[Member], zone: str, **given: Any
    ) -> None:
        super().__init__(*args, **given)
        near_first(self, zone)
        self.reviews = {str(one.pk): one for one in reviews}
        self.chairs = {one.code: one for one in chairs}
        offer(self, "review", _("none: in writing"), to_choose(self.reviews.values()))
        offer(
            self, "chair", _("the office of the chair"), [(code, one.name.plain()) for code, one in self.chairs.items()]
        )

    def clean(self) -> dict[str, Any]:
        """Silence has an end, which no other way has."""
        given = super().clean() or {}
        on, at, zone = (given.get(name) for name in ("on", "at", "zone"))
        given["until"] = None
        if given.get("way") != Question.Way.SILENCE or self.errors:
            return given
        if not (on and at and zone):
            self.add_error("on", _("Say the day, the time and the zone in which silence ends."))
            return given
        try:
            given["until"] = instant_of(on, at, zone)
        except ValidationError as refusal:
            self.add_error("at", refusal)
        return given

    def asked(self) -> dict[str, Any]:
        """In which meeting, and on whose proposal."""
        given = self.cleaned_data
        return {"review": self.reviews.get(given["review"]), "chair": self.chairs.get(given["chair"])}


def _column(name: str) -> Any:
    return BodyRule._meta.get_field(name)  # noqa: SLF001 -- Django's documented way to a column's name


def _number(name: str, most: int = 1000) -> forms.IntegerField:
    held = _column(name)
    return forms.IntegerField(label=capfirst(held.verbose_name), min_value=0, max_value=most, initial=held.default)


def _ticked(name: str) -> forms.BooleanField:
    held = _column(name)
    return forms.BooleanField(label=capfirst(held.verbose_name), required=False, initial=held.default)


class RuleForm(forms.Form):
    """How a body decides from a day on."""

    from_on = DayField(label=_("In force from"))
    way = forms.ChoiceField(label=_("Decides"), choices=BodyRule.Way.choices)
    minus = _number("minus", 100)
    numerator = _number("numerator", 100)
    denominator = _number("denominator", 100)
    majority_of = forms.ChoiceField(label=_("Majority of whom"), choices=BodyRule.MajorityOf.choices)
    quorum = _number("quorum")
    quorum_numerator = _number("quorum_numerator", 100)
    quorum_denominator = _number("quorum_denominator", 100)
    silence_hours = _number("silence_hours", 2000)
    extensions = _number("extensions", 20)
    downtime_hours = _number("downtime_hours", 72)
    hidden = _ticked("hidden")
    breaker_shown = _ticked("breaker_shown")
    reasons = _ticked("reasons")
    without_meeting = _ticked("without_meeting")
    proxies = _ticked("proxies")
    judged_openly = _ticked("judged_openly")
    voice = forms.ChoiceField(
        label=_("Its verbs in Arabic are"),
        required=False,
        choices=[
            ("", _("as its name: feminine where it ends so")),
            ("masculine", _("masculine")),
            ("feminine", _("feminine")),
            ("plural", _("plural: several speak")),
        ],
    )
    languages = forms.MultipleChoiceField(
        label=_("Nothing is adopted while one of these languages lags"),
        choices=list(WRITTEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    PARTS: ClassVar = (
        (_("Consensus minus some, or a qualified majority"), ("minus", "numerator", "denominator", "majority_of")),
        (_("Quorum, by number or as a part"), ("quorum", "quorum_numerator", "quorum_denominator")),
        (_("Silence"), ("silence_hours", "extensions", "downtime_hours", "without_meeting", "breaker_shown")),
        (_("Positions and languages"), ("hidden", "reasons", "proxies", "voice", "languages")),
        (_("Actions"), ("judged_openly",)),
    )

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The fields by what they rule."""
        return [(title, [self[name] for name in names]) for title, names in self.PARTS]

    def rule(self) -> Rule:
        """The rule."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "from_on"}
        return Rule(**{**given, "languages": tuple(given["languages"])})

    @staticmethod
    def opened(rule: Rule | None) -> dict[str, Any]:
        """The rule that stands, as the form opens on it, in force from today."""
        return (rule or Rule()).as_json() | {"from_on": clock.today().isoformat()}
