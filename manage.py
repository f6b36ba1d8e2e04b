#!/usr/bin/env python3
"""The one way in: `demo`, `test`, and every other Django command."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it with an older one should read why
    sys.exit(
        "Attest needs Python 3.11 or newer, this is {}.{}. Start it with a newer one, "
        "for example: python3.12 manage.py demo".format(*sys.version_info)
    )

from annotate import bootstrap


def main() -> None:
    bootstrap.enter(sys.argv)
    # Only now is it certain that the packages are there: the line above may have started this file
    # anew with the Python of .venv.
    from django.core.management import execute_from_command_line

    from annotate import embedded
    from annotate.environment import BadEnvironment

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
    try:
        with embedded.environment_for(sys.argv):
            if sys.argv[1:2] == ["is_alive"]:  # asked all day long: it needs nothing of what Django would load first
                from annotate.management.commands.is_alive import Command

                Command().run_from_argv(sys.argv)
                return
            execute_from_command_line(sys.argv)
    except (embedded.EmbeddedError, BadEnvironment) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
