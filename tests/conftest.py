"""What every test may ask for. Models have their factories in tests/factories; fixtures here are about processes."""

import os

# Playwright keeps an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
