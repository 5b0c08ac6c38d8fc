from collections.abc import Callable

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

TALK = """THE PRESIDENT:  I signed the Harbour Act.

MS. OSBORNE:  I built the pier.

Q    I saw a boat.  Is it yours?

THE PRESIDENT:  I sold it."""


def test_i_is_whoever_has_the_word(say: Callable[..., Parsed]) -> None:
    parsed = say(TALK, title="Remarks by President Biden at the Harbour")
    cast = cast_of(parsed)
    said = {words: cast.name("I", TALK.index(words)) for words in ("I signed", "I built", "I saw", "I sold")}
    assert said == {
        "I signed": "President Joseph R. Biden Jr.",
        "I built": "Ms. Osborne",
        "I saw": "I",
        "I sold": "President Joseph R. Biden Jr.",
    }


def test_a_text_with_one_label_is_no_transcript(say: Callable[..., Parsed]) -> None:
    text = "SUBJECT:  Harbours\n\nI opened the pier."
    parsed = say(text, title="Memorandum on Harbours")
    assert cast_of(parsed).name("I", text.index("I opened")) == "President Joseph R. Biden Jr."


def test_a_statement_from_an_office_is_its_holders(say: Callable[..., Parsed]) -> None:
    parsed = say("I met the crew.", title="Statement from the Vice President on Harbours")
    assert cast_of(parsed).name("I") == "Vice President Kamala Harris"
