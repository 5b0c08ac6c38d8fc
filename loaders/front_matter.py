"""YAML front matter: the metadata at the head of a Markdown file."""

import re

import yaml

from gestae.loaders.metadata import Metadata, validated
from gestae.ontology.errors import BrokenInput

__all__ = ["split"]

_LARGEST = 64_000
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class _NoAliases(yaml.SafeLoader):
    """YAML as metadata needs it: without aliases, which can make a small text expand without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it has aliases (`*name`)")
        return super().compose_node(parent, index)


def split(text: str, path: str) -> tuple[Metadata, str]:
    """The metadata at the head of a text, and the text after them.

    They stand between a first line `---` and a line `---` or `...`, within 64,000 characters; a text
    without both lines has no front matter.

    :raises BrokenInput: what stands between is not YAML, no mapping, or has bad values.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _LARGEST) if opening else None
    if opening is None or closing is None:
        return {}, text
    head = text[opening.end() : closing.start()]
    try:
        # Not yaml.safe_load, whose loader is this one's parent.
        raw = yaml.load(head, Loader=_NoAliases)  # noqa: S506
        metadata = validated({} if raw is None else raw)
    except yaml.YAMLError as error:
        raise BrokenInput(path, f"the front matter is not YAML{_where(error)}") from error
    except RecursionError as error:
        raise BrokenInput(path, "the front matter is nested too deeply") from error
    except ValueError as error:
        raise BrokenInput(path, f"front matter: {error}") from error
    return metadata, text[closing.end() :]


def _where(error: yaml.YAMLError) -> str:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return f" ({' '.join(str(error).split())[:100]})"
    hint = ": put a value that holds a colon in quotes" if "mapping values" in (error.problem or "") else ""
    return f" (line {error.problem_mark.line + 2}: {error.problem}){hint}"
