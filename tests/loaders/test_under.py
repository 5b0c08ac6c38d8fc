"""Under which law or order something was done."""

from collections.abc import Callable

import pytest

from gestae.loaders.instruments import placed_instruments
from gestae.loaders.parse import Parsed
from gestae.loaders.rules import read
from gestae.loaders.under import bases
from gestae.ontology.authority import authority
from gestae.ontology.facts import Action

Say = Callable[..., Parsed]


def under(parsed: Parsed) -> dict[str, tuple[str, str]]:
    """What each verb was done under: the words of the text, and the instrument's name."""
    return {
        fact.verb: (fact.under.text, fact.under.name)
        for fact in read(parsed.document)
        if isinstance(fact, Action) and fact.under is not None
    }


@pytest.mark.parametrize(
    ("text", "verb", "words", "name"),
    [
        (
            "Pursuant to section 7(b) of the Safe Harbours Act of 1990, the Coast Guard closed three ports.",
            "close", "section 7(b) of the Safe Harbours Act of 1990", "Safe Harbours Act of 1990",
        ),
        (
            "The Coast Guard closed three ports in accordance with the Safe Harbours Act of 1990.",
            "close", "Safe Harbours Act of 1990", "Safe Harbours Act of 1990",
        ),
        (
            "The Department of the Treasury imposed sanctions under Executive Order 99999 on two smugglers.",
            "impose", "Executive Order 99999", "Executive Order 99999",
        ),
        (
            "The Department of Labor published the list, as required by the Fair Nets Act of 1990.",
            "publish", "Fair Nets Act of 1990", "Fair Nets Act of 1990",
        ),
    ],
)  # fmt: skip
def test_an_act_is_done_under_the_instrument_its_clause_names(
    say: Say, text: str, verb: str, words: str, name: str
) -> None:
    assert under(say(text)).get(verb) == (words, name)


def test_the_act_stands_for_the_law_that_was_named_before(say: Say) -> None:
    text = (
        "Congress passed the Safe Harbours Act of 1990. "
        "The Coast Guard closed three ports pursuant to the Act."
    )
    assert under(say(text))["close"] == ("Act", "Safe Harbours Act of 1990")


def test_the_authority_of_a_preamble_is_its_law_rather_than_the_constitution(say: Say) -> None:
    parsed = say(
        "By the authority vested in me as President by the Constitution and the laws of the United States of America, "
        "including the Safe Harbours Act of 1990, I hereby delegate the function to the Secretary of State."
    )
    places = placed_instruments(parsed, authority())
    (basis,) = bases(parsed.sentences[0], places)
    assert (parsed.sentences[0].tokens.doc[basis.verb].text, basis.name) == (
        "delegate",
        "Safe Harbours Act of 1990",
    )


def test_what_stands_between_two_acts_behind_and_belongs_to_the_later(say: Say) -> None:
    text = "The Mayor opened a lighthouse and, pursuant to the Safe Harbours Act of 1990, raised its fees."
    assert under(say(text)) == {"raise": ("Safe Harbours Act of 1990", "Safe Harbours Act of 1990")}


def test_a_participle_before_the_words_that_name_the_law_is_what_was_done_under_it(say: Say) -> None:
    parsed = say(
        "The Mayor lifted the ban to allow for the training of pilots and help provided pursuant to "
        "the Safe Harbours Act of 1990."
    )
    (basis,) = bases(parsed.sentences[0], placed_instruments(parsed, authority()))
    assert parsed.sentences[0].tokens.doc[basis.verb].text == "provided"


def test_what_opens_a_sentence_belongs_to_what_is_said_and_not_to_the_saying(say: Say) -> None:
    text = "Pursuant to the Safe Harbours Act of 1990, the Coast Guard has closed three ports, officials announced on Monday."
    assert under(say(text)) == {"close": ("Safe Harbours Act of 1990", "Safe Harbours Act of 1990")}


def test_the_name_of_a_law_may_begin_with_that_of_an_agreement(say: Say) -> None:
    law = "North American Free Trade Agreement Implementation Act"
    told = under(say(f"The Mayor acted under section 103 of the {law}."))
    assert told["act"] == (f"section 103 of the {law}", law)


@pytest.mark.parametrize(
    "text",
    [
        "No new pier may be built except as otherwise provided for in the Safe Harbours Act of 1990.",
        "The Department of Labor published the list of workers who fall under the Fair Nets Act of 1990.",
        "The Coast Guard closed three ports under the bridge.",
        "The Coast Guard praised the Safe Harbours Act of 1990.",
    ],
)
def test_a_law_that_only_tells_of_a_thing_is_not_what_the_act_was_done_under(say: Say, text: str) -> None:
    assert under(say(text)) == {}


def test_what_a_law_once_granted_has_no_time_of_its_use(say: Say) -> None:
    parsed = say("Today, the Mayor used the authority granted by the Harbor Reform Act of 1978.")
    granted = next(f for f in read(parsed.document) if isinstance(f, Action) and f.verb == "grant")
    assert granted.time is None
