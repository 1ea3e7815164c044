"""The forms by which somebody shows who it is, and adds a way to show it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tansiq.members import attempts, factors, passkeys
from tansiq.members.models import Account
from tansiq.members.passwords import LONGEST
from tansiq.members.sessions import holder

WRONG_CODE = _(
    "This code does not hold. A code of the app is valid for half a minute and works once; so does each recovery code."
)
WRONG_PASSKEY = _("This passkey does not hold here. Try again, or choose another way.")
WRONG_PASSWORD = _("This is not your password.")
CODES = _("The six digits of your app, or one of your recovery codes.")
NOTHING = _("Show in one of these ways who you are.")
TOO_OLD = _("This page was open for too long. Begin anew with the code that it shows now.")
LONGEST_NAME, LONGEST_CODE, LONGEST_CREDENTIAL = 60, 20, 20_000
ADDING = 3600  # Seconds for which the secret of an app that is being added stands.


class CodeField(forms.CharField):
    """A code of an app, or a recovery code."""

    def __init__(self, **given: Any) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
        super().__init__(**{"max_length": LONGEST_CODE, "widget": forms.TextInput(attrs=attrs), **given})


class CredentialField(forms.JSONField):
    """What the browser says of a passkey."""

    def __init__(self, **given: Any) -> None:
        errors = dict.fromkeys(("invalid", "required"), WRONG_PASSKEY)
        super().__init__(**{"widget": forms.HiddenInput, "error_messages": errors, **given})

    def to_python(self, value: Any) -> Any:
        """The answer as data, if it is of a sensible size."""
        if isinstance(value, str) and len(value) > LONGEST_CREDENTIAL:
            raise ValidationError(WRONG_PASSKEY)
        return super().to_python(value)


class OneOfForm(forms.Form):
    """A form with several ways, each of its own button: what is sent is required, and nothing else."""

    def full_clean(self) -> None:
        """Look at what was sent."""
        for name, field in self.fields.items():
            field.required = name in self.data
        super().full_clean()
        for field in self.fields.values():
            field.required = True


class SecondStepForm(OneOfForm):
    """The second step of signing in, by a code or a passkey."""

    code = CodeField(label=_("Code"), help_text=CODES)
    credential = CredentialField()

    def __init__(self, *args: Any, request: HttpRequest, account: Account, **given: Any) -> None:
        super().__init__(*args, **given)
        self.request, self.account = request, account

    def clean(self) -> dict[str, Any]:
        """Whether either holds."""
        given = super().clean() or {}
        if self.errors:
            return given
        if "credential" in self.data:
            if passkeys.shown(self.request, given["credential"], self.account.pk) is None:
                raise ValidationError(WRONG_PASSKEY)
            return given
        _try(self, "code", lambda: factors.takes(self.account.pk, given.get("code", "")), WRONG_CODE)
        return given


def _try(form: Any, field: str, holds: Callable[[], bool], wrong: Any) -> None:
    """Whether something that can be guessed holds, and how often somebody may be wrong."""
    try:
        attempts.attempt(form.request, form.account.pk)
    except ValidationError as too_many:
        form.add_error(field, too_many)
        return
    if holds():
        attempts.succeeded(form.request, form.account.pk)
    else:
        form.add_error(field, wrong)


class ConfirmForm(OneOfForm):
    """Confirming who one is before a grave act."""

    confirm_password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    confirm_code = CodeField(label=_("Code"), help_text=CODES)
    confirm_credential = CredentialField()

    def __init__(self, *args: Any, request: HttpRequest, **given: Any) -> None:
        super().__init__(*args, **given)
        self.request, self.account = request, holder(request)

    def clean(self) -> dict[str, Any]:
        """Whether what was given holds."""
        given = super().clean() or {}
        if self.errors:
            return given
        if given.get("confirm_credential"):
            if passkeys.shown(self.request, given["confirm_credential"], self.account.pk) is None:
                raise ValidationError(WRONG_PASSKEY)
        elif given.get("confirm_code"):
            code = given["confirm_code"]
            _try(self, "confirm_code", lambda: factors.takes(self.account.pk, code), WRONG_CODE)
        elif given.get("confirm_password"):
            password = given["confirm_password"]
            _try(self, "confirm_password", lambda: self.account.check_password(password), WRONG_PASSWORD)
        else:
            raise ValidationError(NOTHING)
        return given


class AppForm(forms.Form):
    """Adding an authenticator app: its secret, signed so that nothing is kept until a code shows that it works."""

    secret = forms.CharField(widget=forms.HiddenInput, max_length=200)
    code = CodeField(label=_("The six digits that the app shows now"))

    def __init__(self, *args: Any, request: HttpRequest, secret: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.request, self.account = request, holder(request)
        self.signer = signing.TimestampSigner(salt=f"tansiq.app.{self.account.pk}")
        self.plain = self._opened(self.data.get("secret", "")) or secret
        self.step: int | None = None
        self.initial["secret"] = self.signer.sign(secret)

    def _opened(self, signed: str) -> str:
        try:
            return self.signer.unsign(signed, max_age=ADDING)
        except signing.BadSignature:
            return ""

    def clean_secret(self) -> str:
        """The secret that the page had shown."""
        if not self._opened(self.cleaned_data["secret"]):
            self.data = {**self.data, "secret": self.initial["secret"]}
            raise ValidationError(TOO_OLD)
        return self.plain

    def clean_code(self) -> str:
        """Whether the app shows what it should."""
        code: str = self.cleaned_data["code"]
        attempts.attempt(self.request, self.account.pk)
        self.step = factors.step_of(self.plain, code)
        if self.step is None:
            raise ValidationError(_("The app shows another code by now, or its clock is wrong. Type the one it shows."))
        attempts.succeeded(self.request, self.account.pk)
        return code


class PasskeyNameForm(forms.Form):
    """What a passkey is called."""

    name = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        help_text=_("So that you know it again, for example: my telephone. Only you see it."),
    )


class PasskeyForm(PasskeyNameForm):
    """Adding a passkey."""

    credential = CredentialField()

    def __init__(self, *args: Any, request: HttpRequest, **given: Any) -> None:
        super().__init__(*args, **given)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """Whether the browser has made one for this house."""
        given = super().clean() or {}
        if not self.errors and not passkeys.added(self.request, holder(self.request), given["credential"]):
            raise ValidationError(WRONG_PASSKEY)
        return given
