"""Persons right beside their body, those who are chosen for it, and bodies that have their place in others."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]

_ROE = {("Jane Roe", "Harbor Institute")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Harbor Institute's Jane Roe spoke first.", _ROE),
        ("The Harbor Institute, whose director is Jane Roe, built a pier.", _ROE),
        ("The director of the Harbor Institute is Jane Roe.", _ROE),
        ("The Harbor Institute appointed Jane Roe as its director.", _ROE),
        ("The Harbor Institute is run by Jane Roe.", _ROE),
        ("While at the Harbor Institute, Jane Roe built a pier.", _ROE),
        ("Jane Roe, formerly of the Harbor Institute, built a pier.", _ROE),
        ("Jane Roe is the Harbor Institute's director.", _ROE),
        ("Jane Roe is a pilot at the Harbor Institute.", _ROE),
        ("Jane Roe was hired by the Harbor Institute.", _ROE),
        ("Jane Roe retired from the Harbor Institute.", _ROE),
        ("Jane Roe taught at the Harbor Institute.", _ROE),
        ("Jane Roe spent ten years at the Harbor Institute.", _ROE),
        ("Jane Roe was named to lead the Harbor Institute.", _ROE),
        ("Jane Roe is the first woman to lead the Harbor Institute.", _ROE),
        ("Outgoing Harbor Institute Director Jane Roe spoke.", _ROE),
        ("Jane Roe, publisher of the Tidewater Gazette, spoke.", {("Jane Roe", "Tidewater Gazette")}),
        ("Jane Roe, chair of the Harbor Fund; president of the Pilot Institute; and trustee of Lakeview University, spoke.",
         {("Jane Roe", "Harbor Fund"), ("Jane Roe", "Pilot Institute"), ("Jane Roe", "Lakeview University")}),
    ],
)  # fmt: skip
def test_persons_and_their_bodies(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


_BOTH = {("Jane Roe", "Harbor Council"), ("John Doe", "Harbor Council")}


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe and John Doe were elected to the Harbor Council.",
        "Jane Roe and John Doe have served on the Harbor Council.",
        "Jane Roe and John Doe joined the Harbor Council in 1990.",
        "Jane Roe and John Doe, co-founders of the Harbor Council, spoke.",
        "The co-chairs of the Harbor Council are Jane Roe and John Doe.",
        "Commissioners Jane Roe and John Doe of the Harbor Council spoke.",
        "Harbor Council Director Jane Roe and Deputy Director for Piers John Doe spoke.",
        "Harbor Council Co-Chairs Jane Roe and Max Webber, and Vice Chairs Representatives John Doe and Ann Lee, spoke.",
    ],
)
def test_several_of_one_body(told: Told, text: str) -> None:
    assert told(text) >= _BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Norway's Jane Roe won.",
        "The Harbor Institute's Jane Roe Award goes to pilots.",
        "The Harbor Institute's Jane Roe's Award goes to pilots.",
        "Jane Roe stepped from the Harbor Office into the street.",
        "The Mayor joined Jane Roe in the Harbor Council chamber.",
        "Jane Roe (VA) spoke with Max Webber (OH).",
        "Jane Roe spent a day at the Harbor Institute.",
        "Jane Roe will not serve on the Harbor Council.",
        "Jane Roe is a champion for pilots and an asset to the Harbor Institute.",
        "Jane Roe was arrested by the Harbor Bureau.",
        "The Harbor Council meeting was led by Jane Roe.",
        "The Pier Museum is run by the Harbor Department.",
        "Jane Roe graduated from Lakeview University.",
    ],
)
def test_no_memberships(told: Told, text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Bureau of Reefs at the Department of Harbors opened a port.", ("Bureau of Reefs", "Department of Harbors")),
        ("The Bureau of Reefs, under the Department of Harbors, opened a port.", ("Bureau of Reefs", "Department of Harbors")),
        ("The School of Law at Lakeview University opened.", ("School of Law", "Lakeview University")),
        ("The Department of Harbors (DOH) Office of Reefs opened a port.", ("Office of Reefs", "Department of Harbors")),
        ("The Department of Harbors and its Office of Reefs opened a port.", ("Office of Reefs", "Department of Harbors")),
        ("The Department of Harbors and the Office of Reefs opened a port.", None),
        ("The Bureau of Reefs wrote to the Department of Harbors.", None),
    ],
)  # fmt: skip
def test_bodies_in_bodies(told: Told, text: str, pair: tuple[str, str] | None) -> None:
    assert told(text) == ({pair} if pair else set())
