"""The house on one machine: `python -m tansiq serve`, or any management command with its database."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import psycopg
from django.core.management import CommandError, execute_from_command_line

from tansiq.database.backup import restore
from tansiq.database.contract import Broken
from tansiq.database.house import prepare
from tansiq.database.server import GroundError, Server, running
from tansiq.database.server.binaries import in_words
from tansiq.languages.terminal import _
from tansiq.management.web.serving import Web, free_port
from tansiq.management.web.working import Worker

HOUSE = Path(__file__).resolve().parents[1]
PORT = 8000


def main(words: Sequence[str]) -> int:
    """Serve, or run one command; what cannot be done is told in one sentence."""
    signal.signal(signal.SIGTERM, _stop)
    serving = not words or words[0] == "serve" or words[0].startswith("-")
    try:
        if serving:
            serve(_asked(words))
        elif words[0] == "restore":
            restored(words[1:])
        else:
            command(words)
    except (GroundError, Broken, CommandError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    except psycopg.OperationalError as reason:
        lines = str(reason).strip().splitlines() or [type(reason).__name__]
        sys.stderr.write(_("The database refuses: %(reason)s") % {"reason": lines[0]} + "\n")
        return 1
    except KeyboardInterrupt:
        say(_("Closed."))
        return 0 if serving else 130
    return 0


def serve(asked: argparse.Namespace) -> None:
    """Open the house and keep it open until it is asked to close."""
    port = free_port(asked.host, asked.port, PORT)
    if asked.port is None and port != PORT:
        say(_("Port %(taken)s is taken: %(port)s is used.") % {"taken": PORT, "port": port})
    data = _data(asked.data)
    with running(data, say=say) as server:
        say(_which(server))
        secret = prepare(server, data, demo=asked.demo, own=asked.own or "", say=say)
        (data / "static").mkdir(exist_ok=True)  # WhiteNoise complains where its folder is missing.
        with Web(asked.host, port, data, threads=asked.threads, workers=asked.workers) as web:
            web.open_up()
            say("")
            for line in _open_lines(web, asked, secret):
                say(f"  {line}")
            say("")
            with Worker(data, web.address, web.door):
                web.keep(say)


def _open_lines(web: Web, asked: argparse.Namespace, secret: str) -> list[str]:
    """What a person at the terminal does next, in both languages."""
    port, own, door = asked.port or PORT, asked.own or "", web.address
    if web.name:
        lines = [
            f"Tansiq is open: {door} - the proxy asks it on port {port}. Ctrl-C closes it.",
            f"تنسيق مفتوح: {door} - يسأله الوكيل على المنفذ {port}. للإغلاق: Ctrl-C",
        ]
    elif own:
        lines = [f"Tansiq is open: {door} - Ctrl-C closes it.", f"تنسيق مفتوح: {door} - للإغلاق: Ctrl-C"]
    else:
        lines = [
            f"Tansiq is open: {door} - enter as one of the people on its first page. Ctrl-C closes it.",
            f"تنسيق مفتوح: {door} - ادخل بصفة أحد الأشخاص في صفحته الأولى. للإغلاق: Ctrl-C",
        ]
    if secret:
        lines += [
            f"The first officer ({own}) comes in here, once, within seven days: {door}en/invitation/{secret}/",
            f"يدخل المسؤول الأول ({own}) من هنا، مرة واحدة، خلال سبعة أيام: {door}ar/invitation/{secret}/",
        ]
    return lines


def command(words: Sequence[str]) -> None:
    """Run one management command on the house's own database."""
    data = _data(None)
    with running(data, say=_to_stderr) as server:
        prepare(server, data, say=_to_stderr)
        execute_from_command_line(["run.py", *words])


def restored(words: Sequence[str]) -> None:
    """Make a house of a saved one."""
    parser = argparse.ArgumentParser(prog="python3 run.py restore", description=_("Make a house of a saved one."))
    parser.add_argument("folder", type=Path, help=_("the folder that `run.py backup` has made"))
    parser.add_argument("--data", type=Path, help=_("the new data folder; without it .tansiq beside run.py"))
    asked = parser.parse_args(words)
    data = _data(asked.data)
    restore(asked.folder.expanduser().absolute(), data, say=say)
    say(_("Restored into %(data)s: python3 run.py --data %(data)s opens it.") % {"data": data})


def say(line: str) -> None:
    """Tell the terminal, at once."""
    print(line, flush=True)


def _to_stderr(line: str) -> None:
    """A command's own output may be read by a program."""
    sys.stderr.write(f"{line}\n")


def _which(server: Server) -> str:
    """Which PostgreSQL runs, in one line."""
    where = {
        "url": _("named by TANSIQ_DATABASE_URL"),
        "system": _("this machine's, on our own data folder"),
        "wheel": _("brought by pip, on our own data folder, closed to the network"),
    }
    return f"PostgreSQL {in_words(server.version)}: {where[server.source]}."


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python3 run.py",
        description=_("Open Tansiq on this machine."),
        epilog=_("Also: python3 run.py test, and python3 run.py COMMAND for any management command (run.py help)."),
    )
    parser.add_argument("--port", type=int, help=_("the port; without it 8000 or the next free one"))
    parser.add_argument(
        "--host", default="127.0.0.1", help=_("the address to listen on; without it this machine alone")
    )
    parser.add_argument("--data", type=Path, help=_("the data folder; without it .tansiq beside run.py"))
    holds = parser.add_mutually_exclusive_group()
    holds.add_argument(
        "--demo",
        choices=["coalition", "consortium", "empty"],
        default="coalition",
        help=_("what a new house holds: a real record, an invented consortium, or nothing yet"),
    )
    holds.add_argument(
        "--own",
        type=_mail_address,
        metavar=_("EMAIL"),
        help=_("a house of your own: the address of its first officer, whose way in is printed"),
    )
    parser.add_argument("--workers", type=int, default=1, help=_("processes that answer"))
    parser.add_argument("--threads", type=int, default=4, help=_("requests that one process answers at once"))
    return parser.parse_args([word for word in words if word != "serve"])


def _mail_address(typed: str) -> str:
    """An e-mail address, as far as a terminal can tell."""
    if not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,190}", typed):
        raise argparse.ArgumentTypeError(_("this is no e-mail address, for example name@mission.example"))
    return typed


def _data(asked: Path | None) -> Path:
    """The data folder, told to all that runs inside."""
    data = (asked or Path(os.environ.get("TANSIQ_DATA") or HOUSE / ".tansiq")).expanduser().absolute()
    os.environ.update(TANSIQ_DATA=str(data), DJANGO_SETTINGS_MODULE="tansiq.settings")
    return data


def _stop(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
