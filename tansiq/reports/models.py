"""Calls for reports, the members' answers, and what stands beside an answer: queries, rulings, confirmations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Figure, Measure
from tansiq.engines.profiles import REPORTS
from tansiq.languages.words import WordsField
from tansiq.members.models import Body
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Call(Releasable):
    """A call for reports: what a body asks of its members, for which period, until when; its readers are its circle."""

    class Way(models.TextChoices):
        CLARIFICATION = REPORTS[0], _("a report stands as it was filed; questions and answers stand beside it")
        ACCEPTANCE = REPORTS[1], _("a report counts once it has been accepted")

    body = models.ForeignKey(Body, models.PROTECT, related_name="calls")
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="calls")  # None: between reviews.
    title = WordsField(_("title"))
    question = WordsField(_("what is asked"), null=True)
    period_from = models.DateField(_("period from"))
    period_until = models.DateField(_("period until"))
    due_at = models.DateTimeField(_("due"))
    way = models.CharField(_("what becomes of a report"), max_length=16, choices=Way)
    own_acceptance = models.BooleanField(_("whoever filed a report may accept it"), default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_period_has_an_order", condition=models.Q(period_from__lte=models.F("period_until"))
            )
        ]


class Asked(Releasable):
    """That a call asks a member for one measure."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="asked")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="asked")
    member = models.ForeignKey(Member, models.PROTECT, related_name="asked")


class Report(Releasable):
    """One answer of one reporter to what a call asks: a figure, or why there is none (R-A1).

    The reporter is `said_by`; the owner is who filed it: another than the reporter only where it was entered on the
    reporter's word. Nothing is overwritten: what comes later points back by a `Restatement`.
    """

    class Answer(models.TextChoices):
        FIGURE = "figure", _("a figure")
        NO_DATA = "no_data", _("no data exist")
        WITHHELD = "withheld", _("withheld")
        NO_REPORT = "no_report", _("no report to this circle")

    class Reliability(models.TextChoices):
        A = "A", pgettext_lazy("reliability", "completely reliable")
        B = "B", pgettext_lazy("reliability", "usually reliable")
        C = "C", pgettext_lazy("reliability", "fairly reliable")
        D = "D", pgettext_lazy("reliability", "not usually reliable")
        E = "E", pgettext_lazy("reliability", "unreliable")
        F = "F", pgettext_lazy("reliability", "reliability cannot be judged")

    class Credibility(models.TextChoices):
        CONFIRMED = "1", pgettext_lazy("credibility", "confirmed by other sources")
        PROBABLE = "2", pgettext_lazy("credibility", "probably true")
        POSSIBLE = "3", pgettext_lazy("credibility", "possibly true")
        DOUBTFUL = "4", pgettext_lazy("credibility", "doubtful")
        IMPROBABLE = "5", pgettext_lazy("credibility", "improbable")
        UNJUDGED = "6", pgettext_lazy("credibility", "truth cannot be judged")

    call = models.ForeignKey(Call, models.PROTECT, related_name="reports", db_index=False)
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="reports")
    answer = models.CharField(_("answer"), max_length=16, choices=Answer)
    figure = models.ForeignKey(Figure, models.PROTECT, null=True, related_name="reports")
    reason = WordsField(_("why there is no figure"), null=True)
    method = WordsField(_("how it was counted"), null=True)
    reliability = models.CharField(_("reliability of the source"), max_length=1, choices=Reliability, blank=True)
    credibility = models.CharField(_("credibility of the information"), max_length=1, choices=Credibility, blank=True)
    overruled = WordsField(_("why it is right though it looks unlikely"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_report_is_a_figure_or_says_why_not",
                condition=models.Q(answer="figure", figure__isnull=False, reason__isnull=True)
                | models.Q(answer__in=["no_data", "withheld"], figure__isnull=True, reason__isnull=False)
                | models.Q(answer="no_report", figure__isnull=True, reason__isnull=True),
            ),
            models.CheckConstraint(name="a_report_is_somebodys", condition=models.Q(said_by__isnull=False)),
        ]
        indexes = [models.Index(fields=["call", "audience"], name="reports_of_a_call")]

    @property
    def on_behalf(self) -> bool:
        """Whether another than the reporter entered it, on the reporter's word."""
        return self.owner_id != self.said_by_id


class Evidence(Releasable):
    """What a report rests on, released apart from it (R-M1)."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence")
    words = WordsField(_("evidence"))
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="evidence")


class Restatement(Releasable):
    """That a later report corrects an earlier one, and why: a link with an audience of its own (R-A1)."""

    earlier = models.ForeignKey(Report, models.PROTECT, related_name="restated_by")
    later = models.ForeignKey(Report, models.PROTECT, related_name="restates")
    reason = WordsField(_("why it was restated"))


class Query(Releasable):
    """A question about a report; the report stands as it was filed."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="queries")
    text = WordsField(_("question"))


class Reply(Releasable):
    """The reporter's answer to a question about its report."""

    query = models.ForeignKey(Query, models.PROTECT, related_name="replies")
    text = WordsField(_("answer"))


class Ruling(Releasable):
    """That a report was accepted, or handed back with a reason; the newest ruling is the one that counts."""

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        HANDED_BACK = "handed_back", _("handed back")

    report = models.ForeignKey(Report, models.PROTECT, related_name="rulings")
    verdict = models.CharField(_("ruling"), max_length=16, choices=Verdict)
    reason = WordsField(_("reason"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_is_handed_back_says_why",
                condition=models.Q(verdict="accepted") | models.Q(reason__isnull=False),
            )
        ]


class Confirmation(Releasable):
    """That a member confirms what was entered on its word."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="confirmations")


class Overlap(Releasable):
    """That two reporters count some of the same: how much, as one of them says; it counts once the other agrees."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="overlaps")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="overlaps")
    other = models.ForeignKey(Member, models.PROTECT, related_name="+")  # The one is `said_by`.
    value = models.DecimalField(_("counted by both"), max_digits=26, decimal_places=6)
    note = WordsField(_("note"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_overlap_is_something", condition=models.Q(value__gt=0)),
            models.CheckConstraint(name="an_overlap_is_of_two", condition=~models.Q(said_by=models.F("other"))),
        ]


class OverlapAgreement(Releasable):
    """That the other reporter agrees to an overlap."""

    overlap = models.ForeignKey(Overlap, models.PROTECT, related_name="agreements")


class ClearanceDemand(Releasable):
    """A member's demand that its head clears every report before it is filed, until it is lifted."""

    lifted_at = models.DateTimeField(null=True, editable=False)


class ReportDraft(Releasable):
    """What a delegation is writing: its people see it, nobody else; it lies on the server, so no line cut loses it."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="drafts")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="drafts")
    given = models.JSONField()  # The form's fields as they were typed.
    ready = models.BooleanField(default=False)  # Whether its author asks the head to clear it.
    updated_at = models.DateTimeField()


class Closing(Releasable):
    """That reporting to a call is closed: it asks nobody any more; whoever answers all the same answers late."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="closings")


class Missed(Releasable):
    """That a member had not answered all it was asked when reporting closed, as far as was released to whoever closed.

    The member and whoever closed it read this: what others were told of its reports, it says to nobody else.
    """

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="missed")
    member = models.ForeignKey(Member, models.PROTECT, related_name="missed")
    asked = models.PositiveIntegerField(_("measures asked for"))
    unanswered = models.PositiveIntegerField(_("without an answer"))
