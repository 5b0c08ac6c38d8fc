"""Numbers whose place is whose they are: people, rates and trade of a place, and what befell it."""

from collections.abc import Callable

import pytest
from in_short import places

from gestae.loaders.named_places import land_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("Kenya's 54 million people will benefit from the port.", 54_000_000, "Kenya"),
        ("Nebraska's unemployment rate is 6 percent.", 6, "Nebraska"),
        ("U.S. overdose deaths fell 24 percent.", 24, "United States"),
        ("Wyoming's coal mines employ 5,000 people.", 5_000, "Wyoming"),
        ("North Dakota's farmers harvested 300 million bushels.", 300_000_000, "North Dakota"),
        ("Tariffs on imports from Norway will rise by 25 percent.", 25, "Norway"),
        ("U.S. exports to Japan reached $80 billion.", 80_000_000_000, "Japan"),
        ("More than 4 million Americans visit the Dominican Republic each year.", 4_000_000, "Dominican Republic"),
        ("The earthquake that struck Morocco killed 2,900 people.", 2_900, "Morocco"),
        ("The economy added 272,000 jobs in May.", 272_000, "United States"),
        ("The unemployment rate has stayed below 4 percent.", 4, "United States"),
        ("In Memphis, crime is down. The city recorded fewer than 200 murders last year.", 200, "Memphis"),
        ("Over 200,000 Floridians signed up for coverage.", 200_000, "Florida"),
        ("In Michigan, the law created 25,000 jobs and brought $40 billion in private investment.", 40_000_000_000, "Michigan"),
        ("In Oregon, the Guild is expanding its yards, adding 400 jobs.", 400, "Oregon"),
        ("The strike killed 12 fighters near Mosul.", 12, "near Mosul"),
        ("Acme Rail will invest $900 million outside Columbus, Ohio.", 900_000_000, "outside Columbus, Ohio"),
        ("The clinic in Gallup, New Mexico, serves 30,000 patients.", 30_000, "Gallup"),
        ("The 61 million people with disabilities in our country deserve respect.", 61_000_000, "United States"),
        ("Homicides fell 12 percent nationally.", 12, "nationally"),
    ],
)  # fmt: skip
def test_whose_a_number_is(say: Say, text: str, value: int, place: str) -> None:
    assert places(say, text)[value] == place


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Iran's 300 drones were shot down.", 300),
        ("Russia's forces have killed 10,000 civilians.", 10_000),
        ("Norway's $600 million pledge will mend piers.", 600_000_000),
        ("The global economy grew 3 percent.", 3),
        ("The city recorded fewer than 200 murders last year.", 200),
        ("The Harbor Nation has 400,000 members.", 400_000),
        ("About 300 farmers signed up for coverage.", 300),
        ("In Oregon, thefts fell. Norway and its Guild trained 40 pilots.", 40),
        ("The Mayor spoke in Congress about 40 boats.", 40),
        ("Inflation rose by 3 percent.", 3),
        ("Norway's prices for salt – a good that costs firms just $6 a sack to make – were high.", 6),
    ],
)
def test_what_no_place_has(say: Say, text: str, value: int) -> None:
    assert places(say, text)[value] is None


def test_the_land_of_a_people() -> None:
    lands = {
        name: land_of(name)
        for name in ("Ohioans", "Texans", "New Yorkers", "Kenyans", "Veterans", "officers")
    }
    assert lands == {
        "Ohioans": "Ohio", "Texans": "Texas", "New Yorkers": "New York", "Kenyans": "Kenya", "Veterans": None, "officers": None,
    }  # fmt: skip
