"""Mail leaves beside the request: how long an answer takes must not tell whether there was anybody to write to."""

import logging
import threading
from smtplib import SMTPException

from django.core.mail import EmailMessage

log = logging.getLogger(__name__)


def send(message: EmailMessage) -> threading.Thread:
    """Failing is logged, without the words: they hold a link that opens an account."""
    thread = threading.Thread(target=_send, args=[message], name="mail")
    thread.start()
    return thread


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except (OSError, SMTPException) as error:
        log.error("A mail was not sent: %s: %s", type(error).__name__, error)
