import os
import signal
import sys
from pathlib import Path

import pytest

from annotate.processes import ENDS_PER_MINUTE, Process, ProcessError, stop_all
from tests.conftest import wait_until


def python(code: str, log: Path) -> Process:
    return Process("probe", [sys.executable, "-c", code], log=log)


def test_a_killed_process_is_started_again_however_often(tmp_path):
    process = python("import time; time.sleep(60)", tmp_path / "log")
    process.start()
    for _ in range(ENDS_PER_MINUTE + 2):
        os.kill(process.running.pid, signal.SIGKILL)
        process.running.wait()
        assert process.ended_with == -signal.SIGKILL
        process.start_again()
    assert process.ended_with is None
    stop_all([process])


def test_a_process_that_keeps_ending_is_given_up_with_its_last_words(tmp_path):
    process = python("print('no such table')", tmp_path / "log")
    process.start()
    for _ in range(ENDS_PER_MINUTE - 1):
        process.running.wait()
        process.start_again()
    process.running.wait()
    with pytest.raises(ProcessError, match=r"probe does not run; the last lines of .*:\n(no such table\n?)+"):
        process.start_again()


def test_what_does_not_end_when_asked_is_ended_with_what_it_started(tmp_path, monkeypatch):
    monkeypatch.setattr("annotate.processes.STOP_WITHIN", 0.5)
    code = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    process = python(code, tmp_path / "log")
    process.start()
    assert wait_until(lambda: process.log.read_text().strip())
    child = Path(f"/proc/{process.log.read_text().strip()}")
    stop_all([process])
    assert process.ended_with == -signal.SIGKILL
    assert wait_until(lambda: not child.exists() or ") Z " in (child / "stat").read_text())
