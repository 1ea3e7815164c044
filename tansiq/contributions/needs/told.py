"""Needs and offers row by row: what is asked, what each offers, what is agreed, and the gap as far as one reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.contributions.giving.models import Step
from tansiq.contributions.giving.queries import held_on
from tansiq.contributions.giving.told import Chain, chains_of, counted_in, newest
from tansiq.contributions.lines import lines
from tansiq.contributions.needs.models import Need, NeedState, Offer
from tansiq.contributions.needs.queries import name_givers, offers_for
from tansiq.contributions.queries import together
from tansiq.engines import chains
from tansiq.languages.amounts import Amount, told, unit_of_money
from tansiq.release.models import Audience, Member

STAGES = dict(Step.STAGES)
AGREED = ("committed", "allocated", "in_delivery", "delivered", "confirmed")  # A commitment binds (R-C1).


@dataclass(frozen=True)
class Offered:
    """One offer for a need: the chain of its contribution, and whether it is counted, or why not."""

    offer: Offer
    chain: Chain
    counts: bool
    why_not: str

    @property
    def promised(self) -> Any:
        """What is promised, as it stands."""
        return self.chain.promised.row if self.chain.promised else self.chain.head

    @property
    def stage(self) -> str:
        """The furthest stage that is on record of it."""
        return chains.furthest(one.row.stage for one in self.chain.events if not one.corrected)

    @property
    def stage_name(self) -> str:
        """The same in words."""
        return str(STAGES.get(self.stage or self.promised.stage, ""))

    @property
    def agreed(self) -> bool:
        """Whether it binds whoever gives it."""
        return self.stage in AGREED


@dataclass(frozen=True)
class Row:
    """One need with all that is offered for it."""

    need: Need
    offers: tuple[Offered, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is still needed, as its owner says."""
        return self.closed_as == ""

    @property
    def closed_as(self) -> str:
        """What became of it, in words; empty while it is open."""
        state: str = self.need.state  # type: ignore[attr-defined] # queries.needs
        return "" if state == NeedState.State.OPEN else str(NeedState.State(state).label)

    def of(self, giver: Member | None) -> list[Offered]:
        """What one member offers; what several offer together, for none."""
        return [one for one in self.offers if one.offer.contribution.giver == giver]

    @property
    def gap(self) -> SafeString | str:
        """What is missing against all that is offered."""
        return self._gap([one for one in self.offers if one.counts])

    @property
    def agreed_gap(self) -> SafeString | str:
        """What is missing against what is agreed."""
        return self._gap([one for one in self.offers if one.counts and one.agreed])

    def _gap(self, held: Sequence[Offered]) -> SafeString | str:
        need = self.need
        asked = chains.bounds(need.amount, need.qualifier, need.high)
        if asked is None:
            return _("asked for in words: no gap can be worked out")
        if not held:
            return _("all of it")
        parts = [one.chain.promised.stated for one in held if one.chain.promised]
        made = chains.total(parts)
        by = chains.left(asked, made) if made else None
        if by is None or by.by is None:
            return _("none") if by and by.state == "even" else _("open, as the hedges leave it")
        value, high, hedge = by.by.told
        much = told(Amount(value, hedge, high, None, need.unit or unit_of_money(need.currency)))
        words = {"short": "{}", "over": _("none: {} more than asked"), "open": _("{} at most, or none")}
        return format_html(words[by.state], much)


def rows_of(wanted: Sequence[Need]) -> list[Row]:
    """Needs with what is offered for them; a handful of statements, however many they are."""
    offers = offers_for([one.pk for one in wanted])
    gifts = {one.contribution_id for one in offers}
    all_of = together(gifts)
    offered = {one.pk: one for one in all_of.rows if one.pk in gifts}
    name_givers(offered.values())
    for one in offers:
        one.contribution = offered[one.contribution_id]
    made = lines(all_of.rows, all_of.links)
    held = chains_of(made, held_on(one.pk for one in all_of.rows))
    by_row = {event.row.pk: chain for chain in held.values() for event in chain.events if event.is_first}
    return [
        Row(need, tuple(_offered(need, one, by_row[one.contribution_id]) for one in offers if one.need_id == need.pk))
        for need in wanted
    ]


def _offered(need: Need, offer: Offer, chain: Chain) -> Offered:
    why_not = _why_not(need, offer, chain)
    return Offered(offer, chain, not why_not, why_not)


def _why_not(need: Need, offer: Offer, chain: Chain) -> str:
    """Why an offer is not counted; empty where it is."""
    gift, promise = offer.contribution, chain.promised
    if gift.context:
        return _("context, not counted")
    standing = [one.row.stage for one in chain.standing(chains.GIVER)]
    if any(one in chains.ENDED for one in standing[-1:]):
        return _("not given any more, not counted")
    if gift.giver_id is None and not all_consent(gift):
        return _("not all who are named consent, not counted")
    if promise is None or promise.stated.amount is None:
        return _("in words, not counted")
    if need.amount is not None and promise.stated.counted_in != counted_in(need, need.kind):
        return _("counted in something else, not added")
    return ""


def all_consent(gift: Any) -> bool:
    """Whether every member that is named in a joint gift consents to it, as its newest word says."""
    return all((word := newest(one.said)) is not None and word.consents for one in gift.named)


def givers_in(rows: Iterable[Row]) -> list[Member | None]:
    """Who offers anything in these rows; none stands last, for what several offer together."""
    held = {one.offer.contribution.giver for row in rows for one in row.offers}
    return [*sorted((one for one in held if one), key=lambda one: one.code), *([None] if None in held else [])]


def audiences_of(rows: Iterable[Row]) -> list[Audience]:
    """Who may read what is told of needs and offers."""
    found: list[Audience] = []
    for row in rows:
        found += [one.audience for one in (row.need, row.need.line) if one]
        for one in row.offers:
            named = one.offer.contribution.named  # type: ignore[attr-defined] # queries.name_givers
            words = [word.audience for giver in named for word in (giver, *giver.said)]
            found += [one.offer.audience, one.offer.contribution.audience, *one.chain.audiences, *words]
    return found
