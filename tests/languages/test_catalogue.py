import re
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command

from tansiq.languages import catalogue

HOUSE = Path(catalogue.__file__).parents[1]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A catalogue of its own, as committed."""
    for name in ("django.po", "django.mo"):
        (tmp_path / name).write_bytes((catalogue.FOLDER / name).read_bytes())
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    return tmp_path


def one(text, translation, *flags):
    made = Catalog(locale="ar")
    made.add(text, translation, flags=flags)
    return list(catalogue.wanting(made))


def test_every_string_of_the_house_is_in_arabic():
    today = catalogue.brought_up_to_date()
    assert list(catalogue.wanting(today)) == []
    assert catalogue.is_compiled(catalogue.as_files(today))


def test_no_string_goes_by_a_name_that_the_catalogue_does_not_gather():
    renamed = re.compile(r"^from django\.utils\.translation import .*gettext\w* as (?!_$)\w+", re.MULTILINE)
    assert renamed.search("from django.utils.translation import gettext as _now")
    assert [str(file) for file in HOUSE.rglob("*.py") if renamed.search(file.read_text())] == []


def test_the_catalogue_gathers_code_pages_macros_and_the_first_command():
    places = {place for message in catalogue.gathered() for place, _line in message.locations}
    wanted = {
        "run.py",
        "tansiq/languages/dates.py",
        "tansiq/templates/_macros/release.html",
        "tansiq/templates/base.html",
    }
    assert wanted - places == set()


def test_arabic_has_six_forms_in_the_order_of_the_framework():
    form = c2py(catalogue.held().plural_expr)
    assert [form(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == [0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4]


def test_what_is_wanting_is_named_with_its_reason():
    assert one("Home", "الرئيسية") == []
    assert one("Home", "") == ["not translated: Home"]
    assert one("Home", "بيت", "fuzzy") == ["not certain: Home"]
    assert one(("%(n)s day", "%(n)s days"), ("",) + ("%(n)s",) * 5) == ["not translated: %(n)s day"]
    assert one("%(n)s days", "%(m)s أيام", "python-format") == ["unknown named placeholder 'm': %(n)s days"]


def test_the_command_writes_the_same_files_again(folder):
    call_command("messages")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    call_command("messages")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    call_command("messages", "--check")


def test_the_check_fails_where_a_string_lost_its_arabic(folder):
    text = (folder / "django.po").read_text()
    (folder / "django.po").write_text(text.replace('msgstr "الرئيسية"', 'msgstr ""'))
    with pytest.raises(CommandError) as refusal:
        call_command("messages", "--check")
    assert str(refusal.value).splitlines() == ["not translated: Home", "not compiled: run the command without --check"]


def test_a_forgotten_string_goes_and_a_translation_stays(folder):
    with (folder / "django.po").open("a") as file:
        file.write('\nmsgid "No page says this"\nmsgstr "لا تقوله صفحة"\n')
    call_command("messages")
    text = (folder / "django.po").read_text()
    assert ("No page says this" in text, 'msgstr "الرئيسية"' in text) == (False, True)
