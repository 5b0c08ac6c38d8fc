"""Statements come back by subject, whatever part of them fits into memory."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from gestae.graph.neo4j_names import key_name
from gestae.graph.neo4j_sort import by_subject
from gestae.graph.neo4j_terms import Statement

words = st.sampled_from(["urn:a", "urn:b", "urn:é", "urn:𝔸", "_:b0", "urn:c\0\n", "urn:" + "x" * 8_000])
statements = st.builds(Statement, words, words, words, st.sampled_from(["", "#", "@en"]), st.just("urn:g"))


@given(st.lists(statements, max_size=40), st.integers(1, 50))
def test_each_subject_comes_once_by_key_with_its_distinct_statements(
    given_: list[Statement], run: int
) -> None:
    found = list(by_subject(given_, run=run))
    expected = sorted(set(given_), key=lambda item: (key_name(item.subject), item))
    assert found == [list(group) for _, group in groupby(expected, key=lambda item: item.subject)]
    assert all(type(item) is Statement for group in found for item in group)


def test_a_subject_may_have_more_statements_than_fit_into_a_block() -> None:
    many = [Statement("urn:a", "urn:p", str(number), "", "") for number in range(5_000)]
    (found,) = by_subject(reversed(many), run=2_100)
    assert found == sorted(many)
