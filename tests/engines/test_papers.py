"""Papers that strangers send: told by their content, kept without what they tell of their makers, or refused aloud."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from tansiq.engines.papers import REASONS
from tansiq.engines.papers.apart import Cleaner, clean
from tansiq.engines.papers.cleaning import cleaned
from tansiq.engines.workbook.refusals import Refused
from tests.engines.papers_made import HOSTILE, HTML, SECRET, TELLING, image, pdf, sheet, text, way_out

ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/Metadata", b"/Author", b"<script")


@pytest.fixture(scope="module")
def cleaner():
    held = Cleaner()
    yield held
    held.close()


def unpacked(content):
    """All that a paper holds, whatever it is packed in."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"".join(packed.read(name) for name in packed.namelist())
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
        return content + b"".join(one.get_data() for one in objects if isinstance(one, StreamObject))
    return content


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_papers_are_refused_with_the_reason(cleaner, name):
    content, _called, why = HOSTILE[name]
    with pytest.raises(Refused) as refusal:
        cleaner.clean(content)
    assert refusal.value.code == why
    assert why in REASONS


@pytest.mark.parametrize("name", TELLING)
def test_what_a_paper_tells_of_its_maker_is_taken_out(cleaner, name):
    content, _called, kind = TELLING[name]
    paper = cleaner.clean(content)
    assert paper.kind == kind
    held = unpacked(paper.content)
    for spelled in (SECRET.encode(), SECRET.encode("utf-16-be"), b"Exif", b"GPS"):
        assert spelled not in held
    assert [one for one in ACTIVE if one in held] == []
    assert cleaner.clean(paper.content).kind == kind  # What is kept can be sent again.


def test_a_photo_stands_upright_and_is_otherwise_the_same():
    kept = Image.open(io.BytesIO(cleaned(image()).content))
    assert (kept.size, kept.getexif(), kept.info.get("comment")) == ((40, 60), {}, None)


def test_a_pdf_keeps_its_pages():
    assert len(PdfReader(io.BytesIO(cleaned(pdf(script=True, inside=True)).content)).pages) == 1


def test_a_workbook_is_read_back_with_its_comment_but_no_author():
    book = load_workbook(io.BytesIO(cleaned(sheet()).content))
    assert (book.active["A1"].value, book.active["A1"].comment.text) == ("A figure", "Is this right?")
    assert SECRET not in (book.properties.creator, book.active["A1"].comment.author)


def test_a_text_keeps_its_words_and_its_links():
    link = way_out("hyperlink", "https://a.example")
    held = unpacked(cleaned(text(**{"word/_rels/document.xml.rels": link})).content)
    assert b"<w:t>Agreed.</w:t>" in held
    assert b"https://a.example" in held


def test_a_paper_that_breaks_its_worker_harms_the_next_one_no_more(monkeypatch):
    monkeypatch.setattr("tansiq.engines.workbook.apart.WAIT", 0.0)
    with pytest.raises(Refused, match="heavy"):
        clean(HTML)
    monkeypatch.undo()
    assert clean(b"Words.").kind == "text/plain"
