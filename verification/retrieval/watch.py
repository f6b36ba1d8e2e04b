"""The clock over all that one retrieval does."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from threading import Lock, Timer


class Watch:
    """Breaks whatever connection is held when the time is up, at whichever step it is.

    A limit for each read does not do: who sends a byte now and then, in the header or in the greeting of TLS, would
    hold a worker for ever.
    """

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._lock = Lock()
        self._held: socket.socket | None = None
        self._timer = Timer(seconds, self._break)
        self._timer.daemon = True
        self.is_over = False

    def __enter__(self) -> Watch:
        self._timer.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._timer.cancel()
        self._let_go()

    def left(self) -> float:
        """Seconds, never none at all."""
        return max(0.001, self._until - time.monotonic())

    def hold(self, connection: socket.socket) -> socket.socket:
        """Watches over a connection from now on, instead of the one before; gives it back."""
        with self._lock:
            self._let_go()
            # A second handle: TLS takes the first one over, and leaves it empty.
            self._held = connection.dup()
            if self.is_over:
                self._shut()
        return connection

    def _break(self) -> None:
        with self._lock:
            self.is_over = True
            self._shut()

    def _shut(self) -> None:
        if self._held is not None:
            with suppress(OSError):
                self._held.shutdown(socket.SHUT_RDWR)

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
