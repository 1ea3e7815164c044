"""How a house opens furnished: with a record, and a cast of invented people who come in by the acts of real ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.utils.translation import gettext_noop

from tansiq.languages.words import Words
from tansiq.members import commands, founding, offices
from tansiq.members.models import Account, Accreditation
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import Member

DOMAIN = "exercise.example"
PUBLIC = "public"  # Whoever enters as nobody in particular.
SHIPPED = Path(__file__).resolve().parents[1] / "demonstration"
ROLE = Accreditation.Role

# What one is called, may do and may not do in parts that both demonstrations have.
ADMINISTRATOR = (
    gettext_noop("Member’s administrator"),
    gettext_noop("Accredits the member’s own people, invites them, ends their accreditation."),
    gettext_noop("Cannot touch another member’s people."),
)
OFFICER = (
    gettext_noop("Secretariat officer"),
    gettext_noop("Keeps the list of members, enters the public record, invites members’ administrators."),
    gettext_noop("Cannot read what is not released to the secretariat, nor edit the record."),
)
CO_CHAIR = (
    gettext_noop("Co-chair"),
    gettext_noop("Wears two hats, one at a time: the chair’s and the member’s."),
    gettext_noop("Does not decide for members."),
)
COORDINATOR = (
    gettext_noop("Coordinator"),
    gettext_noop("Briefs on developments on the ground; proposes next steps."),
    gettext_noop("An office: reads only what is released to it."),
)
HEAD = (
    gettext_noop("Head of delegation"),
    gettext_noop("Reads what is released to the member, heads’ items too; remarks, and decides to whom."),
    gettext_noop("Cannot see, count or infer the rest."),
)
WIDENING_HEAD = (
    gettext_noop("Head of delegation"),
    gettext_noop("Sets the member’s usual release; widens what the member has put in."),
    gettext_noop("Cannot touch another member’s items."),
)
ADVISER = (
    gettext_noop("Adviser"),
    gettext_noop("Reads what is released to the member; remarks on reviews."),
    gettext_noop("Cannot see, count or infer the rest."),
)


@dataclass(frozen=True)
class Part:
    """One person of the cast: for whom, in which roles, and what one can do and not do in this part."""

    slug: str
    name: Words
    hats: tuple[tuple[str, str], ...]  # (member's code, role); the first is the one that is worn on entering.
    title: str
    may: str
    may_not: str = ""

    @property
    def email(self) -> str:
        """The address of an account that nobody can sign in to by password."""
        return f"{self.slug}@{DOMAIN}"

    @property
    def member(self) -> str:
        """The code of the member whose hat is worn on entering."""
        return self.hats[0][0]


@dataclass(frozen=True)
class Demonstration:
    """A house that opens furnished: its record, the people to enter as, and the one remark that it opens on."""

    file: Path
    profile: str
    cast: tuple[Part, ...]
    since: date
    invented: bool  # Whether its record is an exercise, too.
    note: Words
    note_on: date  # The day of the review that is remarked on.
    note_to: tuple[str, ...]
    age: timedelta = timedelta()  # How long before it opens it was founded.

    @property
    def officer(self) -> Part:
        """The first officer, who is there before anybody can be invited."""
        return next(one for one in self.cast if one.member == offices.SECRETARIAT)


def found_demonstration(of: Demonstration, name: Words, about: Words | None, founded_on: date) -> founding.Founder:
    """Found the coalition of a demonstration, with its cast's secretariat officer as its first."""
    return founding.found(
        name=name,
        about=about,
        founded_on=founded_on,
        officer=of.officer.name,
        email=of.officer.email,
        demonstration=True,
        invented=of.invented,
        profile=of.profile,
    )


def found_empty(officer: Part) -> founding.Founder:
    """An empty house to try founding in: an exercise that waits for its secretariat officer."""
    return founding.found(officer=officer.name, email=officer.email, demonstration=True, invented=True, profile=None)


def engage_cast(of: Demonstration, founder: founding.Founder) -> None:
    """Bring the cast in by the same acts as real people: invited, accepted, each under its own hat."""
    for one in sorted(of.cast, key=_keepers_first):
        account, _made = Account.objects.get_or_create(email=one.email, defaults={"password": "!"})
        for code, role in one.hats:
            if (code, one.email) != (offices.SECRETARIAT, of.officer.email):
                _Engaging(of, founder).engage(one, account, code, role)


def _keepers_first(one: Part) -> bool:
    return one.hats[0][1] not in (ROLE.ADMINISTRATOR, ROLE.OFFICER)


@dataclass(frozen=True)
class _Engaging:
    """How one demonstration's people come in."""

    of: Demonstration
    founder: founding.Founder

    def engage(self, one: Part, account: Account, code: str, role: str) -> None:
        """Accredit a person in one role: officers and administrators by the secretariat, others by their own keeper."""
        keeper = token_for(self.founder.account, self.founder.accreditation)
        with acting_as(keeper):
            member = Member.objects.get(code=code)
        if role not in (ROLE.OFFICER, ROLE.ADMINISTRATOR):
            keeper = self._keeper_of(member)
        token = commands.new_token()
        with acting_as(keeper):
            accreditation = commands.accredit(
                member=member, name=one.name, role=role, email=one.email, valid_from=self.of.since, token=token
            )
        _accept(token, account, accreditation)

    def _keeper_of(self, member: Member) -> str:
        """The context of a member's administrator, who is invited first where there is none yet."""
        email = f"admin.{member.code.lower()}@{DOMAIN}"
        cast = next((one.email for one in self.of.cast if one.hats == ((member.code, ROLE.ADMINISTRATOR),)), email)
        account, _made = Account.objects.get_or_create(email=cast, defaults={"password": "!"})
        with acting_as(token_for(self.founder.account, self.founder.accreditation)):
            held = Accreditation.objects.filter(member=member, role=ROLE.ADMINISTRATOR, account=account).first()
            token = "" if held else commands.new_token()
            held = held or commands.accredit(
                member=member,
                name=Words.of("en", en="Administrator (exercise)", ar="مسؤول الحسابات (تمرين)"),
                role=ROLE.ADMINISTRATOR,
                email=cast,
                valid_from=self.of.since,
                token=token,
            )
        if token:
            _accept(token, account, held)
        return token_for(account.key, held.key)


def _accept(token: str, account: Account, accreditation: Accreditation) -> None:
    commands.bind(token, account)
    with acting_as(token_for(account.key, accreditation.key)):
        commands.accept(accreditation=accreditation)
