"""The soundings of the chair: its office's own notes, never positions, read by nobody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from tansiq.decisions.soundings.commands import note_sounding
from tansiq.decisions.soundings.models import Sounding
from tansiq.decisions.texts.queries import newest, paragraphs_of
from tansiq.members.commands import ownership
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import Member
from tests.decisions.tabled import ALL, tabled
from tests.decisions.voiced import before_the_body, heard
from tests.pages import statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FORM = {"member": "SH", "leaning": "trouble", "paragraph": "1", "text": "Not by night.", "language": "en"}


@pytest.fixture(autouse=True)
def _outcomes(outcomes):
    """Everything stands in one world."""


def noted(of, code="SH", by="chair", leaning="trouble", words="Not by night."):
    with acting_as(token(by)):
        given = {"member": Member.objects.get(code=code), "paragraph": paragraphs_of(newest(of.pk).pk)[0]}
        return note_sounding(text=of, leaning=leaning, words=en(words), **given)


def test_R_S12_the_office_of_the_chair_alone_notes_and_reads():
    found = tabled("officer", *ALL)
    noted(found)
    for slug in ("alif", "officer", "jim"):
        with pytest.raises(PermissionDenied):
            noted(found, by=slug)
    for slug in ("alif", "officer", "jim", "coordinator"):
        with acting_as(token(slug)):
            assert not Sounding.objects.exists()
            assert not Entry.objects.filter(kind="sounding.noted").exists()
        assert client(slug).get(at("soundings", found.pk)).status_code == 404
    with acting_as(token("chair")):
        assert Sounding.objects.count() == 1


def test_not_even_the_chair_releases_a_note_to_another():
    found = tabled("officer", *ALL)
    with acting_as(token("chair")):
        wider = audience_of([*readers("chair", "secretariat")])
        given = {"text": found, "member": Member.objects.get(code="SH"), "leaning": "along"}
        with pytest.raises(ProgrammingError), transaction.atomic():
            Sounding.objects.create(**given, **ownership(wider))


def test_R_S12_a_sounding_is_no_position_and_leaves_no_trace():
    asked = before_the_body()
    pages = [at("text", asked.text_id), at("question", asked.pk), at("my_needs"), at("record")]
    before = {slug: [bare(client(slug).get(one).content) for one in pages] for slug in ("alif", "officer")}
    noted(asked.text)
    assert {slug: [bare(client(slug).get(one).content) for one in pages] for slug in before} == before
    assert heard("chair", asked) == {}


def test_the_chair_keeps_notes_beside_the_text_and_none_is_lost():
    found = tabled("officer", *ALL)
    address = at("soundings", found.pk)
    assert address in client("chair").get(at("text", found.pk)).content.decode()
    assert address not in client("officer").get(at("text", found.pk)).content.decode()
    assert client("chair").post(address, FORM).status_code == 302
    assert client("chair").post(address, FORM | {"leaning": "along", "text": ""}).status_code == 302
    assert client("chair").post(address, FORM | {"leaning": "x"}).status_code == 400
    shown = text(client("chair").get(address))
    assert all(words in shown for words in ("would go along", "has trouble with it", "before:", "Not by night."))


def test_as_many_statements_for_one_as_for_three():
    found, counts = tabled("officer", *ALL), []
    for code in ALL:
        noted(found, code)
        counts.append(statements(client("chair"), at("soundings", found.pk)))
    assert counts == [10] * 3
