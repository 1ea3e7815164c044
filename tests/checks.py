"""`python3 run.py test`: every check in order, pytest last; the first that fails ends the run.

`--only NAME` runs one of them; every other word goes to pytest, which runs all tests in two processes, and in one
what is named.
"""

# ruff: noqa: T201 -- it talks to a person in a terminal
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
CHECKS = {
    "ruff": ["-m", "ruff", "check", "--quiet"],
    "format": ["-m", "ruff", "format", "--check", "--quiet"],
    "mypy": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
    "migrations": [
        *("-W", "ignore::RuntimeWarning"),  # No database is there yet, nor needed.
        *("-m", "django", "makemigrations", "--check", "--dry-run", "--settings", "tansiq.settings"),
    ],
    "pytest": ["-m", "pytest"],
}


def main(words: list[str]) -> int:
    only = None
    if "--only" in words:
        at = words.index("--only")
        only, words = "".join(words[at + 1 : at + 2]), words[:at] + words[at + 2 :]
        if only not in CHECKS:
            sys.stderr.write(f"--only takes one of: {', '.join(CHECKS)}\n")
            return 2
    # The tests make their own houses: whatever a person runs here is none of theirs.
    around = {name: value for name, value in os.environ.items() if not name.startswith("TANSIQ_")}
    around.update({name: os.environ[name] for name in ("TANSIQ_PG_BIN", "TANSIQ_SHARED") if name in os.environ})
    if os.environ.get("CI") == "true":
        around["TANSIQ_NO_SKIP"] = "1"
    for name, command in CHECKS.items():
        if only in (None, name):
            code = run(name, [*command, *(_tests(words) if name == "pytest" else [])], around)
            if code != 0:
                return code
    return 0


def _tests(words: list[str]) -> list[str]:
    """What pytest is told: each file of tests goes to one of the processes, each of which has a server of its own."""
    named = any(Path(HERE, word.partition("::")[0]).exists() for word in words if not word.startswith("-"))
    return words if named else ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *words]


def run(name: str, command: list[str], around: dict[str, str]) -> int:
    print(f"── {name}", flush=True)
    began = time.monotonic()
    code = subprocess.call([sys.executable, *command], cwd=HERE, env=around)
    if name != "pytest":  # The last line of all is pytest's own.
        print(f"   {time.monotonic() - began:.1f} s", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
