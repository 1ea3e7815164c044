"""Guests of one session: each reads what is shown to it by name, until the session ends, and is no member anywhere."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import translation

from tansiq.finding.models import Findable
from tansiq.members import hats
from tansiq.members.circles import with_members
from tansiq.members.commands import bind
from tansiq.members.models import Account, Coalition, GuestInvitation, Session
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting, acting_as, now_acting, token_for
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Audience, Guest, Member, Releasable
from tansiq.release.queries import everyone, named_readers
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tansiq.reviews.attending import register_for
from tansiq.reviews.commands import make_remark
from tansiq.reviews.guests.commands import invite_guest, show_to
from tansiq.reviews.guests.queries import Shown, guests, shown_to, to_show
from tansiq.reviews.models import Participation, Remark, Review
from tansiq.reviews.phases import enter_phase
from tests.reviews.hosting import NOW, SAID, SOON, came, end, invited, show
from tests.reviews.setting import change, found, put
from tests.reviews.test_phases import opened
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    return opened(secretariat, codes=["SH", "WA"], invited_only=True)


def remark(review, slug="alif", words="The crossing is closed.", to=()):
    with acting_as(token(slug)):
        return make_remark(review=review, text=en(words), readers=readers(*to))


def test_a_guest_is_a_reader_of_its_own_and_no_member(review):
    visitor = came(review)
    assert visitor.guest.reader < 0
    with acting_as(visitor.token):
        who = now_acting()
        assert (who.kind, who.hat, who.member, who.code) == ("guest", "guest", None, None)
        assert who.readers == (PUBLIC, visitor.guest.reader)
        with pytest.raises(PermissionDenied):
            acting()


def test_what_is_open_to_all_members_it_does_not_read(review):
    before = came(review, email="before@agency.example")
    put(review, "Relief", "SH", "WA", "chair", "secretariat")
    put(review, "The whole circle")
    remark(review, to=("SH", "WA", "chair", "secretariat"))
    with acting_as(token("officer")):
        enter_phase(review=review, step="reporting")
    after = came(review)
    for visitor in (before, after):
        with acting_as(visitor.token):
            for model in apps.get_app_config("tansiq").get_models():
                if issubclass(model, Releasable):
                    rows = list(model.objects.exclude(audience=audience_id(PUBLIC)))
                    own = {Guest: [visitor.guest], GuestInvitation: list(visitor.guest.invitations.all())}
                    assert rows == own.get(model, []), model
            assert not Review.objects.filter(pk=review.pk).exists()
            assert not Entry.objects.exclude(audience=audience_id(PUBLIC)).exists()


def audience_id(*wanted):
    return next(one.pk for one in Audience.objects.all() if one.readers == [*wanted])


def test_it_reads_what_is_shown_to_it_by_name_and_what_stands_of_it(review):
    visitor, other = came(review), came(review, email="other@agency.example")
    item = put(review, "Relief", "SH", "chair", "secretariat")
    change(item, "Relief and roads")
    told, kept = remark(review), remark(review, words="For us alone.")
    show(visitor.guest, "officer", item.pk)
    show(visitor.guest, "alif", told.pk)
    with acting_as(visitor.token):
        assert [one.title.plain() for one in shown_to(visitor.guest)] == ["Relief and roads", "The crossing is closed."]
        assert not Remark.objects.filter(pk=kept.pk).exists()
        assert Findable.objects.filter(pk=told.pk).exists()  # Found as it is released.
    with acting_as(other.token):
        assert shown_to(other.guest) == []
    with acting_as(token("alif")):
        assert named_readers(AgendaItem.objects.get(pk=item.pk).audience)[-1] == f"guest/{visitor.guest.pk}"
        assert Entry.objects.filter(kind="guest.shown").count() == 2


def test_what_is_said_of_an_item_later_the_guest_reads_too(review):
    visitor, item = came(review), put(review, "Relief")
    show(visitor.guest, "officer", item.pk)
    change(item, "Relief and roads")
    with acting_as(visitor.token):
        assert [one.title.plain() for one in shown_to(visitor.guest)] == ["Relief and roads"]


def test_an_item_that_another_office_changed_is_not_shown_half(review):
    visitor, item = came(review), put(review, "Relief")
    change(item, "Relief and roads", "chair")
    with pytest.raises(ValidationError, match="Another office has changed the item “Relief and roads”"):
        show(visitor.guest, "officer", item.pk)
    with acting_as(visitor.token):
        assert shown_to(visitor.guest) == []


def test_a_closed_item_stays_closed_whatever_guest_it_is_shown_to(review):
    visitor, item = came(review), put(review, "Relief")
    show(visitor.guest, "officer", item.pk)
    with pytest.raises(ValidationError, match="fewer than the review"):
        change(item, "Relief", kind="closed")


def test_at_the_instant_of_its_end_it_reads_nothing(review):
    visitor = came(review, until_at=NOW + timedelta(seconds=1))
    show(visitor.guest, "alif", remark(review).pk)
    with acting_as(visitor.token):
        assert Remark.objects.count() == 1
        assert Member.objects.exists()
    end(visitor.guest)
    with acting_as(visitor.token):
        assert now_acting() is None
        assert (Remark.objects.count(), Member.objects.count(), Guest.objects.count()) == (0, 0, 0)
    assert hats.hats_of(visitor.account.pk) == []


def test_an_end_that_is_set_anew_holds_and_a_visit_that_is_over_is_not_taken_up(review):
    visitor = came(review)
    end(visitor.guest, SOON + timedelta(hours=1))
    with acting_as(visitor.token):
        assert Guest.objects.get().until_at == SOON + timedelta(hours=1)
    with pytest.raises(ValidationError, match="This time is past"):
        end(visitor.guest, NOW)
    with pytest.raises(PermissionDenied):
        end(visitor.guest, slug="chair")
    visitor.browser().get("/en/visit/")
    assert Session.objects.filter(account=visitor.account).exists()
    end(visitor.guest)
    assert not Session.objects.filter(account=visitor.account).exists()
    with pytest.raises(Stale, match="Invite the guest anew"):
        end(visitor.guest, SOON)
    with pytest.raises(ValidationError, match="Invite the guest anew"):
        show(visitor.guest, "alif", remark(review).pk)


def test_it_does_nothing_neither_by_a_command_nor_past_it(review):
    visitor = came(review)
    told = remark(review)
    show(visitor.guest, "alif", told.pk)
    with acting_as(visitor.token):
        for act in (
            lambda: make_remark(review=review, text=en("Mine."), readers=[PUBLIC]),
            lambda: register_for(review=review, level="experts", who=None),
            lambda: show_to(guest=visitor.guest, shown=[Shown("remark", told)]),
            lambda: invite_guest(review=review, said=SAID, email="a@b.example", until_at=SOON, token="t" * 20),
        ):
            with pytest.raises(PermissionDenied):
                act()
        for past in (
            lambda: audience_of([visitor.guest.reader]),
            lambda: Remark.objects.create(
                review=review, text=en("Mine."), owner_id=told.owner_id, audience_id=audience_id(PUBLIC), created_at=NOW
            ),
            lambda: Guest.objects.filter(pk=visitor.guest.pk).update(until_at=SOON + timedelta(days=9)) or refuse(),
            lambda: Remark.objects.filter(pk=told.pk).update(text=en("Mine.")) or refuse(),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                past()


def refuse():
    raise ProgrammingError("no row was changed")


def test_no_list_count_or_circle_of_members_holds_a_guest(review):
    with acting_as(token("jim")):
        before, rows = list(everyone()), Member.objects.count()
    visitor = came(review)
    with acting_as(token("officer")):
        assert (list(everyone()), Member.objects.count()) == (before, rows)
        for _circle, of in with_members(Coalition.objects.get(), everyone().values()):
            assert all(isinstance(one, Member) for one in of)
    with acting_as(token("officer")):
        part = Participation.objects.get(visitor=visitor.guest)
        assert (part.member, part.part) == (None, "guest")


def test_a_guest_is_named_by_those_alone_who_read_of_it(review, secretariat):
    guest, _secret = invited(review)
    with acting_as(token("alif")):
        assert list(guests()) == [guest]
        audience_of([guest.reader, *readers("SH")])
    with acting_as(token("jim")):
        assert list(guests()) == []
        with pytest.raises(Exception, match="known readers"), transaction.atomic():
            audience_of([guest.reader, *readers("NW")])


def test_only_the_offices_invite_and_only_ahead(review):
    for slug in ("alif", "coordinator"):
        with pytest.raises(PermissionDenied):
            invited(review, slug)
    with pytest.raises(ValidationError, match="over before it begins"):
        invited(review, until_at=NOW)
    guest, _secret = invited(review, "chair")
    with acting_as(token("alif")):
        kinds = Entry.objects.filter(item=guest.pk).values_list("kind", flat=True)
        assert list(kinds) == ["guest.invited"]
    with acting_as(token("jim")):
        assert not Entry.objects.filter(kind__startswith="guest").exists()


def test_one_shows_what_is_ones_own_at_the_guests_review_alone(review, secretariat):
    invited(review)
    elsewhere = remark(secretariat.first(), to=("secretariat",))
    theirs = remark(review, "ba", to=("SH", "secretariat"))
    with acting_as(token("alif")):
        guest = guests().get()
        assert to_show(guest) == []
        for one in (elsewhere, theirs):
            with pytest.raises(PermissionDenied):
                show_to(guest=guest, shown=[Shown("remark", Remark.objects.select_related("audience").get(pk=one.pk))])
        with pytest.raises(ValidationError, match="Choose what"):
            show_to(guest=guest, shown=[])


def test_an_invitation_opens_until_the_end_of_the_visit_and_once(review):
    guest, secret = invited(review)
    account = Account.objects.create(email="x@agency.example", password="!")
    assert bind("forged", account) is None
    bound = bind(secret, account)
    assert [(hat.accreditation, hat.member, hat.role) for hat in hats.hats_of(account.pk)] == [(bound, None, "guest")]
    assert bind(secret, Account.objects.create(email="y@agency.example", password="!")) is None
    late, other = invited(review)
    end(late)
    assert bind(other, account) is None
    with acting_as(token_for(account.pk, bound)):
        assert Guest.objects.get() == guest


def test_what_is_shown_stays_with_all_who_read_it(review):
    """PostgreSQL widens items, what was said of them, and documents; it narrows none."""
    visitor, item = came(review), put(review, "Relief")
    change(item, "Relief and roads")
    said = found(item).said[0]
    show(visitor.guest, "officer", item.pk)
    with acting_as(token("officer")):
        narrow = audience_of(readers("secretariat"))
        for model, row in ((AgendaItem, item), (AgendaChange, said)):
            with pytest.raises(IntegrityError), transaction.atomic():
                model.objects.filter(pk=row.pk).update(audience=narrow)


def test_of_two_guests_no_number_tells_of_the_other(review):
    """Numbers are drawn by chance: none is the next after another's."""
    numbers = {invited(review)[0].reader for _time in range(8)}
    assert len(numbers) == 8
    assert all(one < 0 and one % 2 == 0 and one >= -(2**31) for one in numbers)
    assert len({one - other for one in numbers for other in numbers if one < other}) > 8
