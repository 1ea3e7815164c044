"""How an author is named, or not: through the secretariat, and under the Chatham House Rule (R-V4)."""

import hashlib
import itertools
import os

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq import chance
from tansiq.advice import queries
from tansiq.advice.commands import laying
from tansiq.advice.models import Advice, HandedIn, UnsignedAdvice
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.record.models import Entry, EntryGroup
from tansiq.release.acting import acting_as
from tests.advice.given import answered, called, gave, handed, hours, laid, said
from tests.pages import text
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def test_R_V4_through_the_secretariat_it_alone_knows_the_member(later):
    call = called()
    handed(call, "alif", way="secretariat")
    with acting_as(token("officer")):
        assert [one.by.code for one in queries.waiting(call)] == ["SH"]
    shown = text(client("officer").get(at("advice_lay", call.pk)))
    assert "from Sahlan, through the secretariat" in shown
    for slug in ("ba", "chair", "coordinator"):
        with acting_as(token(slug)):
            assert (HandedIn.objects.count(), queries.waiting(call)) == (0, [])
    (made,) = laid(call)
    page = text(client("ba").get(at("advice", made.pk)))
    assert "through the secretariat" in page
    assert "Sahlan" not in page[: page.index("How each member sees it")]
    with acting_as(token("ba")):
        assert (made.owner.code, made.said_by) == ("secretariat", None)


def test_R_V4_under_the_chatham_house_rule_nobody_reads_it_before_the_close(later):
    call = called()
    sheet = handed(call, "alif", "Lists come late.")
    for slug in ("alif", "ba", "officer", "chair", "coordinator"):
        with acting_as(token(slug)):
            assert not UnsignedAdvice.objects.exists()
            assert HandedIn.objects.count() == (slug == "alif")
    assert client("officer").post(at("advice_lay", call.pk)).status_code == 400
    later(24)
    for slug in ("alif", "ba", "chair", "coordinator"):
        with acting_as(token(slug)):
            assert not UnsignedAdvice.objects.exists()
    with acting_as(token("officer")):
        (waits,) = queries.waiting(call)
        assert (waits.key, waits.by, waits.attribution) == (sheet.becomes, None, "chatham")
    (made,) = laid(call)
    with acting_as(token("ba")):
        found = Advice.objects.get()
        assert (found.pk, found.owner.code, found.said_by_id) == (made.pk, "secretariat", None)


def test_R_V4_nothing_of_it_bears_a_time_an_author_or_its_language(later):
    call = called()
    later(3)
    with acting_as(token("alif")):
        fr = Words.of("ar", ar="Lists come late.")  # Written in English by somebody who reads the house in Arabic.
        sheet = handed(call, "alif", fr)
    names = {one.column for one in UnsignedAdvice._meta.local_concrete_fields}
    assert names == {*("key", "owner_id", "call_key", "open_at"), *("kind", "line", "words", "severity", "evidence")}
    later(25)
    with acting_as(token("officer")):
        kept = UnsignedAdvice.objects.get(pk=sheet.becomes)
        assert (kept.words.source, kept.open_at) == ("en", hours(24))
        assert kept.owner_id == offices.office("secretariat").pk


def test_R_V4_all_of_it_is_laid_in_one_act_in_the_order_of_its_keys(later):
    call = called()
    for slug, words in (("ba", "One."), ("alif", "Two."), ("jim", "Three."), ("alif", "Four.")):
        handed(call, slug, words)
    handed(call, "jim", "Five.", way="secretariat")
    later(30)
    made = laid(call)
    assert [one.pk for one in made] == sorted(one.pk for one in made)
    assert {one.created_at for one in made} == {hours(30)}
    with acting_as(token("jim")):
        entry = Entry.objects.get(kind="advice.laid")
        told = EntryGroup.objects.get(entry=entry, name="content").body["advice"]
        actor = EntryGroup.objects.get(entry=entry, name="actor").body
        assert [one["advice"] for one in told] == [str(one.pk) for one in made]
        assert actor["member"] == str(offices.office("secretariat").pk)
        assert not Entry.objects.filter(item__in=[one.pk for one in made]).exists()
    with pytest.raises(ValidationError, match="Nothing waits"):
        laid(call)


def test_R_V4_the_author_finds_what_became_of_it_on_its_own_page(later):
    call = called()
    handed(call, "alif", "Lists come late.")
    assert "It does not lie on the table yet." in text(client("alif").get(at("advice_call", call.pk)))
    later(25)
    (made,) = laid(call)
    answered(made)
    mine = text(client("alif").get(at("advice_call", call.pk)))
    assert "What your member handed in without its name" in mine
    assert "under the Chatham House Rule advice Lists come late. not taken up · Not now." in mine
    assert "What your member handed in" not in text(client("ba").get(at("advice_call", call.pk)))


def test_R_V4_the_form_says_who_could_still_know():
    call = called()
    shown = text(client("alif").get(at("advise", call.pk)))
    assert "Whoever runs the server could still find out, and so could whoever recognises your style" in shown


def test_the_secretariat_lays_what_was_handed_in_and_nothing_else(later):
    call = called()
    sheet = handed(call, "alif", "Lists come late.", way="secretariat")
    with acting_as(token("officer")):
        for key, words in ((chance.key(), "Lists come late."), (sheet.becomes, "Lists come on time.")):
            columns = {**said(words).columns, "thread": key, "attribution": "secretariat", "created_at": hours(0)}
            with pytest.raises(ProgrammingError), transaction.atomic():
                Advice.objects.create(
                    key=key, call=call, owner=offices.office("secretariat"), audience=call.audience, **columns
                )
    with pytest.raises(PermissionDenied), acting_as(token("chair")):
        laying.lay_on_table(call=call)
    assert client("chair").get(at("advice_lay", call.pk)).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"owner": "SH"},  # For nobody but the secretariat.
        {"owner": "chair"},
        {"open_at": hours(1)},  # Not to be read before the close.
        {"open_at": hours(25)},
        {"call_key": chance.key()},
    ],
    ids=["own", "chair", "early", "late", "no call"],
)
def test_an_invited_member_puts_in_exactly_that_and_nothing_else(changed):
    call = called()
    with acting_as(token("alif")):
        given = {"call_key": call.pk, "open_at": call.closes_at, "owner": "secretariat", **changed}
        given["owner"] = queries.Member.objects.get(code=given["owner"])
        with pytest.raises(ProgrammingError), transaction.atomic():
            UnsignedAdvice.objects.create(**said().columns, **given)
        with pytest.raises(ProgrammingError), transaction.atomic():
            UnsignedAdvice.objects.update(line="relief")
        with pytest.raises(ProgrammingError), transaction.atomic():
            UnsignedAdvice.objects.all().delete()


def test_who_is_not_asked_puts_nothing_in(later):
    call = called(asked=("SH",))
    secretariat = {"call_key": call.pk, "open_at": call.closes_at}
    for slug in ("ba", "officer", "chair"):
        with acting_as(token(slug)), pytest.raises(ProgrammingError), transaction.atomic():
            UnsignedAdvice.objects.create(**said().columns, owner=offices.office("secretariat"), **secretariat)
    later(24)
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        UnsignedAdvice.objects.create(**said().columns, owner=offices.office("secretariat"), **secretariat)


READERS = ("jim", "officer", "chair", "coordinator", "")


def pages(call, made):
    """Every page on which a third member, the offices and the public could come upon it, byte by byte."""
    names = [
        *(
            ("advice_call", call.pk),
            ("advice_calls",),
            ("advice", made.pk if made else call.pk),
            ("record",),
            ("home",),
        ),
        *(("my_needs",), ("members",), ("member", "SH"), ("member", "WA"), ("advice_lay", call.pk), ("my_items",)),
        ("advice_position", made.pk if made else call.pk),
    ]
    shown = {}
    for slug in READERS:
        browser = client(slug)
        for name in names:
            for language in ("en", "ar"):
                answer = browser.get(at(*name, language=language))
                shown[slug, name[0], name[1:], language] = (answer.status_code, bare(answer.content))
        for query in ("late", "Sahlan", "Wadina"):
            shown[slug, "search", query] = bare(browser.get(at("search"), {"q": query}).content)
    return shown


@pytest.fixture
def drawn():
    """Chance drawn again for each step of a world: what differs between two worlds is their author alone."""
    former = chance.use(os.urandom)

    def step(name):
        places = itertools.count()
        chance.use(lambda count: hashlib.shake_256(f"{name} {next(places)}".encode()).digest(count))

    yield step
    chance.use(former)


@pytest.mark.parametrize("step", ["open", "closed", "laid", "answered"])
def test_R_V4_two_worlds_that_differ_in_the_author_alone(later, drawn, step):
    worlds = []
    call = called()
    gave(call, "jim", words="Ours.", kind="weak_point")
    for slug, hours_on, language in (("alif", 2, "ar"), ("ba", 9, "en")):  # Not even when, or in which language.
        point = transaction.savepoint()
        later(hours_on)
        drawn("handed in")
        handed(call, slug, Words(language, {language: "Lists come late."}), kind="weak_point")
        later({"open": 20, "closed": 25, "laid": 26, "answered": 27}[step])
        drawn("laid and answered")
        made = laid(call)[0] if step in ("laid", "answered") else None
        if step == "answered":
            answered(made)
        drawn("looked at")
        worlds.append(pages(call, made))
        transaction.savepoint_rollback(point)
    for page, shown in worlds[0].items():
        assert worlds[1][page] == shown, page
    assert any("Lists come late." in str(shown) for shown in worlds[0].values()) is (step != "open")
