"""The people of a member: accredited and ended by its keepers, seen beside them by the secretariat and the chair."""

import re
import threading
from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.languages.words import Words
from tansiq.members.commands import accredit, end_accreditation, new_token
from tansiq.members.models import Accreditation, Invitation, Session
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db

DALAL = {
    "name_ar": "دلال الساحلي",
    "name_en": "",
    "role": "adviser",
    "email": "dalal@mission.example",
    "valid_from": "٢٢ كانون الثاني/يناير ٢٠١٥",
    "valid_until": "",
}


ABSENT = "00000000-0000-4000-8000-000000000000"


def link_in(page: str) -> str:
    (found,) = re.findall(r'value="(http://[^"]+/invitation/[^"]+)"', page)
    return found


def member(code: str) -> Member:
    return Member.objects.get(code=code)


def accreditation(token: str, **given: object) -> Accreditation:
    with acting_as(token):
        return Accreditation.objects.select_related("audience", "member", "person").get(**given)


def test_a_keeper_accredits_and_is_shown_the_link_once(admin_sh, django_capture_on_commit_callbacks):
    here = client("admin.sh")
    with django_capture_on_commit_callbacks(execute=True):
        answer = here.post(at("accredit"), {**DALAL, "once": "k"})
    page = answer.content.decode()
    assert answer.status_code == 200
    link = link_in(page)
    given = accreditation(admin_sh, role="adviser")
    assert (given.valid_from, given.person.name.plain("ar")) == (date(2015, 1, 22), "دلال الساحلي")
    with acting_as(admin_sh):
        (invitation,) = Invitation.objects.filter(accreditation=given)
    secret = link.rsplit("/", 2)[1]
    assert secret not in invitation.token_digest
    assert "دلال" in here.get(at("my_member")).content.decode()
    assert secret not in here.get(at("my_member")).content.decode()

    (letter,) = mail.outbox
    assert letter.to == ["dalal@mission.example"]
    assert letter.body.count(secret) == 2
    assert ("/ar/invitation/" in letter.body, "/en/invitation/" in letter.body) == (True, True)
    said = letter.subject + letter.body
    assert [word in said for word in ("Sahlan", "سهلان", "دلال", "adviser")] == [False] * 4


def test_the_same_form_sent_twice_is_one_act_with_one_link(admin_sh):
    here = client("admin.sh")
    links = {link_in(here.post(at("accredit"), {**DALAL, "once": "k"}).content.decode()) for _time in range(2)}
    assert len(links) == 1
    with acting_as(admin_sh):
        assert Accreditation.objects.filter(role="adviser").count() == 1
        assert Entry.objects.filter(kind="accreditation.given", owner__code="SH").count() == 3  # Two in the template.
    assert here.post(at("accredit"), {**DALAL, "role": "head", "once": "k"}).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"name_ar": "", "name_en": ""},
        {"name_en": "D\u0430lal"},
        {"name_ar": "Dalal"},
        {"name_ar": "دلا\u202eل"},
        {"name_ar": "د" * 200},
        {"role": "officer"},
        {"role": "king"},
        {"email": "dalal@mission.example\r\nBcc: x@y.example"},
        {"email": "d" * 320 + "@mission.example"},
        {"email": "dalal"},
        {"valid_from": "30 February 2015"},
        {"valid_from": "0000"},
        {"valid_from": "1/2/2015"},
        {"valid_from": "2015"},
        {"valid_from": "x" * 500},
        {"valid_until": "2014-01-01"},
        {"valid_until": "9999-12-31T23:59:60"},
        {"name_en": "Dal\x00al"},
        {"owner": "WA"},
        {"member": "WA"},
        {"account": "1"},
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_stored(wrong, admin_sh):
    answer = client("admin.sh").post(at("accredit"), {**DALAL, **wrong})
    assert answer.status_code == 400
    with acting_as(admin_sh):
        assert Accreditation.objects.filter(role="adviser").count() == 0


def test_an_inviter_learns_nothing_of_the_address(admin_sh):
    """The answer is the same whether nobody, somebody of another member or a colleague has the address."""
    here = client("admin.sh")
    pages = []
    for email in ("nobody@mission.example", "ba@exercise.example", "alif2@exercise.example"):
        page = bare(here.post(at("accredit"), {**DALAL, "email": email}).content)
        pages.append(page.replace(email, "E").replace(link_in(page), "L"))
    assert pages[0] == pages[1] == pages[2]


def test_nobody_else_accredits(alif2, ba, chair, officer, admin_sh):
    for slug in ("alif2", "ba", "chair"):
        assert client(slug).post(at("accredit"), DALAL).status_code == 403
    for slug in ("alif", "chair", "admin.sh"):
        assert client(slug).post(at("member_accredit", "WA"), DALAL).status_code == 404
    given = {"name": Words.of("en", en="D"), "email": "d@d.example", "valid_from": date(2020, 1, 1)}
    for somebody, code, role in (
        (admin_sh, "WA", "adviser"),
        (alif2, "SH", "adviser"),
        (admin_sh, "SH", "officer"),
        (officer, "SH", "head"),
        (officer, "chair", "administrator"),
    ):
        with acting_as(somebody), pytest.raises(PermissionDenied):
            accredit(member=member(code), role=role, token=new_token(), **given)


def test_the_secretariat_invites_administrators_and_officers_only(officer):
    here = client("officer")
    assert here.post(at("member_accredit", "WA"), {**DALAL, "role": "head"}).status_code == 400
    assert here.post(at("member_accredit", "WA"), {**DALAL, "role": "administrator"}).status_code == 200
    assert here.post(at("member_accredit", "chair"), {**DALAL, "role": "officer"}).status_code == 200
    assert here.post(at("accredit"), {**DALAL, "role": "officer"}).status_code == 200
    assert here.post(at("member_accredit", "XX"), DALAL).status_code == 404


def test_a_members_people_are_seen_by_its_own_the_secretariat_and_the_chair(admin_sh):
    client("admin.sh").post(at("accredit"), DALAL)
    for slug, sees in (("admin.sh", True), ("alif2", True), ("officer", True), ("chair", True)):
        assert (slug, "دلال" in client(slug).get(at("member", "SH", language="ar")).content.decode()) == (slug, sees)
    for slug in ("ba", "jim", "coordinator", ""):
        for name, args in (("member", ["SH"]), ("members", []), ("record", []), ("home", [])):
            page = client(slug).get(at(name, *args, language="ar")).content.decode()
            assert (slug, name, "دلال" in page) == (slug, name, False)
        assert "People" not in client(slug).get(at("member", "SH")).content.decode()
    assert "dalal@" not in client("officer").get(at("member", "SH")).content.decode()


def test_an_administrator_cannot_touch_another_members_people(ba, admin_sh):
    theirs = accreditation(ba, role="alternate", member__code="WA")
    here = client("admin.sh")
    absent = here.get(at("accreditation_end", ABSENT))
    hidden = here.get(at("accreditation_end", theirs.pk))
    assert (absent.status_code, hidden.status_code) == (404, 404)
    assert bare(hidden.content).replace(str(theirs.pk), ABSENT) == bare(absent.content)
    assert here.post(at("accreditation_end", theirs.pk), {"version": 1}).status_code == 404
    with acting_as(admin_sh), pytest.raises(PermissionDenied):
        end_accreditation(accreditation=theirs, version=1)
    own = accreditation(admin_sh, role="alternate")
    assert here.post(at("accreditation_end", own.pk), {"version": 1, "key": str(theirs.pk)}).status_code == 400
    assert accreditation(ba, pk=theirs.pk).ended_at is None


def test_ending_is_for_the_keepers_alone(alif, alif2, officer, chair):
    head = accreditation(alif, role="head")
    for somebody in (alif2, chair, officer):
        with acting_as(somebody), pytest.raises(PermissionDenied):
            end_accreditation(accreditation=head, version=head.version)
    administrator = accreditation(officer, role="administrator", member__code="SH")
    with acting_as(officer):
        end_accreditation(accreditation=administrator, version=administrator.version)
        administrator.refresh_from_db()
        assert administrator.ended_at is not None


def test_ending_closes_every_sign_in_within_one_request(alif):
    here, there = client("alif2"), client("alif2")
    assert (here.get(at("my_member")).status_code, there.get(at("my_member")).status_code) == (200, 200)
    theirs = accreditation(alif, role="alternate")
    keeper = client("alif")
    assert keeper.post(at("accreditation_end", theirs.pk), {"version": 7}).status_code == 409
    assert keeper.post(at("accreditation_end", theirs.pk), {"version": theirs.version}).status_code == 302
    assert Session.objects.filter(account=theirs.account).count() == 0
    for device in (here, there):
        assert device.get(at("my_member")).status_code == 302
        assert "alternate" not in device.get(at("home")).content.decode()
    assert client("alif2").get(at("my_member")).status_code == 302  # Even a new sign-in finds no hat.
    assert keeper.post(at("accreditation_end", theirs.pk), {"version": theirs.version}).status_code == 404
    with acting_as(public_token()):
        assert Entry.objects.filter(kind="accreditation.ended").count() == 0


def test_an_accreditation_ends_by_itself_on_its_day(admin_sh):
    given = {"name": Words.of("en", en="D"), "email": "d@d.example", "role": "adviser", "token": new_token()}
    with acting_as(admin_sh):
        accredit(member=member("SH"), valid_from=date(2026, 1, 1), valid_until=date(2026, 6, 7), **given)
    assert "1 January to 7 June 2026" in client("admin.sh").get(at("my_member")).content.decode()


def test_more_people_need_no_more_queries(admin_sh):
    counts = []
    for many in (1, 3):
        for number in range(many):
            client("admin.sh").post(at("accredit"), {**DALAL, "email": f"d{many}{number}@mission.example"})
        here = client("admin.sh")
        here.get(at("my_member"))
        with CaptureQueriesContext(connection) as counted:
            here.get(at("my_member"))
        counts.append(len(counted))
    assert counts == [14, 14]


def test_a_letter_lies_where_the_program_alone_reads_it(tmp_path, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    with django_capture_on_commit_callbacks(execute=True):
        client("admin.sh").post(at("accredit"), DALAL)
    assert (tmp_path / "outbox").stat().st_mode & 0o777 == 0o700
    assert len(list((tmp_path / "outbox").iterdir())) == 1


def test_a_letter_goes_to_the_server_without_anybody_waiting(settings, monkeypatch, django_capture_on_commit_callbacks):
    settings.EMAIL_HOST = "mail.example"
    held = threading.Event()
    sent: list[str] = []

    def slow(letter):
        assert held.wait(10)
        sent.extend(letter.to)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", slow)
    with django_capture_on_commit_callbacks(execute=True):
        assert client("admin.sh").post(at("accredit"), DALAL).status_code == 200
    assert sent == []
    held.set()
    (letter,) = [one for one in threading.enumerate() if one.name == "letter"] or [None]
    if letter:
        letter.join(10)
    assert sent == ["dalal@mission.example"]
