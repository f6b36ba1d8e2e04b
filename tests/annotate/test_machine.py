import os
import signal
import subprocess
import sys

import pytest

from annotate.machine import end_with

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell a child of its parent's end")


def end_of_a_child(parent: int) -> int:
    """The exit code of a process that is to end with this one."""
    command = [sys.executable, "-c", "print('it ran')"]
    return subprocess.run(command, check=False, preexec_fn=lambda: end_with(parent, signal.SIGKILL)).returncode


def test_a_child_runs_while_its_parent_does():
    assert end_of_a_child(os.getpid()) == 0


def test_a_child_whose_parent_was_gone_before_it_asked_ends_all_the_same():
    assert end_of_a_child(os.getppid()) == -signal.SIGKILL
