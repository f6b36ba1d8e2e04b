import ast
import hashlib
import importlib.util
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from annotate import bootstrap
from annotate.bootstrap import BootstrapError, install, python_of
from annotate.machine import free_port


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch) -> Path:
    """A folder of wheels that pip takes packages from instead of an index."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def bare(monkeypatch) -> None:
    """As on a Debian without python3-venv; making an environment takes half the time, too."""
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find_spec(name))


def put_wheel(shelf: Path, *, version: str) -> str:
    """Put a package with one module on the shelf; returns its line for a requirements file."""
    file = shelf / f"probe-{version}-py3-none-any.whl"
    about = f"probe-{version}.dist-info"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr("probe.py", f"VERSION = {version!r}\n")
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: probe\nVersion: {version}\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return f"probe=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def installed_version(venv: Path) -> str:
    return subprocess.check_output([python_of(venv), "-c", "import probe; print(probe.VERSION)"], text=True).strip()


def test_packages_are_installed_once_and_again_when_the_file_changed(tmp_path, shelf, capsys):
    venv, requirements = tmp_path / ".venv", tmp_path / "requirements.txt"
    requirements.write_text(put_wheel(shelf, version="1.0"))
    install(venv, requirements)
    assert installed_version(venv) == "1.0"
    assert "  1/1 probe" in capsys.readouterr().out

    started = time.monotonic()
    install(venv, requirements)
    assert time.monotonic() - started < 0.2
    assert capsys.readouterr().out == ""

    requirements.write_text(put_wheel(shelf, version="2.0"))
    install(venv, requirements)
    assert installed_version(venv) == "2.0"


def test_what_tests_need_holds_what_the_demo_needs(tmp_path, shelf, bare, capsys):
    (tmp_path / "requirements.txt").write_text(put_wheel(shelf, version="1.0"))
    (tmp_path / "requirements-dev.txt").write_text(put_wheel(shelf, version="1.0") + "# more\n")
    install(tmp_path / ".venv", tmp_path / "requirements-dev.txt")
    capsys.readouterr()
    install(tmp_path / ".venv", tmp_path / "requirements.txt")
    assert capsys.readouterr().out == ""


def test_a_package_that_is_not_the_one_we_chose_is_refused(tmp_path, shelf, bare):
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(put_wheel(shelf, version="1.0").replace("sha256:", "sha256:0000")[:-5] + "\n")
    with pytest.raises(BootstrapError, match="pip could not install"):
        install(tmp_path / ".venv", requirements)
    assert bootstrap.read_marker(tmp_path / ".venv") == {}


def test_on_a_bare_debian_it_installs_with_the_pip_outside(tmp_path, shelf, bare):
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(put_wheel(shelf, version="1.0"))
    install(tmp_path / ".venv", requirements)
    assert installed_version(tmp_path / ".venv") == "1.0"
    assert not bootstrap.works(python_of(tmp_path / ".venv"), "import pip")


def test_without_any_pip_it_says_what_to_install(tmp_path, bare, monkeypatch):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find_spec(name))
    monkeypatch.setattr(bootstrap, "outside_pip_version", lambda: (22, 2))
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("")
    with pytest.raises(BootstrapError, match="apt install python3-venv"):
        install(tmp_path / ".venv", requirements)


def test_without_a_network_it_says_so(tmp_path, bare, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{free_port()}/simple")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(f"probe==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(BootstrapError) as refused:
        install(tmp_path / ".venv", requirements)
    assert str(refused.value) == bootstrap.NO_NETWORK


def test_a_full_disk_is_said_before_and_after(tmp_path, monkeypatch):
    assert bootstrap.sentence_of_failure("OSError: [Errno 28] No space left on device", "x").startswith(
        "The disk is full"
    )
    monkeypatch.setattr(bootstrap, "SPACE_NEEDED_MB", 10**9)
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("")
    with pytest.raises(BootstrapError, match="The disk is full"):
        install(tmp_path / ".venv", requirements)


def test_an_older_python_is_told_in_one_sentence_which_one_it_needs():
    code = (
        "import sys; sys.version_info = (3, 9, 2); sys.argv = ['manage.py', 'demo']; "
        "exec(compile(open('manage.py').read(), 'manage.py', 'exec'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=bootstrap.ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Attest needs Python 3.11 or newer, this is 3.9.")
    assert len(ran.stderr.splitlines()) == 1
    ast.parse((bootstrap.ROOT / "manage.py").read_text(), feature_version=(3, 6))


@pytest.mark.skipif(not (bootstrap.ROOT / ".venv").exists(), reason="runs without a .venv")
def test_any_command_moves_into_the_venv():
    outside = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    code = "import sys; print(sys.prefix)"
    command = [outside, "manage.py", "shell", "--no-imports", "-v0", "-c", code]
    said = subprocess.check_output(command, cwd=bootstrap.ROOT, text=True)
    assert Path(said.strip()).resolve() == (bootstrap.ROOT / ".venv").resolve()
