"""Names that hold a plural, and given names, that are no verbs of headlines."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed
from gestae.loaders.wording import headline, wording

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbor Grants Office met Jane Roe.", ("Harbor Grants Office", "meet", "Jane Roe")),
        ("The Lock Controls Board opened the North Pier.", ("Lock Controls Board", "open", "North Pier")),
        ("The Harbor Grants Office met Jane Roe", ("Harbor Grants Office", "meet", "Jane Roe")),
    ],
)
def test_a_body_of_a_sentence_keeps_its_name(say: Say, text: str, expected: tuple[str, str, str]) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    assert expected in {
        (f.action.actor.name, f.action.verb, f.action.object.name)
        for s in parsed.sentences
        for f in actions(s, cast)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Plans Council met Mayor Jane Roe in Ulm.",
        "The Harbor Grants Office oversees Port Ulm",
        "The Harbor Grants Office will meet Jane Roe",
    ],
)
def test_a_sentence_is_no_headline(text: str) -> None:
    assert headline(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Roe Opens North Lock in Washington, D.C.", "Mayor Roe opens North Lock in Washington, D.C."),
        ("Mayor Roe Opens North Lock of Roe Inc.", "Mayor Roe opens North Lock of Roe Inc."),
        ("Mayor Roe Opens Pier built by Ulm Harbor", "Mayor Roe opens Pier built by Ulm Harbor"),
    ],
)
def test_a_headline_can_end_on_an_abbreviation_and_hold_a_participle(text: str, expected: str) -> None:
    assert headline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Jane Roe Presents Medal to Mark Lee", "Mayor Jane Roe presents Medal to Mark Lee"),
        ("Mayor Jane Roe Presents Medal to Mark A. Lee", "Mayor Jane Roe presents Medal to Mark A. Lee"),
        (
            "Mayor Jane Roe Presents Medal to Grant Lee and Meets Crews",
            "Mayor Jane Roe presents Medal to Grant Lee and meets Crews",
        ),
        ("Mayor Roe Signs Order to Grant Relief to Ports", "Mayor Roe signs Order to grant Relief to Ports"),
        ("Mayor Roe Announces Actions to Mark Harbor Day", "Mayor Roe announces Actions to mark Harbor Day"),
    ],
)
def test_a_given_name_behind_to_is_no_infinitive(text: str, expected: str) -> None:
    assert wording(text, fragment=True) == expected
