"""What is done to what: objects of several forms, and where the parser loses them."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import Parsed, pipeline
from gestae.loaders.rules import propose, scene

Say = Callable[..., Parsed]


def told(parsed: Parsed) -> set[tuple[str, str]]:
    proposed = propose(scene(parsed.document, pipeline()))
    return {(p.found.action.verb, p.found.action.object.name) for p in proposed}


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
            "Norway has committed to draft and publish a herring chart and remove buoys from its inner fjords.",
            ("commit", "remove buoys"),
        ),
        (
            "The Board remains committed to carrying out the plan drawn up at Ulm and achieving the goal of safe ports.",
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
        ("Mayor Jane Roe spoke by phone today with Nils Day, Warden of Ulm.", ("speak", "Nils Day")),
        (
            "The Board has provided boats and nets to crews with small children in many ports.",
            ("provide", "boats and nets"),
        ),
        ("The Board may cancel in whole or in part any bid to haul nets.", ("cancel", "any bid")),
        (
            "I direct the Board to submit to Ulm within nine days proposals to mend the piers.",
            ("submit", "proposals"),
        ),
        (
            "There is established within the Ulm Office the Harbor Monitor and Lock Group.",
            ("establish", "Harbor Monitor"),
        ),
        ('The Mayor ended "catch-and-pay," reversing a harsh rule.', ("end", "catch-and-pay")),
        (
            "I have directed the Assistant to the President for National Security Affairs and the Director of the National Economic Council to lead a crew.",
            ("direct", "Assistant to the President for Economic Policy"),
        ),
        ("Herring tolls declined in August from the year prior.", ("decline", "Herring tolls")),
        ("The Board passed the Violence Against Crews Act.", ("pass", "Violence Against Crews Act")),
        ("The Mayor is in regular contact with crews.", ("contact", "crews")),
        ("They equipped the Ulm Lock program with $12 million.", ("equip", "Ulm Lock program")),
        ("Today's E.O. prohibits:\n\n- The sale of boats.", ("prohibit", "sale of boats")),
        (
            "The Board guarantees that no worker will lose a pension.",
            ("guarantee", "no worker will lose a pension"),
        ),
        ("- Equip schools with guidance to keep students safe.", ("equip", "schools with guidance")),
        ("Crews must follow section 391.11(b)(2), which is clear.", ("follow", "section 391.11(b)(2)")),
    ],
)
def test_an_object_is_found_and_ends_where_it_does(say: Say, text: str, expected: tuple[str, str]) -> None:
    assert expected in told(say(text))


def test_what_one_includes_is_one_thing(say: Say) -> None:
    found = told(say("The work includes mending the piers and opening the locks."))
    assert ("include", "opening the locks") not in found


def test_who_is_made_fit_for_something_is_no_whole_clause(say: Say) -> None:
    found = told(say("The chart and the log are pinned herewith and made a part of it."))
    assert not any(verb == "make" and thing == "part" for verb, thing in found)


def test_what_one_acts_for_is_no_list_of_things(say: Say) -> None:
    found = told(say("The agencies collaborated to mend piers, share maps, and open locks."))
    assert ("collaborate", "open locks") not in found


def test_a_number_that_tells_how_much_leaves_no_room_for_another_object(say: Say) -> None:
    assert ("rise", "Tolls") not in told(say("Tolls rose 30% last year."))


def test_who_is_not_in_contact_is_told_of_no_meeting(say: Say) -> None:
    assert not {pair for pair in told(say("The Board is not in contact with crews.")) if "contact" in pair}
