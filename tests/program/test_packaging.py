"""What a user gets: the package as it is installed, not as it lies in the checkout."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = {
    "gestae.ontology": "ontology",
    "gestae.loaders": "loaders",
    "gestae.graph": "graph",
    "gestae.queries": "queries",
}
DATA = {".ttl", ".rq", ".cypher", ".json", ".html", ".css", ".js", ".npz", ".txt", ".yaml"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package as a wheel installs it, without its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def run(installed: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(installed), "PATH": str(Path(sys.executable).parent), "HOME": str(cwd)}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_every_folder_with_modules_is_in_the_list_of_packages() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    here = {name for name, folder in ROOMS.items() if list((ROOT / folder).glob("*.py"))} | {"gestae"}
    nested = [
        p for folder in ROOMS.values() for p in (ROOT / folder).rglob("*.py") if p.parent != ROOT / folder
    ]
    assert (set(listed), nested) == (here, [])


def test_every_module_and_data_file_is_installed(installed: Path) -> None:
    for package, folder in ROOMS.items():
        here = {p.name for p in (ROOT / folder).iterdir() if p.suffix in DATA | {".py"}}
        there = {p.name for p in (installed / package.replace(".", "/")).iterdir()}
        assert here <= there, f"{folder}: not installed: {sorted(here - there)}"
    assert (installed / "gestae" / "py.typed").exists()


def test_it_imports_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    code = (
        "import gestae, gestae.ontology.facts, gestae.loaders.reader, gestae.errors; print(gestae.__file__)"
    )
    done = run(installed, "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed))


def test_the_arrows_between_the_rooms_hold(installed: Path, tmp_path: Path) -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run(installed, "-c", lint, "--config", str(ROOT / "pyproject.toml"), "--no-cache", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
