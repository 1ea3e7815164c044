"""My member's items: who reads each, as another member sees them, and many released as one act."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tansiq.languages.words import Words
from tansiq.members.models import Account
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Remark, Review

pytestmark = pytest.mark.django_db


def client(slug: str) -> Client:
    made = Client()
    made.force_login(
        Account.objects.get(email__startswith=f"{slug}@"), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return made


def at(name: str, *args: object) -> str:
    with override("en"):
        return reverse(name, args=args)


def remark(token: str, text: str, *codes: str) -> Remark:
    with acting_as(token):
        readers = Member.objects.filter(code__in=codes).values_list("reader", flat=True)
        return make_remark(review=Review.objects.get(), text=Words.of("en", en=text), readers=list(readers))


def test_my_items_are_mine_alone(alif, ba):
    remark(alif, "First of Sahlan", "WA")
    remark(ba, "Of Wadina, for Sahlan too", "SH")
    page = client("alif").get(at("my_items")).content.decode()
    assert ("First of Sahlan" in page, "Of Wadina" in page) == (True, False)


def test_as_another_member_sees_them(alif):
    remark(alif, "For Wadina", "WA")
    remark(alif, "For Nawras", "NW")
    page = client("alif").get(at("my_items"), {"as": "WA"}).content.decode()
    assert ("For Wadina" in page, "For Nawras" in page) == (True, False)
    assert client("alif").get(at("my_items"), {"as": "XX"}).status_code == 404


def test_many_are_released_as_one_act_after_one_preview(alif, jim):
    both = [remark(alif, "One", "WA"), remark(alif, "Two", "WA")]
    given = {"item": [str(one.pk) for one in both], "release": "chosen", "chosen": ["WA", "NW"]}
    here = client("alif")

    preview = here.post(at("my_items_release"), given)
    assert preview.status_code == 200
    assert [name in preview.content.decode() for name in ("Nawras", "Wadina", "Sahlan")] == [True] * 3
    with acting_as(jim):
        assert Remark.objects.count() == 0

    assert here.post(at("my_items_release"), {**given, "confirmed": "1", "once": "k1"}).status_code == 302
    assert here.post(at("my_items_release"), {**given, "confirmed": "1", "once": "k1"}).status_code == 302
    with acting_as(jim):
        assert sorted(one.text.plain("en") for one in Remark.objects.all()) == ["One", "Two"]
        assert Entry.objects.filter(kind="remarks.released").count() == 2


def test_nothing_is_narrowed_and_nothing_of_others_is_released(alif, ba):
    wide = remark(alif, "Wide", "WA", "NW")
    narrow = client("alif").post(at("my_items_release"), {"item": [str(wide.pk)], "release": "mine", "confirmed": "1"})
    assert narrow.status_code == 400
    theirs = remark(ba, "Theirs", "SH")
    for key in (theirs.pk, "00000000-0000-4000-8000-000000000000"):
        answer = client("alif").post(
            at("my_items_release"), {"item": [str(key)], "release": "public", "confirmed": "1"}
        )
        assert answer.status_code == 404


def test_the_head_sets_the_usual_release_and_forms_open_on_it(alif):
    assert client("alif").post(at("my_release"), {"release": "secretariat"}).status_code == 302
    assert "Released to 2 readers" in client("alif").get(at("my_release")).content.decode()
    assert client("alif2").post(at("my_release"), {"release": "public"}).status_code == 403
    assert "Released to 2 readers" in client("alif2").get(at("my_release")).content.decode()


@pytest.mark.parametrize("items", [0, 3])
def test_the_page_asks_the_database_as_often_for_many_as_for_one(alif, items, django_assert_num_queries):
    for number in range(1 + items):
        remark(alif, f"Item {number}", "WA")
    here = client("alif")
    here.get(at("my_items"))
    with django_assert_num_queries(11):
        here.get(at("my_items"))
