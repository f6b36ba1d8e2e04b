"""`manage.py test [pytest arguments]`: the tests, on a PostgreSQL of their own unless DATABASE_URL is set."""

import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Runs the tests with pytest; every argument goes to pytest."

    def run_from_argv(self, argv: list[str]) -> None:
        # A process of its own: pytest must see every import, to turn each warning into an error.
        pytest = subprocess.Popen([sys.executable, "-m", "pytest", *argv[2:]], cwd=settings.BASE_DIR)
        while True:
            try:
                sys.exit(pytest.wait())
            except KeyboardInterrupt:
                continue  # pytest got it too, and says what it had done
