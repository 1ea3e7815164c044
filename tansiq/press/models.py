"""Statements: who said what, when, in which role, on what occasion, and from which source it is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import WordsField
from tansiq.members.models import Person, Precision
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Statement(Releasable):
    """One statement, in our paraphrase, with the role that its speaker had at the time."""

    class Kind(models.TextChoices):
        ASSESSMENT = "assessment", _("assessment")
        SELF_ASSESSMENT = "self_assessment", _("self-assessment")
        ADVICE = "advice", _("advice")
        RISK = "risk", _("risk")
        FORECAST = "forecast", _("forecast")
        PLAN = "plan", _("plan")
        FACT = "fact", _("fact")

    found = Found(
        _("Statement"),
        title=("speaker.name", "speaker_label", "said_by_name", "said_by.name"),
        text=("text",),
        also=("role", "channel", "quote"),
        page="statement",
        on="starts_on",
        precision="precision",
        lines="line",
    )

    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="statements")
    speaker = models.ForeignKey(Person, models.PROTECT, null=True, related_name="statements")
    speaker_label = WordsField(null=True)  # A speaker that is no person: a joint text, an agency's narrator.
    role = WordsField(_("role at that time"), null=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    line = models.CharField(max_length=32, blank=True)  # The code of a line of effort, or all, governance, resources.
    text = WordsField(_("statement"))
    quote = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    channel = WordsField(_("channel"), null=True)
    about_from = models.DateField(null=True)  # The time that the statement speaks of, resolved.
    about_until = models.DateField(null=True)
    about_precision = models.CharField(max_length=16, blank=True)
    about_basis = WordsField(null=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="statements")
    report = models.ForeignKey(Source, models.PROTECT, null=True, related_name="reported")
    place = models.PositiveSmallIntegerField(default=0)  # Its place in its report.


class Corroboration(Releasable):
    """What another source says of a statement: it confirms, differs, or has no counterpart."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="corroborations")
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="corroborations")
    finding = models.CharField(max_length=24)
    words = WordsField(null=True)


class Forecast(Releasable):
    """What a statement foretells, by when, and what came of it; without a horizon it is never judged (R-A11)."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("open")
        HAPPENED = "happened", _("it happened")
        HAPPENED_IN_PART = "happened_in_part", _("it happened in part")
        DID_NOT_HAPPEN = "did_not_happen", _("it did not happen")

    found = Found(
        _("Forecast"),
        title=("event",),
        text=("outcome_words",),
        also=("hedge",),
        page="statement",
        by="statement_id",
        on="horizon_until",
        precision="horizon_precision",
        lines="statement.line",
        member="statement.said_by_id",
    )

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="forecasts")
    event = WordsField(_("what is foretold"))
    hedge = WordsField(_("in what hedge"), null=True)
    horizon_from = models.DateField(null=True)
    horizon_until = models.DateField(null=True)
    horizon_precision = models.CharField(max_length=16, choices=Precision, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=24, choices=Outcome, default=Outcome.OPEN)
    outcome_from = models.DateField(null=True)
    outcome_until = models.DateField(null=True)
    outcome_precision = models.CharField(max_length=16, choices=Precision, blank=True)
    outcome_words = WordsField(null=True)
    outcome_source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="outcomes")
