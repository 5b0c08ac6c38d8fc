"""Markdown: front matter taken off, markup reduced, every word, bullet and number kept."""

import itertools
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from gestae.loaders.formats import Extracted, Source
from gestae.loaders.front_matter import split
from gestae.loaders.hypertext import MARKER, to_text, tree
from gestae.loaders.metadata import line
from gestae.loaders.plain_text import clean, decode
from gestae.ontology.errors import BrokenInput

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["extract"]

_DEEPEST = 100
_NARROWEST, _WIDEST = 60, 100
_FEW = 0.05
_MOST_BRACKETS = 2000
"""In one paragraph; beyond, no links are looked for: it is no prose, and time grows with their square."""
_BREAKS = frozenset(["softbreak", "hardbreak"])
_ENUMERATED = re.compile(r"\s*(?:[•●▪–—]|\(?[0-9a-zA-Z]{1,4}[.)])\s")
_TAG_OF_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def extract(source: Source) -> Extracted:
    """The text of a Markdown file without its markup, and its front matter; its first heading is a title.

    Blank lines part the blocks, `- ` or the number stands before list items, ` | ` between the cells of a
    row; link targets, images, marks of emphasis, comments and tags go. A line break inside a paragraph
    stays, unless the text is wrapped at a column and the break stands there for a space.

    :raises BrokenInput: not UTF-8, or bad front matter.
    """
    stated, body = split(clean(decode(source.data, source.path)), source.path)
    tokens = _parse(body)
    title = line(_first_heading(tokens))
    try:
        text = clean(_plain(tokens, _is_wrapped(body)))
    except ValueError as error:
        raise BrokenInput(source.path, str(error)) from error
    return Extracted(text, stated, {"title": title} if title else {})


@cache
def _parser(links: bool = True) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Official texts indent clauses and addresses by four spaces, which in Markdown would make them code.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    return parser.disable("code" if links else ["code", "image", "link"])


def _parse(body: str) -> "list[Token]":
    return _parser(links=max(map(_brackets, body.split("\n\n"))) < _MOST_BRACKETS).parse(body)


def _brackets(paragraph: str) -> int:
    return paragraph.count("[")


def _plain(tokens: "Sequence[Token]", wrapped: bool) -> str:
    for token in tokens:
        if token.type == "list_item_open":
            token.attrSet(MARKER, f"{token.info}{token.markup}" if token.info else "-")
        elif token.children:
            if wrapped:
                _unwrap(token.children)
            token.children = [child for child in token.children if _stays(child)]
    parser = _parser()
    root = tree(parser.renderer.render(tokens, parser.options, {}))
    return "" if root is None else to_text(root, keep_lines=True, all_parts=True)


def _first_heading(tokens: "Sequence[Token]") -> str | None:
    for token, following in itertools.pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return "".join(_words(child) for child in following.children or ())
    return None


def _is_wrapped(body: str) -> bool:
    """Whether lines were broken at a column, and not where something ends."""
    lines = body.split("\n")
    broken = [len(line) for line, following in itertools.pairwise(lines) if line and following]
    return sum(length > _WIDEST for length in broken) <= _FEW * len(broken)


def _unwrap(children: "Sequence[Token]") -> None:
    """Make a space of each soft line break after which the next word would not have fitted."""
    lines = "".join("\n" if child.type in _BREAKS else _words(child) for child in children).split("\n")
    breaks = [child for child in children if child.type in _BREAKS]
    for child, before, after in zip(breaks, lines, lines[1:], strict=False):
        word = after.split(maxsplit=1)[0] if after.strip() else ""
        too_long = len(before) + 1 + len(word) > _NARROWEST
        if child.type == "softbreak" and too_long and not _ENUMERATED.match(after):
            child.type, child.content = "text", " "


def _stays(child: "Token") -> bool:
    if child.type == "html_inline":
        return bool(_TAG_OF_BREAK.fullmatch(child.content))
    return child.type != "image"


def _words(token: "Token") -> str:
    return {"softbreak": " ", "hardbreak": " ", "image": "", "html_inline": ""}.get(token.type, token.content)
