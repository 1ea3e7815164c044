"""Addresses of members, their people and sign-ins; of allauth's pages, only those that are used here."""

from allauth.account import views as allauth
from django.urls import path, re_path

from tansiq.members.views import (
    admitting,
    bodies,
    circles,
    coalition,
    demanding,
    entering,
    factors,
    founding,
    listing,
    mine,
    people,
    signing_in,
)
from tansiq.members.views import provider as via

# Where the house has an identity provider; coming back is under one address in both languages, for it has to know it.
provider_there = [path("account/provider/<slug:provider_id>/", via.begin, name="openid_connect_login")]
provider_back = [path("oidc/<slug:provider_id>/back/", via.back, name="openid_connect_callback")]
urlpatterns = [
    path("coalition/", coalition.coalition, name="coalition"),
    path("coalition/change/", coalition.change, name="coalition_change"),
    path("coalition/circles/make/", circles.make, name="circle_make"),
    path("coalition/circles/<slug:name>/", circles.change, name="circle_change"),
    path("founding/", founding.found, name="founding"),
    path("founding/members/", founding.members, name="founding_members"),
    path("founding/bodies/", founding.bodies, name="founding_bodies"),
    path("members/", listing.members, name="members"),
    path("members/admit/", admitting.admit, name="member_admit"),
    path("members/<slug:code>/standing/", admitting.standing, name="member_standing"),
    path("members/<slug:code>/accredit/", people.accredit_for, name="member_accredit"),
    path("bodies/<uuid:key>/zone/", bodies.zone, name="body_zone"),
    path("my/", people.my_member, name="my_member"),
    path("my/people/accredit/", people.accredit, name="accredit"),
    path("my/people/<uuid:key>/end/", people.end, name="accreditation_end"),
    path("my/sessions/", mine.sessions, name="my_sessions"),
    path("my/sessions/close/", mine.close, name="session_close"),
    path("my/second-factor/", demanding.second_factor, name="second_factor"),
    path("my/sign-in/", factors.index, name="mfa_index"),
    path("my/sign-in/app/", factors.add_app, name="mfa_activate_totp"),
    path("my/sign-in/app/remove/", factors.remove_app, name="mfa_deactivate_totp"),
    path("my/sign-in/codes/", factors.codes, name="mfa_generate_recovery_codes"),
    path("my/sign-in/passkeys/add/", factors.add_passkey, name="mfa_add_webauthn"),
    path("my/sign-in/passkeys/<uuid:key>/", factors.name_passkey, name="mfa_edit_webauthn"),
    path("my/sign-in/passkeys/<uuid:key>/remove/", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("hat/", mine.hat, name="hat"),
    path("invitation/<slug:token>/", entering.invitation, name="invitation"),
    path("account/login/", signing_in.sign_in, name="account_login"),
    path("account/passkey/", signing_in.by_passkey, name="mfa_login_webauthn"),
    path("account/second-step/", signing_in.second_step, name="mfa_authenticate"),
    path("account/logout/", allauth.logout, name="account_logout"),
    path("account/inactive/", allauth.account_inactive, name="account_inactive"),
    path("account/signup/", allauth.signup, name="account_signup"),
    path("account/password/", mine.change_password, name="account_change_password"),
    path("account/password/reset/", allauth.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "account/password/reset/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/password/reset/(?P<uidb36>[0-9A-Za-z]{1,40})-(?P<key>[0-9A-Za-z-]{1,80})/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
