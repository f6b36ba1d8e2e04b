"""What the log adds to a line: the reference that the person was shown, so that one is found by the other."""

import logging


class Reference(logging.Filter):
    """Gives each record `reference`: of a defect in answering a request, what its page says; empty elsewhere."""

    def filter(self, record: logging.LogRecord) -> bool:
        reference = getattr(getattr(record, "request", None), "reference", "")
        record.reference = f"[{reference}] " if reference else ""
        return True
