"""Reviews: where and when a body met, at what level, who was there in which part, and what members remark on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import WordsField
from tansiq.members.models import Body, Person, Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
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


class Review(Releasable):
    """One review: a body takes stock at a place, on a day, at a level."""

    class Level(models.TextChoices):
        MINISTERS = "ministers", _("ministers")
        FOREIGN_AND_DEFENCE = "foreign_and_defence_ministers", _("foreign and defence ministers")
        CHIEFS_OF_DEFENCE = "chiefs_of_defence", _("chiefs of defence")
        POLITICAL_DIRECTORS = "political_directors", _("political directors")
        SENIOR_OFFICIALS = "senior_officials", _("senior officials")
        AMBASSADORS = "ambassadors", _("ambassadors")
        EXPERTS = "experts", _("experts")

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
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="participations")
    role = WordsField(_("role at that time"), null=True)
    represented_by = WordsField(_("represented by"), null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="participations")
    place = models.PositiveSmallIntegerField(default=0)  # The order in which the source names it.


class Remark(Releasable):
    """What a member remarks on a review, to those whom it chose."""

    found = Found(_("Remark"), title=("review.title",), text=("text",), page="remark", on="created_at")

    review = models.ForeignKey(Review, models.PROTECT, related_name="remarks")
    text = WordsField(_("remark"))
