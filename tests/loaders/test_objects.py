"""What is done to what: objects of several forms, and where the parser loses them."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


def told(parsed: Parsed) -> set[tuple[str, str]]:
    cast = cast_of(parsed)
    return {(f.action.verb, f.action.object.name) for s in parsed.sentences for f in actions(s, cast)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I order that the flag of Ulm shall be flown at half-staff at the Town Hall and upon all ships.",
            ("order", "flag of Ulm shall be flown at half-staff"),
        ),
        (
            "He declared that a flood emergency exists for the village of Ulm and ordered aid.",
            ("declare", "flood emergency exists for the village of Ulm"),
        ),
        (
            "Norway has committed to adopt and implement a herring import ban and remove provisions from its labor laws.",
            ("commit", "remove provisions"),
        ),
        (
            "The Board remains committed to carrying out the plan announced last year and achieving the goal of safe ports.",
            ("commit", "achieving the goal of safe ports"),
        ),
        (
            "The Board is committed to ending delays under the old rules and ensuring that tolls pay for locks.",
            ("commit", "ensuring that tolls pay for locks"),
        ),
        ("The Board is consulting with Ulm and with owners and pilots.", ("consult", "owners")),
        ("The firm discriminates against its own pilots, and against crews.", ("discriminate", "crews")),
        ("The Board made ferry services available free of charge.", ("make", "ferry services")),
        ("The Mayor helped prepare crews to sail in every harbor.", ("help prepare", "crews")),
        ("Mayor Jane Roe spoke by phone today with Akif Kilic, Warden of Ulm.", ("speak", "Akif Kilic")),
        (
            "The Board has provided boats and nets to crews with small children in many ports.",
            ("provide", "boats and nets"),
        ),
        ("The Board may cancel in whole or in part any offer to sell herring.", ("cancel", "any offer")),
        (
            "I direct the Board to submit to me within 60 days recommendations to mend the piers.",
            ("submit", "recommendations"),
        ),
        (
            "There is established within the Office of the Mayor the Harbor Monitor and Lock Group.",
            ("establish", "Harbor Monitor"),
        ),
        ('The Mayor ended "catch-and-pay," reversing a harsh rule.', ("end", "catch-and-pay")),
        (
            "I am directing the Assistant to the President for National Security Affairs and the Director of the National Economic Council to lead a study.",
            ("direct", "Assistant to the President for Economic Policy"),
        ),
    ],
)
def test_an_object_is_found_and_ends_where_it_does(say: Say, text: str, expected: tuple[str, str]) -> None:
    assert expected in told(say(text))


def test_what_one_includes_is_one_thing(say: Say) -> None:
    found = told(say("The work includes mending the piers and opening the locks."))
    assert ("include", "opening the locks") not in found


def test_who_is_made_fit_for_something_is_no_whole_clause(say: Say) -> None:
    found = told(say("The map and the list are attached hereto and made a part hereof."))
    assert not any(verb == "make" and thing == "part" for verb, thing in found)
