"""Signing in with a second factor, in a browser whose device keeps passkeys (a virtual one of chromium's own)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.people import Visitor
from tests.browser.remembering import make_old
from tests.browser.stage import invite
from tests.members.telephone import shown
from tests.visits import at

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PASSWORD = "a sentence that nobody guesses"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
SEND = "main form .btn"


class Device:
    """A device that keeps passkeys, as a browser sees it."""

    def __init__(self, visitor: Visitor) -> None:
        self.cdp = visitor.context.new_cdp_session(visitor.page)
        self.cdp.send("WebAuthn.enable")
        self.id = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]

    def keys(self) -> list[dict]:
        """What it keeps."""
        return self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]

    def ask(self, **given: object) -> None:
        """Let it be what it is told to be."""
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, **given})

    def put(self, key: dict) -> None:
        """Lay a key into it, as somebody who had copied it could."""
        self.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": self.id})
        self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.id, "credential": key})


def visitor(house: House, chromium, language: str = "en", **ways) -> Visitor:
    """Somebody who opened the house by its name: a number keeps no passkeys."""
    return Visitor(house, chromium, language=language, base_url=house.address.replace("127.0.0.1", "localhost"), **ways)


def newcomer(house: House, chromium, address: str, language: str = "en") -> Visitor:
    """Somebody who has just accepted an invitation, with a password."""
    token = invite(house, chromium, address)
    here = visitor(house, chromium, language)
    here.go("invitation", token).locator("[name=password]").fill(PASSWORD)
    here.press(SEND)
    return here


def add_passkey(here: Visitor, name: str = "My telephone") -> None:
    here.go("mfa_add_webauthn").locator("[name=name]").fill(name)
    here.press("[data-passkey] button")


def leave(here: Visitor) -> None:
    here.context.clear_cookies()


def by_password(here: Visitor, address: str) -> None:
    page = here.go("account_login")
    page.locator("[name=login]").fill(address)
    page.locator("[name=password]").fill(PASSWORD)
    here.press(SEND)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_passkey_is_added_and_signs_in_by_itself(house, chromium, language):
    address = f"key.{language}@mission.example"
    with newcomer(house, chromium, address, language) as here:
        device = Device(here)
        add_passkey(here)
        assert here.page.url.endswith(at("mfa_generate_recovery_codes", language=language))
        here.press(SEND)
        assert here.page.locator("main code").count() == 10
        (key,) = device.keys()
        assert (key["isResidentCredential"], key["rpId"]) == (True, "localhost")
        leave(here)
        assert here.go("my_member").url.split("?")[0].endswith(at("enter", language=language))
        here.press("[data-passkey] button")
        assert here.go("my_member").url.endswith(at("my_member", language=language))
        page = here.go("mfa_index")
        expect(page.locator("main table")).to_contain_text("My telephone")
        assert here.complaints == []
        assert here.strangers == [] or all("localhost" in one for one in here.strangers)


def test_it_is_the_second_step_after_a_password_and_confirms_what_is_grave(house, chromium):
    address = "step@mission.example"
    with newcomer(house, chromium, address) as here:
        device = Device(here)
        add_passkey(here)
        here.press("header .who form button")  # Leave.
        by_password(here, address)
        assert here.page.url.endswith(at("mfa_authenticate"))
        device.ask(isUserVerified=False)  # A device that did not ask for a finger, a face or a code …
        here.page.locator("[data-passkey] button").click()
        expect(here.page.locator("[data-passkey] p")).to_be_visible()  # … shows none.
        device.ask(isUserVerified=True)
        here.press("[data-passkey] button")
        assert here.page.url.endswith(at("home"))
        make_old(house, address)
        page = here.go("mfa_add_webauthn")
        expect(page.locator("h1")).to_have_text("Is it you?")
        here.press("[data-passkey] button")
        expect(here.page.locator("h1")).to_have_text("Add a passkey")


def test_a_copied_key_is_refused(house, chromium):
    """Every use counts in the key: a copy that was taken earlier counts from where it was."""
    address = "copy@mission.example"
    with newcomer(house, chromium, address) as here:
        device = Device(here)
        add_passkey(here)
        (copy,) = device.keys()
        for _time in range(2):
            leave(here)
            here.go("account_login")
            here.press("[data-passkey] button")
            assert here.page.url.endswith(at("home"))
        device.put(copy)
        leave(here)
        here.go("account_login")
        here.press("[data-passkey] button")
        expect(here.page.locator("main .notice")).to_contain_text("does not hold here")


def test_a_passkey_is_renamed_and_removed(house, chromium):
    with newcomer(house, chromium, "rename@mission.example") as here:
        Device(here)
        add_passkey(here, "مفتاحي <b>")
        here.go("mfa_index")
        page = here.press("main td a:has-text('Rename')")
        page.locator("[name=name]").fill("Laptop")
        here.press(SEND)
        expect(here.page.locator("main table")).to_contain_text("Laptop")
        here.press("main td a:has-text('Remove')")
        here.press(SEND)
        expect(here.page.locator("main .empty")).to_be_visible()
        leave(here)
        here.go("account_login")
        here.press("[data-passkey] button")  # The device still has it; the house no longer knows it.
        expect(here.page.locator("main .notice")).to_contain_text("does not hold here")


def test_an_app_and_a_recovery_code_sign_in_without_script(house, chromium):
    address = "app@mission.example"
    token = invite(house, chromium, address)
    with visitor(house, chromium, java_script_enabled=False) as here:
        here.go("invitation", token).locator("[name=password]").fill(PASSWORD)
        here.press(SEND)
        page = here.go("mfa_activate_totp")
        secret = page.locator("main .card code").inner_text()
        page.locator("[name=code]").fill(shown(secret, -1))
        here.press(SEND)
        codes = here.press(SEND).locator("main code").all_inner_texts()
        for code in (shown(secret), codes[0]):
            leave(here)
            by_password(here, address)
            here.page.locator("[name=code]").fill(code)
            here.press(SEND)
            assert here.page.url.endswith(at("home"))
        leave(here)
        by_password(here, address)
        here.page.locator("[name=code]").fill(codes[0])
        here.press(SEND)
        expect(here.page.locator(".errsum")).to_contain_text("This code does not hold")
        here.press("main form[action$='/logout/'] button")
        page = here.go("account_login")
        expect(page.locator("[data-passkey] p")).to_have_text("A passkey needs script, and none runs in this browser.")


def test_an_address_that_is_a_number_says_why_it_keeps_no_passkeys(house, chromium):
    with Visitor(house, chromium, "lina", "en") as here:
        page = here.go("mfa_add_webauthn")
        expect(page.locator("main form")).to_contain_text("Passkeys are bound to a name")
        assert not re.search("data-passkey", page.content())
