"""A member's demand for a second factor: who makes it, whom it holds back, and whom it never locks out."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, connection, transaction

from tansiq import clock
from tansiq.members import demands
from tansiq.members.models import Account, FactorDemand
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.members.telephone import shown
from tests.pages import text
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def with_a_factor(slug: str) -> Account:
    account = Account.objects.get(email__startswith=f"{slug}@")
    Authenticator.objects.create(user=account, type="webauthn", data={"name": "key"}, created_at=clock.now())
    return account


def lately(slug: str):
    """Somebody who has signed in just now."""
    here = client(slug)
    session = here.session
    session["confirmed"] = clock.now().isoformat()
    session.save()
    return here


def decide(here, version: str = ""):
    page = here.get(at("second_factor")).content.decode()
    held = re.search(r'name="version" value="(\d+)"', page)[1]
    return here.post(at("second_factor"), {"version": version or held})


def test_an_administrator_demands_it_and_whoever_has_none_is_led_to_set_one_up(admin_sh):
    with_a_factor("admin.sh")
    without, other, administrator = client("alif2"), client("jim"), lately("admin.sh")
    assert without.get(at("home")).status_code == 200
    assert decide(administrator)["Location"] == at("my_member")
    assert without.get(at("my_member"))["Location"].startswith(at("enter"))  # Its sign-in has closed.
    again = client("alif2")
    for name in ("home", "my_member", "my_items", "reviews", "record"):
        answer = again.get(at(name))
        assert (name, answer.status_code, answer["Location"]) == (name, 302, at("mfa_index"))
    assert again.post(at("session_close"), {"session": "x"}).status_code == 400  # It may close its sign-ins.
    assert again.get("/en/nothing-here/")["Location"] == at("mfa_index")
    assert "Sahlan demands a second factor" in text(again.get(at("mfa_index")))
    for name in ("mfa_activate_totp", "mfa_add_webauthn", "hat", "account_logout"):
        assert (name, again.get(at(name)).status_code) == (name, 200)
    assert administrator.get(at("home")).status_code == other.get(at("home")).status_code == 200


def test_whoever_has_set_one_up_goes_on(admin_sh):
    decide(client("admin.sh"))
    here = client("alif2")
    page = here.get(at("mfa_activate_totp")).content.decode()
    secret, signed = re.search(r"<code>(\w+)</code>", page)[1], re.search(r'name="secret" value="([^"]+)"', page)[1]
    assert here.post(at("mfa_activate_totp"), {"secret": signed, "code": shown(secret)}).status_code == 302
    assert here.get(at("my_member")).status_code == 200


def test_it_holds_for_whoever_demands_it_too(admin_sh):
    here = lately("admin.sh")
    here.get(at("home"))
    decide(here)
    assert here.get(at("my_member"))["Location"] == at("mfa_index")


def test_it_is_lifted_and_all_pages_open_again(admin_sh):
    with_a_factor("admin.sh")
    administrator = lately("admin.sh")
    decide(administrator)
    here = client("alif2")
    assert here.get(at("home")).status_code == 302
    assert decide(administrator).status_code == 302
    assert here.get(at("home")).status_code == 200
    with acting_as(admin_sh):
        assert [entry.kind for entry in Entry.objects.filter(kind__startswith="second_factor.").order_by("kind")] == [
            "second_factor.demanded",
            "second_factor.lifted",
        ]


def test_the_form_of_yesterday_does_nothing(admin_sh):
    with_a_factor("admin.sh")
    here = lately("admin.sh")
    assert decide(here).status_code == 302
    assert decide(here, version="0").status_code == 409  # It is demanded already.
    assert decide(here).status_code == 302
    assert decide(here, version="1").status_code == 400  # Nothing is demanded any more.
    assert decide(here, version="-1").status_code == 400


def test_the_last_factor_is_not_removed_while_it_is_demanded(admin_sh):
    account = with_a_factor("admin.sh")
    here = lately("admin.sh")
    decide(here)
    address = re.search(r'href="([^"]+/remove/)"', here.get(at("mfa_index")).content.decode())[1]
    answer = here.post(address)
    assert (answer.status_code, "this is your last one" in text(answer)) == (400, True)
    with_a_factor("admin.sh")
    assert here.post(address).status_code == 302
    assert Authenticator.objects.filter(user=account).count() == 1


def test_nobody_else_of_the_member_demands_it_and_nobody_for_another(alif2, chair, officer, ba):
    for slug in ("alif2", "jim", "chair", "coordinator"):
        assert client(slug).get(at("second_factor")).status_code == 403
    for token in (alif2, chair, ba):
        with acting_as(token), pytest.raises(PermissionDenied):
            demands.demand_second_factor()
    with acting_as(officer):
        assert demands.demand_second_factor().owner.code == "secretariat"
        with pytest.raises(Stale):
            demands.demand_second_factor()
    assert client("officer").get(at("home")).status_code == 302
    assert client("chair").get(at("home")).status_code == 200  # Only its own office.


def test_plain_sql_of_an_adviser_neither_demands_nor_lifts_it(admin_sh, alif, alif2, jim):
    with acting_as(admin_sh):
        demand = demands.demand_second_factor()
    lift = "UPDATE tansiq_factordemand SET lifted_at = tansiq.now() WHERE key = %s"
    with acting_as(alif2):
        assert FactorDemand.objects.get() == demand  # Its own people know of it,
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            connection.cursor().execute(lift, [demand.pk])
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            FactorDemand.objects.create(
                owner=demand.owner, said_by=demand.owner, audience=demand.audience, created_at=clock.now()
            )
    with acting_as(jim):
        assert FactorDemand.objects.count() == 0  # and nobody else.
        assert Entry.objects.filter(kind__startswith="second_factor.").count() == 0
    with acting_as(alif):  # The head keeps its people as well.
        demands.lift_demand(demand=demand, version=demand.version)


def test_a_demand_never_closes_the_demonstrations_door(admin_sh):
    with acting_as(admin_sh):
        demands.demand_second_factor()
    here = client()
    session = client("alif2").session
    assert "exercise" not in session
    held = client("alif2")
    changed = held.session
    changed["exercise"] = True
    changed.save()
    assert held.get(at("my_member")).status_code == 200
    assert here.get(at("home")).status_code == 200  # The public reads on.
