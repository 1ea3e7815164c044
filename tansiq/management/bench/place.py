"""Where a bench runs: a program of its own, on a data folder and databases that are thrown away afterwards."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import astuple
from pathlib import Path

import psycopg
from django.core.management.base import CommandError
from psycopg import sql

from tansiq import chance
from tansiq.database.server import Server
from tansiq.languages.terminal import _
from tansiq.management.bench.goals import Finding

# The roles belong to the whole server: their passwords, and the key for contexts, are the house's own.
KEPT = ("database.json", "context.json", "secret")


def measured(server: Server, private: Path, wanted: Mapping[str, object]) -> Iterator[Finding]:
    """What the bench finds, as it finds it.

    Raises:
        CommandError: it could not be measured; its own last words stand above.
    """
    with _folder(private) as data, _databases(server) as name:
        given = {"server": astuple(server), "data": str(data), "database": name, **wanted}
        around = {"TANSIQ_DATA": str(data), "TANSIQ_SETTING_UP": "1", "DJANGO_SETTINGS_MODULE": "tansiq.settings"}
        # Pages keep their connections, as they do when they are served; worlds have one each, to a database of its own.
        around = {
            **os.environ,
            **around,
            "TANSIQ_ROLE": "app",
            "TANSIQ_POOL": "1" if wanted["name"] in {"pages", "review", "standing"} else "",
        }
        command = [sys.executable, "-m", "tansiq.management.bench", json.dumps(given)]
        with subprocess.Popen(command, env=around, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603 -- our own module
            try:
                for line in program.stdout or ():
                    yield Finding(**json.loads(line))
            except BaseException:
                program.terminate()
                raise
        if program.returncode:
            raise CommandError(_("The bench could not be run; its last words stand above."))


@contextmanager
def _folder(private: Path) -> Iterator[Path]:
    """A data folder that only we may enter."""
    with tempfile.TemporaryDirectory(prefix="tansiq-bench-") as folder:
        data = Path(folder)
        (data / "private").mkdir(mode=0o700)
        for name in KEPT:
            shutil.copy2(private / name, data / "private" / name)
        yield data


@contextmanager
def _databases(server: Server) -> Iterator[str]:
    """A name for databases that nobody else has; all that bear it are dropped."""
    name = f"tansiq_bench_{chance.key().hex}"
    try:
        yield name
    finally:
        with closing(psycopg.connect(server.admin_url, autocommit=True)) as admin:
            named = admin.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [name]).fetchall()
            for (database,) in named:
                admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))
