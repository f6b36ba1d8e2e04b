"""docker-compose.yml and Dockerfile as data: what each service runs, and with which environment.

Nothing is repeated here, so that a test which runs it cannot drift from the files.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<sign>[-?])(?P<rest>[^}]*))?\}")


@dataclass(frozen=True, kw_only=True)
class Service:
    """`grace`: seconds it is given to end; `health`: the command of its health check."""

    name: str
    command: list[str]
    environment: dict[str, str]
    health: list[str]
    grace: float


@dataclass(frozen=True, kw_only=True)
class Image:
    """What Dockerfile says: the environment of every command, its steps run by a shell, the command by default."""

    environment: dict[str, str]
    steps: list[str]
    command: list[str]


def services(root: Path, *, given: dict[str, str], elsewhere: dict[str, str]) -> dict[str, Service]:
    """Each service by its name, as `given` variables make it; `elsewhere` says where an address of the file is here."""
    image = image_of(root)

    def here(text: str) -> str:
        for address, real in elsewhere.items():
            text = text.replace(address, real)
        return text

    def filled(value: object) -> str:
        return here(VARIABLE.sub(lambda match: value_of(match, given), str(value)))

    def service(name: str, one: dict[str, Any]) -> Service:
        own = one["image"] == "attest"
        environment = image.environment if own else {}
        environment = environment | {key: filled(value) for key, value in one.get("environment", {}).items()}
        return Service(
            name=name,
            command=[filled(word) for word in one.get("command", image.command if own else [])],
            environment=environment,
            health=[filled(word) for word in one.get("healthcheck", {}).get("test", [])[1:]],
            grace=float(one.get("stop_grace_period", "10s").removesuffix("s")),
        )

    return {name: service(name, one) for name, one in read(root)["services"].items()}


def read(root: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((root / "docker-compose.yml").read_text()))


def value_of(match: re.Match[str], given: dict[str, str]) -> str:
    """What compose puts for ${NAME}, ${NAME:-default} and ${NAME:?why}."""
    value = given.get(match["name"], "")
    if value or match["sign"] != "?":
        return value or (match["rest"] or "")
    raise ValueError(f"{match['name']}: {match['rest']}")


def image_of(root: Path) -> Image:
    lines = re.sub(r"\\\n\s*", " ", (root / "Dockerfile").read_text()).splitlines()
    told = [line.split(" ", 1) for line in lines if line and not line.startswith("#")]
    environment = dict(word.split("=", 1) for name, rest in told if name == "ENV" for word in shlex.split(rest))
    (command,) = (yaml.safe_load(rest) for name, rest in told if name == "CMD")
    return Image(environment=environment, steps=[rest for name, rest in told if name == "RUN"], command=command)
