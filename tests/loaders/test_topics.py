from datetime import date

import pytest

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import parse
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
        ("Statement on House Members' First Bill", "United States"),
        ("Working Together for Safe Harbours", "United States"),
    ],
)
def test_who_acts_in_lines_that_name_nobody(title: str, who: str) -> None:
    assert topic(title) == who
