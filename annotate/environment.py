"""Typed readers of environment variables. A bad value stops the start with one sentence that names it."""

import os
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off")


class BadEnvironment(ImproperlyConfigured):
    """A variable that cannot be used; the message names it and says what it should be."""


def read_text(name: str, default: str | None = None) -> str:
    """The variable's text; where it is unset or empty the default, and without one a refusal."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise BadEnvironment(
            f"{name} is not set: .env.example says what it means. "
            "Without a server of your own, start commands as `python3 manage.py ...`, which sets it."
        )
    return default


def read_whole(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    value = read_text(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise BadEnvironment(f"{name} is {value!r}, which is not a whole number of at least {least}.")
    if most is not None and int(value) > most:
        raise BadEnvironment(f"{name} is {value!r}, which is more than {most}.")
    return int(value)


def read_price(name: str) -> Decimal | None:
    """A number such as 0.15; None where it is not set."""
    value = read_text(name, "")
    try:
        price = Decimal(value) if value else None
    except InvalidOperation:
        price = Decimal("nan")
    if price is not None and not (price.is_finite() and 0 <= price <= 1000):
        raise BadEnvironment(f"{name} is {value!r}, which is not a price such as 0.15, at most 1000.")
    return price


def read_key(name: str) -> str:
    """A secret that is sent in a header; empty where it is not set."""
    value = read_text(name, "")
    if not (value.isascii() and value.isprintable()) or " " in value:
        raise BadEnvironment(f"{name} holds a space or a character that no key has (its value is not repeated here).")
    return value


def read_yes_no(name: str, default: bool) -> bool:
    value = read_text(name, "yes" if default else "no").lower()
    if value not in YES + NO:
        raise BadEnvironment(f"{name} is {value!r}, which is neither yes nor no.")
    return value in YES


def read_list(name: str, default: list[str]) -> list[str]:
    """Comma-separated, without the space around each part."""
    value = read_text(name, ",".join(default))
    return [part.strip() for part in value.split(",") if part.strip()]


def read_networks(name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Networks such as 10.1.0.0/16, comma-separated; none where it is not set."""
    try:
        return tuple(ip_network(part) for part in read_list(name, []))
    except ValueError as why:
        raise BadEnvironment(f"{name} names no network such as 10.1.0.0/16 or fd00:1::/32: {why}.") from why


def read_ports(name: str, default: str) -> frozenset[int]:
    """Numbers of ports, comma-separated."""
    ports = read_list(name, default.split(","))
    if not all(part.isascii() and part.isdigit() and 0 < int(part) < 65_536 for part in ports):
        raise BadEnvironment(f"{name} names what is no port: numbers from 1 to 65535, such as {default}.")
    return frozenset(map(int, ports))


def read_one_of(name: str, default: str, *, choices: tuple[str, ...]) -> str:
    value = read_text(name, default)
    if value not in choices:
        raise BadEnvironment(f"{name} is {value!r}, which is none of {', '.join(choices)}.")
    return value


def read_site(name: str, default: str) -> str:
    """A site's address: http or https, a host, no path."""
    value = read_text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise BadEnvironment(f"{name} is {value!r}, which is not a site's address such as https://attest.example.org.")
    return value


def read_service(name: str, *, example: str, with_user: bool = False) -> str:
    """The address under which another server's addresses lie: http or https, a host, perhaps a path; "" for none.

    With a user and a password in it only where `with_user`.
    """
    value = read_text(name, "").rstrip("/")
    try:
        parts = urlsplit(value)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        parts, is_address = urlsplit(""), False
    has_user = "@" in parts.netloc and not with_user
    if value and (not is_address or parts.query or parts.fragment or has_user or not value.isprintable()):
        without = "a question mark" if with_user else "a user, a password or a question mark"
        raise BadEnvironment(
            f"{name} is not an address such as {example}, without {without} in it "
            "(its value is not repeated here: it may hold a secret)."
        )
    return value


def read_database(name: str) -> dict[str, str | int]:
    """Django's ENGINE, HOST, PORT, NAME, USER and PASSWORD from a postgresql:// URL."""
    value = read_text(name)
    try:
        parts = urlsplit(value)
        port = parts.port or 5432
    except ValueError:
        parts, port = urlsplit(""), 0
    database = parts.path.removeprefix("/")
    if parts.scheme not in ("postgresql", "postgres") or not parts.hostname or not database or "/" in database:
        raise BadEnvironment(
            f"{name} is not an address such as postgresql://user:password@host:5432/database "
            "(its value is not repeated here: it may hold a password)."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": parts.hostname,
        "PORT": port,
        "NAME": unquote(database),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
    }


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A server that takes mail: `starttls` is agreed on after connecting, `tls` from the start."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


# Scheme of the address: its usual port.
MAIL_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def read_mail(name: str) -> Mail | None:
    """None where no mail is sent."""
    value = read_text(name, "")
    if not value:
        return None
    try:
        parts = urlsplit(value)
        port = parts.port or MAIL_PORTS[parts.scheme]
    except (ValueError, KeyError):
        parts, port = urlsplit(""), 0
    if not parts.hostname or parts.path.strip("/"):
        raise BadEnvironment(
            f"{name} is not an address such as smtp+starttls://user:password@host:587 (or smtps://, or smtp:// for a "
            "server without encryption; its value is not repeated here: it may hold a password)."
        )
    return Mail(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )
