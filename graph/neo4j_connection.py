"""A connection to a Neo4j server through the official driver, with its failures in one line each."""

import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeVar

from gestae.ontology.errors import QueryError, ServerError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

__all__ = ["MINIMUM", "Address", "Connection", "plain_errors"]

MINIMUM = (5, 26)
"""The oldest server that is written to: the long-term release that the mapping is tested with."""

_WANTED = f"Neo4j {'.'.join(map(str, MINIMUM))}"
_BROKEN = ("append transaction", "critical error", "No space left")

_URI = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://[^/?#\s]+(?:[/?].*)?")

Result = TypeVar("Result")
Unraisable = Callable[["sys.UnraisableHookArgs"], object]


@dataclass(frozen=True)
class Address:
    """Where a server answers and as whom; the password is in no `repr`."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None


class Connection:
    """An open connection; use it as a context manager.

    Raises ServerError on entering where no server answers, it refuses the password, or it is older than
    `minimum`. Transient errors are retried for `patience` seconds.
    """

    def __init__(
        self, address: Address, *, minimum: tuple[int, ...] = MINIMUM, patience: float = 30.0
    ) -> None:
        self.address = address
        self.minimum = minimum
        self.patience = patience
        self._driver: Driver | None = None

    def __enter__(self) -> Self:
        from neo4j import GraphDatabase

        _checked(self.address.uri)
        # The server's hints on statements (a label not yet there, ...) mean nothing to the user of a command,
        # and what goes wrong is raised; a program that configures logging still gets all but the hints.
        logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
        logging.getLogger("neo4j").addHandler(logging.NullHandler())
        if not isinstance(sys.unraisablehook, _WithoutHalfOpen):
            sys.unraisablehook = _WithoutHalfOpen(sys.unraisablehook)
        with plain_errors(self.address):
            self._driver = GraphDatabase.driver(
                self.address.uri,
                auth=(self.address.username, self.address.password),
                connection_timeout=min(10.0, self.patience),
                max_transaction_retry_time=self.patience,
            )
        try:
            with plain_errors(self.address):
                agent = self._driver.get_server_info().agent
            self._check(agent)
            self.read("RETURN 1")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._driver is not None:
            with _breaking_off():
                self._driver.close()
            self._driver = None

    def _check(self, agent: str) -> None:
        version = tuple(int(part) for part in re.findall(r"\d+", agent.partition("/")[2])[:2])
        if version < self.minimum:
            wanted = ".".join(map(str, self.minimum))
            raise ServerError(f"{self.address.uri}: {agent} is too old; gestae needs Neo4j {wanted} or later")

    @property
    def driver(self) -> "Driver":
        """The driver itself."""
        if self._driver is None:
            raise ServerError(f"{self.address.uri}: not connected")
        return self._driver

    def _session(self) -> "Session":
        """A session to which the server sends no hints: it makes one for each use of `id`, and the driver reads it."""
        # A driver that is told so refuses a server of old in words of its own.
        return self.driver.session(database=self.address.database, notifications_min_severity="OFF")

    def read(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """All records of a reading statement of ours, retried on transient errors."""

        def work(transaction: "ManagedTransaction") -> list[dict[str, Any]]:
            return [dict(record) for record in transaction.run(query, parameters)]

        with plain_errors(self.address), self._session() as session:
            return session.execute_read(work)

    def write(self, work: Callable[["ManagedTransaction"], Result]) -> Result:
        """Run `work` in one transaction, again on transient errors; all of it happens, or nothing."""
        with plain_errors(self.address), self._session() as session:
            return session.execute_write(work)

    def run(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """One writing statement of ours in a transaction of its own."""

        def work(transaction: "ManagedTransaction") -> list[dict[str, Any]]:
            return [dict(record) for record in transaction.run(query, parameters)]

        return self.write(work)


def _checked(uri: str) -> None:
    """Refuse what the driver would take for another protocol, and a password that every message would show."""
    if not _URI.fullmatch(uri):
        scheme = uri.partition("://")[0] if "@" not in uri else "this"
        raise ServerError(
            f"{scheme!r} begins no address of Neo4j: bolt://HOST:PORT or neo4j+s://HOST is needed"
        )
    if "@" in uri:
        raise ServerError(
            "an address holds no user or password: --username, and NEO4J_PASSWORD in the environment"
        )


@contextmanager
def plain_errors(address: Address) -> Iterator[None]:
    """Turn what the driver raises into ServerError or QueryError with one line and no secret in it."""
    from neo4j import exceptions

    try:
        with _breaking_off():
            yield
    except exceptions.AuthError as error:
        raise ServerError(
            f"{address.uri}: the server refuses user {address.username!r} with this password"
        ) from error
    except exceptions.CypherSyntaxError as error:
        raise QueryError(_line(error)) from error
    except exceptions.ClientError as error:
        if "DatabaseNotFound" in (error.code or ""):
            raise ServerError(f"{address.uri}: no database {address.database!r}") from error
        raise QueryError(_line(error)) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise ServerError(f"{address.uri}: {_unreached(error)}") from error
    except exceptions.Neo4jError as error:
        if "DatabaseError" in (error.code or "") and any(word in _line(error) for word in _BROKEN):
            raise ServerError(
                f"{address.uri}: the server cannot write any more (is its disk full?); make room, restart it "
                "(`gestae neo4j down`, `gestae neo4j up`), and run the command again"
            ) from error
        raise ServerError(f"{address.uri}: {_line(error)}") from error
    except exceptions.UnsupportedServerProduct as error:
        raise ServerError(
            f"{address.uri}: the server speaks no protocol of this driver; gestae needs {_WANTED} or later"
        ) from error
    except OverflowError as error:
        raise QueryError(f"a parameter is a number beyond 64 bits: {_line(error)}") from error
    except OSError as error:
        raise ServerError(
            f"{address.uri}: the connection was lost ({_line(error)}); run the command again"
        ) from error
    except (exceptions.DriverError, ValueError) as error:
        raise ServerError(f"{address.uri}: {_line(error)}") from error


def _unreached(error: BaseException) -> str:
    """Why no connection came about, by what the driver and Python's TLS say in the causes of an error."""
    said = " ".join(f"{type(cause).__name__} {cause}" for cause in _causes(error))
    if "CertificateVerif" in said or "SSLCertVerif" in said:
        return (
            "the server's certificate is not trusted; SSL_CERT_FILE names a file of authorities to trust, "
            "and bolt+ssc:// or neo4j+ssc:// takes any certificate"
        )
    if "BoltSecurityError" in said or "SSLE" in said:
        return "no TLS connection came about; bolt:// or neo4j:// is for a server without TLS"
    if "incomplete handshake" in said:
        return (
            "the connection was lost while it was made; run the command again, "
            "or where the server wants TLS, with bolt+s:// or neo4j+s://"
        )
    return (
        "no Neo4j server answers, or the connection was lost; "
        "start one with `gestae neo4j up` and run the command again"
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    yield error
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for cause in (error.__cause__, *inner):
        if cause is not None:
            yield from _causes(cause)


class _WithoutHalfOpen:
    """A hook for what cannot be raised, silent where the driver drops a connection that was cut while it was opened.

    Its finalizer then says goodbye on what was never set up (neo4j 5.28), and Python would print that failure behind
    our own line, after the connection was left.
    """

    def __init__(self, hook: Unraisable) -> None:
        self._hook = hook

    def __call__(self, failure: "sys.UnraisableHookArgs") -> None:
        if getattr(failure.object, "__qualname__", "") != "Bolt.__del__":
            self._hook(failure)


@contextmanager
def _breaking_off() -> Iterator[None]:
    """Let Ctrl-C be what is raised, where the driver fails to clean up a connection that it was reading from."""
    try:
        yield
    except Exception as error:
        before = error.__context__
        while before is not None:
            if isinstance(before, KeyboardInterrupt):
                raise before from error
            before = before.__context__
        raise


def _line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(text.split())
