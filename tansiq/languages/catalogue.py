"""The catalogue of the interface: gathered from code and pages, translated once, compiled without outside tools."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parents[1]
RUN = HOUSE.parent / "run.py"
FOLDER = HOUSE / "locale" / "ar" / "LC_MESSAGES"
PAGES = ("**/templates/**.html", "**/templates/**.txt")  # Letters are texts.
SOURCES = [*((pages, "jinja2.ext:babel_extract") for pages in PAGES), ("**.py", "python")]
WORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)  # The same words give the same file, whenever it is written.
# Arabic counts in six forms: none, one, two, few, many, other; in the order of Django's own catalogues.
SIX_FORMS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
EMPTY = f"""msgid ""
msgstr ""
"Project-Id-Version: Tansiq\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {SIX_FORMS}\\n"
"""


def gathered() -> Catalog:
    """Every string that the house says, without its translation."""
    found = Catalog(project="Tansiq", creation_date=ALWAYS, fuzzy=False)
    options = {pages: {"extensions": "", "silent": "false", "trimmed": "true"} for pages in PAGES}
    for file, _line, message, comments, context in extract_from_dir(
        str(HOUSE),
        SOURCES,
        options,
        WORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: "__pycache__" not in folder,
    ):
        found.add(message, None, [(f"tansiq/{file}", 1)], auto_comments=comments, context=context)
    for _line, message, comments, context in extract_from_file("python", RUN, WORDS):
        found.add(message, None, [(RUN.name, 1)], auto_comments=comments, context=context)
    return found


def held() -> Catalog:
    """The catalogue as it is committed."""
    file = FOLDER / "django.po"
    return read_po(BytesIO(file.read_bytes() if file.exists() else EMPTY.encode()), locale="ar")


def brought_up_to_date() -> Catalog:
    """The committed translations, for the strings of today: new ones empty, forgotten ones gone."""
    catalogue = held()
    catalogue.update(gathered(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    catalogue.header_comment = "# The Arabic of the house; the glossary is docs/glossary.md."
    catalogue.project, catalogue.version, catalogue.fuzzy = "Tansiq", "1", False
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "Tansiq"
    return catalogue


def wanting(catalogue: Catalog) -> Iterator[str]:
    """What is still to be translated, or translated so that it would break: each with its reason."""
    for message in _messages(catalogue):
        said = message.string if isinstance(message.string, tuple | list) else [message.string]
        name = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if message.fuzzy:
            yield f"not certain: {name}"
        elif not all(said):
            yield f"not translated: {name}"
        else:
            yield from (f"{fault}: {name}" for fault in message.check(catalogue))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def as_files(catalogue: Catalog) -> dict[str, bytes]:
    """The two files of a catalogue: for translators, and for the program."""
    text, compiled = BytesIO(), BytesIO()
    write_po(text, catalogue, width=118, sort_output=True, include_lineno=False, include_previous=False)
    write_mo(compiled, catalogue)
    return {"django.po": text.getvalue(), "django.mo": compiled.getvalue()}


def is_compiled(files: dict[str, bytes]) -> bool:
    """Whether the program speaks today's words; where each is said may have moved."""
    file = FOLDER / "django.mo"
    return file.exists() and file.read_bytes() == files["django.mo"]
