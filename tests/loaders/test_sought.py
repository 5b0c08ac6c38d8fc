"""A pattern with needs finds what it finds without them."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from gestae.loaders import instrument_phrases, membership_offices, membership_titles, relative_times
from gestae.loaders.body_words import office
from gestae.loaders.sought import Sought

SOUGHT = (
    *membership_offices._forms(office()).values(),
    membership_offices._surnamed(office()),
    *membership_titles._PATTERNS,
    membership_titles._SURNAMES,
    *(sought for _, sought in instrument_phrases._FORMS),
)
SAID = (
    "Jane Roe, Chair of the Harbor Council, met Jo Day (Harbor Board) and Al Lee of the Harbor Alliance.",
    "As chair of the Harbor Council, Secretary Jane Roe, who served as Director of the Port Fund, heads the Lock Commission.",
    "Its head, Jane Roe, is the first pilot to serve on the Harbor Court; Ann Poe, to be a member of the Lock Board.",
    "Harbor Council Chair Jane Roe, HMC CEO Jo Day and Acme's CEO Ann Poe sat with Al Lee, Port Council Director, and Bo Fay serves on the Dock Board.",
    "Governor Day named Jane Roe as head of the Harbor Council; the head of our Lock Council, Jo Day, was glad.",
    "Three years ago today she signed an order on ports; last month a bill, within 90 days the report, this weekend a deal, by the end of the year a plan.",
    "In the first six months of the year, last March, the past year and a half, two weeks after the date of this order, currently, on Monday.",
    "Jane Roe serves as Director of the Port Fund; Jo Day chairs the Lock Council; Al Lee of the Harbor Alliance has been appointed to mend it.",
    "They met Roe, the chair of the Harbor Council, Harbor Council Member and Director of the Pilot Fund Jane Roe, and Director of the Lock Office Jo Day.",
    "She issued an Executive Order on ports, the Council's 2022 report and a national strategy, and signed a new bill to mend piers.",
    "United Dock Workers President Sean Carter met Senate Harbor Committee Chairman John Carter and Ranking Member Mary Webber.",
    "Senate Majority Leader Jane Carter thanked HTA Administrator Doe.",
    'A study titled "Youth on the Piers" came before the "Ports and Locks" report.',
    "A final rule, entitled Keeping Piers Safe, followed the Joint Statement with Norway.",
    "An MOU on locks; an agreement with Norway dated May 1, 2020; the Harbor Framework is a plan to mend piers.",
)
"""Something for each pattern."""


_PATTERNS = pytest.mark.parametrize("sought", SOUGHT, ids=lambda sought: sought.pattern.pattern[:40])


@_PATTERNS
def test_no_match_is_lost_where_the_words_it_needs_are_looked_for_first(sought: Sought) -> None:
    matches = [_same(sought, text) for text in SAID]
    assert any(matches), "a sentence above should have a match"


@pytest.mark.shared
@_PATTERNS
def test_no_match_of_the_annotated_documents_is_lost(sought: Sought, shared: Path) -> None:
    for path in sorted((shared / "gold" / "dev").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _same(sought, line)


@pytest.mark.parametrize("rule", relative_times._RULES, ids=lambda rule: rule[0].pattern[:40])
def test_a_time_holds_one_of_the_words_it_needs(
    rule: tuple[re.Pattern[str], tuple[str, ...], object],
) -> None:
    pattern, needs, _ = rule
    for text in SAID:
        for found in pattern.finditer(text):
            assert any(word in found[0].lower() for word in needs), found[0]


def test_a_span_is_looked_through() -> None:
    sought = Sought(re.compile(r"\bharbor\b"), (("harbor",),))
    assert _spans(sought.finditer("harbor, a harbor", 3)) == [(10, 16)]
    assert _spans(sought.finditer("harbor, a harbor", 0, 9)) == [(0, 6)]
    assert not _spans(sought.finditer("a port"))


def _same(sought: Sought, text: str) -> list[tuple[int, int]]:
    found = _spans(sought.pattern.finditer(text))
    assert _spans(sought.finditer(text)) == found, text
    return found


def _spans(found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]
