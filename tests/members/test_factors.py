"""Second factors: set up with what works, asked for after the password, each code once, nothing told by a number."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tansiq import clock
from tansiq.members import challenges, factors
from tansiq.members.models import Account, Session
from tests.members.telephone import shown
from tests.pages import statements, text
from tests.visits import at, client

pytestmark = pytest.mark.django_db
PASSWORD = "seven herons over the marsh"


@pytest.fixture(autouse=True)
def quick(settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    monkeypatch.setattr("tansiq.members.adapter.time.sleep", lambda _seconds: None)


@pytest.fixture
def alifs() -> Account:
    account = Account.objects.get(email__startswith="alif@")
    account.set_password(PASSWORD)
    account.save()
    return account


def sign_in(here: Client, account: Account, **given: str):
    return here.post(at("account_login"), {"login": account.email, "password": PASSWORD, **given})


def second_step(here: Client, code: str):
    return here.post(at("mfa_authenticate"), {"code": code})


def signed_in(account: Account) -> Client:
    here = client()
    assert sign_in(here, account).status_code == 302
    return here


def set_up_app(here: Client, later: int = -1) -> str:
    """Set an app up with the code of the period before, so that those of now and of the next one are left."""
    page = here.get(at("mfa_activate_totp")).content.decode()
    secret, signed = re.search(r"<code>(\w+)</code>", page)[1], re.search(r'name="secret" value="([^"]+)"', page)[1]
    answer = here.post(at("mfa_activate_totp"), {"secret": signed, "code": shown(secret, later)})
    assert (answer.status_code, answer["Location"]) == (302, at("mfa_generate_recovery_codes"))
    return secret


def recovery_codes(here: Client) -> list[str]:
    return re.findall(r"<code>(\d{4} \d{4})</code>", here.post(at("mfa_generate_recovery_codes")).content.decode())


def test_the_telephone_of_these_tests_shows_what_the_standard_says():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [shown(secret, at=at) for at in (59, 1111111109, 2000000000)] == ["287082", "081804", "279037"]


def test_an_app_is_set_up_and_then_asked_for_after_the_password(alifs):
    secret = set_up_app(signed_in(alifs))
    here = client()
    assert sign_in(here, alifs, next=at("members"))["Location"] == at("mfa_authenticate")
    assert here.get(at("my_member")).status_code == 302  # Half signed in is not signed in.
    page = here.get(at("mfa_authenticate"))
    assert (page.status_code, "Your password was right" in text(page)) == (200, True)
    assert second_step(here, shown(secret))["Location"] == at("members")
    assert here.get(at("my_member")).status_code == 200


def test_a_code_holds_once_and_so_does_an_earlier_one(alifs):
    secret = set_up_app(signed_in(alifs))
    for code, status in ((shown(secret, -1), 400), (shown(secret), 302), (shown(secret), 400), (shown(secret, 1), 302)):
        here = client()
        sign_in(here, alifs)
        assert second_step(here, code).status_code == status
    here = client()
    sign_in(here, alifs)
    assert second_step(here, shown(secret)).status_code == 400


@pytest.mark.parametrize("later", [-2, 2])
def test_a_code_of_another_minute_does_not_hold(alifs, later):
    secret = set_up_app(signed_in(alifs))
    here = client()
    sign_in(here, alifs)
    assert second_step(here, shown(secret, later)).status_code == 400


def test_codes_are_read_in_either_scripts_digits_with_spaces(alifs):
    secret = set_up_app(signed_in(alifs))
    code = shown(secret).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    here = client()
    sign_in(here, alifs)
    assert second_step(here, f"{code[:3]} {code[3:]}").status_code == 302


@pytest.mark.parametrize(("language", "words"), [("en", "This code does not hold."), ("ar", "هذا الرمز غير صالح")])
def test_a_wrong_code_is_told_in_the_readers_language(alifs, language, words):
    set_up_app(signed_in(alifs))
    here = client()
    sign_in(here, alifs)
    for wrong in ("000000", "abc", "١٢", "9" * 20):
        answer = here.post(at("mfa_authenticate", language=language), {"code": wrong})
        assert (answer.status_code, words in text(answer)) == (400, True)


def test_whoever_is_half_signed_in_may_begin_anew(alifs):
    set_up_app(signed_in(alifs))
    here = client()
    sign_in(here, alifs)
    assert here.get(at("account_login"))["Location"] == at("mfa_authenticate")
    here.post(at("account_logout"))
    assert here.get(at("account_login")).status_code == 200
    assert here.get(at("mfa_authenticate"))["Location"] == at("account_login")


def test_guessing_codes_is_stopped_at_its_place_and_in_all(alifs):
    secret = set_up_app(signed_in(alifs))
    cache.clear()
    enemy = Client(REMOTE_ADDR="203.0.113.9")
    sign_in(enemy, alifs)
    told = ["too many attempts" in text(second_step(enemy, "000000")) for _time in range(7)]
    assert told == [False] * 5 + [True] * 2
    assert second_step(enemy, shown(secret)).status_code == 400  # Not even with the right one.
    friend = Client(REMOTE_ADDR="198.51.100.7")
    sign_in(friend, alifs)
    assert second_step(friend, shown(secret)).status_code == 302
    for place in range(10):
        enemy = Client(REMOTE_ADDR=f"203.0.113.{place + 20}")
        sign_in(enemy, alifs)
        answers = [second_step(enemy, "000000") for _time in range(5)]
    assert "too many attempts" in text(answers[-1])


def test_recovery_codes_are_shown_once_and_hold_once(alifs):
    here = signed_in(alifs)
    set_up_app(here)
    codes = recovery_codes(here)
    assert (len(codes), len(set(codes))) == (10, 10)
    assert not any(code in here.get(at("mfa_generate_recovery_codes")).content.decode() for code in codes)
    for code, status in ((codes[0], 302), (codes[0], 400), (codes[1].replace(" ", ""), 302)):
        there = client()
        sign_in(there, alifs)
        assert second_step(there, code).status_code == status
    assert "8 are left" in text(here.get(at("mfa_index")))
    fresh = recovery_codes(here)
    there = client()
    sign_in(there, alifs)
    assert second_step(there, codes[2]).status_code == 400
    assert second_step(there, fresh[0]).status_code == 302


def test_recovery_codes_need_a_factor_for_which_they_stand_in(alifs):
    here = signed_in(alifs)
    assert here.post(at("mfa_generate_recovery_codes"))["Location"] == at("mfa_index")
    set_up_app(here)
    recovery_codes(here)
    assert here.post(at("mfa_deactivate_totp")).status_code == 302
    assert Authenticator.objects.filter(user=alifs).count() == 0
    assert sign_in(client(), alifs)["Location"] == at("home")


def test_secrets_lie_sealed(alifs):
    here = signed_in(alifs)
    secret = set_up_app(here)
    codes = recovery_codes(here)
    held = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in held
    assert not any(code.replace(" ", "") in held for code in codes)
    assert decrypt(factors.app_of(alifs.pk).data["secret"]) == secret
    assert secret not in str(list(Session.objects.values_list("session_data", flat=True)))


def test_each_change_is_told_to_its_holder(alifs, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        here = signed_in(alifs)
        set_up_app(here)
        recovery_codes(here)
        here.post(at("mfa_deactivate_totp"))
    assert [letter.to for letter in mail.outbox] == [[alifs.email]] * 3
    for words in ("recovery codes of the account of this address have changed", "رموز استرداد"):
        assert words in mail.outbox[0].body


def test_what_another_house_has_sealed_opens_nothing(alifs, settings):
    here = signed_in(alifs)
    secret = set_up_app(here)
    codes = recovery_codes(here)
    settings.SECRET_KEY = "another house"
    there = client()
    sign_in(there, alifs)
    for code in (shown(secret), codes[0], "000000"):
        assert second_step(there, code).status_code == 400


def test_a_secret_that_the_page_has_not_shown_is_refused(alifs):
    here, other = signed_in(alifs), client("ba")
    signed = re.search(r'name="secret" value="([^"]+)"', other.get(at("mfa_activate_totp")).content.decode())[1]
    for secret in (signed, "GEZDGNBVGY3TQOJQ", "", "x:y:z"):
        answer = here.post(at("mfa_activate_totp"), {"secret": secret, "code": "123456"})
        assert answer.status_code == 400
    assert Authenticator.objects.count() == 0


def test_no_number_tells_how_many_factors_there_are(alifs):
    made = [Authenticator.objects.create(user=alifs, type="webauthn", data={"name": f"key {n}"}) for n in range(2)]
    keys = [factors.key_of(row) for row in made]
    assert (len(set(keys)), {type(key) for key in keys}, {key.version for key in keys}) == (2, {UUID}, {4})
    page = client("ba").get(at("mfa_edit_webauthn", keys[0]))
    assert page.status_code == 404  # Another's is not there.
    assert client("ba").post(at("mfa_remove_webauthn", keys[0])).status_code == 404
    assert Authenticator.objects.count() == 2
    for path in (f"/en/my/sign-in/passkeys/{made[0].pk}/", f"/en/account/2fa/webauthn/keys/{made[0].pk}/edit/"):
        assert client("alif").get(path).status_code == 404


def test_the_page_needs_the_same_few_statements_however_many_factors_there_are(alifs):
    here, counts = client("ba"), []
    account = Account.objects.get(email__startswith="ba@")
    for number in (1, 3):
        while Authenticator.objects.filter(user=account).count() < number:
            Authenticator.objects.create(user=account, type="webauthn", data={"name": "key"})
        counts.append(statements(here, at("mfa_index")))
    assert counts == [8, 8]


def test_a_challenge_holds_once_for_its_purpose_and_not_for_long(monkeypatch):
    one, other = challenges.challenge("add"), challenges.challenge("add")
    assert not challenges.takes("show", one)
    assert not challenges.takes("add", one[:-1] + bytes([one[-1] ^ 1]))
    assert (challenges.takes("add", one), challenges.takes("add", one)) == (True, False)
    now = clock.now()
    for late in (-1, challenges.LIFE + 1):
        monkeypatch.setattr(clock, "now", lambda late=late: now + timedelta(seconds=late))
        assert not challenges.takes("add", other)
    for garbage in (b"", b"x", b"\x00" * 48, b"\xff" * 5000):
        assert not challenges.takes("add", garbage)


@pytest.mark.parametrize("given", ["", "x", "{}", "[]", "null", "1", '{"id": 1}', '{"response": {"userHandle": "x"}}'])
def test_what_is_no_passkey_signs_nobody_in(alifs, given):
    here = client()
    answer = here.post(at("mfa_login_webauthn"), {"credential": given})
    assert (answer.status_code, answer["Location"]) == (302, at("account_login"))
    assert here.get(at("my_member")).status_code == 302
    assert signed_in(alifs).post(at("mfa_add_webauthn"), {"name": "key", "credential": given}).status_code == 400


def test_looking_at_the_way_in_opens_no_session():
    here = client()
    here.get(at("account_login"))
    here.get(at("enter"))
    assert (Session.objects.count(), list(here.cookies)) == (0, ["csrftoken"])
