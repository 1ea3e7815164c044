"""Lists from the release index are the same lists."""

import pytest
from django.db.models import F

from tansiq.languages.words import Words
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.led import count, led, named_by
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Remark, Review

pytestmark = pytest.mark.django_db

WITH_MORE = Remark.objects.select_related("audience", "review__body")
LISTS = {
    "newest": Remark.objects.order_by("-created_at", "key"),
    "by another table's column, with more": WITH_MORE.order_by(F("said_by__code").desc(nulls_last=True), "key"),
    "of one owner": Remark.objects.filter(owner__code="SH").order_by("version", "-key"),
    "by a parameter with a sign": Remark.objects.exclude(text__words__en="100 %").order_by("-pk"),
    "of none": Remark.objects.filter(owner__code="NW", version=7).order_by("key"),
    "never any": Remark.objects.none().order_by("key"),
    "in no order": Remark.objects.all(),
    "a part of one": Remark.objects.order_by("key")[2:9],
    "read by a disclosure, too": Entry.objects.order_by("-epoch", "key"),
}


@pytest.fixture
def readers(alif, alif2, ba, jim, officer):
    """Who reads, and twelve remarks by each of three members to six circles."""
    with acting_as(alif):
        number = dict(Member.objects.values_list("code", "reader"))
        review = Review.objects.get()
    heads = number["SH"] + 1
    circles = [[], [number["WA"]], [number["NW"]], [number["WA"], number["NW"]], [heads], [PUBLIC]]
    for who in (alif, ba, jim):
        for place, circle in enumerate(circles * 2):
            with acting_as(who):
                make_remark(review=review, text=Words.of("en", en=f"{place * 10} %"), readers=circle)
    return (alif, alif2, ba, jim, officer, public_token(), "")


@pytest.mark.parametrize("name", LISTS)
def test_the_same_rows_and_as_many(readers, name):
    for reader in readers:
        with acting_as(reader):
            rows = LISTS[name].all()
            assert count(rows) == len(rows)
            for start, stop in ((0, 4), (4, 8), (0, 100), (8, 9), (200, 250)):
                found, same = list(led(LISTS[name].all(), start, stop)), list(LISTS[name].all()[start:stop])
                assert found == same if rows.query.order_by else len(found) == len(same)


def test_there_is_something_to_compare(readers):
    seen = []
    for reader in readers:
        with acting_as(reader):
            seen.append(count(LISTS["newest"].all()))
    assert seen == [20, 16, 24, 24, 6, 6, 0]


def test_a_plain_sequence_is_a_list_too():
    assert (led([1, 2, 3], 1, 5), count([1, 2, 3])) == ([2, 3], 3)


def test_rows_that_others_name_are_those_of_both_readers(readers):
    """As by a join: the remarks of members that said something at one review, for whoever asks."""
    found = []
    for reader in readers:
        with acting_as(reader):
            remarks = Remark.objects.filter(owner__code="SH")
            named = set(named_by(remarks, "owner", Member.objects.exclude(code="WA")).values_list("code", flat=True))
            assert named == set(Member.objects.filter(pk__in=remarks.values("owner")).values_list("code", flat=True))
            found.append(named)
    assert (found[0], found[-1]) == ({"SH"}, set())
