"""The settings: all that differs between houses comes from the data folder and a few variables (docs/running.md)."""

import json
import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

HOUSE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("TANSIQ_DATA", HOUSE.parent / ".tansiq"))
PRIVATE = DATA / "private"
CONTEXT_KEY_FILE = PRIVATE / "context.json"

DEBUG = False
SECRET_KEY = (PRIVATE / "secret").read_text() if (PRIVATE / "secret").exists() else "no data folder yet"

# The host that the public knows; without one the house listens to this machine alone.
PUBLIC_HOST = os.environ.get("TANSIQ_HOST", "")
ALLOWED_HOSTS = [PUBLIC_HOST] if PUBLIC_HOST else ["localhost", "127.0.0.1", "[::1]", "testserver"]
# Where letters lead: never a host that a request names.
ADDRESS = f"https://{PUBLIC_HOST}" if PUBLIC_HOST else os.environ.get("TANSIQ_ADDRESS", "http://localhost:8000")
CSRF_TRUSTED_ORIGINS = [f"https://{PUBLIC_HOST}"] if PUBLIC_HOST else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PUBLIC_HOST else None
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC_HOST else 0
SECURE_SSL_REDIRECT = bool(PUBLIC_HOST)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(PUBLIC_HOST)

INSTALLED_APPS = [
    "tansiq",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tansiq.cycle.middleware.careful",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tansiq.cycle.middleware.in_context",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "tansiq.urls"
WSGI_APPLICATION = "tansiq.wsgi.application"
APPEND_SLASH = True


def _database(role: str) -> dict[str, Any]:
    """The connection of one role, as the set-up left it in the data folder."""
    file = PRIVATE / "database.json"
    held: dict[str, Any] = (
        json.loads(file.read_text()) if file.exists() else {"host": "", "port": "", "name": "tansiq", "passwords": {}}
    )
    program = role != "owner"
    return {
        "ENGINE": "tansiq.database",
        "NAME": held["name"],
        "HOST": held["host"],
        "PORT": held["port"],
        "USER": f"tansiq_{role}",
        "PASSWORD": held["passwords"].get(role, ""),
        "CONN_HEALTH_CHECKS": program,
        "CONTEXT": program,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 12, "timeout": 10}} if program and POOLED else {},
        "TEST": {"MIRROR": None},
    }


POOLED = os.environ.get("TANSIQ_POOL", "") == "1"
DATABASES = {"default": _database(os.environ.get("TANSIQ_ROLE", "app"))}
if os.environ.get("TANSIQ_SETTING_UP"):
    DATABASES["owner"] = _database("owner")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "tansiq.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
SESSION_ENGINE = "tansiq.members.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tansiq.cycle.refusing.forged"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "tansiq.members.adapter.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # The invitation has gone to the address: whoever accepts it holds it.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "tansiq.members.passwords.SignInForm",
    "change_password": "tansiq.members.passwords.ChangeForm",
    "reset_password": "tansiq.members.passwords.ResetForm",
    "reset_password_from_key": "tansiq.members.passwords.NewPasswordForm",
}
# Django's own: allauth's would write every address into a second, numbered table.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 -- a class
PASSWORD_RESET_TIMEOUT = 2 * 3600
# A whole conference signs in from one place. The key of a failure is an address at a place (members/adapter.py).
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "factor": "5/5m/key",  # Wrong codes and confirmations of one account at one place …
    "factor_anywhere": "30/h/key",  # … and from all places together: six digits must not be guessed.
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PUBLIC_HOST else 0  # A public house stands behind one TLS proxy.

# Second factors; what is grave asks anew who somebody is after so many minutes.
MFA_ADAPTER = "tansiq.members.sealing.Sealed"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
FRESH_MINUTES = int(os.environ.get("TANSIQ_FRESH_MINUTES", "15"))

# Signing in through a member's or the coalition's own identity provider: off unless its address is given.
OIDC_URL = os.environ.get("TANSIQ_OIDC_URL", "").rstrip("/")
OIDC_NAMES = {"ar": os.environ.get("TANSIQ_OIDC_NAME_AR", ""), "en": os.environ.get("TANSIQ_OIDC_NAME_EN", "")}
SOCIALACCOUNT_ADAPTER = "tansiq.members.providers.KnownOnly"
SOCIALACCOUNT_LOGIN_ON_GET = True  # The policy lets no form lead elsewhere; a link may (members/views/provider.py).
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": "OpenID Connect",
                "client_id": os.environ.get("TANSIQ_OIDC_CLIENT", ""),
                "secret": os.environ.get("TANSIQ_OIDC_SECRET", ""),
                "settings": {"server_url": OIDC_URL},
            }
        ]
        if OIDC_URL
        else [],
    }
}

CACHES = {
    "default": {
        "BACKEND": "tansiq.database.rates.Rates",
        "LOCATION": "tansiq_rate",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # Few would let a flood of addresses push the counts out.
    }
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("TANSIQ_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("TANSIQ_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("TANSIQ_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TANSIQ_MAIL_PASSWORD", "")
EMAIL_TIMEOUT = 10
EMAIL_USE_TLS = EMAIL_PORT == 587  # noqa: PLR2004 -- the submission port
DEFAULT_FROM_EMAIL = os.environ.get("TANSIQ_MAIL_FROM", f"tansiq@{PUBLIC_HOST or 'localhost'}")
if not EMAIL_HOST:  # Without a mail server the letters lie in the data folder, to be read there.
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "outbox"

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [HOUSE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = "UTC"

STEPS = [
    *(
        "release",
        "record",
        "sources",
        "members",
        "reviews",
        "efforts",
        "assessments",
        "developments",
        "advice",
        "forecasts",
        "reports",
        "risks",
        "decisions",
        "contributions",
    ),
    *("press", "cycle"),
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HOUSE / "templates", *(HOUSE / step / "templates" for step in STEPS)],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "tansiq.languages.jinja.environment",
            "context_processors": ["tansiq.cycle.frame.frame"],
        },
    },
    {  # Only for packages that bring their own mails.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"  # As every page: a list of members to choose from is long.
STATIC_URL = "/static/"
STATICFILES_DIRS = [HOUSE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "tansiq.cycle.logs.OneLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
