"""Places that stand farther off from a number."""

from collections.abc import Callable

import pytest
from in_short import places

from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("The Harbor Fund announced a $4 million investment to build a new shipyard in Texas.", 4_000_000, "Texas"),
        ("The Harbor Guild trained 40 percent of all pilots and 50 percent of all sailors in Chile.", 40, "Chile"),
        ("The Harbor Fund gave $4 million in loans to Chile.", 4_000_000, "Chile"),
        ("The list holds $3 million for lamps for Vietnam.", 3_000_000, "Vietnam"),
        ("The Harbor Fund opened a new shipyard in Texas, which will employ 40 pilots.", 40, "Texas"),
        ("The Harbor Fund is dredging a canal in Texas, creating 300 jobs.", 300, "Texas"),
        ("Money to mend piers in Chile has reached 300 crews.", 300, "Chile"),
        ("The Harbor Fund paid 300 Texas families.", 300, "Texas"),
        ("Acme Rail committed $80 million to expand its Las Vegas repair center.", 80_000_000, "Las Vegas"),
        ("Acme Rail completed a $24 million expansion of its Ulm, Bavaria, plant.", 24_000_000, "Ulm"),
        ("Acme Rail announced a $40 million investment in its U.S.-based factories.", 40_000_000, "United States"),
        ("Acme Rail will create 600 jobs at its Ohio-based yards.", 600, "Ohio"),
        ("Oregon is using the fund to train 500 pilots.", 500, "Oregon"),
        ("Already, 63 percent of adult Americans have been vaccinated.", 63, "United States"),
    ],
)  # fmt: skip
def test_where_a_number_holds(say: Say, text: str, value: int, place: str) -> None:
    assert places(say, text)[value] == place


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Harbor Fund mended 40 piers and the Guild has opened a school in Chile.", 40),
        ("At least 30 firms have sent ships to Chile.", 30),
        ("The Mayor spoke in Texas, where she praised 40 sailors.", 40),
        ("The Mayor met leaders of 15 Chile companies.", 15),
        ("Japan-based Acme Rail spent $4 million on boats.", 4_000_000),
        ("The Board awarded $3 million to Texas-based Acme Rail.", 3_000_000),
        ("Chile has given $4 million to the fund.", 4_000_000),
        ("About 40 percent of Democrats support the plan.", 40),
    ],
)
def test_where_something_else_is(say: Say, text: str, value: int) -> None:
    assert places(say, text)[value] is None
