"""What a web page says of itself: OpenGraph, JSON-LD, Dublin Core, canonical link and title."""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from gestae.loaders.hypertext import parsable
from gestae.loaders.metadata import Metadata, day, line, web

__all__ = ["page_metadata"]

_LONGEST = 2_000_000
_WORKS = frozenset([
    "AnalysisNewsArticle", "Article", "BlogPosting", "CreativeWork", "GovernmentService", "Legislation",
    "NewsArticle", "PressRelease", "Report", "ReportageNewsArticle", "SpecialAnnouncement", "WebPage",
])  # fmt: skip
_TITLES = ("og:title", "ld:headline", "dcterms.title", "dc.title", "citation_title", "tag:title", "tag:h1")
_DATES = (
    "article:published_time", "ld:datePublished", "og:published_time", "dcterms.issued", "dc.date.issued",
    "dcterms.date", "dc.date", "citation_publication_date", "datepublished", "publish_date",
    "publication_date", "pubdate", "date", "tag:time",
)  # fmt: skip
_PUBLISHERS = (
    "ld:publisher",
    "og:site_name",
    "dcterms.publisher",
    "dc.publisher",
    "publisher",
    "citation_publisher",
)
_URLS = ("tag:canonical", "og:url", "ld:url")


class _Head(HTMLParser):
    """Gathers the first value of each name; names are lower case, those of elements begin with `tag:`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}
        self.json: list[str] = []
        self.gathering: str | None = None
        self.buffer: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.note(name.lower(), given.get("content", ""))
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.note("tag:canonical", given.get("href", ""))
        elif tag == "time" and (
            given.get("itemprop") == "datePublished" or "publish" in given.get("class", "")
        ):
            self.note("tag:time", given.get("datetime", ""))
        elif self.wants(tag, given):
            self.gathering, self.buffer = tag, []

    def wants(self, tag: str, given: dict[str, str]) -> bool:
        """Whether the text of an element is to be gathered."""
        if tag == "script":
            return given.get("type", "").lower() == "application/ld+json"
        return tag in {"title", "h1"} and f"tag:{tag}" not in self.found

    def handle_endtag(self, tag: str) -> None:
        if tag == self.gathering:
            text = "".join(self.buffer)
            if tag == "script":
                self.json.append(text)
            else:
                self.note(f"tag:{tag}", text)
            self.gathering = None

    def handle_data(self, data: str) -> None:
        if self.gathering:
            self.buffer.append(data)

    def note(self, name: str, value: str) -> None:
        if value.strip():
            self.found.setdefault(name, value)


def page_metadata(page: str) -> Metadata:
    """Title, date, publisher and URL, as far as the page states them in a form that can be relied on.

    The sources are tried in the order OpenGraph, schema.org JSON-LD, Dublin Core, Highwire and plain meta
    elements; nothing is guessed from the text. What cannot be read (a date in another form) says nothing.
    """
    head = _Head()
    head.feed(parsable(page[:_LONGEST]))
    found = head.found
    for block in head.json:
        for name, value in _linked_data(block):
            found.setdefault(name, value)
    metadata: Metadata = {}
    if title := next(filter(None, (line(found.get(name)) for name in _TITLES)), None):
        metadata["title"] = title
    if date := next(filter(None, (day(found.get(name, "")) for name in _DATES)), None):
        metadata["date"] = date
    if publisher := next(filter(None, (line(found.get(name)) for name in _PUBLISHERS)), None):
        metadata["publisher"] = publisher
    if url := next(filter(None, (web(found.get(name)) for name in _URLS)), None):
        metadata["url"] = url
    return metadata


def _linked_data(block: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):
        return
    roots = data if isinstance(data, list) else [data]
    nodes = [node for root in roots if isinstance(root, Mapping) for node in (root, *_graph(root))]
    names = {node.get("@id"): node.get("name") for node in nodes if isinstance(node.get("@id"), str)}
    works = [node for node in nodes if _types(node) & _WORKS]
    # What a page says of its article comes before what it says of itself as a page.
    for node in sorted(works, key=lambda node: "WebPage" in _types(node)):
        publisher = node.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        if isinstance(publisher, Mapping):
            reference = publisher.get("@id")
            publisher = publisher.get("name") or (
                names.get(reference) if isinstance(reference, str) else None
            )
        for name, value in (
            ("ld:headline", node.get("headline")),
            ("ld:datePublished", node.get("datePublished")),
            ("ld:publisher", publisher),
            ("ld:url", node.get("url")),
        ):
            if isinstance(value, str) and value.strip():
                yield name, value


def _graph(root: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    graph = root.get("@graph")
    if isinstance(graph, list):
        yield from (node for node in graph if isinstance(node, Mapping))


def _types(node: Mapping[str, object]) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {name for name in kinds if isinstance(name, str)}
