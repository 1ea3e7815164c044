"""What a comparison holds while it runs: environments, databases and servers of its own, each ended by its id."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from tansiq import chance
from tansiq.database.server import Server
from tansiq.management.web.serving import free_port

PATIENCE = 120.0  # Seconds until the first answer.
PORTS = {"redis": 18_300, "ours": 18_400, "indico": 18_500, "pretalx": 18_600}  # The first to try of each.
LOOP = "127.0.0.1"


def environment(folder: Path, name: str, packages: Sequence[str]) -> Path:
    """The programs of a virtual environment with these packages and what they bring; made where there is none."""
    place, said = folder / name, folder / name / "packages.txt"
    wanted = "\n".join(packages)
    if not said.exists() or said.read_text() != wanted:
        shutil.rmtree(place, ignore_errors=True)
        tell(f"Installing {', '.join(packages)} …")
        run([sys.executable, "-m", "venv", str(place)])
        run([str(place / "bin" / "pip"), "install", "--quiet", *packages])
        said.write_text(wanted)
    return place / "bin"


def run(command: Sequence[str], around: Mapping[str, str] | None = None) -> str:
    """Run a program to its end, and hand over the last line that it wrote."""
    done = subprocess.run(command, env={**os.environ, **(around or {})}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{(done.stderr or done.stdout)[-3000:]}")
    return (done.stdout.strip().splitlines() or [""])[-1]


@dataclass(frozen=True)
class Database:
    """A database of a peer's own, on the server that ours lies on too."""

    host: str
    port: str
    name: str  # Its owner is called so too.
    password: str

    @property
    def url(self) -> str:
        """How SQLAlchemy writes it."""
        return f"postgresql://{self.name}:{self.password}@/{self.name}?host={quote(self.host)}&port={self.port}"


def database(server: Server, peer: str, extensions: Sequence[str] = ()) -> Database:
    """A new database, with the extensions that only an administrator may bring."""
    admin = conninfo_to_dict(server.admin_url)
    made = Database(str(admin.get("host", "")), str(admin.get("port", "")), f"bench_{peer}", chance.token())
    name = sql.Identifier(made.name)
    with psycopg.connect(server.admin_url, autocommit=True) as line:
        line.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(name, sql.Literal(made.password)))
        line.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))
    with psycopg.connect(server.admin_url, dbname=made.name, autocommit=True) as line:
        for extension in extensions:
            line.execute(sql.SQL("CREATE EXTENSION {}").format(sql.Identifier(extension)))
    return made


@contextmanager
def held(command: Sequence[str], log: Path, around: Mapping[str, str] | None = None) -> Iterator[None]:
    """Let a program run in a session of its own meanwhile; what it started ends with it."""
    with log.open("wb") as words:
        program = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            env={**os.environ, **(around or {})},
            start_new_session=True,
        )
    try:
        yield
    finally:
        program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(timeout=20)
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """A Redis in memory alone: Indico asks for one. Debian's is installed where it is not, and we may."""
    if not shutil.which("redis-server"):
        if os.geteuid():
            raise SystemExit("Indico needs Redis: apt-get install redis-server")
        run(["apt-get", "update", "-qq"])
        run(["apt-get", "install", "-y", "-qq", "redis-server"])
    port = port_of("redis")
    command = ["redis-server", "--port", str(port), "--bind", LOOP, "--save", "", "--dir", str(folder)]
    with held(command, folder / "redis.log"):
        yield f"redis://{LOOP}:{port}"


def port_of(name: str) -> int:
    """A free port."""
    return free_port(LOOP, None, PORTS[name])


def page(port: int, path: str) -> bytes:
    """A page as a new visitor gets it.

    Raises:
        ConnectionError: it is answered with anything but 200.
    """
    line = http.client.HTTPConnection(LOOP, port, timeout=PATIENCE)
    try:
        line.request("GET", path, headers={"Accept": "text/html"})
        answer = line.getresponse()
        body = answer.read()
    finally:
        line.close()
    if answer.status != http.HTTPStatus.OK:
        raise ConnectionError(f"{path}: {answer.status}")
    return body


def awaited(port: int, path: str) -> bytes:
    """A page, as soon as there is somebody to serve it."""
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            return page(port, path)
        except (OSError, http.client.HTTPException):
            if time.monotonic() > limit:
                raise
            time.sleep(0.5)


def tell(line: str) -> None:
    """What a person may read meanwhile."""
    sys.stderr.write(f"{line}\n")
