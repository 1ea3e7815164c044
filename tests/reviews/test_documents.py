"""Documents of a review and of its items: kept clean, read by their readers alone, served to be saved and never run."""

from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tansiq.engines.papers import Kind
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of, own_reader
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.papers.commands import file_document
from tansiq.reviews.papers.forms import called
from tansiq.reviews.papers.models import Document
from tests.engines.papers_made import HTML, SECRET, SVG, image, pdf
from tests.pages import ABSENT, statements, text
from tests.reviews.setting import put
from tests.reviews.test_phases import opened
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def send(review, content, slug="alif", name="paper.pdf", to="document_file", **given):
    held = {"title": "The plan", "language": "en", "item": "", "release": "public", **given}
    file = SimpleUploadedFile(name, content)
    return client(slug).post(at(to, getattr(review, "pk", review)), {**held, "file": file})


def sent(review, content=None, slug="alif", **given):
    answer = send(review, content or pdf(), slug, **given)
    assert answer.status_code == 302, text(answer)
    with acting_as(token(slug)):
        return Document.objects.get(pk=answer["Location"].rstrip("/").split("/")[-1])


def test_a_document_is_kept_clean_and_saved_as_it_is_kept(secretariat):
    review = opened(secretariat)
    document = sent(review, pdf(script=True), name="../خطة\u202e.exe")
    assert (document.media, document.name, document.language) == ("application/pdf", "خطة.pdf", "en")
    assert document.digest == sha256(document.content).hexdigest()
    told = text(client("jim").get(at("document", document.pk)))
    for words in ("The plan", "PDF · 1 kB", "the review as a whole", "خطة.pdf", document.digest, "Sahlan"):
        assert words in told
    answer = client("jim").get(at("document_content", document.pk))
    assert SECRET.encode() not in answer.content
    assert answer.content == bytes(document.content)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert "The plan" in text(client("jim").get(at("review_documents", review.pk)))
    with acting_as(token("jim")):
        entry = Entry.objects.get(kind="document.filed")
        assert entry.groups.get(name="attachment").body == {"name": "خطة.pdf", "sha256": document.digest}


def test_what_a_browser_would_run_is_never_kept(secretariat):
    review = opened(secretariat)
    for content, name in ((HTML, "a.pdf"), (SVG, "a.png"), (b"words\n" + HTML, "a.txt")):
        answer = send(review, content, name=name)
        assert answer.status_code == 400
        assert "a web page or a drawing that a browser would run" in text(answer)
        assert 'value="The plan"' in answer.content.decode()  # Nothing is typed again but the file.
    with acting_as(token("alif")):
        assert Document.objects.count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_why_a_file_is_refused_is_told_in_the_readers_language(secretariat, language):
    review = opened(secretariat)
    file = SimpleUploadedFile("a.pdf", b"")
    held = {"title": "خطة", "language": "ar", "release": "public", "file": file}
    told = text(client("alif").post(at("document_file", review.pk, language=language), held))
    assert ("The file is empty." if language == "en" else "الملف فارغ") in told


def test_it_is_read_by_its_readers_alone(secretariat):
    review = opened(secretariat)
    document = sent(review, release="mine")
    for slug, count in (("alif", 1), ("jim", 0)):
        with acting_as(token(slug)):
            assert Document.objects.count() == count
    with acting_as(public_token()):
        assert Document.objects.count() == 0
    for name in ("document", "document_content", "document_replace"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (document.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(document.pk), ABSENT) == bare(absent.content)
    before = bare(client("jim").get(at("review_documents", review.pk)).content)
    sent(review, release="mine")
    assert bare(client("jim").get(at("review_documents", review.pk)).content) == before


def test_of_an_item_it_is_read_by_no_more_than_read_the_item(secretariat):
    review = opened(secretariat)
    with acting_as(token("officer")):
        few = {"owner_id": review.owner_id, "said_by_id": review.owner_id, "created_at": review.created_at}
        few["audience"] = audience_of({own_reader(), secretariat.member("SH").reader})
        matter = AgendaItem._meta.get_field("matter").related_model.objects.create(**few)
        said = {"title": en("Item one"), "kind": "discussion", "place": 1}
        item = AgendaItem.objects.create(review=review, matter=matter, **said, **few)
    assert "is not released to all of these readers" in text(send(review, pdf(), item=str(item.pk)))
    document = sent(review, item=str(item.pk), release="mine")
    assert "Item one" in text(client("alif").get(at("document", document.pk)))
    assert send(review, pdf(), slug="jim", item=str(item.pk)).status_code == 400  # It is not there for jim.
    assert send(opened(secretariat), pdf(), item=str(item.pk)).status_code == 400  # Another review's item.


def test_the_agenda_names_the_documents_of_the_review_and_of_its_items_to_their_readers(secretariat):
    review = opened(secretariat)
    item = put(review, "Financing")
    former = sent(review, title="The plan")
    sent(former.pk, to="document_replace", title="The plan, again")
    sent(review, title="The costs", item=str(item.pk))
    before = bare(client("jim").get(at("agenda", review.pk)).content)
    sent(review, title="What we spent", item=str(item.pk), release="mine")
    sent(review, title="Only ours", release="mine")
    assert bare(client("jim").get(at("agenda", review.pk)).content) == before
    told = text(client("alif").get(at("agenda", review.pk)))
    row, _heading, whole = told.partition("Documents of the review as a whole")
    assert row.index("1 . Financing") < row.index("What we spent PDF · 1 kB Released to Sahlan alone")
    assert "The costs PDF · 1 kB" in row
    assert "The plan, again" in whole
    assert "Only ours" in whole
    assert told.count("The plan") == 1  # The former version stands no more.


def test_an_agenda_names_so_many_documents_and_leads_to_all(secretariat, monkeypatch):
    monkeypatch.setattr("tansiq.reviews.papers.queries.ON_AGENDA", 1)
    review = opened(secretariat)
    sent(review, title="The first")
    assert "All documents of this review" not in text(client("jim").get(at("agenda", review.pk)))
    sent(review, title="The second")
    told = text(client("jim").get(at("agenda", review.pk)))
    assert ("The second" in told) != ("The first" in told)
    assert "All documents of this review" in told


def test_its_readers_lie_within_those_of_the_review(secretariat):
    review = opened(secretariat, codes=["SH"], invited_only=True)
    answer = send(review, pdf(), release="public")
    assert "is not released to all of these readers" in text(answer)
    assert send(review, pdf(), slug="jim").status_code == 404


def test_a_new_version_stands_in_the_place_of_the_former_one(secretariat):
    review = opened(secretariat)
    former = sent(review)
    later = sent(former.pk, image("PNG"), to="document_replace", title="The plan, again")
    told = text(client("jim").get(at("review_documents", review.pk)))
    assert "The plan, again" in told
    assert told.count("PDF ·") == 0
    assert "A newer version stands in its place: The plan, again" in text(client("jim").get(at("document", former.pk)))
    assert "Former version The plan" in text(client("jim").get(at("document", later.pk)))
    assert client("ba").get(at("document_replace", former.pk)).status_code == 403
    narrow = sent(later.pk, to="document_replace", title="For us", release="mine")
    assert "The plan, again" in text(client("jim").get(at("review_documents", review.pk)))
    assert str(narrow.pk) not in client("jim").get(at("document", later.pk)).content.decode()


def test_a_member_keeps_so_much_and_no_more_at_a_review(secretariat, monkeypatch):
    monkeypatch.setattr("tansiq.reviews.papers.commands.MOST", 2_000)
    review = opened(secretariat)
    sent(review)
    assert "Your member keeps 40 MB" in text(send(review, b"word " * 400, name="a.txt"))
    assert send(review, pdf(), slug="ba").status_code == 302  # Each has a share of its own.


def test_nobody_files_for_another_and_no_field_is_made_up(secretariat):
    review = opened(secretariat)
    assert send(review, pdf(), owner="x").status_code == 400
    assert client().get(at("document_file", review.pk)).status_code == 302
    former = sent(review)
    given = {"item": None, "title": en("x"), "name": "x", "kind": Kind.TEXT, "content": b"x", "readers": []}
    with acting_as(token("ba")), pytest.raises(PermissionDenied):
        file_document(review=review, replaces=former, **given)


def test_the_same_form_sent_twice_files_one(secretariat):
    review = opened(secretariat)
    for _turn in range(2):
        assert send(review, pdf(), once="k1").status_code == 302
    with acting_as(token("alif")):
        assert Document.objects.count() == 1


def test_names_that_mislead():
    kind = "application/pdf"
    assert called('a\r\nb;c"d.html', kind) == "ab c d.pdf"
    assert called("..", kind) == "document.pdf"
    assert len(called("ا" * 500, kind)) == 84


def test_as_many_statements_for_many_documents_as_for_one(secretariat):
    review, counts = opened(secretariat), []
    for _number in range(3):
        document = sent(review)
        named = (
            ("review_documents", review),
            ("document", document),
            ("document_content", document),
            ("agenda", review),
        )
        counts.append([statements(client("jim"), at(name, of.pk)) for name, of in named])
        counts[-1].append(statements(client("alif"), at("document_file", review.pk)))
    assert counts == [counts[0]] * 3
    assert counts[0] == [9, 9, 5, 10, 10]
