"""RDF files into a real server and back, through the same steps as `push --from` and `pull --to`."""

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_files import file_source, rdf_format, write_rdf
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import meta, push
from gestae.ontology.errors import BrokenInput, GestaeError
from gestae.ontology.terms import PREFIXES

pytestmark = pytest.mark.neo4j

XSD = "http://www.w3.org/2001/XMLSchema#"
LONG = "http://example.org/" + "é" * 4_000
PROLOGUE = f"""
@prefix : <http://example.org/> . @prefix x.-é: <http://example.org/x#> . @prefix xsd: <{XSD}> .
@prefix g: <https://w3id.org/gestae/ontology#> .
"""
EDGES = {
    "blank graph names": "_:g { _:a :p _:g } :g { _:a :p _:b } _:b { _:a :p [] , [] }",
    "one label in several graphs": ":g1 { _:a :p 1 } :g2 { _:a :p 2 } { _:a :p 3 , _:b . _:b :p _:a }",
    "nested collections": ":s :p ( 1 ( 2 ( ) ( ( 3 ) ) ) [ :q ( [] [] ) ] ) .",
    "property lists": "[ :p [ :p [ :p [ :p [] ] ] ] ; a :C , [ a :D ] ] :q [] . [ a [] ] .",
    "blank nodes that look alike": "[] :p [] . [] :p [] . [] :p _:x . _:x :p _:y . _:y :p _:x .",
    "language tags with subtags": ':s :p "x"@en , "x"@en-GB , "x"@zh-hant-hk-x-private , "x"@de-ch-1901 , "x" .',
    "one lexical form of many datatypes": ":s g:value "
    + ", ".join(
        f'"1"^^xsd:{name}'
        for name in (
            "integer",
            "int",
            "byte",
            "long",
            "decimal",
            "double",
            "float",
            "boolean",
            "string",
            "gYear",
        )
    )
    + ', "1"^^:own , "1"@en .',
    "lexical forms of one value": ":s g:value 1 , 01 , +1 , 1.0 , 1.00 , 1e0 , 1.0E0 , -0 , -0.0 , 0.0e0 .",
    "edges of numbers": ":s g:value "
    + ", ".join(
        f'"{text}"^^xsd:{kind}'
        for kind in ("integer", "decimal", "double")
        for text in (
            "9223372036854775808",
            "-9223372036854775808",
            "INF",
            "-INF",
            "NaN",
            "1E400",
            "x",
            "",
            " 1",
        )
    )
    + " .",
    "edges of times": ":s g:earliest "
    + ", ".join(
        f'"{text}"^^xsd:{kind}'
        for kind in ("date", "dateTime")
        for text in (
            *("2018-02-30", "0000-01-01", "-0044-03-15", "12018-01-01", "2018-01-01Z", "2018-01-01+14:00"),
            *(
                "2018-01-01T24:00:00Z",
                "2018-01-01T00:00:60Z",
                "2018-01-01T00:00:00",
                "2018-01-01T00:00:00.000Z",
            ),
        )
    )
    + " .",
    "booleans": ':s g:negated true , false , "1"^^xsd:boolean , "TRUE"^^xsd:boolean .',
    "empty and blank strings": ':s g:verb "" , " " , "\\n" , "\\r\\n" ; :q "" ; g:note ""@en , ""^^:own .',
    "control and astral characters": ':s :p "\\u0000\\u0001\\u001F\\u007F\\u0085\\u2028\\uFFFF\\U0010FFFF😀" .',
    "escapes": r""":s :p '''a\'b"c\\d\t''' , "\u00e9\U0001F600" ; :q-\~\.\-\!\$\&\'\(\)\*\+\,\;\=\/\?\#\@\%41 1 .""",
    "huge literals": f':s :p "{"é" * 300_000}" , "{"x" * 100_000}"@en .',
    "long IRIs": f"<{LONG}> a <{LONG}> ; <{LONG}> <{LONG}> , 1 . GRAPH <{LONG}> {{ :s <{LONG}> _:b }}",
    "empty prefix and odd names": ": : : . :: :a:b :c%20d . x.-é:1.2 x.-é:a.b x.-é: .",
    "relative IRIs": "<> <#p> <../up> , <?q=1> , <//host/p> , </root> , <a/./b/../c> . GRAPH <g> { <> <> <> }",
    "IRIs that differ little": "<http://e/> a <http://E/> , <http://e> , <http://e/%7e> , <http://e/%7E> , <http://e/~> .",
    "names of the mapping itself": ":s a g:Gestae , g:Person , g:iri ; g:iri 1 ; g:graph 2 ; g:_hash 3 ; g:_rdf g:_links .",
    "a type that is blank or a literal": ':s a _:t , "C" , :C . :g { :s a :C , :D , _:t }',
    "a predicate with literals and nodes": ':s g:actor :o , "o" , _:o , "o"@en . :g { :s g:actor :o , "o" }',
    "loops and types of types": ":s :s :s . rdf:type rdf:type rdf:type . :C a rdfs:Class .".replace(
        "rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    ).replace("rdfs:Class", "<http://www.w3.org/2000/01/rdf-schema#Class>"),
    "names that shorten alike": ":s a g:Person , g:person , g:PERSON , <https://schema.org/Person> ; "
    + " ; ".join(
        f"{name} :o , 1 , 'x'@en"
        for name in (
            *(
                "g:actionType",
                "g:ActionType",
                "g:action_type",
                "g:ACTION_TYPE",
                "g:action-type",
                "g:aT",
                "g:a_t",
            ),
            *(
                "<https://schema.org/name>",
                "<http://schema.org/name>",
                "<urn:schema__name>",
            ),
            *(
                "g:iri",
                "g:_iri",
                "g:_graph",
                "g:_links",
                "g:graph",
                "g:id",
                "g:ID",
                "g:elementId",
                "g:labels",
            ),
        )
    )
    + " .",
    "numbers of many digits": ":s :p 1234567890123456789012345678901234567890 , -99999999999999999999 , "
    "0.1234567890123456789012345678901234567890 , 1234567890123456789012345678901234567890.10 , "
    "1.7976931348623157E308 , 4.9E-324 , 1.0E309 , -0.0E0 , 9007199254740993 , 9223372036854775807 . "
    ':t :p "NaN"^^xsd:double , "INF"^^xsd:double , "-INF"^^xsd:double , 1.0E0 . :u :p "NaN"^^xsd:double . '
    ':v :p "+INF"^^xsd:double , "nan"^^xsd:double , "INF"^^xsd:float .',
    "markup": ":s :p "
    + " , ".join(
        f"'<b>\"x\" &amp; y</b>'^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}>"
        for name in ("HTML", "XMLLiteral", "JSON", "PlainLiteral")
    )
    + " .",
    "keys as long as an index bears": " ".join(
        f"<http://e/{'x' * length}> :p <http://e/{'é' * (length // 2)}/> , <http://e/{'😀' * (length // 4)}> ."
        for length in (1_700, 1_741, 1_742, 6_990, 6_991, 6_992, 8_150, 8_167, 8_190, 32_768, 70_000)
    ),
    "names as long as a token bears": " ".join(
        f":s <http://e/{'p' * length}> :o , 1 ; a <http://e/{'C' * length}> ."
        for length in (980, 990, 991, 992, 2_000, 20_000)
    ),
    "much about one subject": ":s "
    + " ; ".join(
        [f"a :C{n}" for n in range(150)]
        + [f":p{n} {n} , :o{n}" for n in range(150)]
        + [f":q {n} , :o{n} , 'v{n}'" for n in range(700)]
    )
    + " .",
    "blank names of graphs and of nodes": "_:a { _:a a _:a ; _:a2 _:a } { _:a :p _:a } _:b { [] :p [] }".replace(
        "_:a2", ":q"
    ),
    "cases of language tags": ':s :p "x"@EN-us , "x"@en-US , "x"@en-us , "y"@ZH-Hant ; :q "only"@DE-AT-1901 .',
    "empty graphs": ":s :p :o . GRAPH :g { } GRAPH _:h { }",
    "nothing": "",
}


def canonical(items: Iterable[Quad]) -> Dataset:
    dataset = Dataset(items)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def read(path: Path, base: str) -> Dataset:
    format_ = RdfFormat.from_extension(path.suffix[1:])
    return canonical(
        parse(path=str(path), format=format_, base_iri=None if path.suffix in (".nt", ".nq") else base)
    )


def test_every_positive_file_of_the_w3c_suites_comes_back(
    graph: Connection, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        shared / "rdf-tests" / suite / name
        for suite in ("rdf-turtle", "rdf-n-triples", "rdf-n-quads")
        for name in positive(shared / "rdf-tests" / suite / "manifest.ttl")
    ]
    assert len(files) > 200
    for number, file in enumerate(files):
        base = f"https://example.org/{file.name}"
        push(graph, file_source(file, base=base))
        back = tmp_path / f"{number}.nq"
        with back.open("wb") as out:
            write_rdf(out, rdf_format(back), pull(graph), {})
        assert read(back, base) == read(file, base), file.name
    with capsys.disabled():
        sys.stdout.write(f"\nW3C files through Neo4j and back: {len(files)}\n")


def positive(manifest: Path) -> list[str]:
    names = set()
    types: dict[str, str] = {}
    actions: dict[str, str] = {}
    for quad in parse(path=str(manifest), format=RdfFormat.TURTLE, base_iri="https://example.org/"):
        if quad.predicate.value.endswith("#type"):
            types[str(quad.subject)] = quad.object.value
        elif quad.predicate.value.endswith("#action"):
            actions[str(quad.subject)] = quad.object.value
    for test, action in actions.items():
        if "Positive" in types[test] or types[test].endswith("TestTurtleEval"):
            names.add(action.rpartition("/")[2])
    return sorted(names)


@pytest.mark.parametrize("edge", EDGES)
def test_what_is_unusual_in_rdf_comes_back(graph: Connection, tmp_path: Path, edge: str) -> None:
    base = "https://example.org/a/b/c?d#e"
    file = tmp_path / "edge.trig"
    file.write_text(PROLOGUE + EDGES[edge], "utf-8")
    push(graph, file_source(file, base=base))
    wanted = read(file, base)
    for name in ("back.nq", "back.trig"):
        with (tmp_path / name).open("wb") as out:
            write_rdf(out, rdf_format(tmp_path / name), pull(graph), PREFIXES)
        assert read(tmp_path / name, base) == wanted
    union = canonical(
        Quad(*quad.triple) for quad in parse(path=str(tmp_path / "back.nq"), format=RdfFormat.N_QUADS)
    )
    for name in ("back.nt", "back.ttl"):
        with (tmp_path / name).open("wb") as out:
            write_rdf(out, rdf_format(tmp_path / name), pull(graph), PREFIXES)
        assert read(tmp_path / name, base) == union
    assert push(graph, file_source(file, base=base)).unchanged


def test_a_byte_order_mark_is_no_part_of_a_file(graph: Connection, tmp_path: Path) -> None:
    file = tmp_path / "marked.ttl"
    file.write_bytes(b"\xef\xbb\xbf<urn:a> <urn:b> <urn:c> .")
    push(graph, file_source(file))
    assert [item.subject for item in pull(graph)] == ["urn:a"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("term.ttl", b"<urn:a> <urn:b> <<( <urn:a> <urn:b> 1 )>> .", r"RDF 1\.2; Neo4j takes RDF 1\.1"),
        ("star.ttl", b"<urn:x> <urn:y> 1 . << <urn:a> <urn:b> 1 >> <urn:c> 2 .", r"RDF 1\.2"),
        ("star.nq", b"<urn:x> <urn:y> <<( <urn:a> <urn:b> <urn:c> )>> <urn:g> .", r"RDF 1\.2"),
        ("latin.ttl", "<urn:a> <urn:b> 'é' .".encode("latin-1"), r"latin\.ttl: .*UTF-8"),
        ("half.nt", b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> oops\n", r"half\.nt: .*line 2"),
        ("relative.nq", b"<a> <urn:b> <urn:c> .", r"relative\.nq: .*scheme"),
        ("some.rdf", b"", r"some\.rdf: not an RDF file by its name"),
        ("backtick.nt", b"<urn:a> <urn:\\u0060> <urn:c> .", r"backtick\.nt: .*Invalid IRI"),
    ],
)
def test_what_is_refused_leaves_the_server_as_it_was(
    graph: Connection, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    good = tmp_path / "good.ttl"
    good.write_text("<urn:a> <urn:b> <urn:c> .")
    push(graph, file_source(good))
    held = meta(graph)
    bad = tmp_path / name
    bad.write_bytes(content)
    with pytest.raises(GestaeError, match=says):
        push(graph, file_source(bad))
    assert meta(graph) == held
    assert push(graph, file_source(good)).unchanged


def test_a_base_that_is_no_iri_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "some.ttl"
    file.write_text("<a> <b> <c> .")
    for base in ("example", "//example.org/"):
        with pytest.raises(GestaeError, match="absolute IRI"):
            file_source(file, base=base)
    with pytest.raises(BrokenInput):
        file_source(file, base="http://exa mple/")


def test_many_blank_nodes_keep_their_labels_and_memory_its_bounds(graph: Connection, tmp_path: Path) -> None:
    from gestae.graph.neo4j_blank import relabelled
    from gestae.graph.neo4j_terms import statements

    file = tmp_path / "chain.nt"
    file.write_text("".join(f"_:n{number} <urn:p> _:n{number + 1} .\n" for number in range(50)))
    given = list(statements(parse(path=str(file), format=RdfFormat.N_TRIPLES)))
    assert list(relabelled(given, most=20)) == given
    assert {item.subject for item in relabelled(given)}.isdisjoint(item.subject for item in given)
