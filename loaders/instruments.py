"""Laws, orders, proclamations, memoranda, treaties, reports and plans: each once for a document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.citations import Citation, citations
from gestae.loaders.instrument_names import Name, names
from gestae.loaders.instrument_phrases import described
from gestae.loaders.instrument_words import HEADS, OWN_KINDS, kind_of
from gestae.loaders.layout import clean
from gestae.ontology.facts import Document, Instrument, InstrumentKind, Quote

if TYPE_CHECKING:
    from gestae.loaders.parse import Parsed

__all__ = ["Known", "Register", "instruments"]


class Known(Protocol):
    """What a register holds of an instrument; `instrument_kind` is `None` for anybody and anything else."""

    @property
    def name(self) -> str: ...
    @property
    def instrument_kind(self) -> str | None: ...
    @property
    def identifier(self) -> str | None: ...


class Register(Protocol):
    """Where known instruments are looked up by name, short name, acronym or number."""

    def find(self, words: str) -> Sequence[Known]: ...


def instruments(parsed: "Parsed", authority: Register | None = None) -> list[Instrument]:
    """The instruments that a document names, one each, in the order of their first mention."""
    gathering = _Gathering(parsed.document, authority)
    own = _own(parsed.document)
    if own:
        gathering.own = gathering.add(own)
    for block in parsed.blocks:
        # The line from its beginning: what looks like the mark of an item may be the "S." of a bill.
        start = parsed.document.text.rfind("\n", 0, block.start) + 1
        text = clean(parsed.document.text[start : block.end])
        for mention in sorted(_mentions(text, start), key=lambda m: (m.start, -m.end)):
            gathering.add(mention)
    return gathering.facts()


@dataclass(slots=True)
class _Mention:
    """A mention at `start`..`end` of the document."""

    start: int
    end: int
    name: str
    kind: InstrumentKind
    identifier: str | None = None
    aliases: tuple[str, ...] = ()
    refers: bool = False
    described: bool = False
    introduced: bool = False


@dataclass(slots=True)
class _Item:
    mention: _Mention
    keys: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()


_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset("a an the of to in on for and or by with s".split())
_YEAR = re.compile(r"(?: of|,) (?:19|20)\d\d$")


def _key(name: str) -> str:
    return " ".join(_WORD.findall(_YEAR.sub("", clean(name)).lower().replace("'s", "")))


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in _key(name).split() if w not in _SMALL)


class _Gathering:
    """The instruments of a document as they are met: each mention finds its instrument or begins one."""

    def __init__(self, document: Document, register: Register | None) -> None:
        self.document = document
        self.register = register
        self.items: list[_Item] = []
        self.by_key: dict[str, _Item] = {}
        self.own: _Item | None = None
        self.latest: dict[InstrumentKind, _Item] = {}
        self.body = len((document.title or "").strip()) if document.text.lstrip()[:20] == (document.title or "")[:20] else 0

    def add(self, mention: _Mention) -> _Item | None:
        if self.own is not None and self.own.mention.start <= mention.start < self.own.mention.end and mention.described:
            return self.own
        known = self._known(mention)
        if known is not None:
            mention.name = known.name
            mention.kind = known.instrument_kind or mention.kind  # type: ignore[assignment]
            mention.identifier = mention.identifier or known.identifier
        item = self._item(mention)
        if item is None:
            if mention.refers and mention.kind not in {"order", "proclamation", "memorandum"}:
                return None
            item = _Item(mention)
            self.items.append(item)
        else:
            self._enrich(item, mention)
        for key in (mention.name, *mention.aliases, mention.identifier or ""):
            if key:
                self.by_key.setdefault(_key(key), item)
                item.keys.add(_key(key))
        item.words = item.words | _words(item.mention.name)
        self.latest[item.mention.kind] = item
        return item

    def _known(self, mention: _Mention) -> Known | None:
        if self.register is None or mention.refers:
            return None
        for words in (mention.identifier, mention.name, *mention.aliases):
            if words and not (mention.described and words == mention.name):
                found = [k for k in self.register.find(words) if k.instrument_kind]
                if len(found) == 1:
                    return found[0]
        return None

    def _item(self, mention: _Mention) -> _Item | None:
        if mention.refers:
            if self.own is not None and self.own.mention.kind == mention.kind:
                return self.own
            return self.latest.get(mention.kind)
        if self.own is not None and self.own.mention.kind == mention.kind and mention.name.lower() in OWN_KINDS:
            return self.own
        for key in (mention.identifier or "", mention.name, *mention.aliases):
            if key and (item := self.by_key.get(_key(key))):
                return item
        if mention.introduced and (item := self.latest.get(mention.kind)) and item.mention.described and item.mention.start < self.body:
            return item
        if mention.described:
            head = re.sub(r" (?:to|on|regarding|concerning|\w+ing) .*", "", mention.name).lower()
            for item in self.items:
                if len(head.split()) > 1 and head not in OWN_KINDS and item.mention.kind == mention.kind and item.mention.name.lower().startswith(head):
                    return item
        words = _words(mention.name)
        if len(words) < 2 or mention.described:
            return None
        for item in reversed(self.items):
            if item.mention.kind == mention.kind and not item.mention.described and (words <= item.words or item.words <= words):
                if mention.identifier and item.mention.identifier and mention.identifier != item.mention.identifier:
                    continue
                return item
        return None

    def _enrich(self, item: _Item, mention: _Mention) -> None:
        first = item.mention
        if mention.refers:
            return
        first.identifier = first.identifier or mention.identifier
        if first.described and not mention.described or (
            not mention.described and len(mention.name) > len(first.name) and not self.own is item
        ):
            first.name = mention.name
            first.described = mention.described

    def facts(self) -> list[Instrument]:
        facts = []
        for item in sorted(self.items, key=lambda i: i.mention.start):
            m = item.mention
            quote = Quote(m.start, m.end, self.document.text[m.start : m.end])
            facts.append(Instrument(quote, m.name, m.kind, m.identifier))
        return facts


_TITLED = re.compile(
    r"^(?:An? )?(?P<kind>Executive Order|(?:Presidential )?Proclamation|(?:Presidential |National Security (?:Presidential )?)?Memorandum|Presidential Determination)\b",
    re.I,
)
_ORDERED = re.compile(r"\bhereby (?:ordered|order)\b")
_PROCLAIMED = re.compile(r"\bhereby proclaim\b")
_ADDRESSED = re.compile(r"^\s*MEMORANDUM FOR\b", re.M)
_REPORTED = re.compile(r"^(?:fact sheet|readout|remarks|statement|press|icymi|what they|background|bills?\b|letters?\b|message)", re.I)


def _own(document: Document) -> _Mention | None:
    """The document itself, where it is an order, a proclamation or a memorandum and its name stands in it."""
    title = " ".join((document.title or "").split())
    plain = clean(document.text)
    folded = clean(title)
    if not title or _REPORTED.match(title):
        return None
    match = _TITLED.match(folded)
    kind: InstrumentKind
    if match:
        kind = OWN_KINDS.get(match["kind"].lower().removeprefix("presidential "), "memorandum")
    elif _PROCLAIMED.search(plain):
        kind = "proclamation"
    elif _ORDERED.search(plain):
        kind = "order"
    elif _ADDRESSED.search(plain):
        kind = "memorandum"
    else:
        return None
    at = plain.lower().find(folded.lower())
    if at < 0:
        found = re.search(rf"\b[Tt]his (?:{kind}|determination)\b", plain)
        if not found:
            return None
        at, end = found.span()
    else:
        end = at + len(folded)
    cited = [c for c in citations(folded) if c.form in {"order", "proclamation", "determination", "directive"}]
    if not cited and kind == "memorandum":
        cited = [c for c in citations(plain[:800]) if c.form == "determination"]
    name = re.sub(r"^An? ", "", title)
    return _Mention(at, end, name, kind, cited[0].identifier if cited else None, (title, re.sub(r"^.*?(?: on |: )", "", title)))


def _mentions(text: str, offset: int) -> Iterator[_Mention]:
    cited = list(citations(text))
    found = list(names(text))
    used: set[Citation] = set()
    covered: list[tuple[int, int]] = []
    for place, name in enumerate(found):
        if place and _OR.fullmatch(text, found[place - 1].end, name.start):
            continue
        mention = _named(text, name, cited, used)
        if mention is not None:
            covered.append((mention.start, mention.end))
            yield _moved(mention, offset)
    for citation in cited:
        if citation.form in {"law", "code"}:
            used.update(_same(text, citation, cited))
        if _BACK.search(text, max(0, citation.start - 24), citation.start):
            used.add(citation)
        if citation not in used and citation.form not in {"register", "statutes", "regulation", "case"}:
            mention = _cited(text, citation)
            covered.append((mention.start, mention.end))
            yield _moved(mention, offset)
    for found_ in described(text):
        end = min((a for a, b in covered if a < found_.end and found_.start < b), default=None)
        mention = _Mention(found_.start, found_.end, found_.name, found_.kind, None, (), found_.refers, not found_.title, True)
        if end is not None and not found_.title:
            words = text[found_.start : end].rstrip(" ,(")
            if end <= found_.start or found_.head not in words.lower():
                continue
            mention.end, mention.name = found_.start + len(words), words
        yield _moved(mention, offset)
    for match in _FIXED.finditer(text):
        yield _moved(_Mention(match.start() + (4 if match[0][:3].lower() in {"the", "our"} else 0), match.end(), "Constitution of the United States", "law"), offset)


def _same(text: str, citation: Citation, cited: list[Citation]) -> Iterator[Citation]:
    """The citations that a parenthesis behind a citation gives for the same law."""
    opened = _SAME.match(text, citation.end)
    if opened:
        close = text.find(")", opened.end())
        yield from (c for c in cited if opened.end() <= c.start < close or c.start == opened.end())


_OR = re.compile(r',?"?,? (?:or|also known as|known as|commonly called),? (?:the )?"?')
_FIXED = re.compile(
    r"\b(?:(?:U\.S\.|United States|American|[Oo]ur|[Tt]he|Federal) )Constitution(?: of the United States)?\b(?! of| [A-Z])"
)
_BRACKET = re.compile(r'(?:,? as amended,?)?,? ?\((?:the |hereinafter |or )?"?(?P<alias>[A-Z0-9][\w.&-]*(?: [\w.&-]+){0,4})"?\)')
_BEFORE = re.compile(r',? (?:known as |also known as )?(?:the )?"?$')


_SAME = re.compile(r"(?:,? as amended,?)? \((?:the )?")
_BACK = re.compile(r"\b(?:the|such|that) (?:Act|Law|Code|Order|Treaty)(?:,? as amended,?)? \($")


def _moved(mention: _Mention, offset: int) -> _Mention:
    mention.start += offset
    mention.end += offset
    return mention


def _named(text: str, name: Name, cited: list[Citation], used: set[Citation]) -> _Mention | None:
    start, end = name.start, name.end
    words = text[start:end]
    if any(c.start < end and start < c.end for c in cited):
        return None
    kind = kind_of(words) or HEADS[name.head]
    aliases: list[str] = []
    identifier = None
    at = end
    while match := _BRACKET.match(text, at):
        inner = [c for c in cited if match.start("alias") <= c.start < match.end()]
        if not inner:
            aliases.append(match["alias"])
        at = match.end()
        if inner:
            break
    near = [c for c in cited if c not in used and at - 40 <= c.start <= at + 14 and c.start >= end and c.kind == "law" and _adjoins(text, end, c.start)]
    if near:
        close = text.find(")", near[0].start)
        group = [c for c in near if c.start < close] or near[:1]
        best = next((c for c in group if c.form == "law"), group[0])
        identifier = best.identifier
        used.update(group)
    bill = next((c for c in cited if c.form in {"bill", "law"} and c.end <= start and _BEFORE.fullmatch(text, c.end, start)), None)
    if bill is not None:
        used.add(bill)
        aliases.append(bill.identifier)
        identifier = identifier or bill.identifier
        start = bill.start
    return _Mention(start, end, words, kind, identifier, tuple(aliases))


def _adjoins(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return bool(re.fullmatch(r'(?:,? as amended)?,? ?(?:\([^()]{1,60}\),? ?){0,2}[(,]? ?', between))


_OF_DATE = re.compile(
    r" of (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}(?:, as amended)?"
)
_WITH_TITLE = re.compile(r',? ?(?:\((?P<a>[A-Z][^()]{8,250})\)|(?:titled |entitled |on )?"(?P<b>[A-Z][^"]{8,200}?)[,.]?"|on (?P<c>(?:[A-Z][\w\'.-]*|of|the|and|to|for|in|on|at|from|with|by)(?: (?:[A-Z][\w\'.-]*|of|the|and|to|for|in|on|at|from|with|by))*))')


def _cited(text: str, citation: Citation) -> _Mention:
    end = citation.end
    name = citation.identifier
    if citation.form in {"order", "proclamation"}:
        number = citation.identifier.split()[-1]
        name = f"{'Executive Order' if citation.form == 'order' else 'Proclamation'} {number}"
        if date := _OF_DATE.match(text, end):
            end = date.end()
        if title := _WITH_TITLE.match(text, end):
            end = title.end()
            name = f"{name}, {next(g for g in title.groups() if g).strip()}"
    return _Mention(citation.start, end, name, citation.kind, citation.identifier, (citation.identifier,))
