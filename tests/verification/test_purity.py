"""What thinks rather than stores imports no Django: proved in a process where Django cannot be imported."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = (
    "vocabulary",
    "exceptions",
    "text",
    "retrieval",
    "numbers",
    "extraction",
    "matching",
    "agreement",
    "asking",
    "consensus",
    "urgency",
    "formats",
)

BLOCKED = """
import importlib, importlib.abc, sys

class NoDjango(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("django", "rest_framework", "celery", "psycopg"):
            raise ImportError(f"{name} is imported by pure code")

sys.meta_path.insert(0, NoDjango())
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != "numba":  # of the extra "train", which tests do without
            raise
"""


def modules(name: str) -> list[str]:
    """Every module of a pure package; none where it does not exist yet."""
    base = ROOT / "verification" / name
    files = sorted(base.rglob("*.py")) if base.is_dir() else [base.with_suffix(".py")]
    found = [path.relative_to(ROOT).with_suffix("") for path in files if path.exists() and path.stem != "__main__"]
    return [".".join(path.parts).removesuffix(".__init__") for path in found]


def run(*names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BLOCKED, *names]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_pure_code_imports_without_django():
    names = [module for name in PURE for module in modules(name)]
    assert {"verification.vocabulary", "verification.text.span", "verification.extraction.engine"} <= set(names)
    done = run(*names)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["django", "verification.models"])
def test_the_block_itself_works(name):
    assert "is imported by pure code" in run(name).stderr
