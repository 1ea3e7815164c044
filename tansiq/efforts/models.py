"""Lines of effort and what is measured along them: measures, their denominators, and figures that are never bare."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.units import UnitField
from tansiq.languages.words import Words, WordsField
from tansiq.members.models import Person, Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review, Subject
from tansiq.sources.models import Source


class Qualifier(models.TextChoices):
    """With what hedge a number was stated; a number without one is not therefore exact (R-A2)."""

    NONE_STATED = "none_stated", _("no qualifier stated")
    EXACT = "exact", _("exactly")
    ABOUT = "about", pgettext_lazy("qualifier", "about")
    NEARLY = "nearly", _("nearly")
    MORE_THAN = "more_than", _("more than")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    LESS_THAN = "less_than", _("less than")
    RANGE = "range", pgettext_lazy("qualifier", "between")
    WORDS_ONLY = "words_only", _("in words only")


class Lead(Releasable):
    """That a member leads a line of effort, from one date to another."""

    line = models.ForeignKey(Subject, models.PROTECT, related_name="leads")
    member = models.ForeignKey(Member, models.PROTECT, related_name="leads")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="leads")


class Succession(Releasable):
    """That a line of effort goes on in another: lines are merged and renamed, and what was measured stays theirs."""

    earlier = models.ForeignKey(Subject, models.PROTECT, related_name="successions")
    later = models.ForeignKey(Subject, models.PROTECT, related_name="predecessions")


class Measure(Releasable):
    """What is measured along a line of effort: its kind, unit, wanted direction and start."""

    class Kind(models.TextChoices):
        FLOW = "flow", _("flow in a period")
        STOCK = "stock", _("stock at a day")
        TO_DATE = "to_date", _("total to date")
        SHARE = "share", _("share")
        LEVEL = "level", _("level on a scale")
        YES_NO = "yes_no", _("yes or no")
        TEXT = "text", _("in words")

    class Role(models.TextChoices):
        EFFECTIVENESS = "effectiveness", _("measure of effectiveness")
        PERFORMANCE = "performance", _("measure of performance")
        INPUT = "input", _("input")
        OUTPUT = "output", _("output")
        TARGET = "target", _("goal")
        CONTEXT = "context", _("context")

    class Direction(models.TextChoices):
        UP = "up", _("up is better")
        DOWN = "down", _("down is better")
        NONE = "none", _("neither is better")

    class Pooling(models.TextChoices):
        """What the figures of many reporters make together (R-A7)."""

        NONE = "none", _("each stands alone")
        SUM = "sum", _("their sum")
        MEAN = "mean", _("their mean")
        LATEST = "latest", _("the latest of them")

    found = Found(_("Measure"), title=("name",), text=("note",), also=("unit",), page="measure", lines="line")

    code = models.CharField(max_length=64)
    line = models.CharField(max_length=32)  # The code of a line of effort or of another subject.
    name = WordsField(_("name"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    role = models.CharField(_("role"), max_length=16, choices=Role)
    unit = UnitField(_("unit"), null=True)  # None for a share: it is per cent of its denominator.
    unit_code = models.CharField(max_length=32, blank=True)  # The unit for programs: persons, km2, USD.
    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    pools = models.CharField(_("together"), max_length=8, choices=Pooling, default=Pooling.NONE)
    scale = models.JSONField(default=list)  # Of a level: its steps from the start, each {"code": …, "name": words}.
    # The start with which it came in a file of the record; what is set here is a baseline by itself.
    baseline = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    baseline_qualifier = models.CharField(max_length=16, choices=Qualifier, blank=True)
    baseline_from = models.DateField(null=True)
    baseline_until = models.DateField(null=True)
    baseline_precision = models.CharField(max_length=16, choices=Precision, blank=True)
    baseline_source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="baselines")
    baseline_basis = WordsField(null=True)
    baseline_level = models.CharField(max_length=32, blank=True)  # Of a level: the step from which it sets out.
    note = WordsField(_("note"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "code"], name="one_measure_of_a_code"),
            models.CheckConstraint(
                name="a_baseline_is_never_bare",
                condition=models.Q(baseline__isnull=True, baseline_level="")
                | models.Q(baseline_until__isnull=False)
                & (models.Q(baseline_source__isnull=False) | models.Q(baseline_basis__isnull=False)),
            ),
        ]

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares of something that must be named (R-A3)."""
        return self.kind == self.Kind.SHARE

    @property
    def is_counted(self) -> bool:
        """Whether its figures are numbers: progress is told of these alone (R-A4)."""
        return self.kind not in (self.Kind.LEVEL, self.Kind.YES_NO, self.Kind.TEXT)

    def step(self, code: str) -> Words | None:
        """A step of its scale in words."""
        return next((Words.from_json(one["name"]) for one in self.scale if one["code"] == code), None)


class Goal(Releasable):
    """That the figures of one measure are the goal of another."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Measure, models.PROTECT, related_name="goal_of")


class Successor(Releasable):
    """That a measure goes on in another, which counts otherwise: the figures of the earlier one stay its own."""

    earlier = models.ForeignKey(Measure, models.PROTECT, related_name="goes_on_in")
    later = models.ForeignKey(Measure, models.PROTECT, related_name="goes_on_from")


class Base(Releasable):
    """A denominator: of what a share is a share. Shares of two of them are never one line (R-A3)."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="bases")
    name = WordsField(_("denominator"))
    stated = models.BooleanField()  # Whether whoever stated the share said of what.
    value = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    unit = UnitField(null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="bases")
    place = models.PositiveSmallIntegerField(default=0)  # Its order among the bases of its measure.


class Baseline(Releasable):
    """A start of a measure: progress is told from the last one that is released to a reader, the former ones stay."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="baselines")
    base = models.ForeignKey(Base, models.PROTECT, null=True, related_name="baselines")  # Of a share: of what.
    on = models.DateField(_("day of the baseline"))
    value = models.DecimalField(_("baseline"), max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier, default=Qualifier.NONE_STATED)
    level = models.CharField(max_length=32, blank=True)  # A step of the measure's scale, or yes or no.
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="later_baselines")
    basis = WordsField(_("by what it is known"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_start_is_a_value_or_a_level",
                condition=models.Q(value__isnull=False, level="") | models.Q(value__isnull=True) & ~models.Q(level=""),
            ),
            models.CheckConstraint(
                name="a_start_is_never_bare",
                condition=models.Q(source__isnull=False) | models.Q(basis__isnull=False),
            ),
            models.CheckConstraint(
                name="a_start_is_one_number",
                condition=~models.Q(qualifier__in=["range", "words_only"]),
            ),
        ]


class Figure(Releasable):
    """One figure as it was stated: never bare (design.md 3.7, R-A1 to R-A3)."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="figures")
    base = models.ForeignKey(Base, models.PROTECT, null=True, related_name="figures")
    value = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier)
    words = WordsField(_("as it was said"), null=True)
    numerator = models.DecimalField(_("numerator"), max_digits=26, decimal_places=6, null=True)
    denominator = models.DecimalField(_("denominator"), max_digits=26, decimal_places=6, null=True)
    level = models.CharField(max_length=32, blank=True)  # A step of the measure's scale, or yes or no.
    as_of_from = models.DateField(
        null=True
    )  # What the figure describes; when it was said; when it was filed: three dates.
    as_of_until = models.DateField(null=True)
    as_of_precision = models.CharField(max_length=16, choices=Precision)
    stated_from = models.DateField(null=True)
    stated_until = models.DateField(null=True)
    stated_precision = models.CharField(max_length=16, choices=Precision)
    speaker = models.ForeignKey(Person, models.PROTECT, null=True, related_name="figures")
    speaker_label = WordsField(null=True)  # A joint text, a department, an agency.
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="figures")
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="figures")  # None: a member's report.
    doubtful = WordsField(_("why it cannot be right"), null=True)
    note = WordsField(_("note"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_figure_says_something",
                condition=models.Q(value__isnull=False) | models.Q(words__isnull=False) | ~models.Q(level=""),
            ),
            models.CheckConstraint(
                name="a_range_has_two_ends",
                condition=models.Q(
                    high__isnull=True, qualifier__in=[q.value for q in Qualifier if q != Qualifier.RANGE]
                )
                | models.Q(qualifier="range", high__gt=models.F("value")),
            ),
            models.CheckConstraint(
                name="a_figure_is_somebodys",
                condition=models.Q(speaker__isnull=False)
                | models.Q(speaker_label__isnull=False)
                | models.Q(source__isnull=True, said_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_share_of_a_whole",
                condition=models.Q(numerator__isnull=True, denominator__isnull=True)
                | models.Q(numerator__isnull=False, denominator__isnull=False, denominator__gt=0, value__isnull=False),
            ),
        ]


class Conflict(Releasable):
    """That two figures contradict each other: both stand, side by side, until the body adopts one (R-A6)."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="conflicts")
    other = models.ForeignKey(Figure, models.PROTECT, related_name="conflicts_of")
    words = WordsField(null=True)


class Correction(Releasable):
    """That a later figure corrects an earlier one, and why: nothing is overwritten (R-A1)."""

    earlier = models.ForeignKey(Figure, models.PROTECT, related_name="corrected_by")
    later = models.ForeignKey(Figure, models.PROTECT, related_name="corrects")
    reason = WordsField(_("reason"))


class Target(Releasable):
    """A point of the path to where a measure shall be: by which day how much, and who says so; never bare."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="targets")
    on = models.DateField(_("by"))
    value = models.DecimalField(_("target"), max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier, default=Qualifier.NONE_STATED)
    high = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    level = models.CharField(max_length=32, blank=True)  # A step of the measure's scale, or yes or no.
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="targets")
    basis = WordsField(_("by which decision"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_target_is_a_value_or_a_level",
                condition=models.Q(value__isnull=False, level="") | models.Q(value__isnull=True) & ~models.Q(level=""),
            ),
            models.CheckConstraint(
                name="a_target_is_never_bare",
                condition=models.Q(source__isnull=False) | models.Q(basis__isnull=False),
            ),
            models.CheckConstraint(
                name="a_target_range_has_two_ends",
                condition=models.Q(high__isnull=True) & ~models.Q(qualifier="range")
                | models.Q(qualifier="range", high__gt=models.F("value")),
            ),
        ]
