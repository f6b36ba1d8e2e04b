"""How statements that stay planned go over a connection, and their rows come back.

What the driver's cursors do for one statement each, for all of them at once: they are sent in one piece, with the
BEGIN that they want, and nothing is made anew for each of them. A cursor takes as long as PostgreSQL needs to answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from psycopg import Connection, errors
from psycopg._preparing import Prepare
from psycopg.abc import PQGen, Transformer
from psycopg.adapt import PyFormat
from psycopg.adapt import Transformer as MadeTransformer
from psycopg.generators import execute, fetch_many, send
from psycopg.pq import ExecStatus, TransactionStatus

TRANSFORMER = "attest_transformer"


@dataclass(slots=True)
class Statement:
    """A statement with numbers for what is given, as the server knows them."""

    query: bytes
    given: list[Any]
    types: tuple[int, ...] = ()
    _params: Sequence[Any] | None = None
    _formats: Sequence[Any] | None = None
    _prepare: Prepare = Prepare.NO
    _name: bytes = b""
    _key: Any = field(default=None)

    def make_ready(self, connection: Connection[Any], values: Transformer) -> None:
        """Puts what is given into the server's words, and finds the name that it has for the statement."""
        if self.given:
            self._params = values.dump_sequence(self.given, [PyFormat.AUTO] * len(self.given))
            self.types, self._formats = values.types or (), values.formats
        known = connection._prepared
        self._prepare, self._name = known.get(cast("Any", self))
        self._key = known.maybe_add_to_cache(cast("Any", self), self._prepare, self._name)

    @property
    def is_new(self) -> bool:
        """Whether the server has not heard it before, and is to keep it."""
        return self._prepare is Prepare.SHOULD

    def introduce(self, connection: Connection[Any]) -> None:
        connection.pgconn.send_prepare(self._name, self.query, param_types=self.types)

    def put(self, connection: Connection[Any]) -> None:
        pgconn = connection.pgconn
        if self._prepare is Prepare.NO:
            pgconn.send_query_params(self.query, self._params, param_types=self.types, param_formats=self._formats)
        else:
            pgconn.send_query_prepared(self._name, self._params, param_formats=self._formats)

    def note(self, connection: Connection[Any], results: list[Any]) -> None:
        """The server knows it from now on where it was answered."""
        if self._key is not None:
            connection._prepared.validate(self._key, self._prepare, self._name, results)


def rows_of(
    connection: Connection[Any], statements: Sequence[Statement], *, ends: bool = False
) -> list[list[tuple[Any, ...]]]:
    """What each of them finds. The server takes one after the other as if each had come alone; where one is refused
    those behind it are not asked, and its error is raised. Those that find no rows have an empty list.

    Where the transaction `ends` with them it is committed then.
    """
    with connection.lock:
        try:
            return connection.wait(_answers(connection, statements, ends=ends))
        except errors.Error as error:
            raise error.with_traceback(None) from None


def _answers(
    connection: Connection[Any], statements: Sequence[Statement], *, ends: bool
) -> PQGen[list[list[tuple[Any, ...]]]]:
    connection._check_connection_ok()
    pgconn, values = connection.pgconn, _transformer(connection)
    begins = not connection.autocommit and pgconn.transaction_status == TransactionStatus.IDLE
    for statement in statements:
        statement.make_ready(connection, values)
    if len(statements) == 1 and not begins and not ends and not statements[0].is_new:
        statements[0].put(connection)
        results = [(yield from execute(pgconn))]
    else:
        begin = [connection._get_tx_start_command()] * begins
        results = yield from _in_one_piece(connection, begin, statements, [b"COMMIT"] * ends)
    found = results[-len(statements) - ends :][: len(statements)]
    for statement, its_own in zip(statements, found, strict=True):
        statement.note(connection, its_own[-1:])  # an answer, not that it is known now
    for result in (one for its_own in results for one in its_own):
        if result.status == ExecStatus.FATAL_ERROR:
            raise errors.error_from_result(result, encoding=pgconn._encoding)
    yield from connection._prepared.maintain_gen(connection)
    return [_rows(values, its_own) for its_own in found]


def _in_one_piece(
    connection: Connection[Any], before: Sequence[bytes], statements: Sequence[Statement], behind: Sequence[bytes]
) -> PQGen[list[list[Any]]]:
    """The results of each, in this order."""
    pgconn = connection.pgconn
    pgconn.enter_pipeline_mode()
    try:
        for command in before:
            pgconn.send_query_params(command, None)
        for statement in statements:
            if statement.is_new:
                statement.introduce(connection)
            statement.put(connection)
        for command in behind:
            pgconn.send_query_params(command, None)
        pgconn.pipeline_sync()
        yield from send(pgconn)
        found = []
        for answers in [1] * len(before) + [1 + one.is_new for one in statements] + [1] * len(behind):
            results = []
            for _answer in range(answers):
                results += yield from fetch_many(pgconn)
            found.append(results)
        yield from fetch_many(pgconn)  # what says that there is no more
    except BaseException:
        pgconn.finish()  # nobody could tell any more which answer is to which question
        raise
    pgconn.exit_pipeline_mode()
    return found


def _rows(values: Transformer, results: list[Any]) -> list[tuple[Any, ...]]:
    last = results[-1]
    if last.status != ExecStatus.TUPLES_OK:
        return []
    values.set_pgresult(last)
    return values.load_rows(0, last.ntuples, tuple)


def _transformer(connection: Connection[Any]) -> Transformer:
    """What puts values into the server's words and back. It learns the types as they come: one for each connection."""
    kept: dict[str, Any] = vars(connection)
    if TRANSFORMER not in kept:
        kept[TRANSFORMER] = MadeTransformer(connection)
    return cast("Transformer", kept[TRANSFORMER])
