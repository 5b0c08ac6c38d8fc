import datetime
import json

import pytest

from gestae.loaders.hypertext import tree
from gestae.loaders.metadata import Metadata
from gestae.loaders.page_metadata import page_metadata

DAY = datetime.date(2019, 5, 2)


def said(head: str) -> Metadata:
    return page_metadata(tree(f"<html><head>{head}</head><body><p>Text</p></body></html>"))


def linked(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else nodes)}</script>'


def test_open_graph() -> None:
    assert said(
        '<meta property="og:title" content="Two shelters">'
        '<meta property="og:site_name" content="Office of Trials">'
        '<meta property="article:published_time" content="2019-05-02T18:00:00-04:00">'
        '<meta property="og:url" content="https://example.org/a"><title>Two shelters | Office</title>'
    ) == {
        "title": "Two shelters",
        "date": DAY,
        "publisher": "Office of Trials",
        "url": "https://example.org/a",
    }


def test_json_ld_with_its_publisher_by_reference() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "datePublished": "2011-01-01", "name": "Page"},
            {"@type": ["NewsArticle"], "headline": "Two shelters", "datePublished": "2019-05-02",
             "publisher": {"@id": "#org"}},
            {"@type": "Organization", "@id": "#org", "name": "Office of Trials"},
        ]
    }  # fmt: skip
    assert said(linked(graph)) == {"title": "Two shelters", "date": DAY, "publisher": "Office of Trials"}


@pytest.mark.parametrize("name", ["dcterms.issued", "DC.date", "date", "citation_publication_date"])
def test_meta_dates(name: str) -> None:
    assert said(f'<meta name="{name}" content="2019-05-02">') == {"date": DAY}


def test_title_canonical_link_and_time() -> None:
    head = '<title>Two\n shelters</title><link rel="canonical" href="https://example.org/a">'
    time = '<time class="entry-date published" datetime="2019-05-02T01:00:00Z">May 2</time>'
    assert said(head + time) == {"title": "Two shelters", "date": DAY, "url": "https://example.org/a"}


def test_a_canonical_link_comes_before_open_graph() -> None:
    head = '<meta property="og:url" content="https://example.org/b"><link rel="canonical" href="https://example.org/a">'
    assert said(head)["url"] == "https://example.org/a"


def test_what_cannot_be_relied_on_says_nothing() -> None:
    head = (
        '<meta name="date" content="2 May 2019"><link rel="canonical" href="/a">'
        '<time datetime="2019-01-01">then</time>'
        '<meta property="og:title" content=" "><script type="application/ld+json">{not json</script>'
    )
    assert said(head) == {}
    assert said(linked([1, None, {"@type": "Article", "headline": 5, "publisher": []}])) == {}
    assert said(linked({"@type": "Event", "headline": "A party", "datePublished": "2019-05-02"})) == {}
