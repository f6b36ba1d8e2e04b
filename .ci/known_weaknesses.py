"""Known weaknesses of pinned packages: `known_weaknesses.py REQUIREMENTS [arguments of pip-audit]`.

Ends with 1 where a package has one. Where nobody could be asked, or the service does not know a package, it says so
loudly and ends with 0: a machine without that network must still be able to check everything else.
"""

import json
import subprocess
import sys
from typing import Any

UNREACHABLE = (
    "requests.exceptions.",
    "urllib3.exceptions.",
    "ConnectionError",
    "Could not connect",
    "service unavailable",
)
# Asked in turn until one has checked every package; the first is pip-audit's own choice.
SERVICES: tuple[tuple[str, ...], ...] = ((), ("--vulnerability-service", "osv"))


class Unreachable(Exception):
    """The service of advisories gave no answer; the message is its last line."""


def main(requirements: str, *given: str) -> int:
    unchecked: set[str] | None = None  # None: nobody was reached yet
    asked = ""
    for service in [given] if given else SERVICES:
        try:
            packages = audit(requirements, *service)
        except Unreachable as why:
            asked += f"\n  {' '.join(('pip-audit', *service))}: {why}"
            continue
        weak = [package for package in packages if package.get("vulns")]
        for package in weak:
            for found in package["vulns"]:
                mended = ", ".join(found["fix_versions"]) or "no version yet"
                print(f"{package['name']} {package['version']}: {found['id']}, mended in {mended}")
        if weak:
            return 1
        skipped = {package["name"] for package in packages if "skip_reason" in package}
        unchecked = skipped if unchecked is None else unchecked & skipped
        if not unchecked:
            print(f"No known weakness in {len(packages)} packages.")
            return 0
        asked += f"\n  {' '.join(('pip-audit', *service))}: knew nothing of {len(skipped)} of {len(packages)} packages"
    how_many = "ANY PACKAGE" if unchecked is None else f"{len(unchecked)} PACKAGES"
    print(
        f"\n{'!' * 100}\nNOT CHECKED FOR KNOWN WEAKNESSES: {how_many}. Run this again where the network allows.{asked}"
    )
    print("!" * 100)
    return 0


def audit(requirements: str, *service: str) -> list[dict[str, Any]]:
    """What pip-audit says of each package. Its exit code tells a weakness from nothing, and not from a crash."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", requirements, "--require-hashes", "--disable-pip"]
    ran = subprocess.run(
        [*command, "--progress-spinner", "off", "--format", "json", *service],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        packages: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (ran.stderr.strip().splitlines() or ["nothing was said"])[-1][:300]
        if any(sign in ran.stderr for sign in UNREACHABLE):
            raise Unreachable(last) from None
        sys.exit(f"pip-audit failed: {ran.stderr.strip() or last}")
    return packages


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
