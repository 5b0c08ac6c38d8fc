"""What the Compose file offers to those who have Docker is as closed as the server that gestae starts, and as new."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from gestae.graph.neo4j_runtime import VERSION

_FILE = Path(__file__).resolve().parents[2] / "compose.yaml"


@pytest.fixture
def service() -> dict[str, Any]:
    services: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["services"]
    (only,) = services.values()
    return only


def test_ports_are_open_to_this_machine_alone(service: dict[str, Any]) -> None:
    assert sorted(service["ports"]) == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_the_password_comes_from_the_user(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


def test_the_image_is_of_the_release_that_gestae_runs_itself(service: dict[str, Any]) -> None:
    assert service["image"] == f"neo4j:{'.'.join(VERSION.split('.')[:2])}-community"
