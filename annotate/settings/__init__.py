"""All settings, read from the environment alone. `.env.example` says what each variable means."""

# ruff: noqa: F403

from .accounts import *
from .api import *
from .database import *
from .language_model import *
from .limits import *
from .retrieval import *
from .site import *
from .wire import *
from .work import *
