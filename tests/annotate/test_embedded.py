import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from annotate import binaries, embedded
from annotate.cluster import Cluster, EmbeddedError
from annotate.machine import port_is_free
from tests.conftest import wait_until


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    embedded.make_home(folder)
    return folder


def server_pid(home: Path) -> int:
    return int((Cluster.of(home).data / "postmaster.pid").read_text().split()[0])


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"


def test_a_home_serves_keeps_its_data_and_stops_when_nobody_uses_it(home):
    with embedded.joined(home) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 'فارسی' AS word")
        pid = server_pid(home)
        with embedded.joined(home) as second:  # joins the same server
            assert second == url
            assert server_pid(home) == pid
        assert is_running(pid)
    assert not is_running(pid)
    with embedded.joined(home) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("فارسی",)]


def test_a_killed_server_is_started_again_with_its_data_and_port(home):
    with embedded.joined(home) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        pid = server_pid(home)
        os.kill(pid, signal.SIGKILL)
        assert wait_until(lambda: not is_running(pid))
        assert wait_until(lambda: embedded.answers(Cluster.of(home)))
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_stale_pid_file_of_another_process_does_not_stop_the_start(home):
    with embedded.joined(home):
        pass
    with (Cluster.of(home).data / "postmaster.pid").open("w") as file:
        file.write(f"{os.getpid()}\n{Cluster.of(home).data}\n")
    with embedded.joined(home) as url:
        psycopg.connect(url).close()


def test_the_server_ends_when_the_process_that_started_it_is_killed(home):
    code = "import sys, time; from pathlib import Path; from annotate import embedded\n"
    code += "with embedded.joined(Path(sys.argv[1])): print('up', flush=True); time.sleep(60)"
    starter = subprocess.Popen(
        [sys.executable, "-c", code, str(home)], stdout=subprocess.PIPE, text=True, cwd=embedded.ROOT
    )
    with starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "up\n"
        pid = server_pid(home)
        starter.kill()
    assert wait_until(lambda: not is_running(pid))


def test_the_server_ends_when_its_keeper_is_killed(home):
    with embedded.joined(home):
        pid = server_pid(home)
        stat = Path(f"/proc/{pid}/stat").read_text()
        os.kill(int(stat.split(") ")[1].split()[1]), signal.SIGKILL)
        assert wait_until(lambda: not is_running(pid))


def test_nobody_else_can_read_the_password(home):
    with embedded.joined(home):
        assert (home / "postgres.json").stat().st_mode & 0o077 == 0
        assert (home / "postgres").stat().st_mode & 0o077 == 0
        assert home.stat().st_mode & 0o077 == 0


def test_the_server_listens_on_this_machine_alone_and_wants_the_password(home):
    with embedded.joined(home) as url:
        with psycopg.connect(url) as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
            assert connection.execute("SHOW data_checksums").fetchone() == ("on",)
        wrong = url.replace(str(Cluster.of(home).access["password"]), "wrong")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)


def test_a_port_that_another_program_took_is_changed(home):
    with embedded.joined(home):
        pass
    port = int(Cluster.of(home).access["port"])
    with socket.create_server(("127.0.0.1", port)):
        assert not port_is_free(port)
        with embedded.joined(home) as url:
            assert f":{port}/" not in url
            psycopg.connect(url).close()


def test_data_of_another_major_version_is_left_alone_with_a_sentence(home):
    data = home / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedError, match=r"is of PostgreSQL 9, but only PostgreSQL .* PG_BIN .* pg_dump"):
        Cluster.of(home)
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_data_without_its_password_is_left_alone_with_a_sentence(home):
    with embedded.joined(home):
        pass
    (home / "postgres.json").unlink()
    with pytest.raises(EmbeddedError, match="its password is gone"), embedded.joined(home):
        pass


def test_a_full_disk_is_said_in_a_sentence(home, monkeypatch):
    monkeypatch.setattr("annotate.cluster.SPACE_NEEDED_MB", 10**9)
    with pytest.raises(EmbeddedError, match="The disk is full"), embedded.joined(home):
        pass
    assert not (home / "postgres").exists()


def test_a_temporary_home_is_gone_afterwards(home):
    with embedded.joined(home, temporary=True) as url:
        psycopg.connect(url).close()
    assert not home.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must become somebody else")
def test_as_root_without_namespaces_it_runs_as_nobody_and_is_found_again(home, monkeypatch):
    reachable = Path(tempfile.mkdtemp(prefix="attest-reachable-", dir="/var/tmp"))
    reachable.chmod(0o755)
    monkeypatch.setenv("ATTEST_REACHABLE", str(reachable))
    try:
        with monkeypatch.context() as without_namespaces:
            without_namespaces.setattr("annotate.binaries.namespaces_work", lambda: False)
            with embedded.joined(home) as url, psycopg.connect(url) as connection:
                connection.execute("CREATE TABLE kept AS SELECT 5 AS number")
                status = Path(f"/proc/{server_pid(home)}/status").read_text()
                assert f"Uid:\t{pwd.getpwnam('nobody').pw_uid}\t" in status
        assert home.stat().st_mode & 0o777 == 0o700
        with embedded.joined(home) as url, psycopg.connect(url) as connection:
            assert connection.execute("SELECT number FROM kept").fetchone() == (5,)
    finally:
        shutil.rmtree(reachable)


def test_the_wheels_own_python_layer_is_never_imported():
    binaries.find_all()
    assert binaries.WHEEL not in sys.modules
