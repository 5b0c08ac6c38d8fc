"""Lines read in blocks are what the full parser reads, and what it refuses is refused."""

import io

import pytest
from pyoxigraph import RdfFormat, parse

from gestae.graph.neo4j_lines import line_statements
from gestae.graph.neo4j_terms import Statement, statements

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OBJECTS = [
    "<urn:o>", "<http://e/é?q=1#f>", "_:b", '""', '"é😀\t\x00\u2028"', '"a\\"b\\n"', '"x"@en', '"x"@en-gb', '"x"@EN',
    '"x"@zh-hant-hk', '"x"@a', '"x"@en--ltr', f'"1"^^<{XSD}integer>', f'"1"^^<{XSD}string>', '"1"^^<urn:own>', f'"x"^^<{XSD}a-b>',
    f'"x"^^<{RDF}HTML>', f'"x"^^<{RDF}langString>', '"x"^^<own>', "<o>", "<urn:a b>", "<urn:\\u0041>", "<_:b>", '"a" "b"',
    "<<( <urn:a> <urn:b> <urn:c> )>>", "<>", "<http://[::1>", "<http://e:x/>", "<http://e/%zz>", "oops", "",
]  # fmt: skip
LINES = [
    "<urn:s> <urn:p> {} .\n", "<urn:s> <urn:p> {} <urn:g> .\n", "<urn:s>  <urn:p> {} <urn:g>.\n", "# {}\n\n",
    "<urn:s> <urn:p> {} . # more\n", "<urn:s> <urn:p> {} <g> .\n", "<s> <urn:p> {} .\n", "<urn:s> <p> {} .\n",
    "<urn:s> <urn:p> {} .\r\n", "<urn:s> <urn:p> {} .", "x<urn:s> <urn:p> {} .\n", "<urn:s> <urn:p> {} _:g .\n",
    "<urn:s\n> <urn:p> {} .\n", "\"s\" <urn:p> {} .\n", "<urn:s> <urn:p> {} <urn:g> . <urn:s> <urn:p> <urn:o> .\n",
]  # fmt: skip
PLAIN = "<urn:a> <urn:p> <urn:b> .\n"


def read(content: bytes, format_: RdfFormat) -> list[Statement] | None:
    try:
        return list(line_statements(io.BytesIO(content), format_))
    except (SyntaxError, ValueError):
        return None


def parsed(content: bytes, format_: RdfFormat) -> list[Statement] | None:
    try:
        return list(statements(parse(io.BytesIO(content), format=format_)))
    except (SyntaxError, ValueError):
        return None


@pytest.mark.parametrize("format_", [RdfFormat.N_QUADS, RdfFormat.N_TRIPLES], ids=str)
@pytest.mark.parametrize("line", LINES)
def test_every_line_is_read_as_the_parser_reads_it(line: str, format_: RdfFormat) -> None:
    for object_ in OBJECTS:
        if object_.startswith("<<"):
            continue
        content = (PLAIN + line.format(object_)).encode()
        assert read(content, format_) == parsed(content, format_), object_


def test_every_character_is_taken_or_refused_as_by_the_parser() -> None:
    for code in [
        *range(0x250),
        *range(0x2000, 0x2070),
        0xD7FF,
        *range(0xE000, 0xE010),
        0xFFFD,
        0xFFFE,
        0x10FFFF,
    ]:
        for form in (
            "<urn:s> <urn:{}> <urn:o> .\n",
            '<urn:s> <urn:p> "{}" .\n',
            "<urn:{}> <urn:p> <urn:{}> <urn:{}> .\n",
        ):
            content = form.replace("{}", chr(code)).encode()
            assert read(content, RdfFormat.N_QUADS) == parsed(content, RdfFormat.N_QUADS), (form, hex(code))


def test_a_line_longer_than_a_block_and_what_is_no_utf8() -> None:
    long = PLAIN + f'<urn:s> <urn:p> "{"é" * 700_000}" .\n' + PLAIN
    assert read(long.encode(), RdfFormat.N_TRIPLES) == parsed(long.encode(), RdfFormat.N_TRIPLES)
    assert read(long.encode("latin-1"), RdfFormat.N_TRIPLES) is None


def test_terms_that_come_again_are_one_string() -> None:
    first, second = line_statements(io.BytesIO((PLAIN * 2).encode()), RdfFormat.N_QUADS)
    assert first.subject is second.subject
    assert first.predicate is second.predicate
