"""An entry is recomputed from its parts by whoever may read it, also where a part is withheld."""

import hashlib

import pytest
from django.db import ProgrammingError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from tansiq import chance, clock
from tansiq.engines.canonical import LARGEST
from tansiq.engines.entries import EPOCH_SECONDS, GROUPS, Clear, commitment
from tansiq.languages.words import Words
from tansiq.record.commands import append, clear_of
from tansiq.record.models import Disclosure, Entry, EntryGroup
from tansiq.release.acting import acting, acting_as
from tansiq.release.commands import audience_of, own_audience
from tansiq.release.models import Audience, Member
from tansiq.reviews.commands import correct_remark, make_remark, release_remarks
from tansiq.reviews.models import Remark, Review
from tests.world import SECONDS

READ = [name for name in GROUPS if name != "person"]


def en(text: str) -> Words:
    return Words.of("en", en=text)


def reader(code: str) -> int:
    return Member.objects.get(code=code).reader


def remark(*codes: str) -> Remark:
    return make_remark(
        review=Review.objects.get(), text=en("Reports come late."), readers=[reader(code) for code in codes]
    )


def verified(entry: Entry) -> list[str]:
    """Recompute an entry from what the actor reads of it; which groups were there to recompute."""
    groups = list(EntryGroup.objects.filter(entry=entry))
    for group in groups:
        assert commitment(bytes(group.salt), group.body).hex() == entry.commitments[group.name]
    assert clear_of(entry).leaf(bytes(entry.salt)) == bytes(entry.leaf)
    assert sorted(entry.commitments) == sorted(GROUPS)
    return sorted(group.name for group in groups)


def chain(item: object) -> list[str]:
    """The kinds of an item's entries from the first on, each naming the hash of the one before."""
    left = {bytes(one.previous or b""): one for one in Entry.objects.filter(item=item.pk)}
    kinds, last = [], b""
    while left:
        entry = left.pop(last)
        kinds.append(entry.kind)
        last = clear_of(entry).hash()
    return kinds


def test_every_entry_of_a_house_is_recomputed_from_its_parts(cluster, small):
    """All that was done in the small coalition, read by the administrator and reckoned without the program's models."""
    with cluster.admin(small) as admin:
        entries = admin.execute(
            "SELECT key, owner_id, kind, item, previous, epoch, commitments, salt, leaf FROM tansiq_entry"
        ).fetchall()
        groups = admin.execute("SELECT entry_id, name, salt, body FROM tansiq_entry_group").fetchall()
    hashes = {}
    for key, owner, kind, item, previous, epoch, commitments, salt, leaf in entries:
        parts = {name: (own, body) for entry, name, own, body in groups if entry == key}
        assert set(parts) == set(commitments) == set(GROUPS)
        reckoned = {name: commitment(own, body) for name, (own, body) in parts.items()}
        assert {name: one.hex() for name, one in reckoned.items()} == commitments
        clear = Clear(kind, str(item), previous, epoch, reckoned)
        assert clear.leaf(salt) == leaf
        hashes.setdefault((owner, item), []).append((clear.hash(), previous))
        assert parts["actor"][1]["member"] == str(owner)
        assert epoch == SECONDS // EPOCH_SECONDS
    for versions in hashes.values():  # One chain for each owner and item: no fork, no gap.
        made = {own for own, _previous in versions}
        named = [previous for _own, previous in versions]
        assert named.count(None) == 1
        assert len(set(named)) == len(named)
        assert {one for one in named if one} < made or len(versions) == 1
    assert len(entries) > 20
    assert len({own for own_salts in groups for own in [own_salts[2]]}) == len(groups)  # No salt is used twice.


@pytest.mark.django_db
class TestVersions:
    """An item's entries are a chain that its readers can walk."""

    def test_each_names_the_one_before(self, alif):
        with acting_as(alif):
            made = remark("WA")
            for version, text in enumerate(("Two came late.", "One came late."), start=1):
                correct_remark(remark=made, text=en(text), version=version)
            release_remarks(remarks=[made], readers=[reader(code) for code in ("SH", "WA", "NW")])
            assert chain(made) == ["remark.made", "remark.corrected", "remark.corrected", "remarks.released"]
            assert [verified(one) for one in Entry.objects.filter(item=made.pk)] == [sorted(GROUPS)] * 4

    def test_an_entry_is_of_the_hour_and_the_time_of_its_act(self, alif):
        with acting_as(alif):
            entry = Entry.objects.get(item=remark("WA").pk)
            assert entry.epoch == int(clock.now().timestamp()) // EPOCH_SECONDS
            said = {group.name: group.body for group in entry.groups.all()}
            assert said["time"] == {"at": clock.now().isoformat()}
            assert said["actor"] == {"member": str(acting().member), "hat": "head"}
            assert said["person"] == {"accreditation": str(acting().accreditation)}
            assert said["content"]["text"] == en("Reports come late.").as_json()


@pytest.mark.django_db
class TestWithheld:
    """A part that is not released is not read; its commitment stands, and the rest is verified without it."""

    def test_the_person_is_for_the_actor_s_member_alone(self, alif, alif2, ba, jim, officer):
        with acting_as(alif):
            made = remark("WA")
        for who, groups in ((alif, sorted(GROUPS)), (alif2, sorted(GROUPS)), (ba, sorted(READ))):
            with acting_as(who):
                assert verified(Entry.objects.get(item=made.pk)) == groups
        for who in (jim, officer):
            with acting_as(who):
                assert list(Entry.objects.filter(item=made.pk)) == []
                assert list(EntryGroup.objects.filter(entry__item=made.pk)) == []

    @pytest.mark.parametrize("first", [[], ["WA"]])
    def test_a_later_release_opens_all_but_the_person(self, alif, jim, first):
        with acting_as(alif):
            made = remark(*first)
            release_remarks(remarks=[made], readers=[reader(code) for code in ("SH", *first, "NW")])
        with acting_as(jim):
            assert [verified(one) for one in Entry.objects.filter(item=made.pk)] == [sorted(READ)] * 2
            assert chain(made) == ["remark.made", "remarks.released"]

    def test_a_group_that_was_withheld_stays_so_when_its_entry_is_released_to_more(self, alif, ba, jim):
        with acting_as(alif):
            wide, own = audience_of({reader("SH"), reader("WA")}), own_audience()
            entry = self.spoken(wide, {"actor": own, "content": wide, "time": wide})
            for who, seen in ((ba, ["content", "time"]), (jim, [])):
                with acting_as(who):
                    assert self.seen(entry) == seen
            later = audience_of({reader("SH"), reader("WA"), reader("NW")})
            Disclosure.objects.create(
                key=chance.key(), entry_id=entry, owner_id=acting().member, audience=later, at=clock.now()
            )
            for who in (ba, jim):
                with acting_as(who):
                    assert self.seen(entry) == ["content", "time"]
            assert self.seen(entry) == ["actor", "content", "time"]

    def spoken(self, audience: Audience, groups: dict[str, Audience]) -> object:
        key = chance.key()
        entry = {"key": str(key), "item": str(key), "owner": str(acting().member), "audience": audience.pk}
        entry |= {"v": 1, "kind": "remark.made", "epoch": SECONDS // EPOCH_SECONDS, "commitments": {}}
        entry |= {"previous": None, "salt": "00", "leaf": "00"}
        parts = [
            {"key": str(chance.key()), "name": name, "salt": "00", "body": {}, "audience": its.pk}
            for name, its in groups.items()
        ]
        with connection.cursor() as cursor:
            cursor.execute("SELECT tansiq.append(%s, %s)", [Jsonb(entry), Jsonb(parts)])
        return key

    def seen(self, entry: object) -> list[str]:
        return sorted(EntryGroup.objects.filter(entry_id=entry).values_list("name", flat=True))

    def test_only_its_owner_releases_an_entry(self, alif, ba):
        with acting_as(alif):
            entry = Entry.objects.get(item=remark("WA").pk)
        with acting_as(ba), pytest.raises(ProgrammingError, match="row-level security"):
            Disclosure.objects.create(
                key=chance.key(), entry=entry, owner_id=acting().member, audience=own_audience(), at=clock.now()
            )


CONTENT = st.dictionaries(
    st.text(st.characters(min_codepoint=1, max_codepoint=127), max_size=6),
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
    | st.lists(st.integers(0, 9), max_size=3),
    max_size=5,
)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENT)
def test_whatever_is_said_is_recomputed_from_the_database(alif, content):
    with acting_as(alif):
        about = Review.objects.get()
        entry = Entry.objects.get(pk=append("test.said", about=about, audience=own_audience(), content=content))
        assert verified(entry) == sorted(GROUPS)
        assert EntryGroup.objects.get(entry=entry, name="content").body == content
        salt = bytes(EntryGroup.objects.get(entry=entry, name="content").salt)
        assert len(salt) == 32
        assert hashlib.sha256(salt).hexdigest() != entry.commitments["content"]
