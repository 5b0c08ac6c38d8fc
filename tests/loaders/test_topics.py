from datetime import date

import pytest

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import parse, parse_titled
from gestae.loaders.topics import topic_of
from gestae.ontology.facts import Document


def topic(title: str) -> str:
    document = Document("note", "Text.", title=title, date=date(2023, 5, 2), publisher="The White House")
    told = topic_of(parse(Document("note", title)).sentences, cast_of(parse(document)))
    return told[0].name


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Fact Sheet: The Department of Justice Bolsters Harbour Patrols", "Department of Justice"),
        ("FACT SHEET: The Safe Harbours Plan", "Safe Harbours Plan"),
        ("How President Biden's Safe Harbours Plan Helps Fishers", "Safe Harbours Plan"),
        ("President Biden's Safe Harbours Act Is Working", "Safe Harbours Act"),
        ("Bills Signed: S. 12, S. 14", "President Joseph R. Biden Jr."),
        ("Press Release: Bill Signed: S. 12", "President Joseph R. Biden Jr."),
        ("Statement on House Members' First Bill", "United States"),
        ("Working Together for Safe Harbours", "United States"),
    ],
)
def test_who_acts_in_lines_that_name_nobody(title: str, who: str) -> None:
    assert topic(title) == who


@pytest.mark.parametrize("text", ["The Mayor Opens a Harbour\n\nIt is wide.", "It is wide.\n\nIt is deep."])
def test_a_title_is_parsed_as_it_would_be_by_itself(text: str) -> None:
    title = "The Mayor Opens a Harbour"
    parsed, of_title = parse_titled(Document("note", text, title=title))
    by_itself = parse(Document("note", title))
    assert [s.text for s in parsed.sentences] == [s.text for s in parse(Document("note", text)).sentences]
    assert of_title.document.text == title
    assert [[(t.text, t.dep_) for t in s.tokens] for s in of_title.sentences] == [
        [(t.text, t.dep_) for t in s.tokens] for s in by_itself.sentences
    ]
