"""Whom "we" means: the government that speaks, or the nation that it speaks for."""

from collections.abc import Callable

import pytest

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
ADMINISTRATION = "Biden-Harris Administration"
NATION = "United States"
PROCLAMATION = "A Proclamation on National Harbor Week, 2023"


def _we(parsed: Parsed, nth: int = 0) -> str:
    """The full name of the nth "we" of a text."""
    cast = cast_of(parsed)
    found = [t for s in parsed.sentences for t in s.tokens if t.lower_ == "we"][nth]
    return cast.resolve(found.doc[found.i : found.i + 1]).name


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("This week, we celebrate the dockworkers of our ports.", NATION),
        ("We are also honoring the pilots who died at sea.", NATION),
        ("We pause to remember the drowned.", NATION),
        ("As we mourn the drowned, we will build a lighthouse.", NATION),
        ("We are funding new lighthouses.", ADMINISTRATION),
        ("We have created a new office for harbors.", ADMINISTRATION),
        ("Last year, we signed the Safe Harbors Act.", ADMINISTRATION),
        ("We continue to rebuild the piers.", ADMINISTRATION),
        ("We have lost too many ships.", NATION),
        ("As a Nation, we have built great ports.", NATION),
        ("For years, we stopped investing in our harbors.", NATION),
        ("We must protect our harbors.", NATION),
    ],
)
def test_in_a_proclamation_the_nation_celebrates_and_the_government_acts(
    say: Say, said: str, who: str
) -> None:
    text = f"My Administration stands with our ports. {said}"
    assert _we(say(text, title=PROCLAMATION)) == who


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("We are experiencing a wave of storms.", NATION),
        ("We have reached a shore that we cannot leave.", NATION),
        ("We thank the crews of the tugs.", ADMINISTRATION),
        ("We stand with the crews of the tugs.", ADMINISTRATION),
        ("We are investing in piers.", ADMINISTRATION),
    ],
)
def test_in_a_fact_sheet_the_government_speaks_unless_something_befalls_the_nation(
    say: Say, said: str, who: str
) -> None:
    assert _we(say(f"The Biden-Harris Administration released a plan for ports. {said}")) == who


def test_a_clause_takes_its_we_from_the_one_beside_it(say: Say) -> None:
    parsed = say(
        "The Biden-Harris Administration released a plan. We have reached a shore where we cannot turn back."
    )
    assert [_we(parsed, n) for n in (0, 1)] == [NATION, NATION]


@pytest.mark.parametrize("title", ["Joint Statement on Harbors", "Fact Sheet"])
def test_no_government_alone_is_we_where_several_speak_or_none_is_named(say: Say, title: str) -> None:
    assert _we(say("We are funding new lighthouses.", title=title)) == NATION


def test_whoever_is_quoted_and_is_a_body_is_we_itself(say: Say) -> None:
    parsed = say(
        '- Harbor Pilots Association: "We thank the President for the new lighthouses on our coast."'
    )
    assert _we(parsed) == "Harbor Pilots Association"


def test_an_agency_speaks_for_itself(say: Say) -> None:
    parsed = say("We have lost two ships.", publisher="Department of Transportation", title="Report")
    assert _we(parsed) == "Department of Transportation"
