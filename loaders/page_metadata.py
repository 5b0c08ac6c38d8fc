"""What a web page says of itself: OpenGraph, JSON-LD, Dublin Core, canonical link and title."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from gestae.loaders.metadata import Metadata, day, line, web

__all__ = ["page_metadata"]

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


def page_metadata(root: Any) -> Metadata:
    """Title, date, publisher and URL, as far as a page states them in a form that can be relied on.

    `root` is its root element. The sources are tried in the order OpenGraph, schema.org JSON-LD, Dublin
    Core, Highwire and plain meta elements; nothing is guessed from the text. What cannot be read (a date
    in another form) says nothing.
    """
    found: dict[str, str] = {}
    for name, value in (*_stated(root), *_linked(root)):
        if value.strip():
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


def _stated(root: Any) -> Iterator[tuple[str, str]]:
    """Name and value; the names of meta elements in lower case, those of other elements after `tag:`."""
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.lower(), meta.get("content", "")
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "").lower().split():
            yield "tag:canonical", link.get("href", "")
    for time in root.iter("time"):
        if time.get("itemprop") == "datePublished" or "publish" in time.get("class", ""):
            yield "tag:time", time.get("datetime", "")
    for element in root.iter("title", "h1"):
        yield f"tag:{element.tag}", "".join(element.itertext())


def _linked(root: Any) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            yield from _linked_data(script.text or "")


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
