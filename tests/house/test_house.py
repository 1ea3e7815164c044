"""The rules that nobody should have to remember."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLResolver, get_resolver

from tansiq.record.wording import KINDS
from tansiq.release.models import Released
from tests.world import ROOT

HOUSE = ROOT / "tansiq"


def sources() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)


def acts_in_code() -> set[str]:
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"act", "append"}:
                found |= {one.value for one in node.args[:1] if isinstance(one, ast.Constant)}
    return found


def test_every_kind_of_entry_has_its_sentence_and_stands_in_the_docs():
    documented = set(re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", (ROOT / "docs/record.md").read_text(), re.MULTILINE))
    assert acts_in_code() == set(KINDS) == documented


def test_every_rule_of_the_list_has_a_test_that_bears_its_number():
    listed = set(re.findall(r"^\| R-([A-Z]\d+)\b", (ROOT / "docs/rules.md").read_text(), re.MULTILINE))
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    assert listed - set(re.findall(r"def test_R_([A-Z]\d+)_", tests)) == set()
    assert len(listed) >= 27


def test_no_two_pages_have_one_name():
    named = Counter(name for _path, name in routes(get_resolver()))
    assert {name for name, count in named.items() if count > 1} == set()
    assert len(named) > 200


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    for one in resolver.url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, path)
        elif one.name:
            yield path, one.name


def test_every_model_is_in_the_glossary():
    words = {
        row.split("|")[1].strip() for row in (ROOT / "docs/glossary.md").read_text().splitlines() if row.startswith("|")
    }
    named = {
        re.sub(r"(?<!^)([A-Z])", r" \1", model.__name__).lower() for model in apps.get_app_config("tansiq").get_models()
    }
    assert named - words == {"audience reader"}  # The index of audiences, no word of the coalition.


def test_every_releasable_table_is_protected_in_its_migration():
    laid = "".join(path.read_text() for path in (HOUSE / "migrations").glob("0*.py"))
    for model in apps.get_app_config("tansiq").get_models():
        if issubclass(model, Released):
            assert f'"{model.__name__}"' in "".join(re.findall(r"Protect\(\s*\"\w+\"", laid)), model


def test_files_stay_small():
    long = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in sources()}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "NotImplementedError()", "pragma: no cover"])
def test_nothing_is_left_unfinished(word):
    assert [str(path) for path in sources() if word in path.read_text()] == []


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_kept():
    kept = [path for path in (ROOT / "requirements.txt", ROOT / "requirements-dev.txt") if path.exists()]
    assert len(kept) == 2
    for path in kept:
        assert "://" not in path.read_text()
