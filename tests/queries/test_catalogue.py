import re
from importlib.resources import files

import pytest

from gestae.ontology.errors import QueryError
from gestae.ontology.terms import PREFIXES
from gestae.queries.catalogue import question, questions

HOW_TOLD = {"actions-of", "done-to", "quotes-about", "sources", "timeline", "under", "who-did-what"}


def test_every_file_is_a_question_that_says_what_it_asks() -> None:
    names = {
        file.name.removesuffix(".rq")
        for file in files("gestae.queries").iterdir()
        if file.name.endswith(".rq")
    }
    assert set(questions()) == names
    assert list(questions()) == sorted(names)
    for known in questions().values():
        assert known.says[0].isupper()
        assert "#" not in known.says


@pytest.mark.parametrize("name", questions())
def test_every_parameter_is_used_and_stands_in_the_select(name: str) -> None:
    known = question(name)
    select, _, where = known.text.partition("WHERE")
    for parameter in known.parameters:
        assert f"?{parameter.name}" in select
        assert re.search(rf"\?{parameter.name}\b", where)


@pytest.mark.parametrize("name", questions())
def test_every_question_has_a_fixed_order(name: str) -> None:
    assert "ORDER BY" in question(name).text


@pytest.mark.parametrize("name", sorted(HOW_TOLD))
def test_what_tells_of_acts_shows_modality_negation_source_and_words(name: str) -> None:
    select = question(name).text.partition("WHERE")[0]
    assert {"?negated", "?source", "?quote"} <= set(select.split())
    assert "?modality" in select.split() or "?told" in select.split()


@pytest.mark.parametrize("name", questions())
def test_only_known_prefixes_are_used(name: str) -> None:
    text = re.sub(r'"[^"]*"|#[^\n]*', "", question(name).text)
    assert set(re.findall(r"(\w+):\w", text)) <= set(PREFIXES)


def test_an_unknown_question_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no question is called 'who'; there are: actions-of, "):
        question("who")
