import string

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gestae.graph.turtle import trig, turtle

PREFIXES = {
    "ex": "https://example.org/",
    "deep": "https://example.org/deep/",
    "num": "https://example.org/9",
    "unused": "https://example.com/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "urn": "urn:",
}
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def lines(quads: list[ox.Quad]) -> list[str]:
    data = ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES)
    assert data is not None
    return data.decode().split("\n")[:-1]


def written(quads: list[ox.Quad], base: str = "https://example.org/id/") -> str:
    return "".join(turtle(lines(quads), PREFIXES, base))


def iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


starts = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/id/",
        "https://example.org/deep/",
        "urn:",
        "https://example.org/9",
        XSD,
    ]
)
endings = st.one_of(
    st.text(string.ascii_letters + string.digits + "/.-_#:%~!$&'()*+,;=?@[]", max_size=12),
    st.sampled_from(
        [
            "",
            ".",
            "..",
            "a/../b",
            "./a",
            "//a",
            "a//b",
            "a.",
            ".a",
            "-a",
            "a-",
            "é",
            "a#b/c",
            "integer",
            "a/b/",
        ]
    ),
)
nodes = st.builds(str.__add__, starts, endings).filter(iri).map(ox.NamedNode)
blanks = st.text(string.ascii_letters + string.digits, min_size=1, max_size=4).map(ox.BlankNode)
words = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        [
            "1",
            "-01",
            "1.",
            "1.5",
            ".5",
            "1e3",
            "1E-3",
            "true",
            "True",
            "INF",
            '"^^<x>',
            'a"@en',
            "\\u0041",
            "\\",
        ]
    ),
)
datatypes = st.sampled_from([XSD + n for n in ("integer", "decimal", "double", "boolean", "date")]).map(
    ox.NamedNode
)
literals = st.one_of(
    st.builds(ox.Literal, words),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), words, datatypes | nodes),
    st.builds(
        lambda text, tag: ox.Literal(text, language=tag), words, st.sampled_from(["en", "de-at", "zh-hant"])
    ),
)
quads = st.builds(ox.Quad, nodes | blanks, nodes | st.just(TYPE), nodes | blanks | literals)


@settings(max_examples=200, deadline=None)
@given(st.lists(quads, max_size=12))
@example([ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal('a"^^b', language="en"))])
def test_any_graph_comes_back(graph: list[ox.Quad]) -> None:
    back = ox.parse(written(graph), ox.RdfFormat.TURTLE)
    assert set(back) == set(graph)


def test_rdflib_reads_the_same_graph() -> None:
    import rdflib
    from rdflib.compare import isomorphic

    ex, xsd = "https://example.org/", ox.NamedNode(XSD + "decimal")
    values = [
        *(ox.NamedNode(ex + end) for end in ("id/b/c#text", "id/b/", "deep/er/still", "a.b-c/", "a%20b", "")),
        *(ox.Literal(text, datatype=xsd) for text in ("1.5", "15")),
        *(ox.Literal(text) for text in ('two\n"lines"', "tab\tand \\", "“é”\u2028", "1.5")),
        ox.Literal("Grüße", language="de"),
        ox.BlankNode("b"),
    ]
    said = [ox.Quad(ox.NamedNode(ex + "id/b"), ox.NamedNode(ex + "p"), value) for value in values]
    ours, plain = rdflib.Graph(), rdflib.Graph()
    ours.parse(data=written(said), format="turtle")
    plain.parse(data="\n".join(lines(said)) + "\n", format="nt")
    assert len(ours) == len(values)
    assert isomorphic(ours, plain)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["", "<https://example.org/g>", "<urn:h>", "_:b"]), quads), max_size=8)
)
def test_any_dataset_comes_back(placed: list[tuple[str, ox.Quad]]) -> None:
    graphs: dict[str, list[str]] = {}
    wanted = set()
    for name, quad in placed:
        graphs.setdefault(name, []).extend(lines([quad]))
        graph = (
            ox.DefaultGraph()
            if not name
            else ox.BlankNode("b")
            if name == "_:b"
            else ox.NamedNode(name[1:-1])
        )
        wanted.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    text = "".join(trig(graphs.items(), PREFIXES))
    assert set(ox.parse(text, ox.RdfFormat.TRIG)) == wanted


@given(st.lists(quads, max_size=8).flatmap(lambda graph: st.tuples(st.just(graph), st.permutations(graph))))
def test_the_order_of_the_triples_does_not_show(graphs: tuple[list[ox.Quad], list[ox.Quad]]) -> None:
    assert written(graphs[0]) == written(graphs[1] * 2)


def test_it_reads_well() -> None:
    ex = "https://example.org/"
    said = [
        ox.Quad(
            ox.NamedNode(ex + "id/b/c"),
            ox.NamedNode(ex + "p"),
            ox.Literal("5", datatype=ox.NamedNode(XSD + "integer")),
        ),
        ox.Quad(ox.NamedNode(ex + "id/b"), ox.NamedNode(ex + "p"), ox.Literal("two\nlines")),
        ox.Quad(ox.NamedNode(ex + "id/b"), ox.NamedNode(ex + "p"), ox.NamedNode(ex + "deep/er")),
        ox.Quad(ox.NamedNode(ex + "id/b"), ox.NamedNode(ex + "n"), ox.NamedNode(ex + "agency/port")),
        ox.Quad(ox.NamedNode(ex + "id/b"), TYPE, ox.NamedNode(ex + "T")),
    ]
    assert written(said) == (
        "@base <https://example.org/id/> .\n"
        "@prefix deep: <https://example.org/deep/> .\n"
        "@prefix ex: <https://example.org/> .\n"
        "\n<b> a ex:T ;\n"
        "    ex:n ex:agency\\/port ;\n"
        '    ex:p "two\\nlines", deep:er .\n'
        "\n<b/c> ex:p 5 .\n"
    )


def test_an_empty_graph_is_an_empty_file() -> None:
    assert written([]) == ""
    assert "".join(trig([("<urn:g>", [])], PREFIXES)) == ""


@pytest.mark.parametrize("base", ["urn:x:", "https://example.org/a b/", "https://example.org/x"])
def test_a_base_that_others_may_resolve_otherwise_is_not_used(base: str) -> None:
    node = ox.NamedNode("https://example.org/x/y")
    assert "@base" not in written([ox.Quad(node, node, node)], base)
