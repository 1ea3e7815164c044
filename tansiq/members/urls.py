"""Addresses of members, their people and sign-ins; of allauth's pages, only those that are used here."""

from allauth.account import views as allauth
from django.urls import path, re_path

from tansiq.members.views import admitting, coalition, entering, founding, listing, mine, people

urlpatterns = [
    path("coalition/", coalition.coalition, name="coalition"),
    path("coalition/change/", coalition.change, name="coalition_change"),
    path("founding/", founding.found, name="founding"),
    path("founding/members/", founding.members, name="founding_members"),
    path("founding/bodies/", founding.bodies, name="founding_bodies"),
    path("members/", listing.members, name="members"),
    path("members/admit/", admitting.admit, name="member_admit"),
    path("members/<slug:code>/standing/", admitting.standing, name="member_standing"),
    path("members/<slug:code>/accredit/", people.accredit_for, name="member_accredit"),
    path("bodies/<uuid:key>/", listing.body, name="body"),
    path("my/", people.my_member, name="my_member"),
    path("my/people/accredit/", people.accredit, name="accredit"),
    path("my/people/<uuid:key>/end/", people.end, name="accreditation_end"),
    path("my/sessions/", mine.sessions, name="my_sessions"),
    path("my/sessions/close/", mine.close, name="session_close"),
    path("hat/", mine.hat, name="hat"),
    path("invitation/<slug:token>/", entering.invitation, name="invitation"),
    path("account/login/", allauth.login, name="account_login"),
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
