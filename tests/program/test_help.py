"""Every command is there, has help, and loads nothing heavy before it must."""

import subprocess
import sys
from collections.abc import Callable

from gestae.cli import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_every_command_has_help(gestae: Run) -> None:
    listed = gestae("--help").stdout
    says_first = []
    for name, (_, says) in COMMANDS.items():
        assert f"  {name} " in listed
        lines = gestae(name, "--help").stdout.splitlines()
        assert lines[0].startswith("Usage: ")
        assert says
        says_first.append(lines[lines.index("") + 1])
    assert len(set(says_first)) == len(COMMANDS), "two commands say the same of themselves"


def test_help_loads_no_heavy_library() -> None:
    code = "import sys, gestae.cli; print([m for m in ('spacy', 'rdflib', 'networkx', 'pyshacl', 'neo4j', 'pyvis', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
