"""Texts, their versions and paragraphs; how a body decides; a version put to it, and who is entitled to answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.engines import deciding
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words, WordsField
from tansiq.members.models import Body
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review


class Text(Releasable):
    """A text that a body is to adopt; its words stand in its versions."""

    class Kind(models.TextChoices):
        DECISION = "decision", pgettext_lazy("text", "decision")
        STATEMENT = "statement", pgettext_lazy("text", "statement")
        TERMS = "terms", pgettext_lazy("text", "terms of reference")
        PRINCIPLES = "principles", pgettext_lazy("text", "guiding principles")
        PLAN = "plan", pgettext_lazy("text", "plan of work")

    class Authentic(models.TextChoices):
        EQUAL = "equal", _("all languages equally authentic")
        ARABIC = "ar", _("Arabic authentic")
        ENGLISH = "en", _("English authentic")

    body = models.ForeignKey(Body, models.PROTECT, related_name="texts")
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="texts")
    title = WordsField(_("title"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    authentic = models.CharField(_("authentic"), max_length=8, choices=Authentic, default=Authentic.EQUAL)


class TextVersion(Releasable):
    """A text as it stood from one day on; released as the text is, so that no number is missing to anybody."""

    found = Found(
        _("Text"), title=("text.title",), text=("said",), also=("note",), page="text_version", on="created_at"
    )

    text = models.ForeignKey(Text, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    digest = models.CharField(_("hash"), max_length=64)  # SHA-256 of its paragraphs (paragraphs.digest_of).
    note = WordsField(_("what has changed"), null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_version_of_a_number")]

    @property
    def said(self) -> Words | None:
        """All its paragraphs as one, in each of its languages."""
        held = [one.text for one in self.paragraphs.order_by("place")]
        codes = dict.fromkeys(code for one in held for code in one.words)
        words = {code: "\n".join(one.words[code] for one in held if code in one.words) for code in codes}
        return Words(held[0].source, words) if held else None


class Paragraph(Releasable):
    """One paragraph of a version, in its languages; its strand follows it through the versions."""

    text_version = models.ForeignKey(TextVersion, models.PROTECT, related_name="paragraphs")
    place = models.PositiveSmallIntegerField()
    strand = models.UUIDField(editable=False)
    verb = models.CharField(_("operative verb"), max_length=16, blank=True)  # By its code (engines/verbs).
    text = WordsField(_("text"))  # Brackets as they are typed; a translation may be stale.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text_version", "place"], name="one_paragraph_at_a_place"),
            models.UniqueConstraint(fields=["text_version", "strand"], name="one_paragraph_of_a_strand"),
        ]


class BodyRule(Releasable):
    """How a body decides from a day on; the newest that is in force counts, before the founding values."""

    class Way(models.TextChoices):
        CONSENSUS = deciding.CONSENSUS, _("by consensus")
        MINUS = deciding.MINUS, _("by consensus minus some")
        MAJORITY = deciding.MAJORITY, _("by a qualified majority")
        SILENCE = deciding.SILENCE, _("by silence")

    class MajorityOf(models.TextChoices):
        ENTITLED = deciding.ENTITLED, _("of all who are entitled")
        VOTING = deciding.VOTING, _("of those who say yes or no")

    body = models.ForeignKey(Body, models.PROTECT, related_name="rules")
    from_on = models.DateField(_("in force from"))
    way = models.CharField(_("decides"), max_length=16, choices=Way)
    minus = models.PositiveSmallIntegerField(_("objections that it survives"), default=0)
    numerator = models.PositiveSmallIntegerField(_("majority: parts"), default=0)
    denominator = models.PositiveSmallIntegerField(_("majority: of so many"), default=0)
    majority_of = models.CharField(
        _("majority of whom"), max_length=16, choices=MajorityOf, default=MajorityOf.ENTITLED
    )
    quorum = models.PositiveSmallIntegerField(_("quorum: members"), default=0)
    quorum_numerator = models.PositiveSmallIntegerField(_("quorum: parts"), default=0)
    quorum_denominator = models.PositiveSmallIntegerField(_("quorum: of so many"), default=0)
    silence_hours = models.PositiveSmallIntegerField(_("least hours of silence"), default=72)
    extensions = models.PositiveSmallIntegerField(_("most extensions"), default=2)
    downtime_hours = models.PositiveSmallIntegerField(_("hours before the end in which the house must run"), default=4)
    hidden = models.BooleanField(_("positions hidden until the close"), default=False)
    breaker_shown = models.BooleanField(_("all see who broke silence"), default=False)
    reasons = models.BooleanField(_("an objection bears a reason"), default=True)
    languages = models.JSONField(_("languages required"), default=list)
    without_meeting = models.BooleanField(_("silence may start without a meeting"), default=False)
    proxies = models.BooleanField(_("proxies allowed"), default=False)
    judged_openly = models.BooleanField(_("all who read an action read how it is judged"), default=True)
    voice = models.CharField(max_length=16, blank=True)  # Of its verbs in Arabic; empty: as its name (engines/verbs).

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_majority_is_a_share",
                condition=~models.Q(way=deciding.MAJORITY)
                | models.Q(numerator__gte=1, numerator__lte=models.F("denominator")),
            ),
            models.CheckConstraint(
                name="minus_some_is_some", condition=~models.Q(way=deciding.MINUS) | models.Q(minus__gte=1)
            ),
            models.CheckConstraint(
                name="a_quorum_is_a_share", condition=models.Q(quorum_numerator__lte=models.F("quorum_denominator"))
            ),
        ]

    @property
    def rule(self) -> Rule:
        """The rule, as a question freezes it."""
        names = Rule.__dataclass_fields__
        return Rule.from_json({name: getattr(self, name) for name in names})


class Question(Releasable):
    """A version put to its body: in a meeting or by silence, under the rule of that day."""

    class Way(models.TextChoices):
        MEETING = "meeting", _("in a meeting")
        SILENCE = deciding.SILENCE, _("by silence")

    class Proposed(models.TextChoices):
        MEETING = "meeting", pgettext_lazy("proposed", "in a meeting")
        WRITING = "writing", pgettext_lazy("proposed", "in writing")

    text = models.ForeignKey(Text, models.PROTECT, related_name="questions")
    text_version = models.ForeignKey(TextVersion, models.PROTECT, related_name="questions")
    way = models.CharField(_("how it is decided"), max_length=16, choices=Way)
    rule = models.JSONField()  # As it stood when the question was put; `ruled` reads it.
    proposed = models.CharField(_("proposed"), max_length=16, choices=Proposed)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="questions")  # The meeting.
    chair = models.ForeignKey(Member, models.PROTECT, related_name="+")  # On whose proposal: an office, or a member.
    turn = models.PositiveSmallIntegerField()  # The text was put to the body so many times: of two at once one counts.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "turn"], name="one_question_of_a_turn"),
            models.UniqueConstraint(
                fields=["text_version"], condition=models.Q(way="silence"), name="a_version_goes_under_silence_once"
            ),
            models.CheckConstraint(
                name="what_is_proposed_in_a_meeting_names_it",
                condition=models.Q(proposed="meeting", review__isnull=False)
                | models.Q(proposed="writing", review__isnull=True),
            ),
        ]

    @property
    def ruled(self) -> Rule:
        """The rule under which it was put."""
        return Rule.from_json(self.rule)


class Elector(Releasable):
    """A member entitled to answer a question: the list is frozen with it, under silence when silence begins."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="electors")
    member = models.ForeignKey(Member, models.PROTECT, related_name="electorates")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "member"], name="an_elector_once")]


class QuestionEnd(Releasable):
    """That a question is over, and how: from now on hidden positions are open."""

    class Outcome(models.TextChoices):
        ADOPTED = "adopted", _("adopted")
        NOT_ADOPTED = "not_adopted", _("not adopted")
        BROKEN = "broken", _("silence broken")
        WITHDRAWN = "withdrawn", pgettext_lazy("question", "withdrawn")
        LAPSED = "lapsed", _("lapsed")

    question = models.OneToOneField(Question, models.PROTECT, related_name="end")
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome)
    note = WordsField(_("note"), null=True)
