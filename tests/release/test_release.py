"""What is released to whom: the first promise."""

import pytest
from django.core.exceptions import PermissionDenied

from tansiq.languages.words import Words
from tansiq.record.models import Entry, EntryGroup
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.commands import make_remark, release_remarks
from tansiq.reviews.models import Remark, Review

pytestmark = pytest.mark.django_db


def reader(code: str) -> int:
    return Member.objects.get(code=code).reader


def test_a_remark_is_seen_by_its_readers_alone_and_then_by_more(alif, ba, jim):
    with acting_as(alif):
        remark = make_remark(
            review=Review.objects.get(), text=Words.of("en", en="Reports come late."), readers=[reader("WA")]
        )
    with acting_as(ba):
        assert list(Remark.objects.all()) == [remark]
        assert [entry.kind for entry in Entry.objects.filter(item=remark.pk)] == ["remark.made"]
    for nobody in (jim, public_token(), ""):
        with acting_as(nobody):
            assert list(Remark.objects.all()) == []
            assert list(Entry.objects.filter(item=remark.pk)) == []

    with acting_as(alif):
        release_remarks(remarks=[remark], readers=[reader("SH"), reader("WA"), reader("NW")])
    with acting_as(jim):
        assert list(Remark.objects.all()) == [remark]
        assert sorted(entry.kind for entry in Entry.objects.filter(item=remark.pk)) == [
            "remark.made",
            "remarks.released",
        ]
        names = {(group.entry.kind, group.name) for group in remark_groups(remark)}
        assert ("remark.made", "content") in names
        assert ("remark.made", "person") not in names
    with acting_as(public_token()):
        assert list(Remark.objects.all()) == []


def remark_groups(remark):
    return EntryGroup.objects.filter(entry__item=remark.pk).select_related("entry")


def test_only_the_owner_widens(alif, ba):
    with acting_as(alif):
        remark = make_remark(review=Review.objects.get(), text=Words.of("en", en="A"), readers=[reader("WA")])
    with acting_as(ba), pytest.raises(PermissionDenied):
        release_remarks(remarks=[remark], readers=[PUBLIC])


def test_heads_only_is_not_read_by_an_alternate(alif, alif2, ba):
    with acting_as(ba):
        remark = make_remark(
            review=Review.objects.get(), text=Words.of("en", en="For heads"), readers=[reader("SH") + 1]
        )
    with acting_as(alif):
        assert list(Remark.objects.all()) == [remark]
    with acting_as(alif2):
        assert list(Remark.objects.all()) == []
