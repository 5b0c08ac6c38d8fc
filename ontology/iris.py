"""How every IRI is made: pure functions of what a node is, so that the same input gives the same graph.

<base>document/<slug>-<hash>                       a document, from its URL, else publisher and name
  /version/<sha256, 16 digits>                     a version of its text; also the name of its graph
    /quote/<start>-<end>                           a run of its words; #text and #position are its selectors
    /<kind>/<hash>                                 a claim, from kind, offsets and words as written
    /statement/<hash>                              the statement that makes it
    /activity/<hash>                               the reading that found it
    /links, /derived                               graphs that are rebuilt when a judgement changes
  /entity/<slug>-<hash>                            somebody the authority files do not know
  /link/<hash>                                     what a mention was taken to stand for
<base>graph/authority                              the graph of authority data
<base>graph/comparison                             the graph of what comparing statements found
<base>conflict/<hash>                              a question on which statements conflict; also corroboration/, change/
  /position/<hash>                                 one answer to it
<base>membership/<hash>                            that somebody belongs to a body, as documents attest
<base>day/<date>                                   a day on which such an interval begins or ends
<base>graph/judgements                             the graph of what people judged
<base>judgement/<hash>                             what somebody judged of two entities, or of a fact
<base>agent/<name>                                 who judged
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from gestae.ontology.facts import Document
from gestae.ontology.terms import AUTHORITY

__all__ = [
    "activity",
    "agent",
    "authority",
    "authority_graph",
    "claim",
    "comparison_graph",
    "day",
    "derived_graph",
    "digest",
    "direct_link",
    "document",
    "finding",
    "instrument",
    "judgement",
    "judgements_graph",
    "link",
    "links_graph",
    "local_entity",
    "membership",
    "position",
    "quote",
    "selectors",
    "slug",
    "statement",
    "version",
    "web_address",
]

_SLUG_LENGTH = 60
_WEB_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+")


def digest(*parts: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of the parts, which no part can imitate."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, at most 60; "x" where nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text)[:_SLUG_LENGTH].strip("-") or "x"


def web_address(url: str) -> str | None:
    """The URL as an IRI, its odd characters percent-encoded, or `None` where it is no absolute URL."""
    if not _WEB_ADDRESS.fullmatch(url.strip()):
        return None
    for safe in ("%/:?#[]@!$&'()*+,;=-._~", "/:?#@!$&'()*+,;=-._~"):
        try:
            return NamedNode(percent_encode(url.strip(), safe=safe)).value
        except ValueError:
            continue
    return None


def document(base: str, source: Document) -> str:
    """A document's IRI: from its URL without fragment, else from its publisher and name."""
    if source.url:
        address = _comparable(source.url)
        return f"{base}document/{slug(_last_segment(address))}-{digest('url', address, length=10)}"
    stem = source.name.rpartition("/")[2]
    return f"{base}document/{slug(stem)}-{digest('name', source.publisher or '', source.name, length=10)}"


def version(document_iri: str, sha256: str) -> str:
    """The IRI of a document with just this text; it also names the graph of what the text says."""
    return f"{document_iri}/version/{sha256[:16]}"


def links_graph(version_iri: str) -> str:
    """The graph of what linking resolved in a version."""
    return f"{version_iri}/links"


def derived_graph(version_iri: str) -> str:
    """The graph of the direct links drawn from a version."""
    return f"{version_iri}/derived"


def authority_graph(base: str) -> str:
    """The graph of authority data."""
    return f"{base}graph/authority"


def judgements_graph(base: str) -> str:
    """The graph of what people judged."""
    return f"{base}graph/judgements"


def comparison_graph(base: str) -> str:
    """The graph of what comparing statements found."""
    return f"{base}graph/comparison"


def finding(base: str, kind: str, *key: str) -> str:
    """A conflict, corroboration or change, from the question that it is about."""
    return f"{base}{kind}/{digest(*key)}"


def membership(base: str, group: str, member: str, role: str) -> str:
    """That somebody belongs to a body in a role, as documents attest."""
    return f"{base}membership/{digest(group, member, role)}"


def day(base: str, date: str) -> str:
    """A day, as a point of time."""
    return f"{base}day/{date}"


def position(finding_iri: str, answer: str) -> str:
    """One answer to a question."""
    return f"{finding_iri}/position/{digest(answer, length=10)}"


def judgement(base: str, *about: str) -> str:
    """A judgement, from what it is about; judging that again gives the same node."""
    return f"{base}judgement/{digest(*about)}"


def agent(base: str, name: str) -> str:
    """A person who judges, by the name of a user; characters that IRIs lack are percent-encoded."""
    return f"{base}agent/{percent_encode(name, safe='')}"


def quote(version_iri: str, start: int, end: int) -> str:
    """A run of a version's text, by code points, end exclusive; facts that share it share its node."""
    return f"{version_iri}/quote/{start}-{end}"


def selectors(quote_iri: str) -> tuple[str, str]:
    """The quote's text selector and position selector."""
    return f"{quote_iri}#text", f"{quote_iri}#position"


def claim(version_iri: str, kind: str, start: int, end: int, words: Iterable[str], ordinal: int = 1) -> str:
    """What one statement says.

    `kind` is "action", "statistic", "instrument" or "membership"; `words` are those of the text, never what
    they were linked to, and never a confidence; `ordinal` counts claims that differ in nothing of this.
    """
    return f"{version_iri}/{kind}/{_claim_key(kind, start, end, words, ordinal)}"


def statement(
    version_iri: str, kind: str, start: int, end: int, words: Iterable[str], ordinal: int = 1
) -> str:
    """The statement that makes a claim; made from the same parts."""
    return f"{version_iri}/statement/{_claim_key(kind, start, end, words, ordinal)}"


def activity(version_iri: str, reader: str, reader_version: str, settings: str, ontology_version: str) -> str:
    """The reading of a version by a reader with its settings; clock times are no part of it."""
    return f"{version_iri}/activity/{digest(reader, reader_version, settings, ontology_version, length=12)}"


def local_entity(document_iri: str, kind: str, label: str) -> str:
    """Somebody or something that the authority files do not know; scoped to its document."""
    return f"{document_iri}/entity/{slug(label)}-{digest(kind, label, length=6)}"


def link(document_iri: str, mention: str, entity_iri: str) -> str:
    """The judgement that a mention in a document stands for an entity."""
    return f"{document_iri}/link/{digest(mention, entity_iri, length=12)}"


def direct_link(version_iri: str, actor_iri: str, property_iri: str, object_iri: str) -> str:
    """The node that says which statements of a version a direct link was drawn from."""
    return f"{version_iri}/direct/{digest(actor_iri, property_iri, object_iri, length=12)}"


def authority(section: str, key: str) -> str:
    """An authority entry: `authority("agency", "DOJ")` ends in `agency/doj`."""
    return f"{AUTHORITY}{section}/{slug(key)}"


def instrument(identifier: str) -> str:
    """A law or order by its public number: "Pub. L. 106-386" ends in `instrument/pub-l-106-386`."""
    return authority("instrument", identifier)


def _claim_key(kind: str, start: int, end: int, words: Iterable[str], ordinal: int) -> str:
    key = digest(kind, str(start), str(end), *words)
    return key if ordinal == 1 else f"{key}-{ordinal}"


def _comparable(url: str) -> str:
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    rest = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{rest}" if parts.netloc else url


def _last_segment(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2].removesuffix(".html").removesuffix(".htm")
