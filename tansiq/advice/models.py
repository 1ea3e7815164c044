"""Calls for advice, who is asked, what was given and how its author is named, what became of it, who supports it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq import chance
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review


class AdviceCall(Releasable):
    """A call for advice to a review, on a line of effort or on a question in words; its readers are its circle (R-V1).

    Advice is given from its opening to its closing; positions on it are taken until a later instant.
    """

    title = WordsField(_("title"))
    question = WordsField(_("question"), null=True)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="advice_calls")
    line = models.CharField(max_length=32, blank=True)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("advice until"))
    settled_at = models.DateTimeField(_("positions until"))
    zone = models.CharField(max_length=64)  # In which its times were set.
    hidden = models.BooleanField(_("positions are hidden from others until then"), default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_call_for_advice_is_about_something",
                condition=models.Q(review__isnull=False) | ~models.Q(line="") | models.Q(question__isnull=False),
            ),
            models.CheckConstraint(
                name="a_call_for_advice_runs_forward",
                condition=models.Q(opens_at__lt=models.F("closes_at"), closes_at__lte=models.F("settled_at")),
            ),
        ]


class Invitee(Releasable):
    """That a call asks a member, be it beyond the body that decides."""

    call = models.ForeignKey(AdviceCall, models.PROTECT, related_name="invitees")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "member"], name="a_member_is_asked_once")]


class NothingToAdd(Releasable):
    """That a member has nothing to add to a call: an answer, which silence is not."""

    call = models.ForeignKey(AdviceCall, models.PROTECT, related_name="nothing_to_add")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "call"], name="nothing_to_add_once")]


class Given(models.Model):
    """What a member gives, whoever is named for it (R-V2)."""

    class Kind(models.TextChoices):
        ADVICE = "advice", pgettext_lazy("advice", "advice")
        WEAK_POINT = "weak_point", _("weak point")
        PERFORMANCE = "performance", _("performance note")
        PROPOSAL = "proposal", _("proposal for the coming period")

    class Severity(models.TextChoices):
        LOW = "low", pgettext_lazy("severity", "low")
        MODERATE = "moderate", pgettext_lazy("severity", "moderate")
        HIGH = "high", pgettext_lazy("severity", "high")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    line = models.CharField(max_length=32, blank=True)
    words = WordsField(_("in what words"))
    severity = models.CharField(_("how grave"), max_length=8, choices=Severity, blank=True)
    evidence = WordsField(_("evidence"), null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_has_evidence_where_weak",
                condition=models.Q(kind="weak_point", evidence__isnull=False) & ~models.Q(severity="")
                | ~models.Q(kind="weak_point") & models.Q(severity="", evidence__isnull=True),
            )
        ]


class HandedIn(Given, Releasable):
    """A member's own sheet of what it handed in without its name: its own, or its own and the secretariat's."""

    class Way(models.TextChoices):
        SECRETARIAT = "secretariat", _("through the secretariat")
        CHATHAM = "chatham", _("under the Chatham House Rule")

    call = models.ForeignKey(AdviceCall, models.PROTECT, related_name="handed_in")
    way = models.CharField(_("how"), max_length=16, choices=Way)
    becomes = models.UUIDField(editable=False)  # The key that it bears on the table, drawn when it was handed in.

    class Meta(Given.Meta):
        pass


class UnsignedAdvice(Given):
    """The same words without their author, the secretariat's, which reads them once the call has closed (R-V4).

    No time, no author and no language of the author stands in it; its key is drawn by chance.
    """

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+", editable=False)  # The secretariat.
    call_key = models.UUIDField(editable=False)
    open_at = models.DateTimeField(editable=False)  # When its call closes.

    class Meta(Given.Meta):
        pass


class Advice(Given, Releasable):
    """What was given and lies on the table, as its author chose to be named, or not (R-V2, R-V4)."""

    class Attribution(models.TextChoices):
        ATTRIBUTED = "attributed", _("in the name of its member")
        SECRETARIAT = "secretariat", _("through the secretariat")
        CHATHAM = "chatham", _("under the Chatham House Rule")

    found = Found(_("Advice"), title=("words",), text=("evidence",), also=("call.title",), page="advice", lines="line")

    call = models.ForeignKey(AdviceCall, models.PROTECT, related_name="advice")
    attribution = models.CharField(_("attribution"), max_length=16, choices=Attribution)
    of_itself = models.BooleanField(_("it is about its own member"), default=False)
    thread = models.UUIDField(editable=False)  # The same in a weak point and in all that name it again.

    class Meta:
        constraints = [
            *Given.Meta.constraints,
            models.CheckConstraint(
                name="a_weak_point_is_the_coalitions_or_ones_own",
                condition=models.Q(of_itself=False) | models.Q(kind="weak_point", attribution="attributed"),
            ),
        ]


class AdviceCorrection(Releasable):
    """That later words of its author stand in place of earlier ones, and why; both stay to be read."""

    earlier = models.ForeignKey(Advice, models.PROTECT, related_name="corrected_by")
    later = models.ForeignKey(Advice, models.PROTECT, related_name="corrects")
    reason = WordsField(_("why it is corrected"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier"], name="advice_is_corrected_once")]


class Cure(Releasable):
    """What cured a weak point, since when, and by what that is known; to all who read the weak point."""

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="cures")
    on = models.DateField(_("since"))
    words = WordsField(_("what cured it"))
    evidence = WordsField(_("by what this is known"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "advice"], name="one_cure_by_one")]


class AdviceAnswer(Releasable):
    """What the chair says becomes of a piece of advice, to all who read it (R-V5); the last one stands."""

    class Way(models.TextChoices):
        TAKEN_UP = "taken_up", pgettext_lazy("answer", "taken up")
        MERGED = "merged", pgettext_lazy("answer", "merged")
        DEFERRED = "deferred", pgettext_lazy("answer", "deferred")
        NOT_TAKEN_UP = "not_taken_up", pgettext_lazy("answer", "not taken up")

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="answers")
    way = models.CharField(_("what becomes of it"), max_length=16, choices=Way)
    words = WordsField(_("in what words"), null=True)
    decision_id = models.UUIDField(null=True)  # A decision's model stands in a later step; the database knows the key.
    action_id = models.UUIDField(null=True)  # So does an action's.
    into = models.ForeignKey(Advice, models.PROTECT, null=True, related_name="merged")
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="deferred_advice")
    until_on = models.DateField(_("until"), null=True)
    turn = models.PositiveSmallIntegerField(default=0)  # How often it was answered before.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "advice", "turn"], name="one_answer_at_a_time"),
            models.CheckConstraint(
                name="an_answer_says_what_it_must",
                condition=models.Q(way="taken_up", into=None, review=None, until_on=None)
                & (
                    models.Q(decision_id__isnull=False)
                    | models.Q(action_id__isnull=False)
                    | models.Q(words__isnull=False)
                )
                | models.Q(decision_id=None, action_id=None)
                & (
                    models.Q(way="merged", into__isnull=False, review=None, until_on=None)
                    | models.Q(way="deferred", into=None)
                    & (models.Q(review__isnull=False) | models.Q(until_on__isnull=False))
                    | models.Q(way="not_taken_up", words__isnull=False, into=None, review=None, until_on=None)
                ),
            ),
        ]


class AdvicePosition(Releasable):
    """How a member sees a piece of advice (R-V3); it speaks with one voice: what it said last counts."""

    class Stance(models.TextChoices):
        SUPPORT = "support", pgettext_lazy("position", "supports")
        CHANGE = "change", pgettext_lazy("position", "supports with a change")
        NEUTRAL = "neutral", pgettext_lazy("position", "neutral")
        DOUBT = "doubt", pgettext_lazy("position", "doubts")
        OPPOSE = "oppose", pgettext_lazy("position", "opposes")
        NOTHING = "nothing", pgettext_lazy("position", "nothing to add")

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="positions")
    stance = models.CharField(_("position"), max_length=8, choices=Stance)
    wording = WordsField(_("the wording that one would accept"), null=True)
    turn = models.PositiveSmallIntegerField()  # How often the member said it before.
    open_at = models.DateTimeField(editable=False)  # From when on others read it.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "advice", "turn"], name="one_position_at_a_time"),
            models.CheckConstraint(
                name="a_change_has_its_wording", condition=~models.Q(stance="change") | models.Q(wording__isnull=False)
            ),
        ]


class AdviceReason(Releasable):
    """Why a member sees it so, to an audience of its own; an opposing position is not taken without."""

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="reasons")
    words = WordsField(_("reason"))
    turn = models.PositiveSmallIntegerField()  # That of the position.
    open_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "advice", "turn"], name="one_reason_for_a_position")]
