"""What is true of a store, a file or a server after Ctrl-C, for each command."""

from collections.abc import Mapping
from pathlib import Path

__all__ = ["told"]

_GOES_ON = "the store holds what was finished, and the same command goes on from there"
_KEPT = "what was judged before that is kept; give the same command for the rest"
_STARTING = "a server that was starting may run: `gestae neo4j status` asks it, `gestae neo4j down` stops it"
_SAID = {
    "build": _GOES_ON,
    "authority import": "files that were imported before that stay so; give the same command for the rest",
    "authority remove": "the same command does what was not finished",
    "remove": "the document is there as a whole or gone; the same command, or `gestae build`, brings the rest up to date",
    "neo4j push": "what the server was sent stays there, and the same command goes on from there",
    "neo4j up": _STARTING,
    "neo4j down": "the server may still be stopping: the same command waits for it",
    **dict.fromkeys(
        ("accept", "reject", "correct", "same", "different", "unsure", "forget", "dedupe"), _KEPT
    ),
}


def told(command: str, given: Mapping[str, object]) -> str:
    """One line on a command ("neo4j push") that was broken off, with the values of its options."""
    store = Path(str(given.get("store_path", "")))
    if command in _SAID:
        held = (store / "gestae-store.json").exists() or given.get("uri") or given.get("file")
        return f"broken off; {_SAID[command] if held else 'there is no store yet, and the same command begins anew'}"
    if command == "neo4j pull" and not given.get("file"):
        return "broken off; the store may hold only part of it: `gestae neo4j pull --replace` makes it whole"
    target = str(given.get("target") or given.get("file") or "-")
    if target != "-" and (target.endswith("/") or Path(target).is_dir()):
        return f"broken off; the store is as it was, and what lies in {target} is not whole"
    written = f", and {target} was not written" if target != "-" and _whole_or_not(Path(target)) else ""
    return f"broken off; nothing was changed{written}"


def _whole_or_not(target: Path) -> bool:
    return target.is_file() or not target.exists()
