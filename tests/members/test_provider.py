"""Signing in through an identity provider: only into an account that is there, by an address that it has verified."""

import os
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.urls import NoReverseMatch

from tansiq.members.models import Account, Session
from tests.members import identity
from tests.pages import text
from tests.visits import at, bare, client
from tests.world import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.members.provider_urls")]
AWAY = "did not sign you in"


@pytest.fixture
def provider(settings):
    with identity.opened() as opened:
        settings.OIDC_URL, settings.OIDC_NAMES = opened.address, {"ar": "وزارة الخارجية", "en": "Foreign Ministry"}
        app = {"provider_id": "sso", "name": "x", "client_id": identity.CLIENT, "secret": identity.SECRET}
        app["settings"] = {"server_url": opened.address}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        opened.email = Account.objects.get(email__startswith="alif@").email
        yield opened


def there(here, provider) -> str:
    """Begin here, be vouched for there; the address by which one comes back."""
    begun = here.get(at("openid_connect_login", "sso"), {"next": at("members")})
    onward = urlsplit(begun["Location"])
    assert (begun.status_code, f"http://{onward.netloc}") == (302, provider.address)
    asked = HTTPConnection(onward.netloc)
    asked.request("GET", f"{onward.path}?{onward.query}")
    back = asked.getresponse().headers["Location"]
    asked.close()
    return back.removeprefix("http://testserver")


def come_in(here, provider):
    return here.get(there(here, provider))


def test_whoever_has_an_account_is_signed_in(provider):
    here = client()
    answer = come_in(here, provider)
    assert (answer.status_code, answer["Location"]) == (302, at("members"))
    assert here.get(at("my_member")).status_code == 200
    assert (provider.asked["code_challenge_method"], provider.asked["client_id"]) == ("S256", identity.CLIENT)
    assert set(provider.asked["scope"].split()) == {"openid", "profile", "email"}
    assert provider.asked["redirect_uri"] == f"http://testserver{at('openid_connect_callback', 'sso')}"
    assert (SocialAccount.objects.count(), Account.objects.filter(password="").count()) == (0, 0)


def test_letters_great_or_small_are_the_same_address(provider):
    provider.email = provider.email.upper()
    assert come_in(client(), provider)["Location"] == at("members")


@pytest.mark.parametrize(
    "lie",
    [
        {"email": "nobody@mission.example"},
        {"email": ""},
        {"verified": False},
        {"verified": "true"},
        {"verified": None},
        {"told": {"aud": "another"}},
        {"told": {"iss": "https://another.example"}},
        {"told": {"exp": 1}},
        {"told": {"sub": "somebody else"}},
        {"person": {"sub": "somebody else"}},
        {"forger": rsa.generate_private_key(public_exponent=65537, key_size=2048)},
    ],
    ids=lambda lie: str(lie)[:40],
)
def test_nobody_else_is_and_all_are_told_the_same(provider, lie):
    other = client()
    there(other, provider)
    expected = bare(other.get(at("openid_connect_callback", "sso")).content)  # Somebody else's way back.
    for name, value in lie.items():
        setattr(provider, name, value)
    before, here = Account.objects.count(), client()
    back = there(here, provider)
    answer = here.get(back)
    assert (answer.status_code, AWAY in text(answer)) == (403, True)
    assert bare(answer.content).replace(f"?{urlsplit(back).query}".replace("&", "&amp;"), "") == expected
    assert here.get(at("my_member")).status_code == 302
    assert (Account.objects.count(), Session.objects.exclude(account=None).count()) == (before, 0)


def test_a_closed_account_stays_closed(provider):
    Account.objects.filter(email=provider.email).update(is_active=False)
    assert come_in(client(), provider)["Location"] == at("account_inactive")


def test_whoever_comes_back_twice_or_to_anothers_browser_is_not_signed_in(provider):
    here, other = client(), client()
    back = there(here, provider)
    assert other.get(back).status_code == 403  # In the house's first language: this browser has read nothing yet.
    assert here.get(back)["Location"] == at("members")
    assert AWAY in text(here.get(back))


def test_its_word_is_the_first_step_only(provider):
    account = Account.objects.get(email=provider.email)
    Authenticator.objects.create(user=account, type="totp", data={"secret": "x"})
    here = client()
    assert come_in(here, provider)["Location"].endswith("/account/second-step/")
    assert here.get(at("my_member")).status_code == 302


def test_a_link_of_another_site_begins_nothing(provider):
    for site, onward in (
        ("cross-site", "/account/login/"),
        ("same-site", "/account/login/"),
        ("none", provider.address),
    ):
        answer = client().get(at("openid_connect_login", "sso"), headers={"Sec-Fetch-Site": site})
        assert onward in answer["Location"]
    assert client().get(at("openid_connect_login", "other")).status_code == 404


def test_a_provider_that_is_away_is_said_plainly(provider, settings):
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"] = {"server_url": "http://127.0.0.1:9"}
    answer = client().get(at("openid_connect_login", "sso"))
    assert (answer.status_code, AWAY in text(answer)) == (502, True)


@pytest.mark.parametrize(("language", "name"), [("en", "Foreign Ministry"), ("ar", "وزارة الخارجية")])
def test_the_way_there_stands_beside_the_password(provider, language, name):
    for page in ("account_login", "enter"):
        shown = client().get(at(page, language=language))
        assert name in text(shown)
        assert f"{at('openid_connect_login', 'sso', language=language)}?next=" in shown.content.decode()


ASKS = """
import django; django.setup()
from django.conf import settings
from django.urls import reverse
print(reverse("openid_connect_login", args=["sso"]), settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])
"""


def asked(**variables: str) -> str:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tansiq.settings", **variables}
    done = subprocess.run([sys.executable, "-c", ASKS], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_it_is_off_unless_a_variable_names_it():
    assert NoReverseMatch.__name__ in asked()
    told = asked(TANSIQ_OIDC_URL="https://sso.example/", TANSIQ_OIDC_CLIENT="me", TANSIQ_OIDC_SECRET="hush")
    assert told.startswith("/ar/account/provider/sso/ ")
    for word in ("'client_id': 'me'", "'secret': 'hush'", "'server_url': 'https://sso.example'"):
        assert word in told
