"""An invitation: bound to one member, used once, gone after a while, and silent about all else."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.members.commands import accredit, bind, end_accreditation, new_token, record_standing
from tansiq.members.models import Account, Accreditation, Invitation
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
PASSWORD = "seven herons over the marsh"


@pytest.fixture(autouse=True)
def _fast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def invite(keeper: str, email: str = "new@mission.example", code: str = "SH", role: str = "adviser") -> str:
    secret = new_token()
    with acting_as(keeper):
        name = Words.of("en", en="Dalal Newcomer")
        member = Member.objects.get(code=code)
        accredit(member=member, name=name, role=role, email=email, valid_from=date(2020, 1, 1), token=secret)
    return secret


def accepted(keeper: str) -> list[str]:
    """The addresses of a member's advisers who have accepted."""
    with acting_as(keeper):
        rows = Accreditation.objects.filter(role="adviser", account__isnull=False)
        return sorted(Account.objects.filter(pk__in=rows.values("account")).values_list("email", flat=True))


def test_looking_at_it_says_for_whom_and_changes_nothing(admin_sh):
    secret = invite(admin_sh)
    here = client()
    for _time in range(2):
        answer = here.get(at("invitation", secret))
        page = answer.content.decode()
        assert answer.status_code == 200
        assert [word in page for word in ("Sahlan", "adviser", "new@mission.example")] == [True] * 3
        assert "Dalal" not in page
    assert here.head(at("invitation", secret)).status_code == 200
    assert answer["Referrer-Policy"] == "strict-origin"
    assert accepted(admin_sh) == []
    assert "sessionid" not in here.cookies


def test_a_new_person_chooses_a_password_and_is_in(admin_sh):
    secret = invite(admin_sh)
    here = client()
    for weak in ("short", "password1234", "123456789012", "new@mission.example", ""):
        assert here.post(at("invitation", secret), {"password": weak}).status_code == 400
    assert Account.objects.filter(email="new@mission.example").count() == 0
    answer = here.post(at("invitation", secret), {"password": PASSWORD}, headers={"user-agent": "Firefox/1 (Windows)"})
    assert (answer.status_code, answer["Location"]) == (302, at("home"))
    page = here.get(at("my_member")).content.decode()
    assert ("Firefox · Windows" in page, "Sahlan" in page) == (True, True)
    assert accepted(admin_sh) == ["new@mission.example"]
    with acting_as(admin_sh):
        (entry,) = Entry.objects.filter(kind="accreditation.accepted", item__in=_advisers())
        assert entry.owner.code == "SH"
    assert Account.objects.get(email="new@mission.example").check_password(PASSWORD)


def _advisers() -> list:
    return list(Accreditation.objects.filter(role="adviser").values_list("pk", flat=True))


def test_it_works_once_and_sent_twice_it_is_one_act(admin_sh):
    secret = invite(admin_sh)
    here, thief = client(), client()
    assert here.post(at("invitation", secret), {"password": PASSWORD, "once": "k"}).status_code == 302
    assert here.post(at("invitation", secret), {"once": "k"})["Location"] == at("home")
    assert here.get(at("invitation", secret)).status_code == 404
    assert thief.post(at("invitation", secret), {"password": PASSWORD}).status_code == 404
    assert client("ba").post(at("invitation", secret), {}).status_code == 404
    assert accepted(admin_sh) == ["new@mission.example"]


def test_used_expired_ended_and_unknown_ones_are_one_page(admin_sh, monkeypatch):
    used, ended, late, never = invite(admin_sh), invite(admin_sh, "b@b.example"), "", new_token()
    client().post(at("invitation", used), {"password": PASSWORD})
    with acting_as(admin_sh):
        other = Invitation.objects.get(email="b@b.example").accreditation
        end_accreditation(accreditation=other, version=other.version)
    with monkeypatch.context() as patch:
        patch.setattr("tansiq.members.commands.INVITATION_LIFE", timedelta(seconds=-1))
        late = invite(admin_sh, "c@c.example")
    pages = set()
    for secret in (used, ended, late, never, "x"):
        answer = client().get(at("invitation", secret))
        pages.add((answer.status_code, bare(answer.content).replace(f"/{secret}/", "/S/"), answer["Referrer-Policy"]))
        answer = client().post(at("invitation", secret), {"password": PASSWORD})
        assert answer.status_code == 404
    assert len(pages) == 1
    assert pages.pop()[0] == 404


@pytest.mark.parametrize("garbage", ["%00", "a/b", "..%2f..", "%F0%9F%98%80", "a b"])
def test_garbage_is_no_invitation(garbage):
    assert client().get(f"/en/invitation/{garbage}/").status_code == 404


def test_whoever_has_an_account_signs_in_first(admin_sh):
    Account.objects.create(email="new@mission.example", password="!")
    fresh, known = invite(admin_sh, "other@mission.example"), invite(admin_sh)
    pages = [
        bare(client().get(at("invitation", secret)).content).replace(secret, "S").replace(email, "E")
        for secret, email in ((fresh, "other@mission.example"), (known, "new@mission.example"))
    ]
    assert pages[0] == pages[1]
    answer = client().post(at("invitation", known), {"password": PASSWORD})
    assert answer.status_code == 400
    assert "Sign in first" in answer.content.decode()
    assert accepted(admin_sh) == []

    here = client("new")
    assert here.post(at("invitation", known), {}).status_code == 302
    assert accepted(admin_sh) == ["new@mission.example"]


def test_one_person_speaks_for_one_member_and_is_told_so_alone(admin_sh, ba):
    secret = invite(admin_sh)
    here = client("ba")
    answer = here.post(at("invitation", secret), {})
    assert answer.status_code == 400
    assert "You already speak for another member" in answer.content.decode()
    assert accepted(admin_sh) == []
    assert here.get(at("my_member")).status_code == 200  # Still for Wadina, and the request was whole.
    assert "Wadina" not in client("admin.sh").get(at("my_member")).content.decode()
    assert client().post(at("invitation", secret), {"password": PASSWORD}).status_code == 302


@pytest.mark.parametrize("until", [None, date(2026, 6, 8), date(2026, 6, 7)])
def test_whose_accreditation_has_run_out_may_speak_for_another_member(until, admin_sh, officer):
    """Wadina's went until that day; today is 8 June 2026."""
    secret, again = new_token(), invite(admin_sh, "new@mission.example")
    with acting_as(token("admin.wa")):
        name, member = Words.of("en", en="D"), Member.objects.get(code="WA")
        given = {"role": "adviser", "email": "new@mission.example", "valid_from": date(2020, 1, 1)}
        accredit(member=member, name=name, valid_until=until, token=secret, **given)
    account = Account.objects.create(email="new@mission.example", password="!")
    bind(secret, account)
    answer = client("new").post(at("invitation", again), {})
    assert answer.status_code == (302 if until == date(2026, 6, 7) else 400)


def test_whose_member_has_withdrawn_may_speak_for_another(admin_sh, officer, ba):
    secret = invite(admin_sh)
    with acting_as(officer):
        record_standing(member=Member.objects.get(code="WA"), step="withdrawal", on=date(2026, 6, 8))
    assert client("ba").post(at("invitation", secret), {}).status_code == 302


def test_an_office_is_held_beside_a_member(officer, ba):
    secret = invite(officer, code="chair", role="officer")
    here = client("ba")
    assert here.post(at("invitation", secret), {}).status_code == 302
    assert "officer" in here.get(at("home")).content.decode()
    page = here.get(at("hat")).content.decode()
    assert ("Chair" in page, "Wadina" in page) == (True, True)


def test_an_invitation_of_one_member_opens_no_other(admin_sh, alif):
    secret = invite(admin_sh)
    here = client()
    given = {"password": PASSWORD, "member": "WA"}
    assert here.post(at("invitation", secret), given).status_code == 400
    assert here.post(at("invitation", secret), {"password": PASSWORD}).status_code == 302
    assert here.get(at("my_member")).content.decode().count("Wadina") == 0


def test_what_has_not_begun_is_told_and_nothing_has_happened(admin_sh):
    secret = new_token()
    with acting_as(admin_sh):
        given = {"role": "adviser", "email": "new@mission.example", "token": secret, "name": Words.of("en", en="D")}
        own = Member.objects.get(code="SH")
        with pytest.raises(ValidationError):
            accredit(member=own, valid_from=date(2026, 6, 16), **given)
        accredit(member=own, valid_from=date(2026, 6, 15), **given)
    answer = client().post(at("invitation", secret), {"password": PASSWORD})
    assert (answer.status_code, "not valid today" in answer.content.decode()) == (400, True)
    assert Account.objects.filter(email="new@mission.example").count() == 0
    assert client().get(at("invitation", secret)).status_code == 200


def test_binding_is_refused_without_harm_to_the_transaction(admin_sh, ba):
    secret = invite(admin_sh)
    with acting_as(ba), pytest.raises(ValidationError):
        bind(secret, Account.objects.get(email__startswith="ba@"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    assert bind("nonsense", Account.objects.get(email__startswith="ba@")) is None
    with acting_as(admin_sh):
        assert Invitation.objects.get(email="new@mission.example").expires_at > clock.now()
