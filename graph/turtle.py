"""Turtle and TriG for people: prefixed, sorted, and the same bytes on every run, so that it can be compared.

Works on the lines of N-Triples, which Oxigraph writes fast: a line is cut at its first two spaces, and each
IRI is shortened once. Sorting and shortening then cost less than reading the quads into Python would.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["trig", "turtle"]

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "http://www.w3.org/2001/XMLSchema#"

# A part of what PN_LOCAL allows (https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL); "/" is escaped.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_/.-]*[A-Za-z0-9_-])?")
# What surely comes back when it is resolved against a base that ends in "/": no dot segment, no empty one.
_RELATIVE = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*/?(?:#[A-Za-z0-9_-]*)?")
_BASE = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?/(?:[A-Za-z0-9_-]+/)*")
# Literals that need no quotes (https://www.w3.org/TR/turtle/#abbrev), by datatype.
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    f"{_XSD}boolean": re.compile("true|false"),
}


def turtle(lines: Iterable[str], prefixes: Mapping[str, str], base: str = "") -> Iterator[str]:
    """Turtle from the lines of N-Triples, in pieces.

    `lines` are those of canonical N-Triples, without their line ends, in any order and with repetitions.
    `prefixes` maps prefixes to IRIs; only those that occur are declared. IRIs under `base` are written
    relative to it.
    """
    terms = _Terms(prefixes, base)
    body = list(_block(lines, terms, ""))
    yield from terms.head()
    yield from body


def trig(
    graphs: Iterable[tuple[str, Iterable[str]]], prefixes: Mapping[str, str], base: str = ""
) -> Iterator[str]:
    """TriG from the names of graphs and the lines of N-Triples in each, in pieces.

    Names are terms of N-Triples (`<https://…>`), and "" that of the default graph; an empty graph is
    left out.
    """
    terms = _Terms(prefixes, base)
    body: list[str] = []
    for name, lines in sorted(graphs):
        if not name:
            body += _block(lines, terms, "")
        elif block := list(_block(lines, terms, "    ")):
            body += [f"\n{terms[name]} {{", *block, "}\n"]
    yield from terms.head()
    yield from body


def _block(lines: Iterable[str], terms: "_Terms", indent: str) -> Iterator[str]:
    """One graph: subjects in order, each with its type first and its predicates and objects in order."""
    subjects: dict[str, list[str]] = {}
    for line in lines:
        subject, _, rest = line.partition(" ")
        if subject in subjects:
            subjects[subject].append(rest)
        elif subject:
            subjects[subject] = [rest]
    more, other = f" ;\n{indent}    ", ", "
    # The sign that closes an IRI would sort what lies under a node before the node.
    for subject in sorted(subjects, key=lambda subject: subject.rstrip(">")):
        types: list[str] = []
        pairs: list[str] = []
        last = ""
        for rest in sorted(set(subjects[subject])):
            predicate, _, value = rest.partition(" ")
            term = value[:-2]
            if term[-1] != '"':  # a string is the same in both
                term = terms[term]
            if predicate == _TYPE:
                types.append(term)
            elif predicate == last:
                pairs[-1] += other + term
            else:
                last = predicate
                pairs.append(f"{terms[predicate]} {term}")
        if types:
            pairs.insert(0, f"a {other.join(types)}")
        yield f"\n{indent}{terms[subject]} {more.join(pairs)} .\n"


class _Terms(dict[str, str]):
    """Terms of N-Triples → terms of Turtle; remembers those that come again, and which prefixes were used."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        super().__init__()
        # A prefix that another one begins with must not win over it.
        spaces = ((iri, prefix) for prefix, iri in prefixes.items())
        self.spaces = sorted(spaces, key=lambda pair: (-len(pair[0]), pair))
        self.base = base if _BASE.fullmatch(base) else ""
        self.used: dict[str, str] = {}
        self.relative = False

    def __missing__(self, term: str) -> str:
        if term[0] == "<" and term[1] != "<":
            short = self._iri(term)
            self[term] = short
            return short
        if term[0] != '"' or term[-1] != ">":
            return term
        quoted, _, datatype = term.rpartition("^^")
        bare = _BARE.get(datatype[1:-1])
        plain = quoted[1:-1] if bare and bare.fullmatch(quoted, 1, len(quoted) - 1) else None
        return plain or f"{quoted}^^{self[datatype]}"

    def _iri(self, term: str) -> str:
        iri = term[1:-1]
        if self.base and iri.startswith(self.base) and _RELATIVE.fullmatch(iri, len(self.base)):
            self.relative = True
            return f"<{iri[len(self.base) :]}>"
        for space, prefix in self.spaces:
            if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
                self.used[prefix] = space
                local = iri[len(space) :].replace("/", r"\/")
                return f"{prefix}:{local}"
        return term

    def head(self) -> Iterator[str]:
        """The directives for what was used."""
        if self.relative:
            yield f"@base <{self.base}> .\n"
        for prefix, iri in sorted(self.used.items()):
            yield f"@prefix {prefix}: <{iri}> .\n"
