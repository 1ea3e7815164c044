"""Files that nobody means well with: each refused with its own reason, in time, by a worker within bounds."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tansiq.engines.workbook import REASONS, Refused
from tansiq.engines.workbook.apart import Apart, apart
from tansiq.engines.workbook.worker import MEMORY
from tests.engines.hostile import HOSTILE, book, with_part

SECONDS = 2


@pytest.fixture(scope="module")
def reader():
    with apart() as reader:
        yield reader


def test_the_corpus_is_large_and_names_known_reasons():
    assert len(HOSTILE) >= 40
    assert {why for _content, why in HOSTILE.values()} <= set(REASONS)


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_refused_with_its_own_reason(reader, name):
    content, why = HOSTILE[name]
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        reader.read(content)
    assert (refused.value.code, time.monotonic() - began < SECONDS) == (why, True)


def test_after_all_of_them_a_good_file_is_still_read(reader):
    assert reader.read(book()).rows[1] == (2, ["ttrained", "n12", "tlists"])


def test_a_link_that_a_spreadsheet_made_is_no_harm(reader):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    made = f'<Relationship Id="r" Type="{kind}" Target="mailto:a@b.example" TargetMode="External"/>'
    link = f"<Relationships>{made}</Relationships>"
    assert reader.read(with_part("xl/worksheets/_rels/sheet1.xml.rels", link)).name == "Answers"


def test_a_worker_that_dies_costs_its_file_and_no_other():
    with apart() as reader:
        reader.read(book())
        reader._worker.kill()
        with pytest.raises(Refused, match="heavy"):
            reader.read(book())
        assert reader.read(book()).name == "Answers"


def test_a_worker_that_hangs_is_ended(monkeypatch):
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    begun = subprocess.Popen(sleeper, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    monkeypatch.setattr("tansiq.engines.workbook.apart.WAIT", 0.2)
    reader = Apart()
    reader._worker = begun
    with pytest.raises(Refused, match="heavy"):
        reader.read(book())
    assert begun.returncode is not None


def test_the_worker_lives_within_its_limits_and_holds_nothing_of_ours():
    """It is asked from outside: what it may use, what its surroundings tell it, which doors are open."""
    with apart() as reader:
        reader.read(book())
        of = Path(f"/proc/{reader._worker.pid}")
        limits = {line[:25].strip(): line[25:].split()[:2] for line in (of / "limits").read_text().splitlines()}
        surroundings = (of / "environ").read_bytes()
        status = (of / "status").read_text().splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    assert limits["Max address space"] == [str(MEMORY)] * 2
    assert limits["Max file size"] == ["0", "0"]
    assert int(limits["Max open files"][0]) <= 16
    assert b"SECRET" not in surroundings
    assert b"TANSIQ" not in surroundings
    assert peak * 1024 < MEMORY
