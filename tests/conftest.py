"""The worlds that tests live in: one server for the run, two templates, and a clean state for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tansiq.database.server import discard, running
from tests.world import Cluster, frozen, token


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also what takes long")
    parser.addoption("--no-browser", action="store_true", help="without the tests that need chromium")


# What takes longest begins first, so that no process waits for the other at the end; the worlds come last, since they
# turn this process's clock, chance and connection to themselves.
LONGEST = ("browser/test_pages.py", "values/test_fields.py")
WORLDS = "two_worlds/"


def _turn(item: pytest.Item) -> int:
    place = item.path.relative_to(Path(__file__).parent).as_posix()
    return 0 if place in LONGEST else 2 if place.startswith(WORLDS) else 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    kept, left = [], []
    for item in items:
        out = (item.get_closest_marker("long") and not config.getoption("--long")) or (
            item.get_closest_marker("browser") and config.getoption("--no-browser")
        )
        (left if out else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """In CI nothing is skipped: a skip is a failure that says so."""
    report = yield
    if report.skipped and os.environ.get("TANSIQ_NO_SKIP") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    data = Path(tmp_path_factory.mktemp("data"))
    with running(data, unsafe_fast=True, say=lambda _line: None) as server:
        yield Cluster(server, data)
    if data.exists():  # Many runs at once clear each other's oldest folders away.
        discard(data)


@pytest.fixture(scope="session")
def small(cluster: Cluster) -> str:
    """The template of the small invented coalition."""
    cluster.make("small", "small")
    return "small"


@pytest.fixture(scope="session")
def record(cluster: Cluster) -> str:
    """The template of the demonstration on the real record."""
    cluster.make("record", "coalition")
    return "record"


@pytest.fixture(scope="session")
def empty(cluster: Cluster) -> str:
    """The template of a house that waits to be founded."""
    cluster.make("empty", "empty")
    return "empty"


@pytest.fixture(scope="session")
def django_db_setup(cluster: Cluster, small: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """One clone of the small coalition, in which each test rolls its acts back."""
    cluster.clone(small, "tests")
    with django_db_blocker.unblock(), frozen():
        cluster.use("tests")
        yield
        connection.close()


def _acting(slug: str) -> pytest.FixtureDef:
    @pytest.fixture(name=slug.replace(".", "_"))
    def given(db: None) -> str:
        return token(slug)

    return given


# Contexts of the small coalition's people: alif leads Sahlan's delegation, ba speaks for Wadina, jim for Nawras.
alif, alif2, ba, jim, officer, chair, admin_sh = (
    _acting(slug) for slug in ("alif", "alif2", "ba", "jim", "officer", "chair", "admin.sh")
)
