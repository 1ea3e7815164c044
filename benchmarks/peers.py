"""`.venv/bin/python benchmarks/peers.py FOLDER`: the page of a review beside an event in Indico and in pretalx."""

import argparse
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from held import LOOP, awaited, database, environment, held, page, port_of, redis, run, tell  # noqa: E402 -- the folder of this file

from tansiq import chance  # noqa: E402 -- ours, beside this folder
from tansiq.database.server import Server, discard, running  # noqa: E402 -- as above
from tansiq.management.bench.goals import Finding, head  # noqa: E402 -- as above
from tansiq.management.bench.rounds import in_turn  # noqa: E402 -- as above

INDICO = ("indico==3.2.9", "gunicorn==23.0.0")
PRETALX = ("pretalx[postgres,redis]==2025.2.2", "gunicorn==23.0.0")
COUNT = 200  # Contributions, or talks.
FOLD = 100  # Times the rows of the record that we ship.
TIMES = 2
Page = Callable[[], bytes]


def main() -> int:
    """Set all three up, ask them in turn, print; 1 past a limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where environments, databases and logs lie; outside the repository")
    parser.add_argument("--rounds", type=int, default=9, help="medians are taken of so many rounds")
    parser.add_argument("--json", type=Path, dest="file", help="write the values to a file, too")
    asked = parser.parse_args()
    folder = asked.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if HERE.parent in folder.parents:
        parser.error("The folder must lie outside the repository.")
    if (folder / "house").exists():
        discard(folder / "house")
    with running(folder / "house", say=tell) as server, redis(folder) as memory, ExitStack() as open_:
        ways: dict[str, Page] = {
            "ours": open_.enter_context(ours(folder)),
            "indico.contributions": open_.enter_context(indico(folder, server, memory)),
            "pretalx.schedule": open_.enter_context(pretalx(folder, server, memory)),
        }
        for name, way in ways.items():
            tell(f"{name}: {len(way()) // 1024} kB")
        tell(f"Load before: {os.getloadavg()[0]:.1f}")
        times = in_turn(ways, rounds=asked.rounds, times=TIMES)
        tell(f"Load after: {os.getloadavg()[0]:.1f}")
    peers = [name for name in ways if name != "ours"]
    found = [
        Finding(f"peer.{name}", times.typical("ours"), times.typical(name), times.ratio(name, "ours")) for name in peers
    ]
    sys.stdout.write("\n".join([head(), *(one.line() for one in found), ""]))
    if asked.file:
        asked.file.write_text(json.dumps({one.name: one.as_json() for one in found}, indent=2) + "\n")
    return int(not all(one.ok for one in found))


@contextmanager
def ours(folder: Path) -> Iterator[Page]:
    """Our house as anybody starts it, its record a hundredfold: the page of the fullest review, for the public."""
    port = port_of("ours")
    command = [sys.executable, "-m", "tansiq", "--port", str(port), "--data", str(folder / "house")]
    around = {"PYTHONPATH": str(HERE.parent)}
    with held(command, folder / "ours.log", around):
        awaited(port, "/ar/")
        tell(f"Growing our record to {FOLD} times its rows …")
        path = run(
            [sys.executable, str(HERE / "fill_ours.py"), str(FOLD)], {**around, "TANSIQ_DATA": str(folder / "house")}
        )
        awaited(port, path)
        yield partial(page, port, path)


@contextmanager
def indico(folder: Path, server: Server, memory: str) -> Iterator[Page]:
    """Indico: the contribution list of a conference, for the public."""
    programs = environment(folder, "indico", INDICO)
    port, home = port_of("indico"), folder / "indico-home"
    shutil.rmtree(home, ignore_errors=True)
    for name in ("cache", "tmp", "log", "archive"):
        (home / name).mkdir(parents=True)
    settings = {
        "SQLALCHEMY_DATABASE_URI": database(server, "indico", ["pg_trgm", "unaccent"]).url,
        "SECRET_KEY": chance.token(48),
        "BASE_URL": f"http://{LOOP}:{port}",
        "CACHE_DIR": str(home / "cache"),
        "TEMP_DIR": str(home / "tmp"),
        "LOG_DIR": str(home / "log"),
        "STORAGE_BACKENDS": {"default": f"fs:{home / 'archive'}"},
        "REDIS_CACHE_URL": f"{memory}/0",
        "CELERY_BROKER": f"{memory}/1",
        "NO_REPLY_EMAIL": "office@bench.example",
        "SUPPORT_EMAIL": "office@bench.example",
        "SYSTEM_NOTICES_URL": None,
    }
    (home / "indico.conf").write_text("".join(f"{name} = {value!r}\n" for name, value in settings.items()))
    package = next(programs.parent.glob("lib/python*/site-packages/indico"))
    shutil.copy(package / "logging.yaml.sample", home / "logging.yaml")
    around = {"INDICO_CONFIG": str(home / "indico.conf")}
    tell(f"Indico: {COUNT} contributions …")
    run([str(programs / "indico"), "db", "prepare"], around)
    path = run([str(programs / "python"), str(HERE / "fill_indico.py"), str(COUNT)], around)
    with served(programs, "indico.web.flask.app:make_app()", port, folder / "indico.log", around):
        yield whole(port, path)


@contextmanager
def pretalx(folder: Path, server: Server, memory: str) -> Iterator[Page]:
    """pretalx: the schedule of an event as it is without script, for the public."""
    programs = environment(folder, "pretalx", PRETALX)
    port, home = port_of("pretalx"), folder / "pretalx-home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    own = database(server, "pretalx")
    around = {
        "PRETALX_DB_TYPE": "postgresql",
        "PRETALX_DB_NAME": own.name,
        "PRETALX_DB_USER": own.name,
        "PRETALX_DB_PASS": own.password,
        "PRETALX_DB_HOST": own.host,
        "PRETALX_DB_PORT": own.port,
        "PRETALX_DATA_DIR": str(home),
        "PRETALX_FILESYSTEM_STATIC": str(home / "static"),
        "PRETALX_SITE_URL": f"http://{LOOP}:{port}",
        "PRETALX_REDIS": f"{memory}/2",
    }
    tell(f"pretalx: {COUNT} talks …")
    for words in (["migrate"], ["collectstatic", "--noinput"]):
        run([str(programs / "python"), "-m", "pretalx", *words], around)
    path = run([str(programs / "python"), str(HERE / "fill_pretalx.py"), str(COUNT)], around)
    with served(programs, "pretalx.wsgi", port, folder / "pretalx.log", around):
        yield whole(port, path)


def served(
    programs: Path, application: str, port: int, log: Path, around: dict[str, str]
) -> AbstractContextManager[None]:
    """A peer behind gunicorn, with one worker, as ours has one."""
    command = [str(programs / "gunicorn"), "--workers", "1", "--bind", f"{LOOP}:{port}", application]
    return held(command, log, around)


def whole(port: int, path: str) -> Page:
    """The page of a peer, once it is seen to hold all that was put in."""
    named = len(set(re.findall(rb"Statement \d+", awaited(port, path))))
    if named != COUNT:
        raise SystemExit(f"{path} names {named} of {COUNT}.")
    return partial(page, port, path)


if __name__ == "__main__":
    sys.exit(main())
