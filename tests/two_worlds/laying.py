"""Lays the ground of the worlds: the small coalition, a little more to read, and a clock that can be set."""

import re
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from tansiq.cycle.loading.commands import load_record
from tansiq.cycle.notices.choosing import own_choice, stop_link
from tansiq.cycle.notices.outbox import prepare_mail
from tansiq.efforts.commands.attesting import set_milestone
from tansiq.efforts.commands.defining import Definition, define_measure
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.models import Figure, Measure
from tansiq.finding.commands import gather
from tansiq.finding.models import Findable
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.members import commands, hats
from tansiq.members.models import Account, Accreditation, Body, Person, Seat
from tansiq.press.models import Statement
from tansiq.release.acting import acting_as, token_for
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reports.models import Asked, Call
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Participation, Phase, Review, ReviewSource, Subject
from tansiq.sources.models import Source
from tests.two_worlds import (
    advising,
    assessing,
    developing,
    giving,
    hosting,
    minuting,
    planning,
    reporting,
    risking,
    silencing,
    tasking,
    texting,
)
from tests.two_worlds.ground import INVITED, Ground
from tests.two_worlds.nursery import Nursery
from tests.two_worlds.record_files import octets, public_file
from tests.two_worlds.still import Still
from tests.world import INSTANT, Cluster

Role = Accreditation.Role
TEMPLATE = "two_worlds"
NOW = f"""CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT coalesce(nullif(current_setting('worlds.now', true), '')::timestamptz, timestamptz '{INSTANT}')$fn$"""


def make(cluster: Cluster, still: Still) -> Ground:
    """Make the template out of the small coalition."""
    cluster.clone("small", TEMPLATE)
    with cluster.admin(TEMPLATE) as admin:
        admin.execute(f"SET ROLE tansiq_owner; {NOW}")
    cluster.use(TEMPLATE)
    still.begin(0, "ground")
    ground = Ground(cluster, still, Nursery(cluster, TEMPLATE))
    _know(ground)
    with acting_as(ground.token("officer")), transaction.atomic():
        _matter()
        load_record(content=octets(public_file()), name="public.json")
        _measure()
        _note(ground)
    _second_hat(ground)
    _call(ground)
    _invite(ground)
    _know(ground)
    reporting.lay(ground)
    minuting.lay(ground)
    planning.lay(ground)
    giving.lay(ground)
    texting.lay(ground)
    for slug in ("jim", "officer"):
        with acting_as(ground.token(slug)), transaction.atomic():
            said = Words.of("en", en=f"Said before, by {slug}.")
            make_remark(review=Review.objects.get(pk=ground.reviews[1]), text=said, readers=[])
            if slug == "jim":
                risking.foretold(ground)
            if slug == "officer":
                assessing.lay(ground)
                risking.lay(ground)
                risking.came(ground)
                developing.lay(ground)
    silencing.lay(ground)
    tasking.lay(ground)
    hosting.lay(ground)
    developing.lay_briefing(ground)
    advising.lay(ground)
    tasking.lay_lesson(ground)
    with acting_as(ground.token("jim")), transaction.atomic():
        ground.stop = stop_link(own_choice()).rstrip("/").rpartition("/")[2]
    connection.close()
    return ground


def _know(ground: Ground) -> None:
    """Note who is there."""
    for account in Account.objects.order_by("key"):
        slug = re.sub(r"@.*", "", account.email)
        ground.accounts[slug] = account
        ground.hats[slug] = [hat.accreditation for hat in hats.hats_of(account.key)]
    with acting_as(ground.token("officer")), transaction.atomic():
        ground.readers = {"public": PUBLIC} | {member.code: member.reader for member in Member.objects.all()}


def _note(ground: Ground) -> None:
    """Note keys of what everybody reads."""
    ground.reviews = list(Review.objects.filter(level="ministers").order_by("starts_on").values_list("pk", flat=True))
    ground.loaded = {
        "measure": Measure.objects.get(name__words__en="A stock").pk,
        "milestone": Milestone.objects.get().pk,
        "loaded": Review.objects.filter(level="experts").earliest("starts_on").pk,
        "source": Source.objects.get(kind="official").pk,
        "statement": Statement.objects.get(text__words__en="The river will rise.").pk,
        "body": Body.objects.get(kind="plenary").pk,
    }


def _matter() -> None:
    """A second review with chairs, a seat, sources and statements: something to read on every page."""
    public = commands.ownership(audience_of({PUBLIC}))
    body, person, source = Body.objects.get(), Person.objects.get(name__words__en="A Minister"), Source.objects.get()
    second = Review.objects.create(
        body=body,
        title=Words.of("ar", ar="الاستعراض الثاني"),
        starts_on=date(2015, 6, 2),
        ends_on=date(2015, 6, 2),
        level="ministers",
        mode="virtual",
        **public,
    )
    wadina = Member.objects.get(code="WA")
    Seat.objects.create(body=body, member=wadina, role="member", starts_on=date(2014, 9, 10), **public)
    for place, (part, member) in enumerate((("chair", wadina), ("present", Member.objects.get(code="SH")))):
        Participation.objects.create(review=second, member=member, part=part, person=person, place=place, **public)
    ReviewSource.objects.create(review=second, source=source, **public)
    Phase.objects.create(review=second, step=Phase.Step.PLANNED, **public)
    for place, kind in enumerate(("fact", "plan", "risk")):
        Statement.objects.create(
            review=second,
            speaker=person,
            kind=kind,
            text=Words.of("en", en=f"Said in the second review, {kind}."),
            source=source,
            report=source,
            starts_on=date(2015, 6, 2),
            place=place,
            **public,
        )
    for model in (Review, Participation, Statement):
        gather(model, list(model.objects.exclude(pk__in=Findable.objects.values("pk")).values_list("pk", flat=True)))


def _measure() -> None:
    """A measure of the secretariat's with a figure of its own, a share, and a milestone that it attests itself."""
    public = commands.ownership(audience_of({PUBLIC}))
    if not Subject.objects.filter(code="military").exists():
        Subject.objects.create(code="military", name=Words.of("en", en="Operations"), is_line=True, **public)
    asked = {"line": "military", "role": "output", "direction": "up", "pools": "none"}
    for kind, given in (("share", {"base": Words.of("en", en="of all")}), ("stock", {"unit": Unit("en", {"en": "x"})})):
        name = Words.of("en", en=f"A {kind}")
        measure = define_measure(definition=Definition(kind=kind, name=name, **asked, **given), readers=[PUBLIC])
    day = {"as_of_precision": "day", "stated_precision": "day", "qualifier": "none_stated"}
    on = dict.fromkeys(("as_of_from", "as_of_until", "stated_from", "stated_until"), date(2026, 6, 1))
    said = {"source": Source.objects.get(publisher__words__en="A paper"), "speaker_label": Words.of("en", en="All")}
    Figure.objects.create(measure=measure, value=100, **said, **day, **on, **public)
    set_milestone(
        line="military",
        measure=measure,
        what=Words.of("en", en="Halted"),
        doer=Member.objects.get(code="SH"),
        doer_name=None,
        ready_for=None,
        attester=Member.objects.get(code="secretariat"),
        expected_on=date(2026, 6, 1),
        readers=[PUBLIC],
    )


def _call(ground: Ground) -> None:
    """A call for reports that is due: who has not answered, the secretariat sees, and may close it."""
    with acting_as(ground.token("officer")), transaction.atomic():
        office = Member.objects.get(code="secretariat")  # It answers no call: it makes them.
        given = commands.ownership(audience_of(one.reader for one in Member.objects.all()))
        body = Body.objects.create(name=Words.of("en", en="Reporting group"), kind="working_group", **given)
        ground.loaded["few"] = body.pk
        call = Call.objects.create(
            body=body,
            title=Words.of("en", en="Reports of May", ar="تقارير أيار"),
            period_from=date(2026, 5, 1),
            period_until=date(2026, 5, 31),
            due_at=datetime.fromisoformat(INSTANT) - timedelta(hours=1),
            way=Call.Way.ACCEPTANCE,
            **given,
        )
        measure = Measure.objects.order_by("key").first()
        Asked.objects.create(call=call, measure=measure, member=office, **given)
        ground.loaded["call"] = call.pk
        prepare_mail(call=_another(call), subject=call.title, text=call.title)


def _another(call: Call) -> Call:
    """A second call, about which a letter lies in the outbox."""
    named = {name: getattr(call, name) for name in ("body", "title", "period_from", "period_until", "due_at", "way")}
    return Call.objects.create(**named, **commands.ownership(call.audience))


def _second_hat(ground: Ground) -> None:
    """Dal leads Wadina's delegation and holds the chair: one person, two hats."""
    account = Account.objects.create(email="dal@exercise.example", password="!")
    for keeper, code, role in (("admin.wa", "WA", Role.HEAD), ("officer", "chair", Role.OFFICER)):
        given = _accredit(ground, keeper, code=code, role=role, email=account.email, token=code)
        commands.bind(code, account)
        with acting_as(token_for(account.key, given.key)), transaction.atomic():
            commands.accept(accreditation=given)


def _invite(ground: Ground) -> None:
    """Nawras has invited a guest, who has not answered yet."""
    _accredit(ground, "admin.nw", code="NW", role=Role.ADVISER, email="guest@one.example", token=INVITED)


def _accredit(ground: Ground, keeper: str, *, code: str, role: str, email: str, token: str) -> Accreditation:
    with acting_as(ground.token(keeper)), transaction.atomic():
        return commands.accredit(
            member=Member.objects.get(code=code),
            name=Words.of("en", en="Somebody"),
            role=role,
            email=email,
            valid_from=date(2014, 9, 10),
            token=token,
        )
