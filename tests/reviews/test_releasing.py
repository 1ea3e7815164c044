"""Items of an agenda and documents released to more, later: as they stand, within what they hang on, never narrowed."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import translation

from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tansiq.reviews.agenda.commands import change_item
from tansiq.reviews.agenda.models import AgendaItem, Matter
from tansiq.reviews.agenda.releasing import release_item
from tansiq.reviews.papers.models import Document
from tests.engines.papers_made import pdf
from tests.pages import ABSENT, statements, text
from tests.reviews.setting import change, found, move, put, saying, withdraw
from tests.reviews.test_documents import sent
from tests.reviews.test_phases import enter, opened
from tests.reviews.test_referring import opened as opened_at
from tests.reviews.test_referring import refer
from tests.reviews.widened import widen
from tests.secretariat import readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FEW = ("SH", "secretariat", "chair")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    return opened(secretariat)


def page(name, item, slug="jim"):
    return text(client(slug).get(at(name, item.pk)))


class TestItems:
    def test_it_is_read_as_it_was_first_set_and_as_it_stands(self, review):
        item = put(review, "Names", *FEW)
        change(item, "Names of donors", "chair")
        change(item, "Names of all donors", "chair")
        put(review, "Opening")
        move(item, None)
        enter(review, "in_session")  # Later, too, when nothing is set any more.
        shown = page("agenda_item_release", item, "officer")
        for words in ("Names of all donors", "As it was first set: Names", "The public Released to the public"):
            assert words in shown
        assert widen("officer", "agenda_item_release", item.pk, "NW", version=5).status_code == 302
        told = page("agenda_item", item)
        assert "Names of all donors" in told
        assert "Names of donors" not in told.replace("Names of all donors", "")
        assert "An item of an agenda was released to more readers" in told
        assert "2 . Names of all donors" in page("agenda", review)
        assert "released to more readers Names of all donors" in page("agenda_item", item, "alif")
        assert client("ba").get(at("agenda_item", item.pk)).status_code == 404

    def test_a_change_at_the_same_moment_is_too_late(self, review):
        item = put(review, "Names", *FEW)
        before = found(item, "chair")
        assert widen("officer", "agenda_item_release", item.pk, "NW", version=2).status_code == 302
        with acting_as(token("chair")), pytest.raises(Stale):
            change_item(item=before, saying=saying("Other names"), version=1)
        assert "released to more readers Names" in page("agenda_item", item)

    def test_it_is_never_narrowed(self, review):
        item = put(review, "Names", *FEW)
        with acting_as(token("officer")):
            few = audience_of(readers("secretariat"))
            for model, key in ((AgendaItem, item.pk), (Matter, item.matter_id)):
                with pytest.raises(IntegrityError, match="only widened"), transaction.atomic():
                    model.objects.filter(pk=key).update(audience=few)

    def test_its_owner_alone_releases_it_and_hidden_and_absent_are_alike(self, review):
        item = put(review, "Names", *FEW)
        assert client("chair").get(at("agenda_item_release", item.pk)).status_code == 403
        assert "Release to more" not in page("agenda_item", item, "chair")
        hidden, absent = (client("jim").get(at("agenda_item_release", key)) for key in (item.pk, ABSENT))
        assert [hidden.status_code, absent.status_code] == [404, 404]
        assert bare(hidden.content).replace(str(item.pk), ABSENT) == bare(absent.content)
        with acting_as(token("chair")), pytest.raises(PermissionDenied):
            release_item(item=found(item, "chair"), readers=[PUBLIC], version=2)

    def test_what_was_said_meanwhile_is_shown_before_it_is_released(self, review):
        item = put(review, "Names", *FEW)
        change(item, "Other names")
        answer = widen("officer", "agenda_item_release", item.pk, version=2)
        assert (answer.status_code, "Other names" in text(answer)) == (409, True)
        assert client("jim").get(at("agenda_item", item.pk)).status_code == 404

    def test_what_is_closed_stays_closed_to_some(self, review):
        item = put(review, "Names", *FEW, kind="closed")
        answer = widen("officer", "agenda_item_release", item.pk, version=2)
        assert "A closed item is released to fewer than the review" in text(answer)
        with acting_as(token("officer")):
            Matter.objects.filter(pk=item.matter_id).update(audience=review.audience)
            with pytest.raises(ProgrammingError), transaction.atomic():
                AgendaItem.objects.filter(pk=item.pk).update(audience=review.audience)
        assert widen("officer", "agenda_item_release", item.pk, "NW", version=2).status_code == 302
        assert "Names" in page("agenda", review)

    def test_what_is_withdrawn_is_released_no_more(self, review):
        item = put(review, "Names", *FEW)
        withdraw(item)
        assert "This item is withdrawn." in text(widen("officer", "agenda_item_release", item.pk, version=3))

    def test_where_it_was_referred_it_is_released_to_nobody_who_does_not_read_it_there(self, secretariat):
        experts = opened_at(secretariat, "experts", "Experts in June")
        ministers = opened_at(secretariat, "ministers", "Ministers in July")
        first = put(experts, "Names", *FEW)
        second = refer(first, ministers)
        assert "All who read what it hangs on read it already" in page("agenda_item_release", second, "officer")
        with acting_as(token("officer")), pytest.raises(ValidationError, match="where it was referred from"):
            release_item(item=found(second), readers=readers("NW"), version=2)
        for item in (first, second):
            assert widen("officer", "agenda_item_release", item.pk, "NW", version=2).status_code == 302
        assert "Ministers in July" in page("agenda_item", first)

    def test_it_is_released_within_its_review_alone(self, secretariat):
        review = opened(secretariat, codes=["SH"], invited_only=True)
        item = put(review, "Names", "secretariat", "chair")
        told = page("agenda_item_release", item, "officer")
        assert "All who read what it hangs on" in told
        assert "The public" not in told.partition("Released to")[2].partition("Members that I choose")[0]
        assert widen("officer", "agenda_item_release", item.pk, "NW", version=2).status_code == 400
        assert widen("officer", "agenda_item_release", item.pk, "SH", version=2).status_code == 302


class TestDocuments:
    def test_it_is_released_to_more_with_what_it_replaces(self, review):
        former = sent(review, title="The plan")
        later = sent(former.pk, pdf(), to="document_replace", title="The plan, again", release="mine")
        assert "The plan, again" not in page("review_documents", review)
        shown = page("document_release", later, "alif")
        assert "They can save the whole file" in shown
        assert widen("alif", "document_release", later.pk, "NW").status_code == 302
        told = page("review_documents", review)
        assert "The plan, again" in told
        assert told.count("The plan") == 1  # What was replaced stands no more, for whoever reads both.
        assert "Former version The plan" in page("document", later)
        assert "The plan, again" not in page("review_documents", review, "ba")
        assert "A document was released to more readers" in text(client("jim").get(at("record")))

    def test_it_is_never_narrowed_nor_wider_than_its_item(self, review):
        item = put(review, "Names", *FEW)
        document = sent(review, item=str(item.pk), release="mine")
        assert widen("alif", "document_release", document.pk, "NW").status_code == 400
        assert widen("alif", "document_release", document.pk, "secretariat").status_code == 302
        with acting_as(token("alif")):
            few = audience_of(readers("SH"))
            with pytest.raises(IntegrityError, match="only widened"), transaction.atomic():
                Document.objects.filter(pk=document.pk).update(audience=few)

    def test_its_owner_alone_releases_it(self, review):
        document = sent(review)
        assert client("ba").get(at("document_release", document.pk)).status_code == 403
        assert "Release to more" not in page("document", document, "ba")
        assert "Everybody reads it already" in page("document_release", document, "alif")
        secret = sent(review, release="mine")
        hidden, absent = (client("jim").get(at("document_release", key)) for key in (secret.pk, ABSENT))
        assert bare(hidden.content).replace(str(secret.pk), ABSENT) == bare(absent.content)

    def test_sent_twice_it_is_released_once(self, review):
        document = sent(review, release="mine")
        for _time in range(2):
            assert widen("alif", "document_release", document.pk, "NW", once="k").status_code in {302, 409}
        with acting_as(token("alif")):
            assert Entry.objects.filter(item=document.pk, kind="document.released").count() == 1


def test_as_many_statements_whatever_hangs_on_them(review):
    counts = []
    for number in range(3):
        item = put(review, f"Names {number}", *FEW)
        change(item, "Other names")
        document = sent(review, item=str(item.pk), release="mine")
        counts.append(
            (
                statements(client("officer"), at("agenda_item_release", item.pk)),
                statements(client("alif"), at("document_release", document.pk)),
            )
        )
    assert counts == [counts[0]] * 3
