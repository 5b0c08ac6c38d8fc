"""A Neo4j server of one's own under a folder: started, asked after and stopped, on loopback only."""

import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_runtime import VERSION, Fetched, class_path, java_command
from gestae.graph.neo4j_settings import LOOPBACK, Settings, configuration, in_uri
from gestae.ontology.errors import ServerError

__all__ = ["Server"]

_MEND = "internal.dbms.tx_log.fail_on_corrupted_log_files"
_LISTENS = b"INFO  Started."
_IN_USE = re.compile(r"Address (?:\S+ is )?already in use")
_TORN = (b"Error reading transaction logs, recovery not possible", b"Unable to retrieve last append index")
_BEGINS = b"VM Arguments:"
_PANIC = b"Database panic"
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # compared with, not listened on
_TRIES = 4
_MENDING_HEAP = "4g"
"""Where a log ends within a record, the server takes what follows for its length: an array of up to 2 GiB."""


@dataclass(frozen=True)
class _State:
    pid: int
    bolt: int
    http: int
    listen: str = field(default=LOOPBACK)
    tls: bool = False
    heap: str = ""
    chain: str = ""
    private_key: str = ""


class Server:
    """The server whose home is `home` (data, logs, configuration, password), running or not."""

    def __init__(self, home: Path) -> None:
        self.home = home.resolve()
        self._state = self.home / "server.json"
        self._secret = self.home / "password"
        self.mended = False
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What the server prints."""
        return self.home / "logs" / "console.log"

    def address(self) -> Address | None:
        """Where it answers and with which password; None where it does not run."""
        state = self._running()
        if state is None:
            return None
        password = self._secret.read_text("utf-8")
        # On its own machine no other server answers there, and its certificate names another host.
        scheme = "bolt+ssc" if state.tls else "bolt"
        return Address(f"{scheme}://{_reached(state.listen)}:{state.bolt}", "neo4j", password, "neo4j")

    def browser(self) -> str | None:
        """The address of Neo4j Browser's endpoint, where the server runs."""
        state = self._running()
        scheme = "https" if state and state.tls else "http"
        return f"{scheme}://{_reached(state.listen)}:{state.http}" if state else None

    def runs_with(self) -> dict[str, str | int] | None:
        """How the server that runs was started, by the names of its options; None where none runs.

        What one of an earlier release did not note is empty.
        """
        state = self._running()
        if state is None:
            return None
        return {
            "heap": state.heap,
            "port": state.bolt,
            "http-port": state.http,
            "listen": state.listen,
            "certificate": state.chain,
            "private-key": state.private_key,
        }

    def up(
        self,
        settings: Settings = Settings(),  # noqa: B008  # frozen
        *,
        patience: float = 120.0,
        fetched: Fetched = lambda *_: None,
    ) -> Address:
        """Start the server, unless it runs, and wait until it answers.

        `fetched` hears of its parts where they are fetched (see `class_path`). Where the database broke off, as on a
        full disk, the log of its transactions may end within one; that one is left out, and `mended` says so. Raises
        ServerError where the server does not start; the message names its log.
        """
        if running := self.address():
            return running
        for given in filter(None, (settings.bolt_port, settings.http_port)):
            if _port(given) != given:
                raise ServerError(f"port {given} is in use; name another, or none for one that is free")
        if settings.certificate is not None:
            settings.certificate.check()
        for folder in (self.home, self.home / "conf", self.home / "data", self.log.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise ServerError(f"{folder}: the server's folder cannot be written")
        jars = class_path(fetched)
        if not self._secret.exists():
            self._configure(settings)
            self._new_password(jars)
        self.mended = False
        broken_off = self._panicked()
        fixed = settings.bolt_port and settings.http_port
        for usual in ((7687, 7474), *[(0, 0)] * (_TRIES - 1)):
            ports = replace(
                settings,
                bolt_port=settings.bolt_port or _port(usual[0]),
                http_port=settings.http_port or _port(usual[1]),
            )
            try:
                return self._sound(ports, jars, patience, broken_off=broken_off)
            except ServerError as error:
                # Another program, a second server maybe, took the port between the look and the start.
                if fixed or not _IN_USE.search(str(error)):
                    raise
                wrong = error
        raise wrong

    def _sound(self, settings: Settings, jars: list[Path], patience: float, *, broken_off: bool) -> Address:
        """Start on the ports of the settings, mended before where the database broke off or its log is torn."""
        self._configure(settings)
        address = None if broken_off else self._started(settings, jars, patience)
        if address is None:
            self._mend(settings, jars, patience)
            address = self._started(settings, jars, patience)
        if address is None:
            raise ServerError(f"the server's database is damaged; see {self._debug}")
        return address

    def _mend(self, settings: Settings, jars: list[Path], patience: float) -> None:
        """Start and stop once, leaving out a last transaction that was cut off; no client was told that it is done."""
        self.down()
        self._configure(settings, **{_MEND: "false"})
        self._started(replace(settings, heap=_MENDING_HEAP), jars, patience)
        self.down()
        self._configure(settings)
        self.mended = True

    def _started(self, settings: Settings, jars: list[Path], patience: float) -> Address | None:
        """Start the process and wait for its database; None where its log of transactions cannot be read."""
        from neo4j.exceptions import AuthError

        command = java_command(
            jars, "org.neo4j.server.CommunityEntryPoint", f"-Xmx{settings.heap}", "-Xms64m"
        )
        command += [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        before, said = _size(self._debug), _size(self._said)
        with self.log.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603  # our own runtime and jars
                command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._process = process
        state = _State(
            process.pid,
            settings.bolt_port,
            settings.http_port,
            settings.listen,
            tls=settings.certificate is not None,
            heap=settings.heap,
            chain=str(settings.certificate.chain) if settings.certificate else "",
            private_key=str(settings.certificate.private_key) if settings.certificate else "",
        )
        self._state.write_text(json.dumps(asdict(state)), "utf-8")
        end = time.monotonic() + patience
        self._wait(process, said, patience)
        while address := self.address():
            try:
                with Connection(address, patience=1):
                    return address
            except ServerError as error:
                if self._torn(before):
                    return None
                if isinstance(error.__cause__, AuthError) or time.monotonic() > end:
                    raise
                time.sleep(0.2)
        raise ServerError(f"the server stopped at once; see {self.log}")

    @property
    def _environment(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    @property
    def _debug(self) -> Path:
        return self.home / "logs" / "debug.log"

    @property
    def _said(self) -> Path:
        return self.home / "logs" / "neo4j.log"

    def _torn(self, before: int) -> bool:
        said = _after(self._debug, before)
        return any(words in said for words in _TORN)

    def _panicked(self) -> bool:
        """Whether the database broke off when the server last ran."""
        return _PANIC in _after(self._debug, 0).rpartition(_BEGINS)[2]

    def down(self, *, patience: float = 60.0) -> bool:
        """Stop the server cleanly; false where none ran. Raises ServerError where it does not stop.

        Where the database broke off it is killed: on its way out it would write the rest of a transaction behind
        the part that a full disk cut off, and a log with a hole in it cannot be read again.
        """
        state = self._running()
        if state is None:
            self._state.unlink(missing_ok=True)
            return False
        os.kill(state.pid, signal.SIGKILL if self._panicked() else signal.SIGTERM)
        end = time.monotonic() + patience
        while self._alive(state.pid):
            if time.monotonic() > end:
                raise ServerError(f"the server (process {state.pid}) does not stop; see {self.log}")
            time.sleep(0.1)
        if self._process is not None:
            self._process.wait(patience)
        self._state.unlink(missing_ok=True)
        return True

    def lines(self, count: int) -> list[str]:
        """The last lines that the server logged for its users, or printed where it did not come so far."""
        for path in (self._said, self.log):
            with suppress(FileNotFoundError):
                lines = path.read_text("utf-8", errors="replace").splitlines()
                if shown := [line for line in lines if line.isprintable() and line.strip()]:
                    return shown[-count:]
        return []

    def admin(self, *arguments: str, options: tuple[str, ...] = ()) -> str:
        """Run a command of `neo4j-admin` on the stopped server and hand back what it printed.

        Raises ServerError where it fails.
        """
        (self.home / "conf").mkdir(mode=0o700, parents=True, exist_ok=True)
        return _admin(
            [*java_command(class_path(), "org.neo4j.cli.AdminTool", *options), *arguments], self._environment
        )

    def _configure(self, settings: Settings, **more: str) -> None:
        lines = configuration(settings, self.home / "conf") | more
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, "utf-8")

    def _new_password(self, jars: list[Path]) -> None:
        if (self.home / "data" / "databases" / "system").exists():
            raise ServerError(f"{self._secret} is gone, and the data beside it have a password")
        pending = self._secret.with_suffix(".new")
        pending.unlink(missing_ok=True)
        with os.fdopen(os.open(pending, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            # Letters and digits alone: a password that begins with a hyphen is taken for an option.
            file.write(secrets.token_hex(24))
        _admin(
            [*java_command(jars, "org.neo4j.cli.AdminTool"), "dbms", "set-initial-password", f"@{pending}"],
            self._environment,
        )
        pending.replace(self._secret)

    def _wait(self, process: "subprocess.Popen[bytes]", said: int, patience: float) -> None:
        """Wait until this very server listens; on the port alone another program might."""
        end = time.monotonic() + patience
        while _LISTENS not in _after(self._said, said):
            if process.poll() is not None:
                self._state.unlink(missing_ok=True)
                raise ServerError(f"Neo4j {VERSION} did not start: {self._complaint()}; see {self.log}")
            if time.monotonic() > end:
                raise ServerError(
                    f"Neo4j {VERSION} does not answer after {patience:.0f} seconds; see {self.log}"
                )
            time.sleep(0.1)

    def _complaint(self) -> str:
        printed = self.log.read_text("utf-8", errors="replace").splitlines()[-60:]
        lines = [
            line.strip() for line in (*self.lines(60), *printed) if line.strip() and "WARNING" not in line
        ]
        if taken := _IN_USE.search(" ".join(lines[-20:])):
            return taken[0]
        wrong = [line for line in lines if "ERROR" in line or "Exception" in line or "rror:" in line]
        return (wrong or lines or ["it printed nothing"])[-1][:300]

    def _running(self) -> _State | None:
        try:
            state = _State(**json.loads(self._state.read_text("utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None
        return state if self._alive(state.pid) else None

    def _alive(self, pid: int) -> bool:
        if self._process is not None and self._process.pid == pid and self._process.poll() is not None:
            return False
        try:
            os.kill(pid, 0)
        except OSError:
            return False
        # The number may meanwhile belong to another process.
        command = Path(f"/proc/{pid}/cmdline")
        try:
            return str(self.home).encode() in command.read_bytes() if command.parent.parent.is_dir() else True
        except OSError:
            return not Path("/proc/self").exists()


def _admin(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        raise ServerError(f"neo4j-admin failed: {said[-400:]}")
    return done.stdout


def _size(log: Path) -> int:
    return log.stat().st_size if log.exists() else 0


def _after(log: Path, size: int) -> bytes:
    """What a log holds beyond its size a while ago, or all of it where it was begun anew."""
    with suppress(FileNotFoundError), log.open("rb") as file:
        file.seek(size if size <= log.stat().st_size else 0)
        return file.read()
    return b""


def _reached(listen: str) -> str:
    """The host by which a server that listens there is reached from its own machine."""
    return LOOPBACK if listen in _EVERYWHERE else in_uri(listen)


def _port(usual: int) -> int:
    """The usual port, or a free one where a program listens on it."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            # A port whose last connections are still being closed is free; only Windows means more by this.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, usual))
        except OSError:
            probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
