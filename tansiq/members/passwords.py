"""The forms of signing in: allauth's, in the words of this house."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    default_token_generator,
)
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tansiq.members import letters
from tansiq.members.models import Account

LONGEST = 1000  # Of a password, so that nobody keeps the house busy hashing.
ADVICE = _("At least 12 letters or signs; a sentence that you remember is best. No one here can read it.")
WORDS: dict[str, tuple[Any, Any]] = {
    "login": (_("The address your member accredited you with"), _("For example: name@mission.example")),
    "email": (_("The address your member accredited you with"), _("For example: name@mission.example")),
    "password": (_("Password"), ""),
    "oldpassword": (_("Your present password"), ""),
    "password1": (_("A new password"), ADVICE),
    "password2": (_("The new password again"), ""),
}


def in_our_words(form: forms.Form) -> None:
    """Labels and hints of this house, no words inside the fields, and an end to what can be typed."""
    for name, field in form.fields.items():
        field.label, field.help_text = WORDS[name]
        field.widget.attrs.pop("placeholder", None)
        if isinstance(field.widget, forms.PasswordInput):
            field.validators.append(MaxLengthValidator(LONGEST))
            field.widget.attrs["maxlength"] = str(LONGEST)


class SignInForm(LoginForm):
    """Signing in with an address and a password."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        in_our_words(self)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ChangeForm(ChangePasswordForm):
    """Changing one's own password."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        in_our_words(self)


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password, by the link of a letter."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        in_our_words(self)


class ResetForm(ResetPasswordForm):
    """Asking for a new password: the same work and the same answer whether or not there is such an account."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        in_our_words(self)

    def save(self, request: HttpRequest, **_given: Any) -> str:
        """Write the letter, and post it if somebody is there to read it."""
        email: str = self.cleaned_data["email"]
        account = self.users[0] if self.users else Account(email=email)
        key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
        address = get_adapter(request).get_reset_password_from_key_url(key)
        letter = letters.compose("account/email/password_reset_key", email, {"password_reset_url": address})
        if self.users:
            letters.post(letter)
        return email


class PasswordForm(forms.Form):
    """A password for the account that an invitation opens."""

    password = forms.CharField(
        label=_("A password of your own"),
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=ADVICE,
    )

    def __init__(self, *args: Any, email: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.account = Account(email=email)

    def clean_password(self) -> str:
        """Refuse what is guessed at once."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password
