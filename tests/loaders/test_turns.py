from collections.abc import Callable
from datetime import date

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed, pipeline
from gestae.loaders.rules import propose, read, scene
from gestae.ontology.facts import Action, Document, Statistic

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
        "I saw": "reporter",
        "I sold": "President Joseph R. Biden Jr.",
    }


def test_a_fact_of_a_transcript_says_who_has_the_word() -> None:
    talk = TALK + "\n\nMS. OSBORNE:  We trained 40 pilots."
    document = Document("talk", talk, "Remarks by President Biden at the Harbour", date(2022, 5, 3))
    said = {fact.quote.text: fact.speaker for fact in read(document) if isinstance(fact, Action | Statistic)}
    assert said["I signed the Harbour Act"] == "President Joseph R. Biden Jr."
    assert said["We trained 40 pilots"] == "Ms. Osborne"
    assert said.get("I saw a boat", "reporter") == "reporter"
    page = Document("page", "MS. OSBORNE trained 40 pilots.", "A page", date(2022, 5, 3))
    assert {fact.speaker for fact in read(page) if isinstance(fact, Action | Statistic)} == {None}


def test_both_halves_of_a_double_name_are_capitalized(say: Callable[..., Parsed]) -> None:
    parsed = say(TALK.replace("OSBORNE", "OSBORNE-ROE"), title="Remarks by President Biden at the Harbour")
    assert cast_of(parsed).name("I", parsed.document.text.index("I built")) == "Ms. Osborne-Roe"


def test_a_label_is_no_part_of_what_is_said() -> None:
    talk = (
        TALK
        + "\n\nMR. ROE:  Thank you for the pier, Mayor.\n\nQ    Jo, the Mayor opened the lock.  So I asked the crew."
    )
    document = Document("talk", talk, "Remarks by President Biden at the Harbour", date(2022, 5, 3))
    told = {(p.found.action.actor.name, p.found.action.verb) for p in propose(scene(document, pipeline()))}
    assert {("Mr. Roe", "thank"), ("reporter", "ask"), ("Mayor", "open")} <= told
    assert not {actor for actor, _ in told} & {"MR", "Q", "Q Jo", "So I", "United States"}


def test_a_text_with_one_label_is_no_transcript(say: Callable[..., Parsed]) -> None:
    text = "SUBJECT:  Harbours\n\nI opened the pier."
    parsed = say(text, title="Memorandum on Harbours")
    assert cast_of(parsed).name("I", text.index("I opened")) == "President Joseph R. Biden Jr."


def test_a_statement_from_an_office_is_its_holders(say: Callable[..., Parsed]) -> None:
    parsed = say("I met the crew.", title="Statement from the Vice President on Harbours")
    assert cast_of(parsed).name("I") == "Vice President Kamala Harris"
