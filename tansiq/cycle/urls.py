"""Addresses of the pages that read across the steps."""

from django.urls import path

from tansiq.cycle.pages import (
    answering,
    body,
    enter,
    home,
    items,
    lines,
    member,
    needs,
    notices,
    outbox,
    preparation,
    reading,
    review,
    search,
)
from tansiq.decisions.announcing.commands import announce_waiting
from tansiq.decisions.texts.models import BodyRule
from tansiq.members.views import bodies
from tansiq.reviews.views import opening

ANNOUNCED = {"opened": announce_waiting}  # What was adopted by silence meanwhile is on the agenda (R-S9).

urlpatterns = [
    path("", home.home, name="home"),
    path("enter/", enter.enter, name="enter"),
    path("enter/<slug:slug>/", enter.enter_as, name="enter_as"),
    path("search/", search.search, name="search"),
    path("reading/", reading.reading, name="reading"),
    path("promise/", reading.promise, name="promise"),
    path("reviews/open/", opening.review_open, ANNOUNCED, name="review_open"),
    path("reviews/round/", opening.round_open, ANNOUNCED, name="round_open"),
    path("reviews/<uuid:key>/", review.review, name="review"),
    path("reviews/<uuid:key>/preparation/", preparation.preparation, name="preparation"),
    path("lines/", lines.lines, name="lines"),
    path("lines/<slug:code>/", lines.line, name="line"),
    path("bodies/<uuid:key>/", body.body, name="body"),
    path("bodies/<uuid:key>/release/", bodies.release, {"along": [BodyRule]}, name="body_release"),
    path("members/<slug:code>/", member.member, name="member"),
    path("advice/<uuid:key>/answer/", answering.advice_answer, name="advice_answer"),
    path("my/needs/", needs.my_needs, name="my_needs"),
    path("my/notices/", notices.my_notices, name="my_notices"),
    path("outbox/", outbox.letters, name="outbox"),
    path("outbox/<uuid:key>/", outbox.mass_letter, name="mass_letter"),
    path("calls/<uuid:key>/letter/", outbox.call_letter, name="call_letter"),
    path("notices/stop/<str:token>/", notices.stop, name="notices_stop"),
    path("my/items/", items.items, name="my_items"),
    path("my/items/release/", items.release, name="my_items_release"),
    path("my/release/", items.usual, name="my_release"),
]
