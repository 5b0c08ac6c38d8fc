"""What many tests share: the real parts, each skipped with a reason where it is missing."""

import os
from pathlib import Path

import pytest

REQUIRED = os.environ.get("GESTAE_REQUIRE", "") == "all"
SHARED = Path(os.environ.get("GESTAE_SHARED", Path(__file__).parents[2] / "shared"))


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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes run the tests, a file's tests stay together, and so do all that need the one server."""
    for item in items:
        server = item.get_closest_marker("neo4j") or "neo4j_server" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("neo4j" if server else item.path.stem))
