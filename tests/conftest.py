"""What many tests share: the real parts, each skipped with a reason where it is missing.

Neo4j and Chromium are started once in each process that runs tests, by the same code that users start it with.
"""

import os
import shutil
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Settings
from gestae.ontology.errors import ServerError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REQUIRED = os.environ.get("GESTAE_REQUIRE", "") == "all"
SHARED = Path(os.environ.get("GESTAE_SHARED", Path(__file__).parents[2] / "shared"))


LONGEST = (
    *(
        "test_neo4j_failures",
        "test_neo4j_exact",
        "program.test_neo4j",
        "test_neo4j_server",
        "test_neo4j_bulk",
        "test_neo4j_tls",
    ),
    *("test_neo4j_create", "test_cypher", "test_neo4j_push"),
)
"""The files that need a server, which begin first where several processes share the work, the longest at the head.

Begun last, as files of few tests are by default, they would be all that is left, for one process alone.
"""


def pytest_configure(config: pytest.Config) -> None:
    """Let files be handed out in the order below."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put long files first, and then those of many tests."""
    if hasattr(config, "workerinput"):
        tests = Counter(item.path for item in items)
        items.sort(key=lambda item: (_rank(item.path), -tests[item.path], str(item.path)))


def _rank(file: Path) -> int:
    name = f"{file.parent.name}.{file.stem}"
    return next((rank for rank, long in enumerate(LONGEST) if name.endswith(long)), len(LONGEST))


def free_port() -> int:
    """A port that no other program listens on, and that none is likely to take: not Neo4j's own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# A server of a test lives for seconds: the compiler that optimises would take a third of the time that it starts in.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

SMALL = Settings(heap="512m", page_cache="64m", bolt_port=free_port(), http_port=free_port())
"""A server that is small and leaves memory to others."""


def missing(part: str) -> None:
    """Skip a test whose real part is not on this machine, or fail where every part is required."""
    if REQUIRED:
        pytest.fail(f"{part} is missing, and GESTAE_REQUIRE=all requires it")
    pytest.skip(f"{part} is missing")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, annotations and test suites beside the checkout."""
    if not SHARED.is_dir():
        missing(f"the folder of shared documents {SHARED.name!r} beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on free ports, stopped at the end."""
    server = Server(tmp_path_factory.mktemp("neo4j-store") / "neo4j")
    try:
        server.up(SMALL)
    except ServerError as error:
        missing(f"a Neo4j server ({error})")
    yield server
    server.down()


@pytest.fixture
def graph(neo4j_server: Server) -> Iterator[Connection]:
    """A connection to the server, whose database is empty."""
    address = neo4j_server.address() or neo4j_server.up(SMALL)
    with Connection(address) as connection:
        connection.run("MATCH (n) DETACH DELETE n")
        yield connection


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Path:
    """The folder of a store whose server is the running one."""
    return neo4j_server.home.parent


BROWSER_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A Chromium of this machine, without a window."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    path = os.environ.get("GESTAE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        missing("Chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()
