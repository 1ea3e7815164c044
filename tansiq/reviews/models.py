"""Reviews: where and when a body met, at what level, who was there in which part, and what members remark on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import WordsField
from tansiq.members.models import Body, Person, Precision
from tansiq.release.found import Found
from tansiq.release.models import Guest, Member, Releasable
from tansiq.sources.models import Source


class Subject(Releasable):
    """What the coalition works on or speaks of: a line of effort by its code, or another subject of statements."""

    found = Found(_("Line of effort"), title=("name",), page="line", by="code")

    code = models.CharField(max_length=32)
    name = WordsField(_("name"))
    is_line = models.BooleanField()  # Whether the coalition works along it.
    number = models.PositiveSmallIntegerField(null=True)
    since_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="subjects")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "code"], name="one_subject_of_a_code")]


class Level(models.TextChoices):
    """At which level a body meets."""

    MINISTERS = "ministers", _("ministers")
    FOREIGN_AND_DEFENCE = "foreign_and_defence_ministers", _("foreign and defence ministers")
    CHIEFS_OF_DEFENCE = "chiefs_of_defence", _("chiefs of defence")
    POLITICAL_DIRECTORS = "political_directors", _("political directors")
    SENIOR_OFFICIALS = "senior_officials", _("senior officials")
    AMBASSADORS = "ambassadors", _("ambassadors")
    EXPERTS = "experts", _("experts")


class Recurring(models.Model):
    """How reviews come again, from a day on: a rule that may be hedged, "about monthly", but not in August."""

    class Unit(models.TextChoices):
        WEEKS = "weeks", _("weeks")
        MONTHS = "months", _("months")

    first_on = models.DateField(_("first day"))
    every = models.PositiveSmallIntegerField(_("every"))
    unit = models.CharField(_("unit"), max_length=8, choices=Unit)
    weekday = models.PositiveSmallIntegerField(_("weekday"), null=True)  # 0 is Monday.
    nth = models.SmallIntegerField(_("which of the month"), null=True)  # -1 is the last.
    hedged = models.BooleanField(_("about"), default=False)
    skipped = models.JSONField(default=list)  # Numbers of months in which it does not meet.
    decides = WordsField(_("what it may decide by itself"), null=True)

    class Meta:
        abstract = True


class Series(Recurring, Releasable):
    """Reviews of a body at one level, by a rule of their own."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="series")
    level = models.CharField(_("level"), max_length=32, choices=Level)
    name = WordsField(_("name"))

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_series_comes_again", condition=models.Q(every__gte=1)),
            models.CheckConstraint(
                name="a_day_of_the_month_has_its_weekday",
                condition=models.Q(nth__isnull=True)
                | models.Q(unit="months", weekday__isnull=False, nth__in=[-1, 1, 2, 3, 4]),
            ),
        ]


class FormerRule(Recurring, Releasable):
    """By which rule a series came again until it was changed: its agreed days of that time stand as they were."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="former")
    until_on = models.DateField(_("until"))


class Review(Releasable):
    """One review: a body takes stock at a place, on a day, at a level."""

    Level = Level

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("in person")
        VIRTUAL = "virtual", _("virtual")
        HYBRID = "hybrid", _("hybrid")

    class Output(models.TextChoices):
        JOINT_STATEMENT = "joint_statement", _("joint statement")
        MINISTERS_STATEMENT = "ministers_statement", _("ministers’ statement")
        CO_CHAIRS_STATEMENT = "co_chairs_statement", _("co-chairs’ statement")
        HOST_STATEMENT = "host_statement", _("host’s statement")
        STATEMENT = "statement", _("statement")
        JOINT_COMMUNIQUE = "joint_communique", _("joint communiqué")
        READOUT = "readout", _("readout")
        GUIDING_PRINCIPLES = "guiding_principles", _("guiding principles")
        ROADMAP = "roadmap", _("road map")
        PRESS_CONFERENCE = "press_conference", _("press conference")

    found = Found(
        _("Review"),
        title=("title",),
        text=("note",),
        also=("body.name", "place", "output_name"),
        page="review",
        on="starts_on",
        precision="precision",
        lines="lines",
    )

    body = models.ForeignKey(Body, models.PROTECT, related_name="reviews")
    title = WordsField(_("title"))
    starts_on = models.DateField(_("from"), null=True)
    ends_on = models.DateField(_("until"), null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    place = WordsField(_("place"), null=True)
    country = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    level = models.CharField(_("level"), max_length=32, choices=Level)
    mode = models.CharField(_("mode"), max_length=16, choices=Mode)
    counted = models.PositiveIntegerField(_("participants counted"), null=True)
    counted_as = WordsField(null=True)
    named_all = models.BooleanField(default=False)  # Whether the sources name every participant.
    output = models.CharField(_("output"), max_length=32, choices=Output, blank=True)
    output_name = WordsField(null=True)
    lines = models.JSONField(default=list)  # Codes of lines of effort.
    note = WordsField(_("note"), null=True)
    series = models.ForeignKey(Series, models.PROTECT, null=True, related_name="reviews")
    starts_at = models.DateTimeField(_("time"), null=True)
    zone = models.CharField(_("time zone"), max_length=64, blank=True)  # By its IANA name; that of the place.
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True)
    # What it looks back on: since the start, and since the review before it; a month or a year where that is known.
    start_on = models.DateField(_("since the start"), null=True)
    start_precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    start_hedged = models.BooleanField(default=False)
    last_on = models.DateField(_("since the last review"), null=True)
    last_precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    last_hedged = models.BooleanField(default=False)
    moves = models.PositiveSmallIntegerField(default=0, editable=False)  # How often its plan was changed.
    moved_at = models.DateTimeField(null=True, editable=False)
    called_off_at = models.DateTimeField(_("called off"), null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_time_has_its_zone", condition=models.Q(starts_at__isnull=True) | ~models.Q(zone="")
            )
        ]


class Numbering(Releasable):
    """The number that a review bears in its series from the day it is published; a gap in it would betray."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="numbers")
    series = models.ForeignKey(Series, models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField(_("number"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "series", "audience", "number"], name="one_review_of_a_number")
        ]


class Phase(Releasable):
    """That a review entered a phase: a row of whoever let it, so that co-chairs of two members act alike."""

    class Step(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("phase", "planned")
        REPORTING = "reporting", pgettext_lazy("phase", "members report")
        ADVISING = "advising", pgettext_lazy("phase", "members advise")
        IN_SESSION = "in_session", pgettext_lazy("phase", "in session")
        CLOSING = "closing", pgettext_lazy("phase", "closing")
        PUBLISHED = "published", pgettext_lazy("phase", "published")

    review = models.ForeignKey(Review, models.PROTECT, related_name="phases")
    step = models.CharField(_("phase"), max_length=16, choices=Step)
    until_on = models.DateField(_("planned until"), null=True)
    turn = models.PositiveSmallIntegerField(default=1)  # How many were entered until this one: the last one counts.


class ReviewSource(Releasable):
    """That a review's facts rest on a source."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="reviews")
    for_output = models.BooleanField(default=False)


class Participation(Releasable):
    """A member's or a person's part in a review: invited, present, represented and absent are separate facts."""

    class Part(models.TextChoices):
        CHAIR = "chair", _("chair")
        CO_CHAIR = "co_chair", _("co-chair")
        HOST = "host", _("host")
        BRIEFER = "briefer", _("briefing")
        PRESENT = "present", _("present")
        OBSERVER = "observer", _("observer")
        INVITED = "invited", _("invited")
        REGISTERED = "registered", _("registered")
        GUEST = "guest", _("guest for one session")
        REPRESENTED = "represented", _("represented")
        ABSENT = "absent", _("absent")

    found = Found(
        _("Part in a review"),
        title=("person.name", "guest", "member.name"),
        text=("role", "represented_by"),
        also=("review.title",),
        page="review",
        by="review_id",
        on="review.starts_on",
        precision="review.precision",
        member="member_id",
    )

    review = models.ForeignKey(Review, models.PROTECT, related_name="participations")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="participations")
    part = models.CharField(_("part"), max_length=16, choices=Part)
    guest = WordsField(_("guest"), null=True)  # A participant that is no member.
    visitor = models.ForeignKey(Guest, models.PROTECT, null=True, related_name="participations")  # A guest that reads.
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="participations")
    role = WordsField(_("role at that time"), null=True)
    represented_by = WordsField(_("represented by"), null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="participations")
    place = models.PositiveSmallIntegerField(default=0)  # The order in which the source names it.
    level = models.CharField(_("level"), max_length=32, choices=Level, blank=True)  # Of the one, where that is known.
    session = WordsField(_("session"), null=True)  # Of a guest: the one after which it is a guest no more.


class Concern(Releasable):
    """That a member is most concerned by a line of effort, in the eyes of a review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="concerns")
    member = models.ForeignKey(Member, models.PROTECT, related_name="concerns")
    line = models.ForeignKey(Subject, models.PROTECT, related_name="concerns")


class Remark(Releasable):
    """What a member remarks on a review, to those whom it chose."""

    found = Found(_("Remark"), title=("review.title",), text=("text",), page="remark", on="created_at")

    review = models.ForeignKey(Review, models.PROTECT, related_name="remarks")
    text = WordsField(_("remark"))
