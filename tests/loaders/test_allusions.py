"""Whom phrases that are no names allude to, and whom pronouns mean beside names."""

from collections.abc import Callable
from datetime import date

import pytest

from gestae.loaders.cast import Cast, cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
REMARKS = "Remarks by First Lady Jill Biden at a Harbor"


def _called(parsed: Parsed, words: str) -> str:
    """The full name of the last token of that form."""
    cast = cast_of(parsed)
    found = [t for s in parsed.sentences for t in s.tokens if t.text == words][-1]
    return cast.resolve(found.doc[found.i : found.i + 1]).name


def _cast(parsed: Parsed) -> Cast:
    return cast_of(parsed)


def test_a_regime_is_the_government_of_the_country_named_last(say: Say) -> None:
    parsed = say("Ports in Cuba lie idle. Ships from Iran unload at night. The regime hides their cargo.")
    assert _called(parsed, "regime") == "Government of Iran"


def test_the_government_is_the_federal_one_and_no_title_that_ends_in_the_word(say: Say) -> None:
    parsed = say(
        "The President signed an Executive Order on Restoring Calm in Government. The Government has named 9 ports."
    )
    assert _called(parsed, "Government") == "Federal Government"


def test_the_government_of_a_document_from_elsewhere_stays_open(say: Say) -> None:
    parsed = say("The Government has named 9 ports.", publisher="Harbor Watch", title="Report")
    assert _called(parsed, "Government") == "Government"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I held the rope and watched my husband christen the ship. He broke a bottle.", "He"),
        ("The bell rang as Joe christened the ship.", "Joe"),
        ("Last year, Maria Roe came to me. And when I wrote to Joe, he christened the ship.", "he"),
    ],
)
def test_the_first_lady_speaks_of_the_president(say: Say, text: str, word: str) -> None:
    assert _called(say(text, title=REMARKS), word) == "President Joseph R. Biden Jr."


def test_a_first_name_alone_is_nobody_known_where_others_speak(say: Say) -> None:
    parsed = say("The bell rang as Joe christened the ship.", publisher="Harbor Watch", title="Report")
    assert _called(parsed, "Joe") == "Joe"


def test_a_wife_of_somebody_else_is_nobody_known(say: Say) -> None:
    parsed = say("I watched my wife christen the ship.", title="Remarks by Vice President Harris at a Harbor")
    assert _cast(parsed).name("my wife") == "my wife"


def test_she_is_whom_the_sentence_began_with_though_no_subject(say: Say) -> None:
    parsed = say(
        "Following Secretary Janet Yellen's trip to Esbjerg, where she opened a lock, the port grew."
    )
    assert _called(parsed, "she").endswith("Janet L. Yellen")


def test_whoever_issues_a_proclamation_is_i_though_its_title_does_not_say_what_it_is(say: Say) -> None:
    parsed = say(
        "By the President of the United States of America\n\nA Proclamation\n\nI set duties on imported buoys.",
        title="Adjusting Imports of Buoys",
    )
    assert _called(parsed, "I") == "President Joseph R. Biden Jr."


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Joint Statement from Mexico and the United States on Harbors", ["Mexico", "United States"]),
        ("U.S.-Republic of Korea Joint Statement", ["United States", "Republic of Korea"]),
        ("Joint Statement on Harbors", ["our countries"]),
        ("Remarks by the President to a Joint Session of Congress on Mexico and Canada", ["our countries"]),
    ],
)
def test_those_who_make_a_joint_statement_are_its_countries(say: Say, title: str, names: list[str]) -> None:
    parsed = say("Our countries opened a canal.", title=title, date=date(2023, 5, 2))
    cast = _cast(parsed)
    tokens = parsed.sentences[0].tokens
    assert [m.name.lower() for m in cast.parts(tokens[:2])] == [n.lower() for n in names]


def test_a_short_form_stands_for_the_name_behind_the_comma(say: Say) -> None:
    parsed = say("Office of the Warden of Ports, Port and Tide Office (PTO). The PTO opened a lock.")
    assert _called(parsed, "PTO") == "Port and Tide Office"
