"""Pre-extraction: from the text of an article to the claims in it, in plain Python."""

from .candidate import Candidate
from .engine import extract

__all__ = ["Candidate", "extract"]
