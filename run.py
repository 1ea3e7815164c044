#!/usr/bin/env python3
"""Tansiq in two commands: `python3 run.py` opens it, `python3 run.py test` tests it.

The standard library is enough for this file. It makes `.venv` beside itself, installs into it exactly what the hashed
requirements name, and hands over; any other word is a management command: `python3 run.py COMMAND …`.
"""

from __future__ import annotations

import ast
import contextlib
import gettext
import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
OLDEST = (3, 11)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ = gettext.translation("django", str(HERE / "tansiq" / "locale"), fallback=True).gettext


# The long run of docs/two-worlds.md: --pairs N --seed S.
TWO_WORLDS = ["--only", "pytest", "tests/two_worlds", "--long", "-k", "long_run", "-s"]
SHOTS = ["--only", "pytest", "tests/browser/shots.py"]  # The screenshots of docs/, taken anew.


class Refusal(Exception):
    """What is missing, and the command that mends it."""


class Failed(Exception):
    """A program that did not do its work, and what it said."""


def main(words: list[str]) -> int:
    """Open the house, test it, or run one of its commands."""
    try:
        check_machine(sys.version_info, os.name)
        testing = words[:1] in (["test"], ["two_worlds"], ["shots"])
        install("requirements-dev.txt" if testing else "requirements.txt")
        if words[:1] == ["two_worlds"]:
            words = [*TWO_WORLDS, *words[1:]]
        elif words[:1] == ["shots"]:
            words = [*SHOTS, *words[1:], *without_browser(words)]
        elif testing:
            words = [*words[1:], *without_browser(words)]
        sys.stdout.flush()
        house = [str(HERE / "tests" / "checks.py")] if testing else ["-m", "tansiq"]
        os.execve(str(PYTHON), [str(PYTHON), *house, *words], environment())  # noqa: S606 -- no shell is wanted
    except Refusal as reason:
        sys.stderr.write(f"{reason}\n")
    except Failed as reason:
        full = _("The disk is full: Tansiq needs 1 GB in %(folder)s.") % {"folder": HERE}
        broken = _("Tansiq's packages could not be installed; the lines above say why.")
        sys.stderr.write(f"{full}\n" if "No space left" in str(reason) else f"{reason}\n{broken}\n")
    except OSError as reason:
        told = _("%(file)s: %(reason)s. Tansiq needs a folder that it may write, with 1 GB free.")
        sys.stderr.write(told % {"file": reason.filename or HERE, "reason": reason.strerror} + "\n")
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    return 1


def check_machine(version: Sequence[Any], system: str) -> None:
    """Refuse what cannot work, before anything is tried."""
    if tuple(version[:2]) < OLDEST:
        found = ".".join(str(part) for part in version[:2])
        raise Refusal(
            _("Tansiq needs Python 3.11 or newer and this is %(found)s: install a newer one, then python3.11 run.py")
            % {"found": found},
        )
    if system == "nt":
        raise Refusal(_("Tansiq runs on Linux and macOS; on Windows run it inside WSL: wsl --install"))


def environment() -> dict[str, str]:
    """What our programs find around them: this folder's modules, and no others' by accident."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    return {**inherited, "PYTHONPATH": str(HERE), "PYTHONSAFEPATH": "1"}


def install(requirements: str) -> None:
    """Install the hashed requirements; nothing is done where they are installed already."""
    digest = hashlib.sha256((HERE / requirements).read_bytes()).hexdigest()
    if installed().get(requirements) == digest:
        return
    with one_at_a_time():
        if installed().get(requirements) == digest:
            return
        make_venv()
        count = sum(line[0].isalnum() for line in (HERE / requirements).read_text().splitlines())
        faster = get_uv()
        with step(_("Installing %(count)s packages") % {"count": count}):
            put_in(requirements, faster=faster)
        python = os.path.realpath(str(PYTHON))
        STAMP.write_text(json.dumps({**installed(), "python": python, requirements: digest}))


def installed() -> dict[str, str]:
    """Which requirements are in `.venv`, as the stamp in it says; nothing where its Python has changed."""
    if not (PYTHON.exists() and STAMP.exists()):
        return {}
    held = json.loads(STAMP.read_text())
    return held if held.get("python") == os.path.realpath(str(PYTHON)) else {}


def make_venv() -> None:
    """Make the virtual environment, unless a usable one is there."""
    if PYTHON.exists():
        with contextlib.suppress(Failed):
            quietly([str(PYTHON), "-m", "pip", "--version"])
            return
    if not has_venv():
        apt_install("python3-venv", _("Python's venv module is missing: sudo apt install python3-venv"))
    with step(_("Making the Python environment")):
        quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])


def has_venv() -> bool:
    """Whether this Python can make virtual environments; Debian packs that apart."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def get_uv() -> bool:
    """Get the fast installer; whether it is to be had."""
    try:
        with step(_("Getting the installer")):
            quietly([*PIP, "--only-binary", ":all:", "-r", str(HERE / "requirements-uv.txt")])
    except Failed as reason:
        refuse_if_unreachable(str(reason))
        return False
    return True


def put_in(requirements: str, *, faster: bool) -> None:
    """Install by uv; where it cannot, by pip itself."""
    wanted = ["-r", str(HERE / requirements)]
    if faster:
        command = [str(PYTHON), "-m", "uv", "pip", "install", "--python", str(PYTHON), "--require-hashes", *wanted]
        with contextlib.suppress(Failed):
            quietly(command, **uv_settings())
            return
    try:
        quietly([*PIP, *wanted])
    except Failed as reason:
        refuse_if_unreachable(str(reason))
        raise


PIP = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--require-hashes"]

# How uv calls what a person has set for pip.
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "cert": "SSL_CERT_FILE",
    "trusted-host": "UV_INSECURE_HOST",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
    "proxy": "ALL_PROXY",
}


def uv_settings() -> dict[str, str]:
    """The environment for uv: pip's own settings hold for it too, where uv's do not say otherwise."""
    said = subprocess.run([str(PYTHON), "-m", "pip", "config", "list"], stdout=subprocess.PIPE, check=False).stdout
    settings = from_pip(said.decode(errors="replace"))
    # Hashes decide what is installed, so any index may give it.
    settings["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if not os.access(str(Path("~").expanduser()), os.W_OK):
        settings["UV_NO_CACHE"] = "1"
    return {name: value for name, value in settings.items() if name not in os.environ}


def from_pip(listed: str) -> dict[str, str]:
    r"""What `pip config list` says, in uv's names; pip's environment wins over its files.

    >>> from_pip("global.timeout='9'\n:env:.timeout='20'")
    {'UV_HTTP_TIMEOUT': '20'}
    """
    found = {}
    lines = [line.partition("=") for line in listed.splitlines()]
    for key, _equals, value in sorted(lines, key=lambda line: (line[0].startswith(":env:"), line[0])):
        name = key.split(".", 1)[-1]
        if name in UV_NAMES:
            separator = "," if name == "find-links" else " "
            found[UV_NAMES[name]] = separator.join(str(ast.literal_eval(value)).split())
    return found


def refuse_if_unreachable(said: str) -> None:
    """Name what could not be reached, if that is why it failed."""
    if re.search(r"name resolution|NewConnection|Connection(Error|Refused)|Max retries|onnect(ion)? timed? ?out", said):
        host = re.search(r"host='([^']+)'", said) or re.search(r"https?://(?:[^/@\s]*@)?([^/:\s'\"]+)", said)
        raise Refusal(
            _("%(host)s cannot be reached, and Tansiq's packages are not installed yet: connect this machine, or name ")
            % {"host": host[1] if host else _("The package index")}
            + _("an index that it reaches: PIP_INDEX_URL=https://… python3 run.py"),
        )


def apt_install(package: str, otherwise: str) -> None:
    """Install a Debian package when we may; else say the one command."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Refusal(otherwise)
    with step(_("Installing Debian's %(package)s") % {"package": package}):
        try:
            quietly(["apt-get", "update"])
            quietly(["apt-get", "install", "-y", "--no-install-recommends", package], DEBIAN_FRONTEND="noninteractive")
        except Failed as reason:
            sys.stderr.write(str(reason))
            raise Refusal(otherwise) from None


def without_browser(words: list[str]) -> list[str]:
    """Get a browser for the tests where we may; else go on without, except in CI."""
    if "--no-browser" in words or any(map(shutil.which, CHROMIUM)) or ("--only" in words and "pytest" not in words):
        return []
    how = _("The browser tests need Chromium: sudo apt install chromium (or leave them out: --no-browser)")
    try:
        apt_install("chromium", how)
    except Refusal:
        if os.environ.get("CI") == "true":
            raise
        say(how)
        return ["--no-browser"]
    return []


def say(line: str, end: str = "\n") -> None:
    """Tell the terminal, at once."""
    sys.stdout.write(line + end)
    sys.stdout.flush()


@contextlib.contextmanager
def step(title: str) -> Iterator[None]:
    """Name a long step while it runs, and how long it took."""
    began = time.monotonic()
    say(f"{title} … ", end="")
    try:
        yield
    except BaseException:
        say("")
        raise
    say(f"{time.monotonic() - began:.1f} s")


def quietly(command: list[str], **around: str) -> None:
    """Run a program; what it says is shown only when it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **around},
        check=False,
    )
    if done.returncode != 0:
        raise Failed(done.stdout.decode(errors="replace"))


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two first starts at once install one after the other."""
    import fcntl  # noqa: PLC0415 -- Windows, refused above, does not have it

    held = os.open(str(HERE), os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
