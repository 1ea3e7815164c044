"""A member's standing, step by step."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tansiq.languages.words import Words
from tansiq.members.commands import admit_member, record_standing
from tansiq.members.models import Standing
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tests.visits import at, client

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 8)


def nawras() -> Member:
    return Member.objects.get(code="NW")


def test_steps_follow_on_one_another(officer):
    with acting_as(officer):
        with pytest.raises(Stale):
            record_standing(member=nawras(), step="reinstatement", on=TODAY)
        record_standing(member=nawras(), step="suspension", on=date(2020, 1, 1))
        with pytest.raises(Stale):
            record_standing(member=nawras(), step="suspension", on=TODAY)
        with pytest.raises(ValidationError) as early:
            record_standing(member=nawras(), step="reinstatement", on=date(2019, 12, 31))
        assert type(early.value) is ValidationError
        record_standing(member=nawras(), step="reinstatement", on=date(2021, 1, 1))
        record_standing(member=nawras(), step="withdrawal", on=date(2022, 1, 1))
        assert nawras().left_on == date(2022, 1, 1)
        record_standing(member=nawras(), step="reinstatement", on=TODAY)
        assert nawras().left_on is None
    with acting_as(public_token()):
        steps = Standing.objects.filter(member__code="NW").order_by("not_before")
        assert [step.step for step in steps] == [
            "accession",
            "suspension",
            "reinstatement",
            "withdrawal",
            "reinstatement",
        ]
        assert Entry.objects.filter(kind="standing.recorded").count() == 4


def test_only_the_secretariat_and_only_of_members(alif, chair, officer):
    for somebody in (alif, chair):
        with acting_as(somebody), pytest.raises(PermissionDenied):
            record_standing(member=nawras(), step="suspension", on=TODAY)
    with acting_as(officer), pytest.raises(ValidationError):
        record_standing(member=Member.objects.get(code="chair"), step="suspension", on=TODAY)


def test_a_withdrawn_members_people_see_nothing_from_that_request_on(officer):
    here = client("jim")
    assert here.get(at("my_member")).status_code == 200
    with acting_as(officer):
        record_standing(member=nawras(), step="withdrawal", on=TODAY)
    page = here.get(at("home"))
    assert "Enter" in page.content.decode()
    assert "Nawras" not in page.content.decode()
    assert here.get(at("my_member")).status_code == 302
    assert here.session.get("hat") is None


def test_a_form_records_a_step_and_says_what_does_not_follow():
    here, form = client("officer"), at("member_standing", "NW")
    assert here.post(form, {"step": "withdrawal", "on": "٧ حزيران ٢٠٢٦"}).status_code == 302
    assert here.post(form, {"step": "suspension", "on": "2026-06-08"}).status_code == 409
    assert here.post(form, {"step": "accession", "on": "2026-06-08"}).status_code == 400
    assert here.post(form, {"step": "reinstatement", "on": "7/8/2026"}).status_code == 400
    assert here.post(form, {"step": "reinstatement", "on": "2026-06-08", "member": "SH"}).status_code == 400
    assert "withdrew" in client().get(at("members")).content.decode()


def test_a_member_is_admitted_in_both_languages():
    here, form = client("officer"), at("member_admit")
    given = {"name_ar": "مرجانية", "name_en": "Marjania", "kind": "state", "code": "MJ", "joined_on": "1 June 2026"}
    assert here.post(form, {**given, "name_ar": ""}).status_code == 400
    assert here.post(form, {**given, "name_en": "M\u0430rjania"}).status_code == 400  # A Cyrillic а.
    assert here.post(form, {**given, "code": "admit"}).status_code == 400
    assert here.post(form, {**given, "code": "sh"}).status_code == 400  # SH is there already.
    assert here.post(form, {**given, "kind": "office"}).status_code == 400
    assert here.post(form, {**given, "once": "a"}).status_code == 302
    assert here.post(form, {**given, "once": "a"}).status_code == 302  # Sent twice, done once.
    assert here.post(form, {**given, "once": "a", "code": "MK"}).status_code == 422
    assert [name in client().get(at("member", "MJ")).content.decode() for name in ("Marjania", "1 June 2026")] == [
        True
    ] * 2
    assert client("alif").post(form, given).status_code == 404


def test_a_code_is_used_once(officer):
    with acting_as(officer), pytest.raises(ValidationError):
        admit_member(code="Sh", kind="state", name=Words.of("en", en="Other"), joined_on=TODAY)
