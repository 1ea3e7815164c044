"""run.py: what it refuses, in one plain sentence, and what it leaves alone."""

import ast
import importlib.util
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def run():
    """run.py as a module of its own."""
    spec = importlib.util.spec_from_file_location("run_py", HOUSE / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def elsewhere(run, monkeypatch, tmp_path):
    """run.py on an empty folder with two small lists of packages; what it would start is kept."""
    started = []
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt"):
        (tmp_path / name).write_text(f"{name}==1 \\\n    --hash=sha256:00\n")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setattr(run, "STAMP", tmp_path / "installed.json")

    def quietly(command, **_around):
        started.append(command)
        if "venv" in command:
            run.PYTHON.parent.mkdir()
            run.PYTHON.symlink_to(sys.executable)

    monkeypatch.setattr(run, "quietly", quietly)
    return started


def test_an_old_python_is_refused(run):
    with pytest.raises(run.Refusal) as refusal:
        run.check_machine((3, 9, 2), "posix")
    assert str(refusal.value) == (
        "Tansiq needs Python 3.11 or newer and this is 3.9: install a newer one, then python3.11 run.py"
    )
    run.check_machine((3, 11, 0), "posix")
    run.check_machine((4, 0, 0), "posix")


def test_run_py_can_be_read_by_an_old_python():
    tree = ast.parse((HOUSE / "run.py").read_text(), feature_version=(3, 8))
    imports = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imports |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {name.split(".")[0] for name in imports} - {*sys.stdlib_module_names} == set()


def test_windows_is_refused(run):
    with pytest.raises(run.Refusal) as refusal:
        run.check_machine((3, 12), "nt")
    assert str(refusal.value) == "Tansiq runs on Linux and macOS; on Windows run it inside WSL: wsl --install"


def test_the_missing_venv_module_is_named_with_its_command(run, elsewhere, monkeypatch):
    monkeypatch.setattr(run, "has_venv", lambda: False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(run.Refusal) as refusal:
        run.install("requirements.txt")
    assert str(refusal.value) == "Python's venv module is missing: sudo apt install python3-venv"
    assert elsewhere == []


def test_root_installs_the_missing_venv_module(run, elsewhere, monkeypatch):
    monkeypatch.setattr(run, "has_venv", lambda: False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    run.install("requirements.txt")
    assert [command[:2] + command[-1:] for command in elsewhere[:2]] == [
        ["apt-get", "update", "update"],
        ["apt-get", "install", "python3-venv"],
    ]


def test_what_is_installed_is_not_installed_again(run, elsewhere, tmp_path, capsys):
    run.install("requirements.txt")
    told = re.sub(r"\d+\.\d", "N", capsys.readouterr().out)
    assert told == "Making the Python environment … N s\nGetting the installer … N s\nInstalling 1 packages … N s\n"
    assert len(elsewhere) == 3
    run.install("requirements.txt")
    assert len(elsewhere) == 3

    (tmp_path / "requirements.txt").write_text("other==2 \\\n    --hash=sha256:00\n")
    run.install("requirements.txt")
    assert [command[-1] for command in elsewhere[3:]] == [
        "--version",
        str(tmp_path / "requirements-uv.txt"),
        str(tmp_path / "requirements.txt"),
    ]
    run.install("requirements-dev.txt")
    run.install("requirements.txt")
    assert len(elsewhere) == 9


def test_every_package_has_its_hash_and_no_list_names_an_index():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt"):
        text = (HOUSE / name).read_text()
        blocks = re.split(r"\n(?=\S)", text.strip())
        assert [
            block for block in blocks if not re.match(r"[\w.-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", block)
        ] == []
        assert re.findall(r"https?:|file:|index-url|find-links", text) == []


def test_the_tests_stand_on_the_same_releases_as_the_house():
    def pinned(name: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+", (HOUSE / name).read_text(), re.MULTILINE))

    assert pinned("requirements.txt") - pinned("requirements-dev.txt") == set()


def test_an_index_that_cannot_be_reached_is_named(run, monkeypatch, tmp_path):
    with socket.socket() as closed:  # Bound, but nobody listens.
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{closed.getsockname()[1]}/simple/")
        monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
        monkeypatch.setenv("PIP_FIND_LINKS", "")
        monkeypatch.setenv("PIP_RETRIES", "1")
        (tmp_path / "requirements.txt").write_text(f"tansiq-is-not-there==1 --hash=sha256:{'0' * 64}\n")
        monkeypatch.setattr(run, "HERE", tmp_path)
        monkeypatch.setattr(run, "PIP", [sys.executable, "-m", "pip", *run.PIP[3:]])
        with pytest.raises(run.Refusal) as refusal:
            run.put_in("requirements.txt", faster=False)
    assert str(refusal.value) == (
        "127.0.0.1 cannot be reached, and Tansiq's packages are not installed yet: connect this machine, "
        "or name an index that it reaches: PIP_INDEX_URL=https://… python3 run.py"
    )


def test_settings_for_pip_hold_for_uv_too(run):
    listed = (
        ":env:.find-links='/wheels'\nglobal.cert='/ca.crt'\nglobal.extra-index-url='file:///a file:///b'\n"
        "global.index-url='https://one.example/simple'\n:env:.index-url='https://two.example/simple'\nglobal.colour='x'"
    )
    assert run.from_pip(listed) == {
        "UV_FIND_LINKS": "/wheels",
        "SSL_CERT_FILE": "/ca.crt",
        "UV_INDEX": "file:///a file:///b",
        "UV_DEFAULT_INDEX": "https://two.example/simple",
    }


def test_a_full_disk_and_a_closed_folder_are_told(run, monkeypatch, capsys):
    monkeypatch.setattr(run, "HERE", Path("/here"))
    for error, told in [
        (run.Failed("OSError: [Errno 28] No space left on device"), "The disk is full: Tansiq needs 1 GB in /here.\n"),
        (
            PermissionError(13, "Permission denied", "/here/.venv"),
            "/here/.venv: Permission denied. Tansiq needs a folder that it may write, with 1 GB free.\n",
        ),
        (run.Failed("odd"), "odd\nTansiq's packages could not be installed; the lines above say why.\n"),
    ]:

        def install(_requirements, error=error):
            raise error

        monkeypatch.setattr(run, "install", install)
        assert run.main([]) == 1
        assert capsys.readouterr().err == told


def test_a_browser_is_named_but_not_demanded_outside_ci(run, monkeypatch, capsys):
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    monkeypatch.delenv("CI", raising=False)
    assert run.without_browser([]) == ["--no-browser"]
    told = "The browser tests need Chromium: sudo apt install chromium (or leave them out: --no-browser)"
    assert capsys.readouterr().out == told + "\n"
    monkeypatch.setenv("CI", "true")
    with pytest.raises(run.Refusal) as refusal:
        run.without_browser([])
    assert str(refusal.value) == told
    assert run.without_browser(["--no-browser"]) == []


def test_one_check_can_be_run_alone():
    wrong = subprocess.run(
        [sys.executable, "tests/checks.py", "--only", "nothing"], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert wrong.stderr == "--only takes one of: ruff, format, mypy, imports, migrations, pytest\n"
    assert wrong.returncode == 2
