"""A small invented coalition: three members, the offices, one body, one review, one source."""

from datetime import date

from django.db import transaction

from tansiq.cycle import demonstration
from tansiq.finding.commands import gather
from tansiq.finding.models import Findable
from tansiq.languages.words import Words
from tansiq.members import commands, founding
from tansiq.members.models import Account, Accreditation, Body, Person
from tansiq.release.acting import acting_as, token_for
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.models import Review, Series
from tansiq.sources.models import Source

ROLE = Accreditation.Role
MEMBERS = {
    "SH": Words.of("en", en="Sahlan", ar="سهلان"),
    "WA": Words.of("en", en="Wadina", ar="وادينا"),
    "NW": Words.of("en", en="Nawras", ar="نورس"),
}
# slug → (member, role). The administrators first: they accredit the others.
PEOPLE = {
    "chair": ("chair", ROLE.OFFICER),
    "coordinator": ("coordinator", ROLE.OFFICER),
    "admin.sh": ("SH", ROLE.ADMINISTRATOR),
    "admin.wa": ("WA", ROLE.ADMINISTRATOR),
    "admin.nw": ("NW", ROLE.ADMINISTRATOR),
    "alif": ("SH", ROLE.HEAD),
    "alif2": ("SH", ROLE.ALTERNATE),
    "ba": ("WA", ROLE.ALTERNATE),
    "jim": ("NW", ROLE.ALTERNATE),
}


def furnish() -> None:
    """Found it and bring its people in, by the same acts as a real house."""
    founder = founding.found(
        name=Words.of("en", en="Small coalition", ar="تحالف صغير"),
        about=None,
        founded_on=date(2014, 9, 10),
        officer=Words.of("en", en="Officer", ar="موظف"),
        email="officer@test.example",
        demonstration=True,
    )
    with transaction.atomic():
        with acting_as(token_for(founder.account, founder.accreditation)):
            for code, name in MEMBERS.items():
                commands.admit_member(code=code, kind="state", name=name, joined_on=date(2014, 9, 10))
            _matter()
        tokens: dict[str, str] = {}
        for slug, (code, role) in PEOPLE.items():
            keeper = tokens.get(f"admin.{code.lower()}") or token_for(founder.account, founder.accreditation)
            account = Account.objects.create(email=f"{slug}@{demonstration.DOMAIN}", password="!")
            secret = commands.new_token()
            with acting_as(keeper):
                given = commands.accredit(
                    member=Member.objects.get(code=code),
                    name=Words.of("en", en=slug),
                    role=role,
                    email=account.email,
                    valid_from=date(2014, 9, 10),
                    token=secret,
                )
            commands.bind(secret, account)
            tokens[slug] = token_for(account.key, given.key)
            with acting_as(tokens[slug]):
                commands.accept(accreditation=given)


def _matter() -> None:
    """A source, a body, a review and a series that everybody reads."""
    given = commands.ownership(audience_of({PUBLIC}))
    Source.objects.create(
        publisher=Words.of("en", en="A paper"), kind="media", language="en", url="https://a.example/1", **given
    )
    Person.objects.create(name=Words.of("en", en="A Minister", ar="وزير"), **given)
    body = Body.objects.create(
        name=Words.of("en", en="Small group", ar="المجموعة المصغرة"), kind="small_group", **given
    )
    Review.objects.create(
        body=body,
        title=Words.of("en", en="First review", ar="الاستعراض الأول"),
        starts_on=date(2015, 1, 22),
        ends_on=date(2015, 1, 22),
        level="ministers",
        mode="in_person",
        **given,
    )
    Series.objects.create(
        body=body,
        name=Words.of("en", en="Taking stock", ar="جرد الأحوال"),
        level="ministers",
        first_on=date(2015, 1, 22),
        every=6,
        unit="months",
        hedged=True,
        **given,
    )
    for model in (Source, Person, Body, Review):
        gather(model, list(model.objects.exclude(pk__in=Findable.objects.values("pk")).values_list("pk", flat=True)))
